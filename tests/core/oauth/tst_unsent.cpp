// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

#include <QTcpServer>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

QString closedPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("no loopback port");
    return QString::number(server.serverPort());
}

} // namespace

/// Faults that must be found before a byte of the request leaves.
class TestUnsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addresses_data();
    void addresses();
    void unreachable_data();
    void unreachable();
    void noHandshakeAnswer();
    void plainServerBehindHttps();
    void certificates_data();
    void certificates();
    void goodCertificate_data();
    void goodCertificate();
    void selfSignedInTheCaFile();
    void caFileThatIsNone();
    void redirects_data();
    void redirects();
    void proxy();
    void proxyLogin();

private:
    TestAuthority m_authority;
};

void TestUnsent::init()
{
    // A proxy of the machine would answer for unknown hosts.
    for (const char *name : { "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY",
                              "ALL_PROXY", "no_proxy" })
        qunsetenv(name);
}

void TestUnsent::cleanup()
{
    qunsetenv("https_proxy");
}

void TestUnsent::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing") << QString() << ErrorCode::EndpointInvalid;
    QTest::newRow("words") << u"id sage com"_s << ErrorCode::EndpointInvalid;
    QTest::newRow("ftp") << u"ftp://127.0.0.1/token"_s << ErrorCode::EndpointInvalid;
    QTest::newRow("file") << u"file:///etc/passwd"_s << ErrorCode::EndpointInvalid;
    QTest::newRow("foreign http") << u"http://id.example.com/token"_s
                                  << ErrorCode::EndpointInsecure;
    QTest::newRow("user info") << u"https://me:pw@id.example.com/token"_s
                               << ErrorCode::EndpointWithCredentials;
    QTest::newRow("fragment") << u"https://id.example.com/token#a"_s
                              << ErrorCode::EndpointWithCredentials;
}

void TestUnsent::addresses()
{
    QFETCH(const QString, address);
    QFETCH(const ErrorCode, code);
    QCOMPARE(fetched(TokenRequest::from(sageLike(address), withSecret())).code(),
             std::optional(code));
    QCOMPARE(fetched(TokenRequest::renewal(sageLike(address), SecretBytes("a.b.c"))).code(),
             std::optional(code));
}

void TestUnsent::unreachable_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCode>("code");
    // RFC 6761 §6.4: names under .invalid exist nowhere.
    QTest::newRow("unknown host") << u"https://nowhere.invalid/token"_s << ErrorCode::HostNotFound;
    QTest::newRow("refused, http")
        << u"http://127.0.0.1:%1/token"_s.arg(closedPort()) << ErrorCode::ConnectionRefused;
    QTest::newRow("refused, https")
        << u"https://127.0.0.1:%1/token"_s.arg(closedPort()) << ErrorCode::ConnectionRefused;
}

void TestUnsent::unreachable()
{
    QFETCH(const QString, address);
    QFETCH(const ErrorCode, code);
    const Fetched post = fetched(TokenRequest::from(sageLike(address), withSecret()));
    QCOMPARE(post.code(), std::optional(code));
    QCOMPARE(post.error().argument(u"host"), QUrl(address).host());
    QCOMPARE(post.error().argument(u"port"), QString::number(QUrl(address).port(443)));
    QCOMPARE(post.record.status, 0);
    const Fetched get = fetched(TokenRequest::renewal(sageLike(address), SecretBytes("a.b.c")));
    QCOMPARE(get.code(), std::optional(code));
}

void TestUnsent::noHandshakeAnswer()
{
    QTcpServer silent; // accepts, never says a word
    QVERIFY(silent.listen(QHostAddress(QHostAddress::LocalHost)));
    const QString address = u"https://127.0.0.1:%1/token"_s.arg(silent.serverPort());
    const Fetched outcome =
        fetched(TokenRequest::from(sageLike(address), withSecret()), { 200, 1024 });
    QCOMPARE(outcome.code(), std::optional(ErrorCode::ConnectTimedOut));
    QCOMPARE(outcome.error().argument(u"seconds"), u"0.2"_s);
    QVERIFY(outcome.tookMs < 1200);
}

void TestUnsent::plainServerBehindHttps()
{
    FixedServer fixed(tokenAnswer());
    const QString address = fixed.address().replace(u"http:"_s, u"https:"_s);
    // Its side of the handshake never comes, or it ends the connection: both are said as what they
    // are.
    const Fetched outcome =
        fetched(TokenRequest::from(sageLike(address), withSecret()), { 300, 1024 });
    QVERIFY(outcome.code() == ErrorCode::TlsFailed || outcome.code() == ErrorCode::ConnectTimedOut);
    QCOMPARE(fixed.server.requests().size(), 0);
}

