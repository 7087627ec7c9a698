// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/error.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void argumentsByName()
    {
        const Error error { ErrorCode::HostNotFound, { { u"host"_s, u"id.example"_s } }, {} };
        QCOMPARE(error.argument(u"host"), u"id.example"_s);
        QVERIFY(error.argument(u"port").isEmpty());
    }
};

MINTMARK_TEST(tst_error, TestError)
#include "tst_error.moc"
