// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/providerfile.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestProviderFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEverything();
    void startsWithWhatNeedsNobody();
    void refuses_data();
    void refuses();
};

namespace {

/// What the file of readsEverything() says, written down a second time.
Provider everything()
{
    Provider provider;
    provider.id = u"acme"_s;
    provider.name = u"Acme"_s;
    provider.variables = { { u"tenant"_s, u"Tenant"_s, u"a"_s, u"b"_s, ProviderVariable::Kind::Host,
                             u"[a-z]+"_s, u"Letters."_s } };
    provider.fields = { u"tenant"_s, u"client_id"_s };
    provider.required = { u"tenant"_s };
    provider.recognisedBy = u"https://acme/.*"_s;
    provider.methods = { ClientAuthenticationMethod::PrivateKeyJwt,
                         ClientAuthenticationMethod::None };
    ProviderFields &fields = provider.templates;
    ClientConfiguration &client = fields.client;
    client.tokenEndpoint = u"https://{tenant}/token"_s;
    client.body = BodyFormat::Json;
    client.grantType = u"client_credentials"_s;
    client.authentication = ClientAuthenticationMethod::PrivateKeyJwt;
    client.basicEncoding = BasicEncoding::Raw;
    client.audience = u"api"_s;
    client.scope = u"s:{tenant}"_s;
    client.resources = { u"r1"_s, u"r2"_s };
    client.extraParameters = { { u"n"_s, u"1"_s, ParameterType::Number, false } };
    client.renewal = RenewalPolicy::Get;
    client.assertion.algorithm = u"PS256"_s;
    client.assertion.audience = u"aud"_s;
    client.assertion.certificateThumbprint = u"x5t"_s;
    fields.issuer = u"https://{tenant}"_s;
    fields.jwksUri = u"https://{tenant}/keys"_s;
    fields.introspectionEndpoint = u"https://{tenant}/i"_s;
    fields.revocationEndpoint = u"https://{tenant}/r"_s;
    client.responseMapping = { u"token"_s, u"life"_s, u"until"_s };
    provider.labels = { { u"client_id"_s, u"Account"_s } };
    provider.missing = { { u"tenant"_s, u"Needed."_s } };
    provider.checks = { { u"scope"_s, u"s:.+"_s, u"No."_s, u"Add"_s, u"s:{value}"_s } };
    provider.quirks = { { u"scope"_s, u"Odd."_s } };
    provider.hints = { { u"e"_s, u"c"_s, u"Why."_s, Cure::ReplaceSecret } };
    provider.renewalNote = u"By GET"_s;
    provider.defaults = client;
    provider.defaults.tokenEndpoint = u"https://b/token"_s;
    provider.defaults.scope = u"s:b"_s;
    return provider;
}

} // namespace

void TestProviderFile::readsEverything()
{
    const Result<Provider> read = parseProvider(R"({
        "id": "acme", "name": "Acme",
        "variables": [{ "name": "tenant", "label": "Tenant", "example": "a", "value": "b",
                        "kind": "host", "pattern": "[a-z]+", "sentence": "Letters." }],
        "fields": ["tenant", "client_id"], "required": ["tenant"],
        "token_endpoint": "https://{tenant}/token", "recognised_by": "https://acme/.*",
        "body": "json", "grant_type": "client_credentials",
        "client_authentications": ["private_key_jwt", "none"], "basic_encoding": "raw",
        "audience": "api", "scope": "s:{tenant}", "resource": ["r1", "r2"],
        "extra_parameters": [{ "name": "n", "value": "1", "type": "number" }],
        "renewal": "get", "renewal_note": "By GET",
        "issuer": "https://{tenant}", "jwks_uri": "https://{tenant}/keys",
        "introspection_endpoint": "https://{tenant}/i", "revocation_endpoint": "https://{tenant}/r",
        "assertion": { "algorithm": "PS256", "audience": "aud", "certificate_thumbprint": "x5t" },
        "response_mapping": { "access_token": "token", "expires_in": "life", "expires_at": "until" },
        "labels": { "client_id": "Account" }, "missing": { "tenant": "Needed." },
        "checks": [{ "field": "scope", "pattern": "s:.+", "sentence": "No.", "label": "Add",
                     "replacement": "s:{value}" }],
        "quirks": [{ "field": "scope", "sentence": "Odd." }],
        "hints": [{ "error": "e", "contains": "c", "sentence": "Why.", "cure": "replace_secret" }]
    })");
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().argument(u"detail")));
    QVERIFY(*read == everything());
}

/// What needs a value nobody gave is empty; the rest is there.
void TestProviderFile::startsWithWhatNeedsNobody()
{
    const Result<Provider> read = parseProvider(R"({"id": "a", "name": "A",
        "variables": [{ "name": "tenant", "label": "Tenant" }], "fields": [], "required": [],
        "token_endpoint": "https://{tenant}/token", "body": "form", "grant_type": "g",
        "client_authentications": ["none"], "audience": "api",
        "extra_parameters": [{ "name": "t", "value": "{tenant}" }, { "name": "x", "value": "y" }]})");
    QVERIFY(read.ok());
    QCOMPARE(read->defaults.tokenEndpoint, QString());
    QCOMPARE(read->defaults.audience, u"api"_s);
    QCOMPARE(read->defaults.extraParameters.size(), 1);
    QCOMPARE(read->defaults.extraParameters[0].name, u"x"_s);
    QCOMPARE(read->renewalNote, u"Repeat the request"_s);
}

void TestProviderFile::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("detail");
    const QByteArray rest =
        R"("fields": [], "required": [], "grant_type": "g", "client_authentications": ["none"])";
    const auto row = [&](const char *name, const QByteArray &begin, const char *detail) {
        QTest::newRow(name) << QByteArray("{" + begin + "," + rest + "}")
                            << QString::fromLatin1(detail);
    };
    QTest::newRow("not JSON") << QByteArray("{") << u"client_authentications: missing"_s;
    QTest::newRow("not an object") << QByteArray("[]") << u"client_authentications: missing"_s;
    row("no id", R"("name": "A")", "id: missing");
    row("unknown member", R"("id": "a", "name": "A", "colour": "mint")",
        "colour: unknown or twice");
    row("a member twice", R"("id": "a", "name": "A", "id": "b")", "id: unknown or twice");
    row("another type", R"("id": "a", "name": "A", "scope": 1)", "scope: not a string");
    row("a body nobody knows", R"("id": "a", "name": "A", "body": "xml")",
        "body: xml is not known");
    row("a variable without a label", R"("id": "a", "name": "A", "variables": [{"name": "b"}])",
        "label: missing");
    row("a cure nobody knows",
        R"("id": "a", "name": "A", "hints": [{"error": "e", "sentence": "S.", "cure": "pray"}])",
        "cure: pray is not known");
}

void TestProviderFile::refuses()
{
    QFETCH(QByteArray, json);
    const Result<Provider> read = parseProvider(json);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::ProfileInvalid);
    QTEST(read.error().argument(u"detail"), "detail");
}

MINTMARK_TEST(tst_providerfile, TestProviderFile)

#include "tst_providerfile.moc"
