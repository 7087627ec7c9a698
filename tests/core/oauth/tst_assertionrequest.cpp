// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "oauth/clientauthentication.h"
#include "oauth/parameters.h"
#include "oauth/tokenrequest.h"
#include "support/testmain.h"

#include <QRegularExpression>

#include <algorithm>

using namespace mintmark;
using namespace mintmark::test;
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
    void echoed_data();
    void echoed();
};

void TestAssertionRequest::assertions_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QString>("grant");
    QTest::addColumn<QByteArray>("body"); // # is an assertion
    const QByteArray type =
        "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
    const QByteArray bearer =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=#";
    const QString credentials = u"client_credentials"_s;
    const QString jwt = parameter::jwtBearerGrant;
    for (const Method method : { Method::PrivateKeyJwt, Method::ClientSecretJwt })
        QTest::newRow(qPrintable(wireName(method)))
            << method << credentials
            << "grant_type=client_credentials&client_id=acme&" + type
                + "&client_assertion=#&scope=a";
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

void TestAssertionRequest::echoed_data()
{
    QTest::addColumn<QByteArray>("raw"); // # is the assertion as it was sent
    const auto add = [](const char *name, const QByteArray &status, const QByteArray &body) {
        QTest::newRow(name) << "HTTP/1.1 " + status + "\r\nConnection: close\r\n\r\n" + body;
    };
    add("description", "400 No", R"({"error":"invalid_client","error_description":"bad: #"})");
    add("description, cut", "400 No",
        R"({"error":"x","error_description":")" + QByteArray(480, 'x') + " #\"}");
    add("error", "401 No", R"({"error":"#"})");
    add("member", "200 OK", R"({"seen":["#"]})");
    add("text", "500 No", "assertion was #");
    add("page", "200 OK", "<html><title>#</title></html>");
    add("reason", "500 # is wrong", "");
    add("header", "500 No\r\nX-Debug: #", "");
    add("redirect", "302 No\r\nLocation: /login?a=#", "");
}

/// A server that says it again makes it visible nowhere, and the key is seen by nobody at all.
void TestAssertionRequest::echoed()
{
    QFETCH(const QByteArray, raw);
    QByteArray assertion;
    LoopbackServer server([&](const ServedRequest &request) {
        const QByteArray form = request.body.sliced(request.body.indexOf("client_assertion=") + 17);
        assertion = form.first(form.indexOf('&'));
        ServedAnswer answer;
        answer.raw = QByteArray(raw).replace("#", assertion);
        return answer;
    });
    QVERIFY(server.listen());
    ClientConfiguration configuration;
    configuration.tokenEndpoint = u"http://127.0.0.1:%1/token"_s.arg(server.port());
    configuration.grantType = u"client_credentials"_s;
    configuration.clientId = u"acme"_s;
    configuration.scope = u"a"_s;
    configuration.body = BodyFormat::Form;
    configuration.authentication = Method::PrivateKeyJwt;
    ClientCredentials credentials;
    credentials.privateKey = SecretBytes(ed25519Key);
    const Fetched outcome = fetched(TokenRequest::from(configuration, credentials));
    QVERIFY(!outcome.result.ok());
    QCOMPARE(assertion.count('.'), 2);
    const ExchangeRecord &record = outcome.record;
    const Error error = outcome.error();
    const QString said =
        QStringList({ record.request, record.url, record.reason, record.answerHead,
                      record.answerBody, error.detail, error.argument(u"error_description"),
                      error.argument(u"error"), error.argument(u"said"), error.argument(u"title"),
                      error.argument(u"target"), error.argument(u"members") })
            .join(u'\n');
    QVERIFY2(said.contains(u"client_assertion=secret#1&"_s), qPrintable(said));
    for (const QByteArray &part : assertion.split('.'))
        QVERIFY2(!said.contains(QString::fromLatin1(part.first(12))), qPrintable(said));
    QVERIFY(!QByteArrayView(server.requests().constFirst().bytes).contains("nWGxne"));
}

MINTMARK_TEST(tst_assertionrequest, TestAssertionRequest)

#include "tst_assertionrequest.moc"
