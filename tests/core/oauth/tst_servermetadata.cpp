// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/servermetadata.h"
#include "support/testmain.h"

#include <QTest>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestServerMetadata : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheDocument();
    void otherTypesCountAsMissing();
    void theIssuerIsTheOneAskedFor_data();
    void theIssuerIsTheOneAskedFor();
    void refusesWhatIsNoDocument_data();
    void refusesWhatIsNoDocument();
    void addresses_data();
    void addresses();
    void noAddress_data();
    void noAddress();
};

// RFC 8414 §3.2, shortened.
void TestServerMetadata::readsTheDocument()
{
    const auto metadata = ServerMetadata::parse(R"({"issuer":"https://server.example.com",
        "authorization_endpoint":"https://server.example.com/authorize",
        "token_endpoint":"https://server.example.com/token",
        "token_endpoint_auth_methods_supported":["client_secret_basic","private_key_jwt"],
        "jwks_uri":"https://server.example.com/jwks.json",
        "revocation_endpoint":"https://server.example.com/revoke",
        "introspection_endpoint":"https://server.example.com/introspect",
        "grant_types_supported":["client_credentials"],
        "ui_locales_supported":["en-US","en-GB"]})",
                                                u"https://server.example.com"_s);
    QVERIFY(metadata.ok());
    QCOMPARE(metadata->issuer, u"https://server.example.com"_s);
    QCOMPARE(metadata->tokenEndpoint, u"https://server.example.com/token"_s);
    QCOMPARE(metadata->jwksUri, u"https://server.example.com/jwks.json"_s);
    QCOMPARE(metadata->introspectionEndpoint, u"https://server.example.com/introspect"_s);
    QCOMPARE(metadata->revocationEndpoint, u"https://server.example.com/revoke"_s);
    QCOMPARE(metadata->tokenEndpointAuthMethods,
             QStringList({ u"client_secret_basic"_s, u"private_key_jwt"_s }));
    QCOMPARE(metadata->grantTypes, QStringList { u"client_credentials"_s });
}

void TestServerMetadata::otherTypesCountAsMissing()
{
    const auto metadata = ServerMetadata::parse(
        R"({"issuer":"https://a","jwks_uri":["https://a/jwks"],"token_endpoint":null,
            "grant_types_supported":"client_credentials",
            "token_endpoint_auth_methods_supported":["none",1,null]})",
        u"https://a"_s);
    QVERIFY(metadata.ok());
    QCOMPARE(metadata->jwksUri, QString());
    QCOMPARE(metadata->tokenEndpoint, QString());
    QCOMPARE(metadata->grantTypes, QStringList());
    QCOMPARE(metadata->tokenEndpointAuthMethods, QStringList { u"none"_s });
}

void TestServerMetadata::theIssuerIsTheOneAskedFor_data()
{
    QTest::addColumn<QByteArray>("found");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << "\"https://id.example.com/a\""_ba << true;
    QTest::newRow("same, escaped") << R"("https:\/\/id.example.com\/a")"_ba << true;
    QTest::newRow("slash") << "\"https://id.example.com/a/\""_ba << false;
    QTest::newRow("case") << "\"https://ID.example.com/a\""_ba << false;
    QTest::newRow("port") << "\"https://id.example.com:443/a\""_ba << false;
    QTest::newRow("another") << "\"https://evil.example/a\""_ba << false;
    QTest::newRow("no string") << "[\"https://id.example.com/a\"]"_ba << false;
    QTest::newRow("null") << "null"_ba << false;
}

void TestServerMetadata::theIssuerIsTheOneAskedFor()
{
    QFETCH(const QByteArray, found);
    const auto metadata = ServerMetadata::parse("{\"issuer\":" + found + "}",
                                                u"https://id.example.com/a"_s);
    QTEST(metadata.ok(), "same");
    if (!metadata)
        QCOMPARE(metadata.error().code, ErrorCode::ProfileInvalid);
}

