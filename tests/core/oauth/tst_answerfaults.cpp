// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

#include <QStringEncoder>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Arguments = QMap<QString, QString>;

namespace {

/// For faults that end by themselves.
constexpr int patient = 20'000;

ServedAnswer withHeader(ServedAnswer answer, const QByteArray &name, const QByteArray &value)
{
    answer.headers << std::pair(name, value);
    return answer;
}

ServedAnswer faulty(ServedAnswer::Fault fault)
{
    ServedAnswer answer = tokenAnswer();
    answer.fault = fault;
    answer.dripMs = 5;
    return answer;
}

ServedAnswer page(int status, const QByteArray &body)
{
    ServedAnswer answer = jsonAnswer(status, body);
    answer.contentType = "text/html; charset=utf-8";
    return answer;
}

QByteArray utf16(const QString &text)
{
    return QStringEncoder(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom).encode(text);
}

ServedAnswer endless()
{
    ServedAnswer answer;
    answer.raw = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":\"";
    answer.repeated = QByteArray(64 * 1024, 'x');
    return answer;
}

ServedAnswer rawAnswer(const QByteArray &bytes)
{
    ServedAnswer answer;
    answer.raw = bytes;
    return answer;
}

/// The same bytes without end.
ServedAnswer flood(const QByteArray &again, const QByteArray &first = {})
{
    ServedAnswer answer = rawAnswer(first);
    answer.repeated = again;
    if (first.isEmpty())
        answer.raw = again;
    return answer;
}

ServedAnswer with(const QByteArray &member)
{
    return jsonAnswer(200, "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\"," + member + '}');
}

} // namespace

/// What servers answer, each with the one error it must become. A new case is a row.
class TestAnswerFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void faultsOverTls_data() { faults_data(); }
    void faultsOverTls();
    void tokensAllTheSame_data();
    void tokensAllTheSame();

private:
    void fail(bool overTls);

    TestAuthority m_authority;
};