void TestUnsent::certificates_data()
{
    QTest::addColumn<QSslConfiguration>("tls");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("value");

    const TestCertificate &root = m_authority.root;
    const TestCertificate &intermediate = m_authority.intermediate;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto recipe = [](auto change) {
        CertificateRecipe result;
        change(result);
        return result;
    };
    const auto add = [](const char *name, const QSslConfiguration &tls, ErrorCode code,
                        const QString &argument = {}, const QString &value = {}) {
        QTest::newRow(name) << tls << code << argument << value;
    };
    add("self-signed", TestCertificate::selfSigned({}).configuration(), ErrorCode::TlsSelfSigned);
    add("wrong host",
        root.issue(recipe([](auto &r) { r.alternativeNames = { u"DNS:example.org"_s }; }))
            .configuration(),
        ErrorCode::TlsWrongHost, u"names"_s, u"example.org"_s);
    add("wrong address",
        root.issue(recipe([](auto &r) { r.alternativeNames = { u"IP:127.0.0.2"_s }; }))
            .configuration(),
        ErrorCode::TlsWrongHost, u"names"_s, u"127.0.0.2"_s);
    // RFC 9525 §2: the common name counts for nothing (platform fact: Qt accepts both).
    add("common name only",
        root.issue(recipe([](auto &r) {
                r.commonName = u"127.0.0.1"_s;
                r.alternativeNames.clear();
            }))
            .configuration(),
        ErrorCode::TlsWrongHost, u"names"_s,
        u"no host; the common name \"127.0.0.1\" does not count"_s);
    add("common name beside another host",
        root.issue(recipe([](auto &r) {
                r.commonName = u"127.0.0.1"_s;
                r.alternativeNames = { u"DNS:example.org"_s };
            }))
            .configuration(),
        ErrorCode::TlsWrongHost, u"names"_s, u"example.org"_s);
    add("address as DNS name",
        root.issue(recipe([](auto &r) { r.alternativeNames = { u"DNS:127.0.0.1"_s }; }))
            .configuration(),
        ErrorCode::TlsWrongHost);
    add("expired",
        root.issue(recipe([&](auto &r) {
                r.from = now.addDays(-30);
                r.to = QDateTime({ 2026, 1, 2 }, { 3, 4 }, Qt::UTC);
                r.from = r.to.addDays(-9);
            }))
            .configuration(),
        ErrorCode::TlsExpired, u"date"_s, u"2 January 2026"_s);
    add("not yet valid",
        root.issue(recipe([&](auto &r) {
                r.from = QDateTime({ 2099, 7, 8 }, { 3, 4 }, Qt::UTC);
                r.to = r.from.addDays(9);
            }))
            .configuration(),
        ErrorCode::TlsNotYetValid, u"date"_s, u"8 July 2099"_s);
    const TestCertificate foreign = TestCertificate::authority(u"Foreign root"_s);
    add("untrusted root", foreign.issue({}).configuration(), ErrorCode::TlsUntrusted, u"issuer"_s,
        u"Foreign root"_s);
    add("untrusted root, sent along", foreign.issue({}).configuration({ foreign }),
        ErrorCode::TlsUntrusted, u"issuer"_s, u"Foreign root"_s);
    add("missing intermediate", intermediate.issue({}).configuration(), ErrorCode::TlsUntrusted,
        u"issuer"_s, u"Mintmark test intermediate"_s);
    add("made by a leaf", root.issue({}).issue({}).configuration({ root.issue({}) }),
        ErrorCode::TlsUntrusted);
    add("for clients", root.issue(recipe([](auto &r) { r.usage = "clientAuth"; })).configuration(),
        ErrorCode::TlsFailed);
}

void TestUnsent::certificates()
{
    QFETCH(const QSslConfiguration, tls);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, argument);
    QFETCH(const QString, value);

    FixedServer fixed(tokenAnswer(), &tls);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.caFile = m_authority.caFile();
    for (const bool renewal : { false, true }) {
        const Fetched outcome =
            fetched(renewal ? TokenRequest::renewal(configuration, SecretBytes("a.b.c"))
                            : TokenRequest::from(configuration, withSecret()));
        QCOMPARE(outcome.code(), std::optional(code));
        if (!argument.isEmpty())
            QCOMPARE(outcome.error().argument(argument), value);
        QCOMPARE(outcome.record.status, 0);
    }
    QCOMPARE(fixed.server.bytesReceived(), 0);
}

void TestUnsent::goodCertificate_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << u"127.0.0.1"_s;
    QTest::newRow("name") << u"localhost"_s;
}

