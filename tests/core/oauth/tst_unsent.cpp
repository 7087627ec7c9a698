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
    QTest::newRow("data") << u"data:application/json,{}"_s << ErrorCode::EndpointInvalid;
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
             std::optional(ErrorCode::ProxyRefused));
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
