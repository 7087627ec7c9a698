// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/networkerror.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

using NetworkError = QNetworkReply::NetworkError;

class TestNetworkError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codes_data();
    void codes();
    void arguments();
    void loginsInVain();
    void timeouts();
    void handshakes_data();
    void handshakes();
};

void TestNetworkError::codes_data()
{
    QTest::addColumn<NetworkError>("error");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    using Reply = QNetworkReply;
    const auto add = [](const char *name, NetworkError error, bool sent, ErrorCode code,
                        const QString &proxy = {}) {
        QTest::newRow(name) << error << sent << proxy << code;
    };
    add("host", Reply::HostNotFoundError, false, HostNotFound);
    add("refused", Reply::ConnectionRefusedError, false, ConnectionRefused);
    add("closed after sending", Reply::RemoteHostClosedError, true, ConnectionClosed);
    // Over https nothing was sent yet: the handshake broke off.
    add("closed in the handshake", Reply::RemoteHostClosedError, false, TlsClosed);
    add("would send again", Reply::ContentReSendError, true, ConnectionClosed);
    add("protocol", Reply::ProtocolFailure, true, AnswerGarbled);
    add("content", Reply::UnknownContentError, true, AnswerGarbled);
    add("no TLS at all", Reply::ProtocolUnknownError, false, TlsMissing);
    add("handshake", Reply::SslHandshakeFailedError, false, TlsFailed);
    add("unreachable", Reply::UnknownNetworkError, false, HostUnreachable);
    add("no network", Reply::NetworkSessionFailedError, false, HostUnreachable);
    add("timeout of the socket", Reply::TimeoutError, false, HostUnreachable);
    add("network lost meanwhile", Reply::UnknownNetworkError, true, NetworkFailed);
    add("unreachable, proxy", Reply::UnknownNetworkError, false, ProxyFailed, u"p:1"_s);
    add("lost behind a proxy", Reply::UnknownNetworkError, true, NetworkFailed, u"p:1"_s);
    add("proxy refused", Reply::ProxyConnectionRefusedError, false, ProxyFailed, u"p:1"_s);
    add("proxy closed", Reply::ProxyConnectionClosedError, false, ProxyClosed, u"p:1"_s);
    add("proxy unknown", Reply::ProxyNotFoundError, false, ProxyFailed, u"p:1"_s);
    add("proxy slow", Reply::ProxyTimeoutError, false, ProxyFailed, u"p:1"_s);
    add("proxy login", Reply::ProxyAuthenticationRequiredError, false, ProxyAuthentication,
        u"p:1"_s);
    add("anything else", Reply::BackgroundRequestNotAllowedError, false, NetworkFailed);
}

void TestNetworkError::codes()
{
    QFETCH(const NetworkError, error);
    QFETCH(const bool, sent);
    QFETCH(const QString, proxy);
    QFETCH(const ErrorCode, code);
    const Error result =
        networkError(error, { u"id.example.com"_s, 443, true, sent, 0, proxy, u"words"_s, {}, {} });
    QCOMPARE(result.code, code);
    QCOMPARE(result.argument(u"host"), u"id.example.com"_s);
}

/// Nobody can tell whether the login was wrong or the way is closed.
void TestNetworkError::loginsInVain()
{
    const Error error =
        loginInVain({ u"id.example.com"_s, 443, true, false, 0, u"p:1"_s, u"words"_s, u"otto"_s, {} });
    QCOMPARE(error.code, ErrorCode::ProxyRefused);
    QVERIFY(error.argument(u"said").contains(u"otto"_s));
    QVERIFY(error.hint.contains(u"name and password"_s) && error.hint.contains(u"id.example.com"_s));
}

void TestNetworkError::arguments()
{
    BrokenExchange exchange { u"h"_s, 8443, false, true, 0, {}, u"words"_s, {}, {} };
    const Error plain = networkError(QNetworkReply::RemoteHostClosedError, exchange);
    QCOMPARE(plain.code, ErrorCode::ConnectionClosed);
    QCOMPARE(plain.argument(u"port"), u"8443"_s);
    QCOMPARE(plain.argument(u"said"), u"words"_s);
    QVERIFY(!plain.arguments.contains(u"proxy"_s));
    QCOMPARE(plain.detail, u"QNetworkReply error 2: words"_s);
    exchange.status = 200;
    exchange.proxy = u"proxy:3128"_s;
    const Error broken = networkError(QNetworkReply::RemoteHostClosedError, exchange);
    QCOMPARE(broken.argument(u"proxy"), u"proxy:3128"_s);
    QCOMPARE(broken.code, ErrorCode::AnswerBrokenOff);
    QVERIFY(broken.detail.endsWith(u"; HTTP 200, then the connection ended"_s));
}

void TestNetworkError::timeouts()
{
    BrokenExchange exchange { u"h"_s, 443, true, true, 0, {}, {}, {}, {} };
    const Error answer = timeoutError(30'000, exchange);
    QCOMPARE(answer.code, ErrorCode::AnswerTimedOut);
    QCOMPARE(answer.argument(u"seconds"), u"30"_s);
    exchange.status = 200;
    QCOMPARE(timeoutError(30'000, exchange).code, ErrorCode::AnswerTooSlow);
    exchange.sent = false;
    const Error connect = timeoutError(1500, exchange);
    QCOMPARE(connect.code, ErrorCode::ConnectTimedOut);
    QCOMPARE(connect.argument(u"seconds"), u"1.5"_s);
    QCOMPARE(connect.argument(u"port"), u"443"_s);
}

void TestNetworkError::handshakes_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    using enum ErrorCode;
    const auto add = [](const char *words, ErrorCode code) {
        QTest::newRow(words) << u"SSL handshake failed: Error during SSL handshake: error:0A00042E:SSL routines::%1"_s
                                    .arg(QLatin1StringView(words))
                             << code << QString::fromLatin1(words);
    };
    // As OpenSSL 3 says it.
    add("tlsv1 alert protocol version", TlsTooOld);
    add("unsupported protocol", TlsTooOld);
    add("wrong version number", TlsNotSpoken);
    add("packet length too long", TlsNotSpoken);
    add("sslv3 alert handshake failure", TlsFailed);
    add("tlsv1 unrecognized name", TlsFailed);
    QTest::newRow("without OpenSSL") << u"No peer"_s << TlsFailed << u"No peer"_s;
}

void TestNetworkError::handshakes()
{
    QFETCH(const QString, said);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, words);
    BrokenExchange exchange { u"h"_s, 443, true, false, 0, {}, said, {}, {} };
    const Error error = networkError(QNetworkReply::SslHandshakeFailedError, exchange);
    QCOMPARE(error.code, code);
    QCOMPARE(error.argument(u"said"), words);
    QVERIFY(error.detail.contains(said));
    // After the handshake it is the answer that is missing.
    exchange.sent = true;
    QCOMPARE(networkError(QNetworkReply::SslHandshakeFailedError, exchange).code, ErrorCode::ConnectionClosed);
}

MINTMARK_TEST(tst_networkerror, TestNetworkError)

#include "tst_networkerror.moc"
