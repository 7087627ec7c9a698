// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/result.h"
#include "support/testmain.h"

#include <memory>

using namespace mintmark;

class TestResult : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsValueOrError()
    {
        const Result<int> value(7);
        QVERIFY(value.ok());
        QCOMPARE(*value, 7);
        const Result<int> error(Error { ErrorCode::HostNotFound, {}, {} });
        QVERIFY(!error);
        QCOMPARE(error.error().code, ErrorCode::HostNotFound);
        QVERIFY(!(value == error));
    }
    void movesOut()
    {
        Result<std::unique_ptr<int>> result(std::make_unique<int>(3));
        const std::unique_ptr<int> out = std::move(result).value();
        QCOMPARE(*out, 3);
    }
    void voidResult()
    {
        QVERIFY(Result<void>().ok());
        const Result<void> failed(Error { ErrorCode::Cancelled, {}, {} });
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().code, ErrorCode::Cancelled);
    }
};

MINTMARK_TEST(tst_result, TestResult)
#include "tst_result.moc"
