// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientauthentication.h"
#include "oauth/parameters.h"
#include "oauth/tokenrequest.h"
#include "support/testmain.h"

#include <QRegularExpression>

#include <algorithm>

using namespace mintmark;
using namespace Qt::StringLiterals;

using Method = ClientAuthenticationMethod;

namespace {

/// RFC 8037 appendix A.1.
constexpr char ed25519Key[] = R"({"kty":"OKP","crv":"Ed25519",
 "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";

} // namespace

/// Token requests with assertions: where they stand, and that nobody sees them.
class TestAssertionRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assertions_data();
    void assertions();
};

void TestAssertionRequest::assertions_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QString>("grant");
    QTest::addColumn<QByteArray>("body"); // # is an assertion
    const QByteArray type = "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
    const QByteArray bearer = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=#";
    const QString credentials = u"client_credentials"_s;
    const QString jwt = parameter::jwtBearerGrant;
    for (const Method method : { Method::PrivateKeyJwt, Method::ClientSecretJwt })
        QTest::newRow(qPrintable(wireName(method)))
            << method << credentials
            << "grant_type=client_credentials&client_id=acme&" + type + "&client_assertion=#&scope=a";
    QTest::newRow("Google") << Method::None << jwt << bearer + "&scope=a";
    QTest::newRow("both") << Method::PrivateKeyJwt << jwt
                          << bearer + "&client_id=acme&" + type + "&client_assertion=#&scope=a";
    QTest::newRow("with a secret") << Method::ClientSecretPost << jwt
                                   << bearer + "&client_id=acme&client_secret=swordfish&scope=a";
}

void TestAssertionRequest::assertions()
{
    QFETCH(const Method, method);
    QFETCH(const QString, grant);
    QFETCH(const QByteArray, body);
    ClientConfiguration configuration;
    configuration.tokenEndpoint = u"https://as.example.com/token"_s;
    configuration.clientId = u"acme"_s;
    configuration.body = BodyFormat::Form;
    configuration.scope = u"a"_s;
    configuration.grantType = grant;
    configuration.authentication = method;
    ClientCredentials credentials;
    credentials.clientSecret = SecretBytes("swordfish");
    credentials.privateKey = SecretBytes(ed25519Key);
    const Result<TokenRequest> request = TokenRequest::from(configuration, credentials);
    QVERIFY(request.ok());
    static const QRegularExpression token(u"eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]+"_s);
    const QString sent = QString::fromLatin1(request->http().body().view().toByteArray());
    QCOMPARE(QString(sent).replace(token, u"#"_s), QString::fromLatin1(body));
    const QString preview = request->http().preview();
    QVERIFY(!preview.contains(u"eyJ"_s));
    QVERIFY(!preview.contains(u"swordfish"_s));
    // The next one says the same but for its assertions, and is as long.
    const Result<TokenRequest> next = TokenRequest::from(configuration, credentials);
    QCOMPARE(next->http().preview(), preview);
    QVERIFY(!(next->http().body() == request->http().body()));
    for (auto match = token.globalMatch(sent); match.hasNext();) {
        const SecretBytes assertion = SecretBytes::fromString(match.next().captured());
        QVERIFY(std::ranges::count(request->http().plainSecrets(), assertion) == 1);
    }
}

MINTMARK_TEST(tst_assertionrequest, TestAssertionRequest)

#include "tst_assertionrequest.moc"
