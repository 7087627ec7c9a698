// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/unusableanswer.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

HttpAnswer answerOf(int status, const QByteArray &body = {}, const QList<HttpHeader> &headers = {})
{
    HttpAnswer answer;
    answer.status = status;
    answer.reason = u"Why"_s;
    answer.body = body;
    answer.headers = headers;
    // Sun, 06 Nov 1994 08:49:37 GMT
    answer.receivedAtMs = 784'111'777'000;
    return answer;
}

const QString host = u"id.example.com"_s;

} // namespace

class TestUnusableAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data();
    void targets();
    void nowhere();
    void emptyInChunks();
    void waits_data();
    void waits();
    void serversClock();
    void usable_data();
    void usable();
    void titles_data();
    void titles();
    void pagesAboutTheClientsCertificate();
    void statuses_data();
    void statuses();
    void saidIsMadeSafe();
    void bodiesInWords_data();
    void bodiesInWords();
    void advice_data();
    void advice();
};

void TestUnusableAnswer::targets_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("target");
    QTest::newRow("other host") << "https://login.example.org/a?client_secret=b#c"_ba
                                << u"login.example.org"_s;
    QTest::newRow("same host") << "https://me:pw@id.example.com/login?token=b#c"_ba
                               << u"https://id.example.com/login"_s;
    QTest::newRow("same host, no TLS") << "http://id.example.com:80/"_ba << u"http://id.example.com:80/"_s;
    QTest::newRow("data") << "data:application/json,{}"_ba << u"an address of the kind \"data\""_s;
    QTest::newRow("file") << "file:///etc/passwd"_ba << u"an address of the kind \"file\""_s;
    QTest::newRow("script") << "javascript:alert(1)"_ba << u"an address of the kind \"javascript\""_s;
    QTest::newRow("path") << "/login?token=b"_ba << u"/login"_s;
    QTest::newRow("without scheme") << "//login.example.org/a"_ba << u"login.example.org"_s;
    QTest::newRow("user info") << "https://me:pw@login.example.org/"_ba << u"login.example.org"_s;
    QTest::newRow("query only") << "?a=b"_ba << u"another address"_s;
    QTest::newRow("tricks") << "/a\xE2\x80\xAE"
                               "b"_ba
                            << u"/a\\u{202E}b"_s;
}

void TestUnusableAnswer::targets()
{
    QFETCH(const QByteArray, location);
    QFETCH(const QString, target);
    const std::optional<Error> error =
        unopenedAnswer(answerOf(302, {}, { { "location", location } }), host);
    QVERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::Redirected);
    QCOMPARE(error->argument(u"target"), target);
    QCOMPARE(error->argument(u"status"), u"302"_s);
    QCOMPARE(error->argument(u"host"), host);
}

/// A 3xx without a Location sends nobody anywhere, and 304 never does (RFC 9110 §15.4.5).
void TestUnusableAnswer::nowhere()
{
    QCOMPARE(unopenedAnswer(answerOf(302), host)->code, ErrorCode::RedirectedNowhere);
    QCOMPARE(unopenedAnswer(answerOf(307, "{}", { { "Location", " " } }), host)->code,
             ErrorCode::RedirectedNowhere);
    QCOMPARE(unopenedAnswer(answerOf(304, {}, { { "Location", "/a" } }), host)->code,
             ErrorCode::HttpStatus);
}

void TestUnusableAnswer::waits_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("seconds");
    // RFC 9110 §10.2.3
    QTest::newRow("seconds") << "120"_ba << u"120"_s;
    QTest::newRow("spaces") << " 120 "_ba << u"120"_s;
    QTest::newRow("zero") << "0"_ba << u"0"_s;
    QTest::newRow("negative") << "-5"_ba << QString();
    QTest::newRow("not a number") << "nan"_ba << QString();
    QTest::newRow("infinite") << "inf"_ba << QString();
    QTest::newRow("an hour at most") << "86400"_ba << u"3600"_s;
    QTest::newRow("beyond 64 bits") << "99999999999999999999"_ba << u"3600"_s;
    QTest::newRow("date") << "Sun, 06 Nov 1994 08:50:07 GMT"_ba << u"30"_s;
    QTest::newRow("past date") << "Sun, 06 Nov 1994 08:00:00 GMT"_ba << u"0"_s;
    QTest::newRow("far date") << "Mon, 06 Nov 2000 08:00:00 GMT"_ba << u"3600"_s;
    QTest::newRow("words") << "soon"_ba << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void TestUnusableAnswer::waits()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, seconds);
    const std::optional<Error> error =
        unopenedAnswer(answerOf(429, "{}", { { "Retry-After", value } }), host);
    QVERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::TooManyRequests);
    QCOMPARE(error->argument(u"seconds"), seconds);
    const Error busy = statusError(answerOf(503, {}, { { "Retry-After", value } }), host, {});
    QCOMPARE(busy.code, ErrorCode::ServerFailed);
    QCOMPARE(busy.argument(u"seconds"), seconds);
}

