// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/provider.h"
#include "oauth/tokenrequest.h"

#include "support/testmain.h"

#include <QRegularExpression>

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
    void rendersItsRequest_data();
    void rendersItsRequest();
    void readsBack_data();
    void readsBack();
    void writtenByHand();
    void cleansValues_data();
    void cleansValues();
    void judgesValues_data();
    void judgesValues();
    void recognises_data();
    void recognises();
    void patternsAreValid();

private:
    static ProviderFields filledIn(const QString &id);
};

namespace {

/// What a person would type for each preset; a secret, client id and what no variable makes are the
/// same for all.
const QHash<QString, ProviderValues> &typedValues()
{
    static const QHash<QString, ProviderValues> values {
        { u"sage-intacct"_s, { { u"username"_s, u"ws@acme|north"_s } } },
        { u"sage-dmo"_s, { { u"tenant"_s, u"acme-prod"_s } } },
        { u"auth0"_s, { { u"domain"_s, u"acme.eu.auth0.com"_s } } },
        { u"entra-id"_s,
          { { u"tenant"_s, u"contoso.onmicrosoft.com"_s }, { u"resource"_s, u"api://orders"_s } } },
        { u"okta"_s, { { u"domain"_s, u"acme.okta.com"_s }, { u"server_id"_s, u"aus1"_s } } },
        { u"okta-org"_s, { { u"domain"_s, u"acme.okta.com"_s } } },
        { u"cognito"_s, { { u"domain"_s, u"acme.auth.eu-west-1.amazoncognito.com"_s } } },
        { u"keycloak"_s,
          { { u"base"_s, u"https://sso.example.com/auth"_s }, { u"realm"_s, u"Acme GmbH"_s } } },
        { u"pingfederate"_s,
          { { u"base"_s, u"https://sso.example.com:9031"_s },
            { u"access_token_manager"_s, u"jwt"_s } } },
        { u"salesforce"_s, { { u"domain"_s, u"acme.my.salesforce.com"_s } } },
    };
    return values;
}

} // namespace

ProviderFields TestProvider::filledIn(const QString &id)
{
    return filled(providerById(id), typedValues().value(id));
}

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
    QCOMPARE(all.size(), 13);
    QCOMPARE(all[0].id, u"sage-id"_s);
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

/// Addresses and parameters as the makers' guides have them.
void TestProvider::rendersItsRequest_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *id, const char *address, const char *body) {
        QTest::newRow(id) << QString::fromLatin1(address) << QByteArray(body);
    };
    row("sage-id", "https://id.sage.com/oauth/token",
        R"({"grant_type":"client_credential","client_id":"id","client_secret":"hush"})");
    row("sage-intacct", "https://api.intacct.com/ia/api/v1/oauth2/token",
        "grant_type=client_credentials&client_id=id&client_secret=hush&username=ws%40acme%7Cnorth");
    row("sage-dmo", "https://api.erp.sage.com/v1/token",
        "grant_type=client_credentials&client_id=id&client_secret=hush&scope=tenantid%3Aacme-prod");
    row("generic", "https://as.example.com/token", "grant_type=client_credentials");
    row("auth0", "https://acme.eu.auth0.com/oauth/token",
        "grant_type=client_credentials&client_id=id&client_secret=hush");
    row("entra-id", "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token",
        "grant_type=client_credentials&client_id=id&client_secret=hush"
        "&scope=api%3A%2F%2Forders%2F.default");
    row("okta", "https://acme.okta.com/oauth2/aus1/v1/token", "grant_type=client_credentials");
    row("cognito", "https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token",
        "grant_type=client_credentials");
    row("keycloak", "https://sso.example.com/auth/realms/Acme%20GmbH/protocol/openid-connect/token",
        "grant_type=client_credentials");
    row("pingfederate", "https://sso.example.com:9031/as/token.oauth2",
        "grant_type=client_credentials&access_token_manager_id=jwt");
    row("salesforce", "https://acme.my.salesforce.com/services/oauth2/token",
        "grant_type=client_credentials&client_id=id&client_secret=hush");
}

void TestProvider::rendersItsRequest()
{
    QFETCH(QString, address);
    ClientConfiguration client = filledIn(QString::fromLatin1(QTest::currentDataTag())).client;
    if (client.tokenEndpoint.isEmpty())
        client.tokenEndpoint = address; // the generic one has none of its own
    client.clientId = u"id"_s;
    ClientCredentials credentials;
    credentials.clientSecret = SecretBytes("hush");
    const Result<TokenRequest> request = TokenRequest::from(client, credentials);
    QVERIFY2(request.ok(), qPrintable(request.ok() ? QString() : request.error().detail));
    QCOMPARE(request->http().url().toString(QUrl::FullyEncoded), address);
    QTEST(request->http().body().view().toByteArray(), "body");
}

/// Nothing of a variable is stored but what was made of it.
void TestProvider::readsBack_data()
{
    QTest::addColumn<QString>("id");
    for (const Provider &provider : providers())
        QTest::newRow(qPrintable(provider.id)) << provider.id;
}

void TestProvider::readsBack()
{
    QFETCH(QString, id);
    QCOMPARE(valuesIn(providerById(id), filledIn(id)), typedValues().value(id));
}

