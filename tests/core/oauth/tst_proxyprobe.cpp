// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/proxyprobe.h"

#include "base/errorcatalogue.h"
#include "oauthrig.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTcpServer>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Fault = ServedAnswer::Fault;

/// A proxy that does not open the way, each time with the one error that says so, by the deadline,
/// and without a byte of the request.
class TestProxyProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void named();
    void unreachable();
    void asksOnce();
};

void TestProxyProbe::faults_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<bool>("login");
    QTest::addColumn<ErrorCode>("code");
    const auto faulty = [](Fault fault) {
        ServedAnswer answer = jsonAnswer(200, {});
        answer.fault = fault;
        return answer;
    };
    const auto raw = [](const QByteArray &bytes) {
        ServedAnswer answer;
        answer.raw = bytes;
        return answer;
    };
    ServedAnswer challenge = jsonAnswer(407, "");
    challenge.headers = { { "Proxy-Authenticate", "Basic realm=\"proxy\"" } };
    QTest::newRow("close") << faulty(Fault::Close) << false << ErrorCode::ProxyClosed;
    QTest::newRow("reset") << faulty(Fault::Reset) << false << ErrorCode::ProxyClosed;
    QTest::newRow("garbage") << raw("SSH-2.0-x\r\n\r\n") << false << ErrorCode::ProxyClosed;
    QTest::newRow("silence") << faulty(Fault::Silence) << false << ErrorCode::ConnectTimedOut;
    for (const int status : { 301, 400, 403, 404, 405, 429, 500, 502, 503, 504 })
        QTest::addRow("%d", status)
            << jsonAnswer(status, "") << false << ErrorCode::ProxyRefused;
    QTest::newRow("407") << challenge << false << ErrorCode::ProxyAuthentication;
    QTest::newRow("407 in spite of a login") << challenge << true << ErrorCode::ProxyLoginRefused;
}

void TestProxyProbe::faults()
{
    QFETCH(const ServedAnswer, answer);
    QFETCH(const bool, login);
    QFETCH(const ErrorCode, code);
    FixedServer proxy(answer);
    ClientConfiguration configuration = sageLike(u"https://id.acme.test/token"_s);
    configuration.network.proxy = { ProxySettings::Kind::Http, u"127.0.0.1"_s, proxy.server.port(),
                                    login ? u"me"_s : QString() };
    NetworkSecrets secrets;
    secrets.proxyPassword = shareSecret(SecretBytes("proxy-pass"));
    const qint64 deadlineMs = answer.fault == Fault::Silence ? 900 : 20'000;
    const Fetched outcome =
        fetched(TokenRequest::from(configuration, withSecret()), { deadlineMs, 1024 }, secrets);
    QVERIFY2(outcome.code() == code,
             qPrintable(outcome.error().detail + QString::number(int(outcome.error().code))));
    const QString name = u"127.0.0.1:%1"_s.arg(proxy.server.port());
    QCOMPARE(outcome.error().argument(u"proxy"), name);
    const ErrorText text = errorText(outcome.error());
    QVERIFY2((text.cause + text.known).contains(name), qPrintable(text.known));
    QCOMPARE(outcome.record.proxy, name);
    QVERIFY(outcome.tookMs < deadlineMs + 5'000);
    for (const ServedRequest &request : proxy.server.requests()) {
        QCOMPARE(request.method, "CONNECT"_ba);
        QVERIFY(!request.bytes.contains("client_credential"));
        QVERIFY(login || !request.bytes.contains("Authorization"));
    }
}

void TestProxyProbe::named()
{
    FixedServer proxy(jsonAnswer(403, ""));
    ProxyProbe probe(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.server.port()),
                     u"id.acme.test"_s, 443);
    QSignalSpy finished(&probe, &Job::finished);
    probe.start();
    QVERIFY(finished.wait(5'000));
    QCOMPARE(*probe.result(), 403);
    QCOMPARE(proxy.server.requests().first().target, "id.acme.test:443"_ba);
}

void TestProxyProbe::unreachable()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress(QHostAddress::LocalHost)));
    const quint16 port = closed.serverPort();
    closed.close();
    ClientConfiguration configuration = sageLike(u"https://id.acme.test/token"_s);
    configuration.network.proxy = { ProxySettings::Kind::Http, u"127.0.0.1"_s, port, {} };
    QCOMPARE(fetched(TokenRequest::from(configuration, withSecret()), { 20'000, 1024 }).code(),
             std::optional(ErrorCode::ProxyFailed));
    configuration.network.proxy.host = u"nowhere.invalid"_s;
    QCOMPARE(fetched(TokenRequest::from(configuration, withSecret()), { 20'000, 1024 }).code(),
             std::optional(ErrorCode::ProxyFailed));
}

/// One that is well is not asked about itself.
void TestProxyProbe::asksOnce()
{
    FixedServer proxy(jsonAnswer(502, ""));
    ClientConfiguration configuration = sageLike(u"https://id.acme.test/token"_s);
    configuration.network.proxy = { ProxySettings::Kind::Http, u"127.0.0.1"_s, proxy.server.port(), {} };
    (void)fetched(TokenRequest::from(configuration, withSecret()), { 20'000, 1024 });
    QVERIFY(proxy.server.requests().size() <= 2);
}

MINTMARK_TEST(tst_proxyprobe, TestProxyProbe)

#include "tst_proxyprobe.moc"