/// A date is meant by the clock of whoever wrote it.
void TestUnusableAnswer::serversClock()
{
    HttpAnswer answer = answerOf(429, {}, { { "Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT" } });
    answer.skewMs = 10'000;
    QCOMPARE(unopenedAnswer(answer, host)->argument(u"seconds"), u"20"_s);
}

/// Qt takes a chunk it cannot read for the last one: "empty" alone may be untrue.
void TestUnusableAnswer::emptyInChunks()
{
    const std::optional<Error> chunked
        = unopenedAnswer(answerOf(200, {}, { { "Transfer-Encoding", "chunked" } }), host);
    QCOMPARE(chunked->code, ErrorCode::AnswerEmpty);
    QVERIFY(chunked->argument(u"said").contains(u"chunks"));
    QVERIFY(unopenedAnswer(answerOf(200), host)->argument(u"said").isEmpty());
}

void TestUnusableAnswer::usable_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("200") << 200 << QByteArray();
    QTest::newRow("400") << 400 << QByteArray();
    QTest::newRow("500") << 500 << QByteArray();
    QTest::newRow("identity") << 200 << "Identity"_ba;
}

void TestUnusableAnswer::usable()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, encoding);
    QVERIFY(!unopenedAnswer(answerOf(status, "{}", { { "Content-Encoding", encoding } }), host));
}

void TestUnusableAnswer::titles_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("title");
    QTest::newRow("plain") << "<html><head><title>Sign in</title>"_ba << u"Sign in"_s;
    QTest::newRow("attributes, lines")
        << "<!DOCTYPE HTML>\n<HTML><TITLE lang=en>\n Sign\n in </TITLE>"_ba << u"Sign in"_s;
    QTest::newRow("none") << "<html><body>x"_ba << QString();
    QTest::newRow("not closed") << "<html><title>x"_ba << QString();
    QTest::newRow("white space first") << " \n <html><title>a</title>"_ba << u"a"_s;
    QTest::newRow("tricks") << "<html><title>a\xE2\x80\xAE"
                               "b</title>"_ba
                            << u"a\\u{202E}b"_s;
    QTest::newRow("long") << "<html><title>" + QByteArray(9000, 'x') + "</title>"
                          << QString(200, u'x');
}

void TestUnusableAnswer::titles()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, title);
    const Error error = notJsonAnswer(answerOf(200, body), host, u"why"_s);
    QCOMPARE(error.code, ErrorCode::AnswerIsHtml);
    QCOMPARE(error.argument(u"title"), title);
    QVERIFY(error.hint.isEmpty());
}

/// Titles of nginx and IIS.
void TestUnusableAnswer::pagesAboutTheClientsCertificate()
{
    for (const QByteArray &title :
         { "400 No required SSL certificate was sent"_ba, "400 The SSL certificate error"_ba,
           "IIS 10.0 Detailed Error - 403.7 - Forbidden: SSL client certificate is required"_ba }) {
        const QByteArray body = "<html><head><title>" + title + "</title></head></html>";
        const Error error = notJsonAnswer(answerOf(400, body), host, u"why"_s);
        QCOMPARE(error.code, ErrorCode::AnswerIsHtml);
        QVERIFY2(error.hint.contains(u"client certificate"_s), title.constData());
        QCOMPARE(error.hintCure, std::optional(Cure::EditProfile));
    }
}