void TestAnswerFaults::faults_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Arguments>("arguments"); // those that must be so; others are not looked at
    QTest::addColumn<int>("deadlineMs");

    using Fault = ServedAnswer::Fault;
    const auto add = [](const char *name, const ServedAnswer &answer, ErrorCode code,
                        const Arguments &arguments = {}, int deadlineMs = patient) {
        QTest::newRow(name) << answer << code << arguments << deadlineMs;
    };

    // RFC 6749 §5.2
    add("invalid_client", jsonAnswer(401, R"({"error":"invalid_client","error_description":"No"})"),
        ErrorCode::InvalidClient,
        { { u"error"_s, u"invalid_client"_s },
          { u"error_description"_s, u"No"_s },
          { u"status"_s, u"401"_s } });
    add("invalid_client, 400", jsonAnswer(400, R"({"error":"invalid_client"})"),
        ErrorCode::InvalidClient);
    add("unsupported_grant_type", jsonAnswer(400, R"({"error":"unsupported_grant_type"})"),
        ErrorCode::UnsupportedGrantType, { { u"grant_type"_s, u"client_credential"_s } });
    add("invalid_scope", jsonAnswer(400, R"({"error":"invalid_scope"})"), ErrorCode::InvalidScope);
    add("invalid_target", jsonAnswer(400, R"({"error":"invalid_target"})"),
        ErrorCode::InvalidAudience, { { u"audience"_s, u"s200ukipd/sage200"_s } });
    add("200 with error",
        jsonAnswer(200, R"({"error":"invalid_client","error_description":"Bad"})"),
        ErrorCode::RefusedWithSuccess,
        { { u"status"_s, u"200"_s }, { u"error"_s, u"invalid_client"_s } });
    add("200 with error and token",
        jsonAnswer(200, R"({"access_token":"a.b.c","error":"invalid_scope"})"),
        ErrorCode::RefusedWithSuccess);
    add("error unknown", jsonAnswer(400, R"({"error":"moon_phase"})"), ErrorCode::RefusedOther,
        { { u"error"_s, u"moon_phase"_s } });
    add("error as object", jsonAnswer(403, R"({"error":{"code":"access_denied","message":"Go"}})"),
        ErrorCode::AccessDenied, { { u"error_description"_s, u"Go"_s } });

    // bodies that are none of RFC 6749 §5.1
    add("HTML", page(200, "<!DOCTYPE html><html><head><title>Sign in</title></head></html>"),
        ErrorCode::AnswerIsHtml, { { u"title"_s, u"Sign in"_s } });
    add("HTML, 404", page(404, "<html><title>Not found</title>"), ErrorCode::AnswerIsHtml,
        { { u"status"_s, u"404"_s } });
    add("HTML, 502", page(502, "<html><head><title>Bad gateway</title></head></html>"),
        ErrorCode::ServerFailed, { { u"said"_s, u"Bad gateway"_s } });
    add("empty", jsonAnswer(200, ""), ErrorCode::AnswerEmpty, { { u"status"_s, u"200"_s } });
    add("white space", jsonAnswer(200, " \r\n\t "), ErrorCode::AnswerEmpty);
    add("204", jsonAnswer(204, ""), ErrorCode::AnswerEmpty, { { u"status"_s, u"204"_s } });
    add("text", jsonAnswer(200, "access_token=a.b.c&token_type=bearer"), ErrorCode::AnswerNotJson);
    add("array", jsonAnswer(200, R"([{"access_token":"a.b.c"}])"), ErrorCode::AnswerNotJson);
    add("cut off JSON", jsonAnswer(200, R"({"access_token":"a.b.c")"), ErrorCode::AnswerNotJson);
    add("two objects", jsonAnswer(200, R"({"access_token":"a.b.c"}{})"), ErrorCode::AnswerNotJson);
    add("UTF-16", jsonAnswer(200, utf16(u"{\"access_token\":\"a.b.c\"}"_s)),
        ErrorCode::AnswerNotJson);
    add("Latin-1", jsonAnswer(200, "{\"access_token\":\"a.b.c\",\"n\":\"\xFC\"}"),
        ErrorCode::AnswerNotJson);
    add("only a byte order mark", jsonAnswer(200, "\xEF\xBB\xBF"), ErrorCode::AnswerNotJson);
    add("nested too deep", jsonAnswer(200, "{\"a\":" + QByteArray(100'000, '[')),
        ErrorCode::AnswerNotJson);
    add("no access_token", jsonAnswer(200, R"({"token":"a.b.c","expires_in":1})"),
        ErrorCode::AnswerWithoutToken, { { u"members"_s, u"token, expires_in"_s } });
    add("empty object", jsonAnswer(200, "{}"), ErrorCode::AnswerWithoutToken,
        { { u"members"_s, u"nothing"_s } });
    add("access_token empty", jsonAnswer(200, R"({"access_token":""})"),
        ErrorCode::AnswerWithoutToken, { { u"members"_s, u"access_token (empty)"_s } });
    add("access_token null", jsonAnswer(200, R"({"access_token":null})"),
        ErrorCode::AnswerWithoutToken);
    add("access_token number", jsonAnswer(200, R"({"access_token":17})"),
        ErrorCode::AnswerWithoutToken, { { u"members"_s, u"access_token (not a text)"_s } });
    add("access_token object", jsonAnswer(200, R"({"access_token":{"value":"a.b.c"}})"),
        ErrorCode::AnswerWithoutToken);
    add("access_token with a line break", jsonAnswer(200, R"({"access_token":"a\r\nX-Evil: 1"})"),
        ErrorCode::AnswerWithoutToken);
    add("access_token with a space", jsonAnswer(200, R"({"access_token":"a b"})"),
        ErrorCode::AnswerWithoutToken);
    add("access_token not ASCII", jsonAnswer(200, R"({"access_token":"t\u00f6ken"})"),
        ErrorCode::AnswerWithoutToken);
    add("access_token twice", jsonAnswer(200, R"({"access_token":"a.b.c","access_token":"d.e.f"})"),
        ErrorCode::AnswerAmbiguous, { { u"member"_s, u"access_token"_s } });
    add("access_token twice, once escaped",
        jsonAnswer(200, R"({"access_token":"a.b.c","\u0061ccess_token":"d.e.f"})"),
        ErrorCode::AnswerAmbiguous);
    add("expires_in twice", with(R"("expires_in":1,"expires_in":2)"), ErrorCode::AnswerAmbiguous,
        { { u"member"_s, u"expires_in"_s } });
    add("token_type MAC", jsonAnswer(200, R"({"access_token":"a.b.c","token_type":"mac"})"),
        ErrorCode::TokenTypeUnknown, { { u"token_type"_s, u"mac"_s } });
    add("2 MiB", jsonAnswer(200, "{\"access_token\":\"" + QByteArray(2 * 1024 * 1024, 'x') + "\"}"),
        ErrorCode::AnswerTooLarge);
    add("endless", endless(), ErrorCode::AnswerTooLarge);

    // Content-Encoding: nobody asked for one.
    add("gzip",
        withHeader(
            jsonAnswer(200, QByteArray::fromHex("1f8b0800000000000003abae050043bfa6a302000000")),
            "Content-Encoding", "gzip"),
        ErrorCode::AnswerEncoded, { { u"encoding"_s, u"gzip"_s } });
    add("gzip said, plain sent", withHeader(tokenAnswer(), "Content-Encoding", "gzip"),
        ErrorCode::AnswerEncoded);
    add("deflate", withHeader(tokenAnswer(), "Content-Encoding", "deflate"),
        ErrorCode::AnswerEncoded);
    add("br", withHeader(tokenAnswer(), "content-encoding", "br"), ErrorCode::AnswerEncoded);

    // statuses
    add("429 with seconds", withHeader(jsonAnswer(429, "{}"), "Retry-After", "17"),
        ErrorCode::TooManyRequests, { { u"seconds"_s, u"17"_s } });
    add("429 with a day", withHeader(jsonAnswer(429, "{}"), "Retry-After", "86400"),
        ErrorCode::TooManyRequests, { { u"seconds"_s, u"3600"_s } });
    add("429 with a date",
        withHeader(withHeader(jsonAnswer(429, "{}"), "Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
                   "Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"),
        ErrorCode::TooManyRequests);
    add("429 alone", jsonAnswer(429, ""), ErrorCode::TooManyRequests,
        { { u"seconds"_s, QString() } });
    add("429 with an OAuth error", jsonAnswer(429, R"({"error":"slow_down"})"),
        ErrorCode::TooManyRequests);
    add("500", jsonAnswer(500, R"({"message":"Out of tea"})"), ErrorCode::ServerFailed,
        { { u"said"_s, u"Out of tea"_s }, { u"status"_s, u"500"_s } });
    add("503", jsonAnswer(503, ""), ErrorCode::ServerFailed);
    add("503 temporarily_unavailable", jsonAnswer(503, R"({"error":"temporarily_unavailable"})"),
        ErrorCode::ServerFailed);
    add("599 text", jsonAnswer(599, "no"), ErrorCode::ServerFailed);
    add("404", jsonAnswer(404, R"({"title":"No such thing"})"), ErrorCode::HttpStatus,
        { { u"said"_s, u"No such thing"_s } });
    add("400 with a token", jsonAnswer(400, R"({"access_token":"a.b.c"})"), ErrorCode::HttpStatus);
    add("401 with a challenge",
        withHeader(jsonAnswer(401, "no"), "WWW-Authenticate", "Basic realm=\"x\""),
        ErrorCode::HttpStatus);
    add("407", withHeader(jsonAnswer(407, "no"), "Proxy-Authenticate", "Basic realm=\"x\""),
        ErrorCode::HttpStatus);
    add("304", jsonAnswer(304, ""), ErrorCode::Redirected);
    add("302 without Location", jsonAnswer(302, ""), ErrorCode::Redirected);

    // the wire
    add("close", faulty(Fault::Close), ErrorCode::ConnectionClosed);
    add("reset", faulty(Fault::Reset), ErrorCode::ConnectionClosed);
    add("truncated Content-Length", faulty(Fault::CloseMidway), ErrorCode::ConnectionClosed);
    add("Content-Length too large", withHeader(tokenAnswer(), "Content-Length", "500"),
        ErrorCode::ConnectionClosed);
    add("Content-Length too small", withHeader(tokenAnswer(), "Content-Length", "20"),
        ErrorCode::AnswerNotJson);
    add("garbage", rawAnswer("SSH-2.0-OpenSSH_9.2p1\r\n\r\n"), ErrorCode::ConnectionClosed);
    add("binary garbage", rawAnswer(QByteArray::fromHex("15030100020228")),
        ErrorCode::ConnectionClosed);
    add("close in the status line", rawAnswer("HTTP/1.1 20"), ErrorCode::ConnectionClosed);
    add("close in a header", rawAnswer("HTTP/1.1 200 OK\r\nContent-Ty"),
        ErrorCode::ConnectionClosed);
    add("close in a chunk",
        rawAnswer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"acc"),
        ErrorCode::ConnectionClosed, { { u"status"_s, u"200"_s } });
    add("status that is no number", rawAnswer("HTTP/1.1 abc OK\r\n\r\n"),
        ErrorCode::ConnectionClosed);
    add("gzip bomb's head, cut off",
        rawAnswer("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 900\r\n\r\n"
                  + QByteArray::fromHex("1f8b0800000000000003")),
        ErrorCode::ConnectionClosed);
    add("flood of 1xx", flood("HTTP/1.1 100 Continue\r\n\r\n"), ErrorCode::AnswerTimedOut, {}, 300);
    add("flood of headers", flood("X-Flood: 0123456789012345678901234567890123456789\r\n",
                                  "HTTP/1.1 200 OK\r\n"),
        ErrorCode::AnswerTimedOut, {}, 300);
    add("silence", faulty(Fault::Silence), ErrorCode::AnswerTimedOut,
        { { u"seconds"_s, u"0.2"_s } }, 200);
    add("drip", faulty(Fault::Drip), ErrorCode::AnswerTimedOut, { { u"seconds"_s, u"0.2"_s } },
        200);
    add("stall", faulty(Fault::Stall), ErrorCode::AnswerTimedOut, {}, 200);
}

void TestAnswerFaults::faults()
{
    fail(false);
}

/// The same table over TLS, where Qt is another one.
void TestAnswerFaults::faultsOverTls()
{
    fail(true);
}

void TestAnswerFaults::fail(bool overTls)
{
    QFETCH(const ServedAnswer, answer);
    QFETCH(const ErrorCode, code);
    QFETCH(const Arguments, arguments);
    QFETCH(const int, deadlineMs);

    FixedServer fixed(answer, overTls ? &m_authority.good() : nullptr);
    ExchangeLimits limits;
    limits.deadlineMs = deadlineMs;
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = m_authority.caFile();
    const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()), limits);
    QCOMPARE(outcome.code(), std::optional(code));
    QCOMPARE(outcome.record.error, std::optional(outcome.error()));
    QCOMPARE(outcome.error().argument(u"host"), u"127.0.0.1"_s);
    for (auto it = arguments.begin(); it != arguments.end(); ++it)
        QCOMPARE(outcome.error().argument(it.key()), it.value());
    QCOMPARE(fixed.server.requests().size(), 1);
    // The rule itself: deadline and a second.
    QVERIFY2(deadlineMs == patient || outcome.tookMs < deadlineMs + 1000,
             qPrintable(QString::number(outcome.tookMs)));
}

