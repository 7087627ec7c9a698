// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/provider.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sage();
    void generic();
    void ids();
    void missing_data();
    void missing();
};

/// Sage's guide "Get a Sage ID access token".
void TestProvider::sage()
{
    const Provider provider = providerById(u"sage-id");
    QCOMPARE(provider.name, u"Sage ID"_s);
    const ClientConfiguration &c = provider.defaults;
    QCOMPARE(c.tokenEndpoint, u"https://id.sage.com/oauth/token"_s);
    QCOMPARE(c.body, BodyFormat::Json);
    QCOMPARE(c.grantType, u"client_credential"_s);
    QCOMPARE(c.authentication, ClientAuthenticationMethod::ClientSecretPost);
    QCOMPARE(c.renewal, RenewalPolicy::Get);
    QVERIFY(c.renewalEndpoint.isEmpty());
    QVERIFY(provider.required.contains(u"audience"_s));
}

/// RFC 6749 §4.4.2 and §2.3.1.
void TestProvider::generic()
{
    const ClientConfiguration c = providerById(u"generic").defaults;
    QCOMPARE(c.body, BodyFormat::Form);
    QCOMPARE(c.grantType, u"client_credentials"_s);
    QCOMPARE(c.authentication, ClientAuthenticationMethod::ClientSecretBasic);
    QCOMPARE(c.renewal, RenewalPolicy::Repeat);
    QVERIFY(c.tokenEndpoint.isEmpty());
}

void TestProvider::ids()
{
    const QList<Provider> all = providers();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].id, u"sage-id"_s);
    QCOMPARE(all[1].id, u"generic"_s);
    for (const Provider &provider : all)
        QVERIFY(providerById(provider.id) == provider);
    QCOMPARE(providerById(u"of another version").id, u"generic"_s);
}

void TestProvider::missing_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("empty");
    QTest::addColumn<std::optional<QString>>("missing");
    using Missing = std::optional<QString>;
    const QString sage = u"sage-id"_s;
    const QString generic = u"generic"_s;
    QTest::newRow("complete") << sage << QString() << Missing();
    QTest::newRow("id") << sage << u"client_id"_s << Missing(u"client_id"_s);
    QTest::newRow("secret") << sage << u"client_secret"_s << Missing(u"client_secret"_s);
    QTest::newRow("audience") << sage << u"audience"_s << Missing(u"audience"_s);
    QTest::newRow("generic complete") << generic << QString() << Missing();
    QTest::newRow("generic without audience") << generic << u"audience"_s << Missing();
    QTest::newRow("generic without address")
        << generic << u"token_endpoint"_s << Missing(u"token_endpoint"_s);
    QTest::newRow("no secret for none") << generic << u"client_secret, none"_s << Missing();
}

void TestProvider::missing()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, empty);
    QFETCH(const std::optional<QString>, missing);
    ClientConfiguration c = providerById(provider).defaults;
    c.tokenEndpoint = empty == u"token_endpoint" ? QString() : u"https://a"_s;
    c.clientId = empty == u"client_id" ? QString() : u"a"_s;
    c.audience = empty == u"audience" ? QString() : u"a"_s;
    if (empty.endsWith(u"none"))
        c.authentication = ClientAuthenticationMethod::None;
    QCOMPARE(missingField(providerById(provider), c, !empty.startsWith(u"client_secret")), missing);
}

MINTMARK_TEST(tst_provider, TestProvider)

#include "tst_provider.moc"
