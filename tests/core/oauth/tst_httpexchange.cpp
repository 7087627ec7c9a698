// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "oauth/httpexchange.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Change = std::function<void(ClientConfiguration &, ClientCredentials &)>;
Q_DECLARE_METATYPE(Change)

namespace {

const QString dots(8, QChar(0x2022));

ServedAnswer dated(const QByteArray &date)
{
    ServedAnswer answer = tokenAnswer();
    answer.headers = { { "Date", date } };
    return answer;
}

} // namespace

/// One exchange over a real socket.
class TestHttpExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentAsPreviewed_data();
    void sentAsPreviewed();
    void renewalSentAsPreviewed();
    void ipv6();
    void sizeCap();
    void skew_data();
    void skew();
    void timings_data();
    void timings();
    void cancelledWhileWaiting();
    void cancelledBeforeItBegan();
    void destroyedWhileWaiting();
    void deadlineOverTls();
    void noCookieComesBack();

private:
    /// Runs to the end.
    static bool run(HttpExchange &exchange)
    {
        QSignalSpy finished(&exchange, &Job::finished);
        exchange.start();
        return finished.wait(30'000);
    }
    HttpRequest request(const QString &address) const
    {
        return std::move(TokenRequest::from(sageLike(address), withSecret())).value().takeHttp();
    }

    TestAuthority m_authority;
    FakeClock m_clock;
};