void TestUnsent::goodCertificate()
{
    QFETCH(const QString, host);
    FixedServer fixed(tokenAnswer(), &m_authority.good());
    ClientConfiguration configuration = sageLike(fixed.address(host));
    configuration.caFile = m_authority.caFile();
    const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::nullopt);
    QCOMPARE(fixed.server.requests().size(), 1);
    QVERIFY(outcome.record.tls.has_value());
    QCOMPARE(outcome.record.tls->protocol, u"TLS 1.3"_s);
    QVERIFY(!outcome.record.tls->cipher.isEmpty());
    QCOMPARE(outcome.record.tls->chain.size(), 2);
    QVERIFY(outcome.record.tls->chain.first().startsWith(
        u"server under test \u2190 Mintmark test intermediate, ends 20"));
    // Without the file the same server is not trusted: the system does not know the root.
    configuration.caFile.clear();
    QCOMPARE(fetched(TokenRequest::from(configuration, withSecret())).code(),
             std::optional(ErrorCode::TlsUntrusted));
    QCOMPARE(fixed.server.requests().size(), 1);
}

void TestUnsent::selfSignedInTheCaFile()
{
    const TestCertificate own = TestCertificate::selfSigned({});
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(own.pem()) > 0 && file.flush());
    const QSslConfiguration tls = own.configuration();
    FixedServer fixed(tokenAnswer(), &tls);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.caFile = file.fileName();
    QCOMPARE(fetched(TokenRequest::from(configuration, withSecret())).code(), std::nullopt);
}

void TestUnsent::caFileThatIsNone()
{
    FixedServer fixed(tokenAnswer(), &m_authority.good());
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.caFile = u"/nonexistent/ca.pem"_s;
    const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::FileUnreadable));
    QCOMPARE(outcome.error().argument(u"file"), u"/nonexistent/ca.pem"_s);
    QCOMPARE(fixed.server.connections(), 0);
}

void TestUnsent::redirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("https");
    QTest::addColumn<bool>("renewal");
    for (const int status : { 301, 302, 303, 307, 308 }) {
        for (const bool https : { false, true }) {
            for (const bool renewal : { false, true })
                QTest::addRow("%d %s %s", status, https ? "https" : "http",
                              renewal ? "GET" : "POST")
                    << status << https << renewal;
        }
    }
}

void TestUnsent::redirects()
{
    QFETCH(const int, status);
    QFETCH(const bool, https);
    QFETCH(const bool, renewal);

    FixedServer elsewhere(tokenAnswer());
    ServedAnswer answer;
    answer.status = status;
    answer.headers = { { "Location", elsewhere.address(u"localhost"_s).toLatin1() + "?a=b" } };
    FixedServer fixed(answer, https ? &m_authority.good() : nullptr);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.caFile = m_authority.caFile();
    configuration.authentication = ClientAuthenticationMethod::ClientSecretBasic;
    const Fetched outcome =
        fetched(renewal ? TokenRequest::renewal(configuration, SecretBytes("a.b.c"))
                        : TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::Redirected));
    QCOMPARE(outcome.error().argument(u"target"), u"localhost"_s);
    QCOMPARE(outcome.error().argument(u"status"), QString::number(status));
    QCOMPARE(fixed.server.requests().size(), 1);
    QCOMPARE(elsewhere.server.connections(), 0);
    QCOMPARE(elsewhere.server.bytesReceived(), 0);
}

void TestUnsent::proxy()
{
    qputenv("https_proxy", "http://127.0.0.1:" + closedPort().toLatin1());
    const Fetched outcome =
        fetched(TokenRequest::from(sageLike(u"https://nowhere.invalid/token"_s), withSecret()));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::ProxyFailed));
    QVERIFY(outcome.error().argument(u"proxy").startsWith(u"127.0.0.1:"));

    FixedServer fixed(jsonAnswer(502, "no"));
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(fixed.server.port()));
    QCOMPARE(fetched(TokenRequest::from(sageLike(u"https://nowhere.invalid/token"_s), withSecret()))
                 .code(),
             std::optional(ErrorCode::ProxyFailed));
}

void TestUnsent::proxyLogin()
{
    ServedAnswer answer = jsonAnswer(407, "");
    answer.headers = { { "Proxy-Authenticate", "Basic realm=\"proxy\"" } };
    FixedServer fixed(answer);
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(fixed.server.port()));
    const Fetched outcome =
        fetched(TokenRequest::from(sageLike(u"https://nowhere.invalid/token"_s), withSecret()));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::ProxyAuthentication));
    for (const ServedRequest &request : fixed.server.requests()) {
        QCOMPARE(request.method, "CONNECT"_ba);
        QVERIFY(!request.bytes.contains("Authorization"));
    }
    // Loopback is never asked for through a proxy.
    FixedServer direct(tokenAnswer());
    qputenv("http_proxy", "http://127.0.0.1:" + closedPort().toLatin1());
    QCOMPARE(fetched(TokenRequest::from(sageLike(direct.address()), withSecret())).code(),
             std::nullopt);
    qunsetenv("http_proxy");
}

MINTMARK_TEST(tst_unsent, TestUnsent)

#include "tst_unsent.moc"