void TestProvider::writtenByHand()
{
    const Provider &entra = providerById(u"entra-id");
    ProviderFields fields = filledIn(u"entra-id"_s);
    fields.client.tokenEndpoint = u"https://login.microsoftonline.us/contoso/oauth2/v2.0/token"_s;
    fields.issuer.clear();
    fields.jwksUri.clear();
    QCOMPARE(valuesIn(entra, fields), (ProviderValues { { u"resource"_s, u"api://orders"_s } }));
    // One that is not there leaves out what is made of it, and nothing else.
    const ProviderFields half = filled(entra, { { u"tenant"_s, u"contoso"_s } });
    QCOMPARE(half.client.scope, QString());
    QCOMPARE(half.client.tokenEndpoint,
             u"https://login.microsoftonline.com/contoso/oauth2/v2.0/token"_s);
    QCOMPARE(missingField(entra, half.client, true), std::optional(u"client_id"_s));
    ClientConfiguration named = half.client;
    named.clientId = u"id"_s;
    QCOMPARE(missingField(entra, named, true), std::optional(u"resource"_s));
    // RFC 7521 §4.1: the assertion of the grant may name who asks.
    const Provider &google = providerById(u"google");
    ClientConfiguration account = google.defaults;
    account.scope = u"s"_s;
    QCOMPARE(missingField(google, account, false), std::optional(u"client_id"_s));
    account.assertion.issuer = u"robot@project.iam.gserviceaccount.com"_s;
    QCOMPARE(missingField(google, account, false), std::nullopt);
    account.authentication = ClientAuthenticationMethod::PrivateKeyJwt;
    QCOMPARE(missingField(google, account, false), std::optional(u"client_id"_s));
}

void TestProvider::cleansValues_data()
{
    QTest::addColumn<ProviderVariable::Kind>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("clean");
    using Kind = ProviderVariable::Kind;
    QTest::newRow("text") << Kind::Text << u" acme/x "_s << u"acme/x"_s;
    QTest::newRow("host") << Kind::Host << u"acme.okta.com"_s << u"acme.okta.com"_s;
    QTest::newRow("host of an address")
        << Kind::Host << u"https://acme.okta.com/oauth2/v1/token"_s << u"acme.okta.com"_s;
    QTest::newRow("address") << Kind::Address << u"https://sso.example.com/auth/"_s
                             << u"https://sso.example.com/auth"_s;
    QTest::newRow("address without scheme")
        << Kind::Address << u"sso.example.com:8443"_s << u"https://sso.example.com:8443"_s;
    QTest::newRow("nothing") << Kind::Address << u" "_s << QString();
}

void TestProvider::cleansValues()
{
    QFETCH(ProviderVariable::Kind, kind);
    QFETCH(QString, typed);
    ProviderVariable variable;
    variable.kind = kind;
    QTEST(cleanValue(variable, typed), "clean");
}

void TestProvider::judgesValues_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("fine");
    const auto row = [](const char *id, const char *name, const char *value, bool fine) {
        QTest::addRow("%s %s %s", id, name, value)
            << QString::fromLatin1(id) << QString::fromLatin1(name) << QString::fromUtf8(value)
            << fine;
    };
    row("sage-intacct", "username", "ws@acme", true);
    row("sage-intacct", "username", "ws@acme|north", true);
    row("sage-intacct", "username", "ws", false);
    row("sage-dmo", "tenant", "acme", true);
    row("sage-dmo", "tenant", "tenantid:acme", false);
    row("entra-id", "tenant", "72f988bf-86f1-41af-91ab-2d7cd011db47", true);
    row("entra-id", "tenant", "common", false);
    row("okta", "domain", "acme.okta.com", true);
    row("okta", "domain", "acme-admin.okta.com", false);
    row("cognito", "domain", "login.example.com", true);
    row("cognito", "domain", "cognito-idp.eu-west-1.amazonaws.com", false);
    row("keycloak", "base", "https://sso.example.com/auth", true);
    row("keycloak", "base", "https://sso.example.com/realms/acme", false);
    row("salesforce", "domain", "acme.my.salesforce.com", true);
    row("salesforce", "domain", "login.salesforce.com", false);
}

void TestProvider::judgesValues()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(QString, value);
    for (const ProviderVariable &variable : providerById(id).variables) {
        if (variable.name == name) {
            QTEST(faultOfValue(variable, value).isEmpty(), "fine");
            QVERIFY(faultOfValue(variable, {}).isEmpty());
            return;
        }
    }
    QFAIL("no such variable");
}

void TestProvider::recognises_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *address, const char *id) {
        QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(id);
    };
    row("https://id.sage.com/oauth/token", "sage-id");
    row("https://id.sage.com.example.org/oauth/token", "");
    row("https://api.intacct.com/ia/api/v1/oauth2/token", "sage-intacct");
    row("https://acme.auth0.com/oauth/token", "auth0");
    row("https://as.example.com/oauth/token", "");
    row("https://login.microsoftonline.com/contoso/oauth2/v2.0/token", "entra-id");
    row("https://acme.okta.com/oauth2/default/v1/token", "okta");
    row("https://acme.okta.com/oauth2/v1/token", "okta-org");
    row("https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token", "cognito");
    row("https://sso.example.com/auth/realms/a/protocol/openid-connect/token", "keycloak");
    row("https://sso.example.com:9031/as/token.oauth2", "pingfederate");
    row("https://acme.my.salesforce.com/services/oauth2/token", "salesforce");
    row("https://oauth2.googleapis.com/token", "google");
    row("", "");
}

void TestProvider::recognises()
{
    QFETCH(QString, address);
    const Provider *provider = recognisedProvider(address);
    QTEST(provider ? provider->id : QString(), "id");
}

void TestProvider::patternsAreValid()
{
    for (const Provider &provider : providers()) {
        QStringList patterns { provider.recognisedBy };
        for (const ProviderVariable &variable : provider.variables)
            patterns << variable.pattern;
        for (const ProviderCheck &check : provider.checks)
            patterns << check.pattern;
        for (const QString &pattern : patterns)
            QVERIFY2(QRegularExpression(pattern).isValid(), qPrintable(provider.id + pattern));
    }
}

MINTMARK_TEST(tst_provider, TestProvider)

#include "tst_provider.moc"