void TestHttpExchange::sentAsPreviewed_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("path");
    using Configuration = ClientConfiguration;
    using Credentials = ClientCredentials;
    const QString path = u"/oauth/token"_s;
    const auto add = [](const char *name, const QString &where, const Change &change) {
        QTest::newRow(name) << change << where;
    };
    add("JSON", path, [](Configuration &, Credentials &) {});
    add("form", path, [](Configuration &c, Credentials &) { c.body = BodyFormat::Form; });
    add("Basic", path, [](Configuration &c, Credentials &) {
        c.authentication = ClientAuthenticationMethod::ClientSecretBasic;
        c.body = BodyFormat::Form;
    });
    add("own headers", path, [](Configuration &c, Credentials &credentials) {
        c.headers = {
            { u"x-lower"_s, u"a  b\tc"_s, false }, { u"X-Key"_s, {}, true },
            { u"Cookie"_s, u"a=b; c=d"_s, false }, { u"If-None-Match"_s, u"\"x\""_s, false },
            { u"Range"_s, u"bytes=0-1"_s, false }, { u"Origin"_s, u"https://a"_s, false },
            { u"Date"_s, u"not a date"_s, false }, { u"Keep-Alive"_s, u"1"_s, false }
        };
        credentials.headers.emplace(u"X-Key"_s, SecretBytes("k-1"));
    });
    add("replaced headers", path, [](Configuration &c, Credentials &) {
        c.headers = { { u"user-agent"_s, u"curl/8"_s, false },
                      { u"ACCEPT"_s, u"*/*"_s, false },
                      { u"Accept-Language"_s, u"de"_s, false },
                      { u"Content-Type"_s, u"application/vnd.acme+json"_s, false } };
    });
    add("empty headers", path, [](Configuration &c, Credentials &) {
        c.headers = { { u"X-Empty"_s, {}, false },      { u"User-Agent"_s, u"  "_s, false },
                      { u"Accept"_s, {}, false },       { u"Accept-Language"_s, {}, false },
                      { u"Content-Type"_s, {}, false }, { u"X-Missing"_s, {}, true } };
    });
    add("no path", {}, [](Configuration &, Credentials &) {});
    add("query", u"/token?a=b&c=%20%2F&d=e+f"_s, [](Configuration &, Credentials &) {});
    add("query without path", u"?a=b"_s, [](Configuration &, Credentials &) {});
    add("dots", u"/a/../b/./token"_s, [](Configuration &, Credentials &) {});
    add("percent", u"/t%C3%B6ken/%7Euser/%2e%2e/x"_s, [](Configuration &, Credentials &) {});
    add("not ASCII", u"/t\u00f6ken"_s, [](Configuration &, Credentials &) {});
    add("two slashes", u"//token//"_s, [](Configuration &, Credentials &) {});
    add("every ASCII", path, [](Configuration &c, Credentials &) {
        for (char character = ' '; character <= '~'; ++character)
            c.scope += QLatin1Char(character);
        c.audience = u"\u0001\u007f\u00a0\u20ac\U0001f511"_s;
    });
    add("64 KiB", path, [](Configuration &c, Credentials &) { c.scope = QString(65'536, u'x'); });
    add("1 MiB", path, [](Configuration &c, Credentials &) { c.scope = QString(1 << 20, u'x'); });
}

void TestHttpExchange::sentAsPreviewed()
{
    QFETCH(const Change, change);
    QFETCH(const QString, path);
    for (const bool https : { false, true }) {
        FixedServer fixed(tokenAnswer(), https ? &m_authority.good() : nullptr);
        ClientConfiguration configuration =
            sageLike(fixed.address().replace(u"/oauth/token"_s, path));
        ClientCredentials credentials = withSecret();
        change(configuration, credentials);
        Result<TokenRequest> request = TokenRequest::from(configuration, credentials);
        QVERIFY2(request.ok(), qPrintable(request.ok() ? QString() : request.error().detail));
        const QByteArray bytes = request->http().bytes().view().toByteArray();
        const QString preview = request->http().preview();

        HttpExchange exchange(std::move(request).value().takeHttp(), m_authority.access(), {},
                              m_clock);
        QVERIFY(run(exchange));
        QVERIFY(exchange.result().ok());
        QCOMPARE(fixed.server.requests().size(), 1);
        QCOMPARE(fixed.server.requests().first().bytes, bytes);
        // The preview is the same with its secrets hidden.
        const QStringList open = preview.split(dots);
        QVERIFY(open.size() >= 2);
        QString rest = QString::fromUtf8(bytes);
        for (const QString &part : open) {
            const qsizetype at = rest.indexOf(part);
            QVERIFY2(at >= 0, qPrintable(part));
            rest = rest.sliced(at + part.size());
        }
        QVERIFY(rest.isEmpty());
        QVERIFY(!preview.contains(canary));
    }
}

void TestHttpExchange::renewalSentAsPreviewed()
{
    for (const bool https : { false, true }) {
        FixedServer fixed(tokenAnswer(), https ? &m_authority.good() : nullptr);
        Result<TokenRequest> request =
            TokenRequest::renewal(sageLike(fixed.address()), SecretBytes("a.b.c"));
        QVERIFY(request.ok());
        const QByteArray expected = "GET /oauth/token HTTP/1.1\r\n"
                                    "Host: 127.0.0.1:"
            + QByteArray::number(fixed.server.port())
            + "\r\nUser-Agent: mintmark/" MINTMARK_VERSION "\r\n"
              "Accept: application/json\r\nAccept-Language: *\r\nAccept-Encoding: identity\r\n"
              "Connection: close\r\nAuthorization: Bearer a.b.c\r\nContent-Length: 0\r\n\r\n";
        QCOMPARE(request->http().bytes().view(), QByteArrayView(expected));
        HttpExchange exchange(std::move(request).value().takeHttp(), m_authority.access(), {},
                              m_clock);
        QVERIFY(run(exchange));
        QVERIFY(exchange.result().ok());
        QCOMPARE(fixed.server.requests().first().bytes, expected);
    }
}

void TestHttpExchange::ipv6()
{
    FixedServer fixed(tokenAnswer());
    fixed.server.close();
    if (!fixed.server.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        QSKIP("no IPv6 on this machine");
    HttpRequest http = request(fixed.address(u"[::1]"_s));
    const QByteArray bytes = http.bytes().view().toByteArray();
    QVERIFY(bytes.contains("\r\nHost: [::1]:" + QByteArray::number(fixed.server.port()) + "\r\n"));
    HttpExchange exchange(std::move(http), {}, {}, m_clock);
    QVERIFY(run(exchange));
    QVERIFY(exchange.result().ok());
    QCOMPARE(fixed.server.requests().first().bytes, bytes);
}

void TestHttpExchange::sizeCap()
{
    FixedServer fixed(jsonAnswer(200, QByteArray(5000, 'x')));
    ExchangeLimits limits;
    limits.bodyBytes = 5000;
    HttpExchange fits(request(fixed.address()), {}, limits, m_clock);
    QVERIFY(run(fits));
    QVERIFY(fits.result().ok());
    QCOMPARE(fits.result()->body.size(), 5000);

    limits.bodyBytes = 4999;
    HttpExchange tooLarge(request(fixed.address()), {}, limits, m_clock);
    QVERIFY(run(tooLarge));
    QVERIFY(!tooLarge.result().ok());
    QCOMPARE(tooLarge.result().error().code, ErrorCode::AnswerTooLarge);
    QCOMPARE(tooLarge.record().answerBody.size(), 4999);
    QCOMPARE(tooLarge.record().status, 200);
}

void TestHttpExchange::skew_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<std::optional<qint64>>("skewMs");
    // The fake clock stands at 10 March 2025, 09:12:04.000 UTC.
    QTest::newRow("same") << "Mon, 10 Mar 2025 09:12:04 GMT"_ba << std::optional<qint64>(0);
    QTest::newRow("ahead") << "Mon, 10 Mar 2025 10:12:04 GMT"_ba
                           << std::optional<qint64>(3'600'000);
    QTest::newRow("behind") << "Mon, 10 Mar 2025 09:12:00 GMT"_ba << std::optional<qint64>(-4000);
    QTest::newRow("not a date") << "yesterday"_ba << std::optional<qint64>();
}

void TestHttpExchange::skew()
{
    QFETCH(const QByteArray, date);
    QFETCH(const std::optional<qint64>, skewMs);
    FixedServer fixed(dated(date));
    HttpExchange exchange(request(fixed.address()), {}, {}, m_clock);
    QVERIFY(run(exchange));
    QVERIFY(exchange.result().ok());
    QCOMPARE(exchange.result()->skewMs, skewMs);
    QCOMPARE(exchange.result()->sentAtMs, m_clock.nowMs());
    QCOMPARE(exchange.result()->receivedAtMs, m_clock.nowMs());
    QCOMPARE(exchange.record().startedAtMs, m_clock.nowMs());
}

void TestHttpExchange::timings_data()
{
    QTest::addColumn<bool>("https");
    QTest::addColumn<bool>("renewal");
    QTest::newRow("http POST") << false << false;
    QTest::newRow("http GET") << false << true;
    QTest::newRow("https POST") << true << false;
    QTest::newRow("https GET") << true << true;
}

void TestHttpExchange::timings()
{
    QFETCH(const bool, https);
    QFETCH(const bool, renewal);
    ServedAnswer slow = tokenAnswer();
    slow.delayMs = 60;
    FixedServer fixed(slow, https ? &m_authority.good() : nullptr);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = m_authority.caFile();
    const Fetched outcome =
        fetched(renewal ? TokenRequest::renewal(configuration, SecretBytes("a.b.c"))
                        : TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::nullopt);
    const ExchangeTimings &t = outcome.record.timings;
    // Nothing tells when a connection without TLS stands, unless a body is asked for.
    QCOMPARE(t.connectMs >= 0, https || !renewal);
    QCOMPARE(t.sendMs >= 0, !renewal); // there is no body to send
    QVERIFY2(t.waitMs >= 30, qPrintable(QString::number(t.waitMs)));
    QVERIFY(t.receiveMs >= 0);
    QCOMPARE(qMax(t.connectMs, 0) + qMax(t.sendMs, 0) + t.waitMs + t.receiveMs, t.totalMs);
    QCOMPARE(outcome.record.tls.has_value(), https);
    QCOMPARE(outcome.record.purpose, renewal ? u"renewal"_s : u"token"_s);
    QCOMPARE(outcome.record.method, renewal ? u"GET"_s : u"POST"_s);
    QCOMPARE(outcome.record.url, fixed.address());
    QCOMPARE(outcome.record.reason, u"Demo"_s);
}

void TestHttpExchange::cancelledWhileWaiting()
{
    ServedAnswer silent;
    silent.fault = ServedAnswer::Fault::Silence;
    FixedServer fixed(silent);
    HttpExchange exchange(request(fixed.address()), {}, {}, m_clock);
    QSignalSpy finished(&exchange, &Job::finished);
    exchange.start();
    QTRY_COMPARE(fixed.server.requests().size(), 1);
    exchange.cancel();
    QCOMPARE(finished.size(), 0); // never inside cancel()
    QVERIFY(finished.wait(10'000));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(exchange.result().error().code, ErrorCode::Cancelled);
    QCOMPARE(exchange.record().error->code, ErrorCode::Cancelled);
    QCOMPARE(fixed.server.requests().size(), 1);
}

void TestHttpExchange::cancelledBeforeItBegan()
{
    FixedServer fixed(tokenAnswer());
    HttpExchange exchange(request(fixed.address()), {}, {}, m_clock);
    QSignalSpy finished(&exchange, &Job::finished);
    exchange.start();
    exchange.cancel();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(exchange.result().error().code, ErrorCode::Cancelled);
    QCOMPARE(exchange.record().timings, ExchangeTimings());
    QCOMPARE(fixed.server.connections(), 0);
}

void TestHttpExchange::destroyedWhileWaiting()
{
    ServedAnswer silent;
    silent.fault = ServedAnswer::Fault::Silence;
    FixedServer fixed(silent);
    auto exchange = std::make_unique<HttpExchange>(request(fixed.address()), NetworkAccess(),
                                                   ExchangeLimits(), m_clock);
    exchange->start();
    QTRY_COMPARE(fixed.server.requests().size(), 1);
    exchange.reset();
    QVERIFY(fixed.server.bytesReceived() > 0);
}

void TestHttpExchange::deadlineOverTls()
{
    ServedAnswer drip = tokenAnswer();
    drip.fault = ServedAnswer::Fault::Drip;
    drip.dripMs = 5;
    FixedServer fixed(drip, &m_authority.good());
    ExchangeLimits limits;
    limits.deadlineMs = 200;
    HttpExchange exchange(request(fixed.address()), m_authority.access(), limits, m_clock);
    QVERIFY(run(exchange));
    QCOMPARE(exchange.result().error().code, ErrorCode::AnswerTimedOut);
    QVERIFY(exchange.record().timings.totalMs >= 200);
    QVERIFY(exchange.record().timings.totalMs < 1200);
    QVERIFY(exchange.record().tls.has_value());
}

void TestHttpExchange::noCookieComesBack()
{
    ServedAnswer answer = tokenAnswer();
    answer.headers = { { "Set-Cookie", "sid=1; Path=/" } };
    FixedServer fixed(answer);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(fetched(TokenRequest::from(sageLike(fixed.address()), withSecret())).code(),
                 std::nullopt);
    QCOMPARE(fixed.server.requests().size(), 2);
    QVERIFY(!fixed.server.requests().last().bytes.contains("sid=1"));
    QCOMPARE(fixed.server.connections(), 2);
}

MINTMARK_TEST(tst_httpexchange, TestHttpExchange)

#include "tst_httpexchange.moc"
