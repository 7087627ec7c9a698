// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientauthentication.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestClientAuthentication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wireNames_data();
    void wireNames();
    void unknownNames();
    void formEncoding_data();
    void formEncoding();
    void basic_data();
    void basic();
    void fields_data();
    void fields();
};

void TestClientAuthentication::wireNames_data()
{
    QTest::addColumn<ClientAuthenticationMethod>("method");
    using Method = ClientAuthenticationMethod;
    // RFC 7591 §2, RFC 8705 §2.1.1
    QTest::newRow("client_secret_post") << Method::ClientSecretPost;
    QTest::newRow("client_secret_basic") << Method::ClientSecretBasic;
    QTest::newRow("client_secret_jwt") << Method::ClientSecretJwt;
    QTest::newRow("private_key_jwt") << Method::PrivateKeyJwt;
    QTest::newRow("tls_client_auth") << Method::TlsClientAuth;
    QTest::newRow("self_signed_tls_client_auth") << Method::SelfSignedTlsClientAuth;
    QTest::newRow("none") << Method::None;
}

void TestClientAuthentication::wireNames()
{
    QFETCH(const ClientAuthenticationMethod, method);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(wireName(method), name);
    QCOMPARE(authenticationFromWireName(name), std::optional(method));
}

void TestClientAuthentication::unknownNames()
{
    for (const QString &name : { QString(), u"basic"_s, u"Client_Secret_Post"_s, u"none "_s })
        QCOMPARE(authenticationFromWireName(name), std::nullopt);
}

void TestClientAuthentication::formEncoding_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    // RFC 6749 appendix B
    QTest::newRow("appendix B") << u" %&+\u00a3\u20ac"_s.toUtf8() << "+%25%26%2B%C2%A3%E2%82%AC"_ba;
    QTest::newRow("left alone") << "AZaz09*-._"_ba
                                << "AZaz09*-._"_ba;
    QTest::newRow("unreserved but encoded") << "~"_ba
                                            << "%7E"_ba;
    QTest::newRow("marks")
        << "!\"#$'(),/:;<=>?@[\\]^`{|}"_ba
        << "%21%22%23%24%27%28%29%2C%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D"_ba;
    QTest::newRow("controls") << QByteArray("\0\r\n\t\x7f", 5) << "%00%0D%0A%09%7F"_ba;
    QTest::newRow("beyond the plane") << u"\U0001f511"_s.toUtf8() << "%F0%9F%94%91"_ba;
}

void TestClientAuthentication::formEncoding()
{
    QFETCH(const QByteArray, plain);
    QFETCH(const QByteArray, encoded);
    QCOMPARE(formEncoded(plain).view(), QByteArrayView(encoded));
}

void TestClientAuthentication::basic_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("raw");
    // RFC 6749 §2.3.1
    QTest::newRow("RFC 6749") << u"s6BhdRkqt3"_s << u"7Fjfp0ZBr1KtDRbnfVdmIw"_s
                              << "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"_ba
                              << "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"_ba;
    // RFC 7617 §2 and §2.1 for the raw ones; "open+sesame" and "123%C2%A3" by hand.
    QTest::newRow("RFC 7617") << u"Aladdin"_s << u"open sesame"_s
                              << "Basic QWxhZGRpbjpvcGVuK3Nlc2FtZQ=="_ba
                              << "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="_ba;
    QTest::newRow("RFC 7617 UTF-8")
        << u"test"_s << u"123\u00a3"_s << "Basic dGVzdDoxMjMlQzIlQTM="_ba
        << "Basic dGVzdDoxMjPCow=="_ba;
    QTest::newRow("colon and marks") << u"a:b"_s << u"c+d&e"_s << "Basic YSUzQWI6YyUyQmQlMjZl"_ba
                                     << "Basic YTpiOmMrZCZl"_ba;
    QTest::newRow("no secret") << u"id"_s << QString() << "Basic aWQ6"_ba
                               << "Basic aWQ6"_ba;
}

void TestClientAuthentication::basic()
{
    QFETCH(const QString, id);
    QFETCH(const QString, secret);
    QFETCH(const QByteArray, form);
    QFETCH(const QByteArray, raw);
    const SecretBytes bytes = SecretBytes::fromString(secret);
    QCOMPARE(basicAuthorization(id, bytes, BasicEncoding::Form).view(), QByteArrayView(form));
    QCOMPARE(basicAuthorization(id, bytes, BasicEncoding::Raw).view(), QByteArrayView(raw));
}

void TestClientAuthentication::fields_data()
{
    QTest::addColumn<ClientAuthenticationMethod>("method");
    QTest::addColumn<QString>("plain"); // with client_credentials
    QTest::addColumn<QString>("grant"); // with the JWT bearer grant
    using Method = ClientAuthenticationMethod;
    const auto add = [](Method method, const char *plain, const char *grant) {
        QTest::newRow(qPrintable(wireName(method)))
            << method << QString::fromLatin1(plain) << QString::fromLatin1(grant);
    };
    add(Method::ClientSecretPost, "id secret", "id secret key assertion grant");
    add(Method::ClientSecretBasic, "id secret encoding", "id secret encoding key assertion grant");
    add(Method::ClientSecretJwt, "id secret assertion", "id secret key assertion grant");
    add(Method::PrivateKeyJwt, "id key assertion", "id key assertion grant");
    add(Method::TlsClientAuth, "id certificate", "id key assertion grant certificate");
    add(Method::SelfSignedTlsClientAuth, "id certificate", "id key assertion grant certificate");
    add(Method::None, "id", "key assertion grant");
}

void TestClientAuthentication::fields()
{
    QFETCH(const ClientAuthenticationMethod, method);
    QFETCH(const QString, plain);
    QFETCH(const QString, grant);
    const auto words = [method](QStringView grantType) {
        const RequiredFields fields = requiredFields(method, grantType);
        QStringList list;
        for (const auto &[has, word] : { std::pair(fields.clientId, "id"), std::pair(fields.clientSecret, "secret"),
                                         std::pair(fields.basicEncoding, "encoding"), std::pair(fields.privateKey, "key"),
                                         std::pair(fields.assertion, "assertion"), std::pair(fields.assertionGrant, "grant"),
                                         std::pair(fields.clientCertificate, "certificate") }) {
            if (has)
                list << QString::fromLatin1(word);
        }
        return list.join(u' ');
    };
    QCOMPARE(words(u"client_credentials"), plain);
    QCOMPARE(words(u"urn:ietf:params:oauth:grant-type:jwt-bearer"), grant);
}

MINTMARK_TEST(tst_clientauthentication, TestClientAuthentication)

#include "tst_clientauthentication.moc"