void TestUnusableAnswer::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    QTest::newRow("text") << 200 << "token"_ba << AnswerNotJson;
    QTest::newRow("XML") << 200 << "<?xml version='1.0'?><token/>"_ba << AnswerNotJson;
    QTest::newRow("text with 400") << 400 << "no"_ba << HttpStatus;
    QTest::newRow("page with 403") << 403 << "<html>"_ba << AnswerIsHtml;
    QTest::newRow("page with 500") << 500 << "<html>"_ba << ServerFailed;
    QTest::newRow("text with 503") << 503 << "no"_ba << ServerFailed;
    // RFC 9110 §15: counts as a fault of the server.
    QTest::newRow("no status") << 99 << "no"_ba << ServerFailed;
    QTest::newRow("beyond the statuses") << 600 << "no"_ba << ServerFailed;
    // RFC 6585 §6
    QTest::newRow("captive portal") << 511 << "<html><title>Hotel</title>"_ba << NetworkLoginWanted;
}

void TestUnusableAnswer::statuses()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    const Error error = notJsonAnswer(answerOf(status, body), host, u"why"_s);
    QCOMPARE(error.code, code);
    QCOMPARE(error.argument(u"status"), QString::number(status));
    QCOMPARE(error.detail, u"HTTP %1 Why"_s.arg(status));
    if (code == ErrorCode::AnswerNotJson)
        QCOMPARE(error.argument(u"said"), u"why"_s);
}

void TestUnusableAnswer::saidIsMadeSafe()
{
    const Error error = statusError(answerOf(404), host, u"a\u202e"_s + QString(900, u'x'));
    QCOMPARE(error.code, ErrorCode::HttpStatus);
    QCOMPARE(error.argument(u"said"), u"a\\u{202E}"_s + QString(498, u'x'));
}

void TestUnusableAnswer::bodiesInWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    QTest::newRow("text") << "invalid_client\r\n  for you"_ba << u"invalid_client for you"_s;
    QTest::newRow("XML") << "<error>no</error>"_ba << u"<error>no</error>"_s;
    QTest::newRow("Latin-1") << "Zugriff f\xFCr Sie"_ba << u"Zugriff f\u00fcr Sie"_s;
    QTest::newRow("bytes") << "\x01\x02\x03"_ba << QString();
    QTest::newRow("tricks") << "a\xE2\x80\xAE"_ba << QString();
    QTest::newRow("long") << QByteArray(5000, 'x') << QString(200, u'x');
}

void TestUnusableAnswer::bodiesInWords()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, said);
    for (const int status : { 400, 503 })
        QCOMPARE(notJsonAnswer(answerOf(status, body), host, u"why"_s).argument(u"said"), said);
}

void TestUnusableAnswer::advice_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    QTest::addColumn<std::optional<Cure>>("cure");
    using Button = std::optional<Cure>;
    QTest::newRow("401") << 401 << u"secret"_s << Button(Cure::TryOtherAuthentication);
    QTest::newRow("403") << 403 << u"this client"_s << Button();
    QTest::newRow("404") << 404 << QString() << Button();
    QTest::newRow("405") << 405 << u"other requests"_s << Button();
    QTest::newRow("407") << 407 << u"proxy"_s << Button(Cure::NetworkSettings);
    QTest::newRow("413") << 413 << u"too large"_s << Button(Cure::EditProfile);
    QTest::newRow("415") << 415 << u"form or JSON"_s << Button(Cure::EditProfile);
    QTest::newRow("500") << 500 << QString() << Button();
}

/// Some statuses say more than "check the address".
void TestUnusableAnswer::advice()
{
    QFETCH(const int, status);
    QFETCH(const QString, word);
    QFETCH(const std::optional<Cure>, cure);
    const Error error = statusError(answerOf(status), host, {});
    QCOMPARE(error.hint.isEmpty(), word.isEmpty());
    QVERIFY2(error.hint.contains(word), qPrintable(error.hint));
    QCOMPARE(error.hintCure.has_value(), cure.has_value());
    QVERIFY(error.hintCure == cure);
}

MINTMARK_TEST(tst_unusableanswer, TestUnusableAnswer)

#include "tst_unusableanswer.moc"
