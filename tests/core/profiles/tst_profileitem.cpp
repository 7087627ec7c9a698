// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profile.h"

#include "support/testmain.h"
#include "json/reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

const ProfileId id = QUuid(u"6f1f0b4e-7a0c-4f6e-9a51-0d8a6a0f7c11"_s);

ProfileListing listing()
{
    ProfileListing result;
    result.id = id;
    result.customer = u"Acme"_s;
    result.name = u"Payments Out"_s;
    result.environment = Environment::Sandbox;
    result.requestRevision = 3;
    return result;
}

/// Every field set to something else than its default.
LoadedProfile fullProfile()
{
    LoadedProfile loaded;
    Profile &profile = loaded.profile;
    profile.listing = listing();
    profile.provider = u"sage-id"_s;
    profile.note = u"first line\n\"second\" \u00fc\U0001f511"_s;
    ClientConfiguration &client = profile.client;
    client.tokenEndpoint = u"https://id.sage.com/oauth/token"_s;
    client.body = BodyFormat::Form;
    client.grantType = u"client_credential"_s;
    client.clientId = u"id"_s;
    client.authentication = ClientAuthenticationMethod::ClientSecretBasic;
    client.basicEncoding = BasicEncoding::Raw;
    client.assertion = { u"PS256"_s, u"key 1"_s, u"at"_s, {}, u"iss"_s, u"sub"_s,
                         uR"({"a":[null],"b":1.5})"_s, 60, true, u"-----BEGIN\n"_s, u"x5t"_s,
                         true, { u"https://aud"_s, u"a b"_s } };
    client.audience = u"s200ukipd/sage200"_s;
    client.resources = QStringList { u"https://a"_s, u"https://b"_s };
    client.scope = u"read write"_s;
    client.extraParameters = { { u"tenant"_s, u"42"_s, ParameterType::Number, false },
                               { u"pin"_s, {}, ParameterType::String, true } };
    client.headers = { { u"X-Trace"_s, u"on"_s, false }, { u"X-Key"_s, {}, true } };
    client.responseMapping = { u"data.token"_s, u"life"_s, u"until"_s };
    client.renewal = RenewalPolicy::Get;
    client.renewalEndpoint = u"https://id.sage.com/renew"_s;
    client.network.allowHttp = true;
    client.network.caFile = u"/etc/ca.pem"_s;
    client.network.timeoutSeconds = 12;
    profile.secretSavedAtMs = 1'741'597'924'123;
    profile.expectedAudience = u"expected"_s;
    profile.issuer = u"https://id.sage.com/"_s;
    profile.jwksUri = u"https://id.sage.com/jwks"_s;
    profile.introspectionEndpoint = u"https://id.sage.com/introspect"_s;
    profile.revocationEndpoint = u"https://id.sage.com/revoke"_s;
    profile.apiMethod = u"GET"_s;
    profile.apiUrl = u"https://api.sage.com/v1"_s;
    profile.minValidS = 90;
    profile.autoRenew = true;
    profile.revision = 7;
    loaded.secrets.client.clientSecret = SecretBytes("s3cret \"quoted\" \xc3\xbc\x01");
    loaded.secrets.client.privateKey = SecretBytes("-----BEGIN PRIVATE KEY-----\nMIIE\n");
    loaded.secrets.client.parameters[u"pin"_s] = SecretBytes("1234");
    loaded.secrets.client.headers[u"X-Key"_s] = SecretBytes("key");
    loaded.secrets.previousSecret = SecretBytes("former");
    loaded.secrets.previousKeptUntilMs = 1'742'000'000'000;
    profile.secretSummary = summarize(loaded.secrets.client.clientSecret);
    profile.hasPrivateKey = true;
    return loaded;
}

SecretBytes item(const LoadedProfile &loaded)
{
    return toKeychainItem(loaded.profile, loaded.secrets);
}

QJsonObject json(const SecretBytes &item)
{
    return QJsonDocument::fromJson(item.view().toByteArray()).object();
}

SecretBytes bytes(const QJsonObject &object)
{
    return SecretBytes(QJsonDocument(object).toJson());
}

} // namespace

