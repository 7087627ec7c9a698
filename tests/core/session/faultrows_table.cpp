// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrows.h"

#include <QStringEncoder>

namespace mintmark::test {

using namespace Qt::StringLiterals;

namespace {

using enum ErrorCode;
using Fault = ServedAnswer::Fault;

const QByteArray good = R"({"access_token":"a.b.c","token_type":"Bearer"})";

ServedAnswer with(ServedAnswer answer, const QByteArray &name, const QByteArray &value)
{
    answer.headers << std::pair(name, value);
    return answer;
}

ServedAnswer typed(int status, const QByteArray &type, const QByteArray &body)
{
    ServedAnswer answer = jsonAnswer(status, body);
    answer.contentType = type;
    return answer;
}

ServedAnswer page(int status, const QByteArray &body)
{
    return typed(status, "text/html; charset=utf-8", body);
}

ServedAnswer raw(const QByteArray &bytes)
{
    ServedAnswer answer;
    answer.raw = bytes;
    return answer;
}

ServedAnswer headed(const QByteArray &headers, const QByteArray &body)
{
    return raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n" + body);
}

ServedAnswer chunked(const QByteArray &chunks)
{
    return headed("Transfer-Encoding: chunked\r\n", chunks);
}

/// `again` without end after `first`.
ServedAnswer flood(const QByteArray &first, const QByteArray &again)
{
    ServedAnswer answer = raw(first);
    answer.repeated = again;
    return answer;
}

ServedAnswer faulty(Fault fault, ServedAnswer answer = tokenAnswer())
{
    answer.fault = fault;
    answer.dripMs = 5;
    return answer;
}

/// A token answer whose head arrives and whose end does not.
ServedAnswer unfinished(Fault fault)
{
    return faulty(fault, jsonAnswer(200, R"({"access_token":")" + QByteArray(4000, 'x') + "\"}"));
}

ServedAnswer slowBody()
{
    ServedAnswer answer = faulty(Fault::Drip, headed("Content-Length: 4000\r\n", QByteArray(4000, ' ')));
    answer.dripMs = 1;
    return answer;
}

ServedAnswer token(const QByteArray &json)
{
    return jsonAnswer(200, R"({"token_type":"Bearer","access_token":)" + json + '}');
}

QByteArray encoded(QStringConverter::Encoding encoding)
{
    return QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(QString::fromLatin1(good));
}

/// "[…]" compressed by gzip: 200 KB of white space and a token.
QByteArray bomb()
{
    QByteArray zlib = qCompress(QByteArray(20 * 1024 * 1024, ' ') + good, 9).sliced(4);
    return QByteArray::fromHex("1f8b0800000000000003") + zlib.sliced(2, zlib.size() - 6) + QByteArray(8, '\0');
}

} // namespace