void TestAnswerFaults::tokensAllTheSame_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<int>("notes");

    const QByteArray whole = R"({"access_token":"opaque-token-1","token_type":"Bearer"})";
    const auto raw = [](const QByteArray &bytes) {
        ServedAnswer answer;
        answer.raw = bytes;
        return answer;
    };
    ServedAnswer text = tokenAnswer();
    text.contentType = "text/plain";
    ServedAnswer bare = tokenAnswer();
    bare.contentType.clear();
    QTest::newRow("plain") << tokenAnswer() << 0;
    QTest::newRow("text/plain") << text << 1;
    QTest::newRow("no Content-Type") << bare << 1;
    QTest::newRow("byte order mark") << jsonAnswer(200, "\xEF\xBB\xBF" + whole) << 1;
    QTest::newRow("201") << jsonAnswer(201, whole) << 1;
    QTest::newRow("identity") << withHeader(tokenAnswer(), "Content-Encoding", "identity") << 0;
    QTest::newRow("error null") << jsonAnswer(
        200, whole.chopped(1) + R"(,"error":null,"error_description":null})")
                                << 0;
    QTest::newRow("error empty") << jsonAnswer(200, whole.chopped(1) + R"(,"error":""})") << 0;
    QTest::newRow("cookie") << withHeader(tokenAnswer(), "Set-Cookie", "sid=1") << 0;
    QTest::newRow("keep-alive") << [] {
        ServedAnswer answer = tokenAnswer();
        answer.keepAlive = true;
        return answer;
    }() << 0;
    // RFC 9112 §6.3: without any length the body ends with the connection.
    QTest::newRow("ends with the connection")
        << raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + whole) << 0;
    QTest::newRow("HTTP/1.0") << raw("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n"
                                     + whole)
                              << 0;
    QTest::newRow("chunked") << raw(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: "
        "chunked\r\n\r\n5\r\n"
        + whole.first(5) + "\r\n" + QByteArray::number(whole.size() - 5, 16) + "\r\n"
        + whole.sliced(5) + "\r\n0\r\n\r\n")
                             << 0;
    // RFC 9110 §15.2: a client must be ready for informational answers.
    QTest::newRow("100 first") << raw(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: "
        "application/json\r\nContent-Length: "
        + QByteArray::number(whole.size()) + "\r\n\r\n" + whole)
                               << 0;
}

void TestAnswerFaults::tokensAllTheSame()
{
    QFETCH(const ServedAnswer, answer);
    QFETCH(const int, notes);
    FixedServer fixed(answer);
    const Fetched outcome = fetched(TokenRequest::from(sageLike(fixed.address()), withSecret()));
    QCOMPARE(outcome.code(), std::nullopt);
    QCOMPARE(outcome.result->accessToken->view(), QByteArrayView("opaque-token-1"));
    QCOMPARE(outcome.result->notes.size(), notes);
    QCOMPARE(fixed.server.requests().size(), 1);
    QVERIFY(outcome.record.ok());
}

MINTMARK_TEST(tst_answerfaults, TestAnswerFaults)

#include "tst_answerfaults.moc"