class TestProfileItem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas()
    {
        const LoadedProfile wanted = fullProfile();
        const Result<LoadedProfile> read = fromKeychainItem(item(wanted), listing());
        QVERIFY(read.ok());
        QCOMPARE(read->profile, wanted.profile);
        QVERIFY(read->secrets.client == wanted.secrets.client);
        QCOMPARE(read->secrets.previousSecret, wanted.secrets.previousSecret);
        QCOMPARE(read->secrets.previousKeptUntilMs, wanted.secrets.previousKeptUntilMs);
        QVERIFY(read->secrets.unknownFields.isEmpty());
        QCOMPARE(item(*read), item(wanted));
    }

    void anEmptyProfileComesBackToo()
    {
        LoadedProfile wanted;
        wanted.profile.listing.id = id;
        const Result<LoadedProfile> read = fromKeychainItem(item(wanted), wanted.profile.listing);
        QVERIFY(read.ok());
        QCOMPARE(read->profile, wanted.profile);
        QVERIFY(read->secrets.client.clientSecret.isEmpty());
    }

    void hasTheFieldNamesOfTheSchema()
    {
        const QJsonObject object = json(item(fullProfile()));
        const QStringList expected {
            u"api"_s,
            u"assertion"_s,
            u"audience"_s,
            u"auto_renew"_s,
            u"basic_encoding"_s,
            u"body"_s,
            u"client_authentication"_s,
            u"client_id"_s,
            u"client_secret"_s,
            u"expected_audience"_s,
            u"extra_parameters"_s,
            u"grant_type"_s,
            u"headers"_s,
            u"id"_s,
            u"introspection_endpoint"_s,
            u"issuer"_s,
            u"jwks_uri"_s,
            u"min_valid_s"_s,
            u"name"_s,
            u"network"_s,
            u"note"_s,
            u"previous_secret"_s,
            u"private_key"_s,
            u"provider"_s,
            u"renewal"_s,
            u"renewal_endpoint"_s,
            u"request_revision"_s,
            u"resource"_s,
            u"response_mapping"_s,
            u"revision"_s,
            u"revocation_endpoint"_s,
            u"scope"_s,
            u"secret_saved_at"_s,
            u"token_endpoint"_s,
            u"version"_s,
        };
        QCOMPARE(object.keys(), expected);
        QCOMPARE(object["version"_L1].toInt(), 1);
        QCOMPARE(object["client_authentication"_L1].toString(), u"client_secret_basic"_s);
        QCOMPARE(object["body"_L1].toString(), u"form"_s);
        QCOMPARE(object["extra_parameters"_L1][1]["value"_L1].toString(), u"1234"_s);
        QCOMPARE(object["network"_L1]["allow_http"_L1].toBool(), true);
        QCOMPARE(json(item(LoadedProfile {}))["network"_L1].toString(), u"inherit"_s);
    }

    void keepsWhatItDoesNotKnow()
    {
        QJsonObject object = json(item(fullProfile()));
        object["private_key"_L1] = u"-----BEGIN"_s;
        object["assertion"_L1] = QJsonObject { { u"algorithm"_s, u"RS256"_s } };
        QJsonObject api = object["api"_L1].toObject();
        api["headers"_L1] = QJsonArray { u"X-A: 1"_s };
        object["api"_L1] = api;
        QJsonObject network = object["network"_L1].toObject();
        network["pac"_L1] = u"http://127.0.0.1/proxy.pac"_s;
        object["network"_L1] = network;

        Result<LoadedProfile> read = fromKeychainItem(bytes(object), listing());
        QVERIFY(read.ok());
        QVERIFY(!read->profile.readOnly);
        read->profile.note = u"changed"_s;
        read->profile.client.network.caFile.clear();
        read->profile.client.network.allowHttp = false;
        read->profile.client.network.timeoutSeconds = 0;
        const QJsonObject again = json(item(*read));
        QCOMPARE(again["private_key"_L1].toString(), u"-----BEGIN"_s);
        QCOMPARE(again["assertion"_L1]["algorithm"_L1].toString(), u"RS256"_s);
        QCOMPARE(again["api"_L1]["headers"_L1][0].toString(), u"X-A: 1"_s);
        QCOMPARE(again["api"_L1]["method"_L1].toString(), u"GET"_s);
        QCOMPARE(again["network"_L1]["pac"_L1].toString(), u"http://127.0.0.1/proxy.pac"_s);
        QCOMPARE(again["note"_L1].toString(), u"changed"_s);
    }

    void keepsUnknownNumbersDigitByDigit()
    {
        const SecretBytes stored("{\"version\":1,\"id\":\"6f1f0b4e-7a0c-4f6e-9a51-0d8a6a0f7c11\","
                                 "\"big\":10000000000000000999}");
        const Result<LoadedProfile> read = fromKeychainItem(stored, listing());
        QVERIFY(read.ok());
        QVERIFY(item(*read).view().toByteArray().contains("\"big\":10000000000000000999"));
    }

    void readsWhatIsWrittenByHand()
    {
        const SecretBytes stored(
            R"({"version":1,"id":"6f1f0b4e-7a0c-4f6e-9a51-0d8a6a0f7c11","resource":"https:a",)"
            R"("extra_parameters":[{"name":"n","value":1.50},{"name":"b","value":true},)"
            R"({"name":"j","value":{"a":[1]}},{"name":"s","value":"x"},)"
            R"({"name":"t","value":"2","type":"number"},{"name":"p","value":3,"secret":true}],)"
            R"("private_key":{"kty":"OKP"},"assertion":{"claims":{"a": 1.0}}})");
        const Result<LoadedProfile> read = fromKeychainItem(stored, listing());
        QVERIFY(read.ok());
        const ClientConfiguration &client = read->profile.client;
        QCOMPARE(client.resources, QStringList(u"https:a"_s));
        const QList<ExtraParameter> expected {
            { u"n"_s, u"1.50"_s, ParameterType::Number, false },
            { u"b"_s, u"true"_s, ParameterType::Boolean, false },
            { u"j"_s, uR"({"a":[1]})"_s, ParameterType::Json, false },
            { u"s"_s, u"x"_s, ParameterType::String, false },
            { u"t"_s, u"2"_s, ParameterType::Number, false },
            { u"p"_s, {}, ParameterType::Number, true },
        };
        QCOMPARE(client.extraParameters, expected);
        QCOMPARE(read->secrets.client.parameters.at(u"p"_s), SecretBytes("3"));
        QCOMPARE(read->secrets.client.privateKey, SecretBytes(R"({"kty":"OKP"})"));
        QCOMPARE(client.assertion.claims, uR"({"a":1.0})"_s);
    }

    void takesOtherTypesByHand()
    {
        const SecretBytes stored(
            R"({"version":1,"id":"6f1f0b4e-7a0c-4f6e-9a51-0d8a6a0f7c11","client_id":123,"client_secret":4.50,)"
            R"("scope":["a","b"],"audience":null,"basic_encoding":null,"network":null,)"
            R"("headers":{"X-A":"1"},"extra_parameters":{"n":7,"j":{"name":"x"}}})");
        const Result<LoadedProfile> read = fromKeychainItem(stored, listing());
        QVERIFY(read.ok());
        const ClientConfiguration &client = read->profile.client;
        QCOMPARE(client.clientId, u"123"_s);
        QCOMPARE(read->secrets.client.clientSecret, SecretBytes("4.50"));
        QCOMPARE(client.scope, u"a b"_s);
        QCOMPARE(client.headers, QList<ExtraHeader>({ { u"X-A"_s, u"1"_s, false } }));
        const QList<ExtraParameter> expected {
            { u"n"_s, u"7"_s, ParameterType::Number, false },
            { u"j"_s, uR"({"name":"x"})"_s, ParameterType::Json, false },
        };
        QCOMPARE(client.extraParameters, expected);
    }

    /// RFC 7519 §4.1.3: a text, or a list, also of one. Each stays what it is.
    void assertionAudiences_data()
    {
        QTest::addColumn<QByteArray>("audience");
        QTest::newRow("text") << R"("https://as.example.com a")"_ba;
        QTest::newRow("list of one") << R"(["https://as.example.com"])"_ba;
        QTest::newRow("list") << R"(["https://as.example.com","b c"])"_ba;
    }
    void assertionAudiences()
    {
        QFETCH(const QByteArray, audience);
        const QByteArray stored =
            R"({"version":1,"id":"6f1f0b4e-7a0c-4f6e-9a51-0d8a6a0f7c11","assertion":{"audience":)"
            + audience + "}}";
        const Result<LoadedProfile> read = fromKeychainItem(SecretBytes(stored), listing());
        QVERIFY(read.ok());
        const SecretBytes item = toKeychainItem(read->profile, read->secrets);
        const JsonDocument document = JsonDocument::parse(item.view().toByteArray());
        QCOMPARE(document.root().member("assertion").member("audience").raw(), QByteArrayView(audience));
    }

    /// Left out without a word, each would make another request of it.
    void refusesOtherTypes_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *member, const char *name) {
            QTest::newRow(member) << QByteArray(member) << QString::fromLatin1(name);
        };
        row(R"("audience":["a"])", "audience");
        row(R"("client_id":true)", "client_id");
        row(R"("scope":[["a"]])", "scope");
        row(R"("client_secret":{"value":"x"})", "client_secret");
        row(R"("assertion":{"audience":["a",1]})", "assertion.audience");
        row(R"("assertion":{"audience":["a",""]})", "assertion.audience");
        row(R"("assertion":{"audience":[]})", "assertion.audience");
        row(R"("assertion":{"audience":{"a":"b"}})", "assertion.audience");
        row(R"("assertion":{"lifetime_s":"60"})", "assertion.lifetime_s");
        row(R"("assertion":{"audience_is_issuer":"yes"})", "assertion.audience_is_issuer");
        row(R"("assertion":{"claims":[1]})", "assertion.claims");
        row(R"("network":"none")", "network");
        row(R"("network":{"timeout_s":"5"})", "network.timeout_s");
        row(R"("network":{"timeout_s":-1})", "network.timeout_s");
        row(R"("network":{"allow_http":"yes"})", "network.allow_http");
        row(R"("network":{"ca_file":["a"]})", "network.ca_file");
        row(R"("network":{"client_certificate":{"x":"a"}})", "network.client_certificate");
    }
    void refusesOtherTypes()
    {
        QFETCH(const QByteArray, member);
        QFETCH(const QString, name);
        const SecretBytes stored(
            R"({"version":1,"id":"6f1f0b4e-7a0c-4f6e-9a51-0d8a6a0f7c11",)" + member + '}');
        const Result<LoadedProfile> read = fromKeychainItem(stored, listing());
        QVERIFY(!read.ok());
        QCOMPARE(read.error().detail, u"unknown value of "_s + name);
    }

    void aNewerVersionIsReadOnly()
    {
        QJsonObject object = json(item(fullProfile()));
        object["version"_L1] = 2;
        const Result<LoadedProfile> read = fromKeychainItem(bytes(object), listing());
        QVERIFY(read.ok());
        QVERIFY(read->profile.readOnly);
        QCOMPARE(read->profile.client, fullProfile().profile.client);
        object["renewal"_L1] = u"by_pigeon"_s;
        QCOMPARE(fromKeychainItem(bytes(object), listing()).error().code, ErrorCode::ProfileTooNew);
    }

    void theHigherRequestRevisionCounts()
    {
        ProfileListing older = listing();
        older.requestRevision = 1;
        QCOMPARE(fromKeychainItem(item(fullProfile()), older)->profile.listing.requestRevision, 3);
        older.requestRevision = 9;
        QCOMPARE(fromKeychainItem(item(fullProfile()), older)->profile.listing.requestRevision, 9);
    }

    void refusesWhatIsNoProfile_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("s3cret");
        QTest::newRow("cut off") << QByteArray(item(fullProfile()).view().first(200).toByteArray());
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no version") << QByteArray("{\"id\":\"") + id.toByteArray() + "\"}";
        QTest::newRow("version 0")
            << QByteArray("{\"version\":0,\"id\":\"") + id.toByteArray() + "\"}";
        QTest::newRow("no id") << QByteArray("{\"version\":1}");
        QTest::newRow("id of another")
            << QByteArray("{\"version\":1,\"id\":\"") + QUuid::createUuid().toByteArray() + "\"}";
        const QByteArray whole =
            "{\"version\":1,\"id\":\"" + id.toByteArray(QUuid::WithoutBraces) + '"';
        QTest::newRow("unknown body") << whole + ",\"body\":\"xml\"}";
        QTest::newRow("unknown authentication") << whole + ",\"client_authentication\":\"x\"}";
        QTest::newRow("authentication is no text") << whole + ",\"client_authentication\":1}";
        QTest::newRow("unknown type")
            << whole + ",\"extra_parameters\":[{\"name\":\"a\",\"type\":\"date\"}]}";
    }
    void refusesWhatIsNoProfile()
    {
        QFETCH(const QByteArray, stored);
        const Result<LoadedProfile> read = fromKeychainItem(SecretBytes(stored), listing());
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::KeychainCorrupt);
        QCOMPARE(read.error().argument(u"name"), u"Acme · Payments Out"_s);
        QVERIFY(!read.error().detail.contains(u"s3cret"));
    }

    void takesALargeNote()
    {
        LoadedProfile wanted = fullProfile();
        wanted.profile.note = QString(2 * 1024 * 1024, u'\u00fc');
        const Result<LoadedProfile> read = fromKeychainItem(item(wanted), listing());
        QVERIFY(read.ok());
        QCOMPARE(read->profile.note, wanted.profile.note);
    }

    void namesItselfForRecovery()
    {
        LoadedProfile wanted = fullProfile();
        wanted.profile.listing.secretExpiresOn = QDate(2027, 3, 1);
        ProfileListing expected = listing();
        expected.secretExpiresOn = QDate(2027, 3, 1);
        QCOMPARE(listingFromKeychainItem(item(wanted)).value(), expected);
        QCOMPARE(listingFromKeychainItem(SecretBytes("{}")).error().code,
                 ErrorCode::KeychainCorrupt);
    }
};

MINTMARK_TEST(tst_profileitem, TestProfileItem)
#include "tst_profileitem.moc"
