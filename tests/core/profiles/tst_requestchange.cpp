// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/requestchange.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestRequestChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldIsChangedAlone_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *field, const char *value, const char *words) {
            QTest::newRow(field) << QString::fromLatin1(field) << QString::fromLatin1(value)
                                 << QString::fromLatin1(words);
        };
        row("body", "form", "form body");
        row("grant_type", "client_credentials", "grant type \"client_credentials\"");
        row("client_authentication", "client_secret_basic", "HTTP Basic header");
        row("basic_encoding", "raw", "Basic header, not encoded");
        row("renewal", "refresh_token", "renewal with a refresh token");
        row("assertion_algorithm", "PS256", "assertion algorithm PS256");
        row("assertion_type", "client-authentication+jwt",
            "assertion type client-authentication+jwt");
        row("assertion_audience_is_issuer", "true", "assertion meant for the issuer");
    }

    void everyFieldIsChangedAlone()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, words);
        QVERIFY(requestFields().contains(field));
        const RequestChange change { field, value };
        const ClientConfiguration before;
        ClientConfiguration after = before;
        QVERIFY(requestValue(before, field) != value);
        QVERIFY(applyChange(after, change));
        QVERIFY(after != before);
        QCOMPARE(requestValue(after, field), value);
        QCOMPARE(onlyChange(before, after), std::optional(change));
        QCOMPARE(changeText(change), words);
    }

    void allFieldsAreTested() { QCOMPARE(requestFields().size(), 8); }

    void unknownIsRefused()
    {
        ClientConfiguration client;
        for (const RequestChange &change :
             { RequestChange { u"body"_s, u"xml"_s }, RequestChange { u"renewal"_s, {} },
               RequestChange { u"client_authentication"_s, u"password"_s },
               RequestChange { u"client_id"_s, u"other"_s }, RequestChange() })
            QVERIFY2(!applyChange(client, change), qPrintable(change.field));
        QCOMPARE(client, ClientConfiguration());
        QCOMPARE(requestValue(client, u"client_id"), QString());
    }

    /// Two at once, or one beside something else: nobody knows which of them helped.
    void notTheOnlyChange()
    {
        ClientConfiguration client;
        QVERIFY(!onlyChange(client, client));
        ClientConfiguration two = client;
        two.body = BodyFormat::Form;
        two.grantType = u"client_credentials"_s;
        QVERIFY(!onlyChange(client, two));
        ClientConfiguration beside = client;
        beside.body = BodyFormat::Form;
        beside.audience = u"another"_s;
        QVERIFY(!onlyChange(client, beside));
        ClientConfiguration elsewhere = client;
        elsewhere.audience = u"another"_s;
        QVERIFY(!onlyChange(client, elsewhere));
    }
};

MINTMARK_TEST(tst_requestchange, TestRequestChange)
#include "tst_requestchange.moc"