void TestServerMetadata::refusesWhatIsNoDocument_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("HTML") << "<!doctype html><title>Log in</title>"_ba << ErrorCode::AnswerNotJson;
    QTest::newRow("array") << R"(["https://a"])"_ba << ErrorCode::AnswerNotJson;
    QTest::newRow("cut off") << R"({"issuer":"https://a")"_ba << ErrorCode::AnswerNotJson;
    QTest::newRow("issuer twice") << R"({"issuer":"https://a","issuer":"https://b"})"_ba
                                  << ErrorCode::AnswerAmbiguous;
    QTest::newRow("keys twice")
        << R"({"issuer":"https://a","jwks_uri":"https://a/1","jwks_uri":"https://a/2"})"_ba
        << ErrorCode::AnswerAmbiguous;
    QTest::newRow("no issuer") << "{}"_ba << ErrorCode::ProfileInvalid;
}

void TestServerMetadata::refusesWhatIsNoDocument()
{
    QFETCH(const QByteArray, body);
    const auto metadata = ServerMetadata::parse(body, u"https://a"_s);
    QVERIFY(!metadata);
    QTEST(metadata.error().code, "code");
}

void TestServerMetadata::addresses_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("behind");
    QTest::addColumn<QString>("before");
    const QString host = u"https://example.com"_s;
    const QString oidc = u"/.well-known/openid-configuration"_s;
    const QString oauth = u"/.well-known/oauth-authorization-server"_s;
    // OpenID Connect Discovery 1.0 §4.1 and RFC 8414 §3.1, their own examples
    QTest::newRow("host") << host << host + oidc << host + oauth;
    QTest::newRow("path") << host + u"/issuer1"_s << host + u"/issuer1"_s + oidc
                          << host + oauth + u"/issuer1"_s;
    QTest::newRow("slash") << host + u"/"_s << host + oidc << host + oauth;
    QTest::newRow("path and slash")
        << host + u"/a/b/"_s << host + u"/a/b"_s + oidc << host + oauth + u"/a/b"_s;
    QTest::newRow("port") << host + u":8443/a"_s << host + u":8443/a"_s + oidc
                          << host + u":8443"_s + oauth + u"/a"_s;
    QTest::newRow("escapes") << host + u"/a%2Fb"_s << host + u"/a%2Fb"_s + oidc
                             << host + oauth + u"/a%2Fb"_s;
}

void TestServerMetadata::addresses()
{
    QFETCH(const QString, issuer);
    QFETCH(const QString, behind);
    QFETCH(const QString, before);
    const Result<QStringList> addresses = metadataAddresses(issuer);
    QVERIFY(addresses.ok());
    QCOMPARE(addresses->first(2), QStringList({ behind, before }));
    QStringList last; // RFC 8414 §5, where the issuer has a path
    if (!before.endsWith(u"-server"_s))
        last << QString(behind).replace(u"openid-configuration"_s, u"oauth-authorization-server"_s);
    QCOMPARE(addresses->sliced(2), last);
}

void TestServerMetadata::noAddress_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("word") << u"sage"_s << ErrorCode::EndpointInvalid;
    QTest::newRow("query") << u"https://a?x=1"_s << ErrorCode::EndpointInvalid;
    QTest::newRow("http") << u"http://id.example.com"_s << ErrorCode::EndpointInsecure;
    QTest::newRow("user") << u"https://u@a"_s << ErrorCode::EndpointWithCredentials;
    QTest::newRow("file") << u"file:///etc/passwd"_s << ErrorCode::EndpointInvalid;
}

void TestServerMetadata::noAddress()
{
    QFETCH(const QString, issuer);
    const Result<QStringList> addresses = metadataAddresses(issuer);
    QVERIFY(!addresses);
    QTEST(addresses.error().code, "code");
}

MINTMARK_TEST(tst_servermetadata, TestServerMetadata)

#include "tst_servermetadata.moc"
