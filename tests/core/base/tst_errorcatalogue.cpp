// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/errorcatalogue.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestErrorCatalogue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasOneRow()
    {
        QList<int> seen;
        for (const ErrorRow *row : errorRows())
            seen << static_cast<int>(row->code);
        QCOMPARE(seen.size(), static_cast<int>(ErrorCode::NoToken) + 1);
        for (int code = 0; code < seen.size(); ++code)
            QCOMPARE(seen.count(code), 1);
    }
    void everyRowSaysCauseAndRemedy()
    {
        for (const ErrorRow *row : errorRows()) {
            const ErrorText text = errorText({ row->code, {}, {} });
            QVERIFY2(!text.cause.isEmpty() && !text.remedy.isEmpty(),
                     QByteArray::number(static_cast<int>(row->code)).constData());
            QVERIFY(!text.cause.endsWith(u'.'));
            for (const QString &part : { text.cause, text.known, text.remedy }) {
                QVERIFY2(!part.contains(u'!'), qPrintable(part));
                QVERIFY2(!part.contains(u"please"_s, Qt::CaseInsensitive), qPrintable(part));
            }
            for (const Cure cure : text.cures)
                QVERIFY(!cureText(cure).isEmpty());
        }
    }
    void argumentsAreFilledIn()
    {
        const ErrorText text = errorText({ ErrorCode::InvalidClient,
                                           { { u"host"_s, u"id.sage.com"_s },
                                             { u"error"_s, u"invalid_client"_s },
                                             { u"error_description"_s, u"Unauthorized"_s } },
                                           {} });
        QCOMPARE(text.cause, u"id.sage.com does not accept this client id and secret"_s);
        QCOMPARE(text.known, u"It answered invalid_client: \"Unauthorized\"."_s);
    }
    void sentencesWithoutArgumentsAreLeftOut()
    {
        const ErrorText text = errorText(
            { ErrorCode::AnswerIsHtml, { { u"status"_s, u"200"_s } }, {} });
        QCOMPARE(text.known, u"HTTP 200."_s);
    }
    void argumentsAreNotFilledTwice()
    {
        // A server that answers with a placeholder gets its own words back.
        const ErrorText text = errorText({ ErrorCode::RefusedOther,
                                           { { u"host"_s, u"h"_s }, { u"error"_s, u"{host}"_s } },
                                           {} });
        QCOMPARE(text.cause, u"h refused: {host}"_s);
    }
    void exitCodes()
    {
        QCOMPARE(exitCode(ErrorCode::NoSuchProfile), ExitCode::NoSuchProfile);
        QCOMPARE(exitCode(ErrorCode::KeychainLocked), ExitCode::Keychain);
        QCOMPARE(exitCode(ErrorCode::HostNotFound), ExitCode::Network);
        QCOMPARE(exitCode(ErrorCode::InvalidClient), ExitCode::Refused);
        QCOMPARE(exitCode(ErrorCode::NamedFileUnreadable), ExitCode::Usage);
        QCOMPARE(exitCode(ErrorCode::FileUnreadable), ExitCode::Internal);
        QCOMPARE(exitCode(ErrorCode::TokenMalformed), ExitCode::Token);
        QCOMPARE(exitCode(ErrorCode::AnswerTimedOut), ExitCode::TimedOut);
    }
};

MINTMARK_TEST(tst_errorcatalogue, TestErrorCatalogue)
#include "tst_errorcatalogue.moc"