QList<FaultRow> bodyFaults()
{
    const QMap<QString, QString> empty { { u"status"_s, u"200"_s } };
    return {
        { "web page", page(200, "<!DOCTYPE html><html><head><title>Sign in</title></head></html>"), AnswerIsHtml,
          { { u"title"_s, u"Sign in"_s } } },
        { "captive portal", page(200, "<html><head><title>Hotel</title><script src={http}></script>"), AnswerIsHtml },
        { "web page, 404", page(404, "<html><title>Not found</title>"), AnswerIsHtml, { { u"status"_s, u"404"_s } } },
        { "web page without a title, 400", page(400, "<html><body>Bad</body></html>"), AnswerIsHtml },
        { "web page, 403", page(403, "<html><head><title>Access denied</title>"), AnswerIsHtml },
        { "empty", jsonAnswer(200, ""), AnswerEmpty, empty },
        { "white space", jsonAnswer(200, " \r\n\t "), AnswerEmpty },
        { "204", jsonAnswer(204, ""), AnswerEmpty, { { u"status"_s, u"204"_s } } },
        { "204 with a token", raw("HTTP/1.1 204 No Content\r\n\r\n" + good), AnswerEmpty },
        { "no chunk", chunked("0\r\n\r\n"), AnswerEmpty },
        { "text", jsonAnswer(200, "OK"), AnswerNotJson },
        { "form", typed(200, "application/x-www-form-urlencoded", "access_token=a.b.c&token_type=bearer"),
          AnswerNotJson, { { u"said"_s, u"It looks like a form."_s } } },
        { "XML", typed(200, "application/xml", "<?xml version=\"1.0\"?><token>a.b.c</token>"), AnswerNotJson,
          { { u"said"_s, u"It looks like XML."_s } } },
        { "array", jsonAnswer(200, R"([{"access_token":"a.b.c"}])"), AnswerNotJson },
        { "string", jsonAnswer(200, R"("a.b.c")"), AnswerNotJson },
        { "null", jsonAnswer(200, "null"), AnswerNotJson },
        { "cut off JSON", jsonAnswer(200, R"({"access_token":"a.b.c")"), AnswerNotJson },
        { "two objects", jsonAnswer(200, good + good), AnswerNotJson },
        { "one object a line", jsonAnswer(200, good + '\n' + good), AnswerNotJson },
        { "JSONP", jsonAnswer(200, "cb(" + good + ")"), AnswerNotJson },
        { "guarded against inclusion", jsonAnswer(200, ")]}',\n" + good), AnswerNotJson },
        { "single quotes", jsonAnswer(200, "{'access_token':'a.b.c'}"), AnswerNotJson },
        { "comma at the end", jsonAnswer(200, R"({"access_token":"a.b.c",})"), AnswerNotJson },
        { "NaN", jsonAnswer(200, R"({"access_token":"a.b.c","x":NaN})"), AnswerNotJson },
        { "UTF-16LE", typed(200, "application/json; charset=utf-16", encoded(QStringConverter::Utf16LE)), AnswerNotJson,
          { { u"said"_s, u"It looks like UTF-16 or UTF-32, and has to be UTF-8."_s } } },
        { "UTF-16BE", jsonAnswer(200, encoded(QStringConverter::Utf16BE)), AnswerNotJson },
        { "UTF-32", jsonAnswer(200, encoded(QStringConverter::Utf32LE)), AnswerNotJson },
        { "Latin-1", typed(200, "application/json; charset=iso-8859-1", "{\"access_token\":\"a.b.c\",\"n\":\"\xFC\"}"),
          AnswerNotJson, { { u"said"_s, u"It is not UTF-8 at byte 29."_s } } },
        { "only a byte order mark", jsonAnswer(200, "\xEF\xBB\xBF"), AnswerNotJson },
        { "nested too deep", jsonAnswer(200, "{\"a\":" + QByteArray(100'000, '[')), AnswerNotJson },
        { "gzip, not said", jsonAnswer(200, QByteArray::fromHex("1f8b0800000000000003") + good), AnswerNotJson,
          { { u"said"_s, u"It looks compressed (gzip), though no header says so."_s } } },
        { "no access_token", jsonAnswer(200, R"({"token":"a.b.c","expires_in":1})"), AnswerWithoutToken,
          { { u"members"_s, u"token, expires_in"_s } } },
        { "only an id_token", jsonAnswer(200, R"({"id_token":"a.b.c","token_type":"Bearer"})"), AnswerWithoutToken },
        { "empty object", jsonAnswer(200, "{}"), AnswerWithoutToken, { { u"members"_s, u"nothing"_s } } },
        { "access_token null", token("null"), AnswerWithoutToken },
        { "access_token empty", token(R"("")"), AnswerTokenUnusable, { { u"problem"_s, u"empty"_s } } },
        { "access_token number", token("17"), AnswerTokenUnusable, { { u"problem"_s, u"not a text"_s } } },
        { "access_token object", token(R"({"value":"a.b.c"})"), AnswerTokenUnusable },
        { "access_token with a line break", token(R"("a\r\nX-Evil: 1")"), AnswerTokenUnusable },
        { "access_token with a NUL", token(R"("a\u0000b")"), AnswerTokenUnusable },
        { "access_token with a space", token(R"("Bearer a.b.c")"), AnswerTokenUnusable,
          { { u"problem"_s, u"has spaces or characters a header cannot carry"_s } } },
        { "access_token not ASCII", token(R"("t\u00f6ken")"), AnswerTokenUnusable },
        { "access_token twice", token(R"("a.b.c","access_token":"d.e.f")"), AnswerAmbiguous,
          { { u"member"_s, u"access_token"_s } } },
        { "access_token twice, once escaped", token(R"("a.b.c","\u0061ccess_token":"d.e.f")"), AnswerAmbiguous },
        { "expires_in twice", token(R"("a.b.c","expires_in":1,"expires_in":2)"), AnswerAmbiguous,
          { { u"member"_s, u"expires_in"_s } } },
        { "expires_at twice", token(R"("a.b.c","expires_at":1,"expires_at":2)"), AnswerAmbiguous },
        { "scope twice", token(R"("a.b.c","scope":"a","scope":"b")"), AnswerAmbiguous },
        { "token_type twice", token(R"("a.b.c","token_type":"mac")"), AnswerAmbiguous },
        { "token_type mac", jsonAnswer(200, R"({"access_token":"a.b.c","token_type":"mac"})"), TokenTypeUnknown,
          { { u"token_type"_s, u"mac"_s } } },
        { "token_type DPoP", jsonAnswer(200, R"({"access_token":"a.b.c","token_type":"DPoP"})"), TokenTypeUnknown },
        { "token_type number", jsonAnswer(200, R"({"access_token":"a.b.c","token_type":5})"), TokenTypeUnknown,
          { { u"token_type"_s, u"5"_s } } },
        { "2 MiB", jsonAnswer(200, "{\"access_token\":\"" + QByteArray(2 * 1024 * 1024, 'x') + "\"}"), AnswerTooLarge },
        { "endless", flood("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":\"", QByteArray(64 * 1024, 'x')),
          AnswerTooLarge },
        // Nobody asked for a Content-Encoding.
        { "gzip bomb", with(jsonAnswer(200, bomb()), "Content-Encoding", "gzip"), AnswerEncoded,
          { { u"encoding"_s, u"gzip"_s } } },
        { "gzip broken", with(jsonAnswer(200, "\x1f\x8b\x08garbage"), "Content-Encoding", "gzip"), AnswerEncoded },
        { "gzip said, plain sent", with(tokenAnswer(), "Content-Encoding", "gzip"), AnswerEncoded },
        { "gzip, 401", with(jsonAnswer(401, bomb()), "Content-Encoding", "gzip"), AnswerEncoded, { { u"status"_s, u"401"_s } } },
        { "x-gzip", with(tokenAnswer(), "Content-Encoding", "x-gzip"), AnswerEncoded },
        { "deflate", with(tokenAnswer(), "Content-Encoding", "deflate"), AnswerEncoded },
        { "br bomb", with(jsonAnswer(200, QByteArray::fromHex("0b028061626303")), "content-encoding", "br"), AnswerEncoded },
        { "zstd", with(tokenAnswer(), "Content-Encoding", "zstd"), AnswerEncoded },
    };
}

QList<FaultRow> refusalFaults()
{
    const auto json = [](int status, const QByteArray &body) { return jsonAnswer(status, body); };
    return {
        { "invalid_client", json(401, R"({"error":"invalid_client","error_description":"No"})"), InvalidClient,
          { { u"error"_s, u"invalid_client"_s }, { u"error_description"_s, u"No"_s }, { u"status"_s, u"401"_s } } },
        { "invalid_client, challenged", with(json(401, R"({"error":"invalid_client"})"), "WWW-Authenticate", "Basic realm=\"x\""),
          InvalidClient },
        { "invalid_client, 400", json(400, R"({"error":"invalid_client"})"), InvalidClient },
        { "invalid_request", json(400, R"({"error":"invalid_request"})"), InvalidRequest },
        { "invalid_grant", json(400, R"({"error":"invalid_grant"})"), InvalidGrant },
        { "unauthorized_client", json(400, R"({"error":"unauthorized_client"})"), UnauthorizedClient },
        { "unsupported_grant_type", json(400, R"({"error":"unsupported_grant_type"})"), UnsupportedGrantType,
          { { u"grant_type"_s, u"client_credential"_s } } },
        { "invalid_scope", json(400, R"({"error":"invalid_scope"})"), InvalidScope },
        { "invalid_target", json(400, R"({"error":"invalid_target"})"), InvalidAudience,
          { { u"audience"_s, u"s200ukipd/sage200"_s } } },
        { "access_denied", json(403, R"({"error":"access_denied"})"), AccessDenied },
        { "server_error, 400", json(400, R"({"error":"server_error"})"), ServerFailed },
        { "200 with error", json(200, R"({"error":"invalid_client","error_description":"Bad"})"), RefusedWithSuccess,
          { { u"status"_s, u"200"_s }, { u"error"_s, u"invalid_client"_s } } },
        { "200 with error and token", json(200, R"({"access_token":"a.b.c","error":"invalid_scope"})"), RefusedWithSuccess },
        { "error unknown", json(400, R"({"error":"use_dpop_nonce"})"), RefusedOther, { { u"error"_s, u"use_dpop_nonce"_s } } },
        { "error number", json(403, R"({"error":403})"), RefusedOther },
        { "error as object", json(403, R"({"error":{"code":"access_denied","message":"Go"}})"), AccessDenied,
          { { u"error_description"_s, u"Go"_s } } },
        { "error twice", json(400, R"({"error":"a","error":"b"})"), AnswerAmbiguous },
        { "error true", json(403, R"({"error":true,"message":"Closed"})"), HttpStatus, { { u"said"_s, u"Closed"_s } } },
        { "errors", json(403, R"({"errors":[{"message":"Nope"}]})"), HttpStatus, { { u"said"_s, u"Nope"_s } } },
        { "problem details", typed(403, "application/problem+json", R"({"title":"Forbidden","detail":"Client disabled"})"),
          HttpStatus, { { u"said"_s, u"Client disabled"_s } } },
        { "error as XML", typed(400, "application/xml", "<error>invalid_client</error>"), HttpStatus,
          { { u"said"_s, u"<error>invalid_client</error>"_s } } },
        { "error as text", typed(400, "text/plain", "invalid_client\n"), HttpStatus, { { u"said"_s, u"invalid_client"_s } } },
        { "error as bytes", typed(400, "application/octet-stream", QByteArray::fromHex("00ff0102")), HttpStatus,
          { { u"said"_s, {} } } },
        { "error that tricks", json(400, R"({"error":"invalid_request","error_description":"\u001b[31m\u202e evil\r\nX <b>"})"),
          InvalidRequest, { { u"error_description"_s, u"\\u{1B}[31m\\u{202E} evil\\u{D}\\u{A}X <b>"_s } } },
        { "half of a surrogate pair", json(400, R"({"error":"invalid_request","error_description":"\ud800"})"), InvalidRequest,
          { { u"error_description"_s, u"\\u{D800}"_s } } },
        { "1 MiB of description",
          json(400, R"({"error":"invalid_request","error_description":")" + QByteArray(1'000'000, 'x') + R"("})"), InvalidRequest,
          { { u"error_description"_s, QString(500, u'x') } } },
        { "the secret comes back", json(400, R"({"error":"invalid_request","error_description":"got )" + canary.toUtf8().replace('\\', "\\\\").replace('"', "\\\"") + R"("})"),
          InvalidRequest },
    };
}

QList<FaultRow> statusFaults()
{
    QList<FaultRow> rows {
        { "429 with seconds", with(jsonAnswer(429, "{}"), "Retry-After", "17"), TooManyRequests, { { u"seconds"_s, u"17"_s } } },
        { "429 with a day", with(jsonAnswer(429, "{}"), "Retry-After", "86400"), TooManyRequests, { { u"seconds"_s, u"3600"_s } } },
        { "429 with a date", with(jsonAnswer(429, "{}"), "Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"), TooManyRequests,
          { { u"seconds"_s, u"0"_s } } },
        { "429 with less than nothing", with(jsonAnswer(429, ""), "Retry-After", "-5"), TooManyRequests,
          { { u"seconds"_s, QString() } } },
        { "429 alone", jsonAnswer(429, ""), TooManyRequests, { { u"seconds"_s, QString() } } },
        { "429 web page", page(429, "<html><title>Slow down</title>"), TooManyRequests },
        { "429 with an OAuth error", jsonAnswer(429, R"({"error":"slow_down"})"), TooManyRequests },
        { "500", jsonAnswer(500, R"({"message":"Out of tea"})"), ServerFailed,
          { { u"said"_s, u"Out of tea"_s }, { u"status"_s, u"500"_s } } },
        { "502 web page", page(502, "<html><head><title>Bad gateway</title></head></html>"), ServerFailed,
          { { u"said"_s, u"Bad gateway"_s } } },
        { "503 with seconds", with(jsonAnswer(503, ""), "Retry-After", "30"), ServerFailed, { { u"seconds"_s, u"30"_s } } },
        { "503 temporarily_unavailable", jsonAnswer(503, R"({"error":"temporarily_unavailable"})"), ServerFailed },
        { "504 text", typed(504, "text/plain", "no"), ServerFailed, { { u"said"_s, u"no"_s } } },
        { "511", page(511, "<html><title>Hotel</title>"), NetworkLoginWanted, { { u"title"_s, u"Hotel"_s } } },
        { "599", jsonAnswer(599, "no"), ServerFailed },
        { "999", jsonAnswer(999, ""), ServerFailed, { { u"status"_s, u"999"_s } } },
        { "99", raw("HTTP/1.1 099 What\r\nContent-Length: 0\r\n\r\n"), ServerFailed },
        { "404", jsonAnswer(404, R"({"title":"No such thing"})"), HttpStatus, { { u"said"_s, u"No such thing"_s } } },
        { "400 with a token", jsonAnswer(400, good), HttpStatus },
        { "401", typed(401, "text/plain", ""), HttpStatus },
        { "401 with a challenge", with(jsonAnswer(401, "no"), "WWW-Authenticate", "Basic realm=\"x\""), HttpStatus },
        { "401 with other challenges", with(with(jsonAnswer(401, ""), "WWW-Authenticate", "Negotiate"), "WWW-Authenticate", "NTLM"),
          HttpStatus },
        { "401 with a digest", with(jsonAnswer(401, ""), "WWW-Authenticate", "Digest realm=\"x\", nonce=\"y\""), HttpStatus },
        { "407", with(jsonAnswer(407, "no"), "Proxy-Authenticate", "Basic realm=\"x\""), HttpStatus },
        { "304", raw("HTTP/1.1 304 Not Modified\r\nLocation: {http}\r\n\r\n"), HttpStatus, { { u"status"_s, u"304"_s } } },
    };
    for (const int status : { 403, 405, 406, 408, 410, 411, 413, 415, 421, 426, 431, 451 })
        rows << FaultRow { QByteArray::number(status), jsonAnswer(status, ""), HttpStatus,
                           { { u"status"_s, QString::number(status) } } };
    return rows;
}

QList<FaultRow> redirectFaults()
{
    QList<FaultRow> rows;
    struct Target
    {
        const char *name;
        QByteArray location;
        QString said;
    };
    const QList<Target> targets {
        { "same origin", "/oauth/other", u"/oauth/other"_s },
        { "query alone", "?grant=1", u"another address"_s },
        { "another server", "{http}", u"localhost"_s },
        { "another server, https", "{https}?client_secret=x", u"localhost"_s },
        { "another port", "http://127.0.0.1:9/login?a=b", u"http://127.0.0.1:9/login"_s },
        { "user info", "https://me:pass@login.invalid/x", u"login.invalid"_s },
        { "host without scheme", "//login.invalid/x", u"login.invalid"_s },
        { "data", "data:application/json," + good, u"an address of the kind \"data\""_s },
        { "file", "file:///etc/passwd", u"an address of the kind \"file\""_s },
        { "javascript", "javascript:alert(1)", u"an address of the kind \"javascript\""_s },
    };
    for (const int status : { 300, 301, 302, 303, 305, 307, 308 }) {
        const QString said = QString::number(status);
        for (const Target &target : targets)
            rows << FaultRow { said.toLatin1() + " to " + target.name, with(jsonAnswer(status, ""), "Location", target.location),
                               Redirected, { { u"target"_s, target.said }, { u"status"_s, said } } };
        rows << FaultRow { said.toLatin1() + " without Location", jsonAnswer(status, good), RedirectedNowhere,
                           { { u"status"_s, said } } };
    }
    rows << FaultRow { "302 with a cookie",
                       with(with(jsonAnswer(302, good), "Set-Cookie", "sid=1; Domain=localhost"), "Location", "{http}"), Redirected };
    return rows;
}

QList<FaultRow> wireFaults()
{
    const QByteArray size = QByteArray::number(good.size());
    const QByteArray hex = QByteArray::number(good.size(), 16);
    const QMap<QString, QString> begun { { u"status"_s, u"200"_s } };
    return {
        // Nothing came that Qt takes for HTTP.
        { "close", faulty(Fault::Close), ConnectionClosed },
        { "reset", faulty(Fault::Reset), ConnectionClosed },
        { "close in the status line", raw("HTTP/1.1 20"), ConnectionClosed },
        { "close in a header", raw("HTTP/1.1 200 OK\r\nContent-Ty"), ConnectionClosed },
        { "SSH", raw("SSH-2.0-OpenSSH_9.2p1\r\n\r\n"), ConnectionClosed },
        { "SMTP", raw("220 mail.example ESMTP\r\n"), ConnectionClosed },
        { "TLS alert", raw(QByteArray::fromHex("15030100020228")), ConnectionClosed },
        { "HTTP/2", raw(QByteArray::fromHex("00000604000000000000040010000000000407000000000000000000000000000001")), ConnectionClosed },
        { "HTTP/0.9", raw(good), ConnectionClosed },
        { "HTTP/2 in the status line", raw("HTTP/2 200\r\nContent-Length: 0\r\n\r\n"), ConnectionClosed },
        { "no number for a status", raw("HTTP/1.1 abc OK\r\n\r\n"), ConnectionClosed },
        // Its head came.
        { "half of a body", headed("Content-Length: 90\r\n", "{\"acc"), AnswerBrokenOff, begun },
        { "Content-Length too large", headed("Content-Length: 500\r\n", good), AnswerBrokenOff, begun },
        { "half of a refusal", raw("HTTP/1.1 400 Bad\r\nContent-Length: 90\r\n\r\n{\"err"), AnswerBrokenOff, { { u"status"_s, u"400"_s } } },
        { "half of a chunk", chunked("40\r\n{\"acc"), AnswerBrokenOff, begun },
        { "no last chunk", chunked(hex + "\r\n" + good + "\r\n"), AnswerBrokenOff, begun },
        { "half of a gzip", headed("Content-Encoding: gzip\r\nContent-Length: 900\r\n", QByteArray::fromHex("1f8b0800000000000003")),
          AnswerBrokenOff },
        // Qt takes what is no size of a chunk for the end.
        { "chunk without a size", chunked("ZZ\r\n" + good + "\r\n0\r\n\r\n"), AnswerEmpty,
          { { u"said"_s, u"It was to come in chunks; the first is empty or broken."_s } } },
        { "chunk of less than nothing", chunked("-5\r\n" + good + "\r\n0\r\n\r\n"), AnswerEmpty },
        { "chunk of 2^64 bytes", chunked("FFFFFFFFFFFFFFFF\r\n" + good), AnswerEmpty },
        { "chunk too short", chunked("3\r\n" + good + "\r\n0\r\n\r\n"), AnswerNotJson },
        { "Content-Length too small", headed("Content-Length: 20\r\n", good), AnswerNotJson },
        // RFC 9112 §6.3: a length that is none spoils the answer.
        { "two lengths", headed("Content-Length: " + size + "\r\nContent-Length: 5\r\n", good), AnswerMisframed,
          { { u"length"_s, QString::fromLatin1(size) + u", 5"_s } } },
        { "two lengths, the other way round", headed("Content-Length: 5\r\nContent-Length: " + size + "\r\n", good), AnswerMisframed },
        { "negative length", headed("Content-Length: -5\r\n", good), AnswerMisframed },
        { "length in words", headed("Content-Length: some\r\n", good), AnswerMisframed },
        { "length beyond 2^63", headed("Content-Length: 99999999999999999999\r\n", good), AnswerMisframed },
        // RFC 9110 §15.2
        { "103 and the answer", raw("HTTP/1.1 103 Early Hints\r\nLink: <{http}>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: " + size
                                    + "\r\n\r\n" + good), AnswerInterim, { { u"status"_s, u"103"_s } } },
        { "102 and the end", raw("HTTP/1.1 102 Processing\r\n\r\n"), AnswerInterim },
        { "101", raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"), AnswerInterim },
    };
}

QList<FaultRow> lateFaults()
{
    return {
        { "silence", faulty(Fault::Silence), AnswerTimedOut, { { u"seconds"_s, u"0.3"_s } }, 300 },
        { "drip in the head", faulty(Fault::Drip), AnswerTimedOut, {}, 300 },
        { "flood of 100", flood("HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n"), AnswerTimedOut, {}, 300 },
        { "flood of headers", flood("HTTP/1.1 200 OK\r\n", "X-Flood: 0123456789\r\n"), AnswerTimedOut, {}, 300 },
        { "header without an end", flood("HTTP/1.1 200 OK\r\nX: ", QByteArray(64 * 1024, 'x')), AnswerTimedOut, {}, 300 },
        { "stall", unfinished(Fault::Stall), AnswerTooSlow, { { u"seconds"_s, u"0.3"_s }, { u"status"_s, u"200"_s } }, 300 },
        { "drip in the body", slowBody(), AnswerTooSlow, { { u"status"_s, u"200"_s } }, 1500 },
    };
}

} // namespace mintmark::test
