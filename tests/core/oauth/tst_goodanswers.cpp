// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

ServedAnswer withHeader(ServedAnswer answer, const QByteArray &name, const QByteArray &value)
{
    answer.headers << std::pair(name, value);
    return answer;
}

ServedAnswer raw(const QByteArray &bytes)
{
    ServedAnswer answer;
    answer.raw = bytes;
    return answer;
}

} // namespace

/// Odd answers that hold a token all the same.
class TestGoodAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();

private:
    TestAuthority m_authority;
};

void TestGoodAnswers::tokens_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<int>("notes");

    const QByteArray whole = R"({"access_token":"opaque-token-1","token_type":"Bearer"})";
    ServedAnswer text = tokenAnswer();
    text.contentType = "text/plain";
    ServedAnswer bare = tokenAnswer();
    bare.contentType.clear();
    QTest::newRow("plain") << tokenAnswer() << 0;
    QTest::newRow("text/plain") << text << 1;
    QTest::newRow("no Content-Type") << bare << 1;
    QTest::newRow("two Content-Types") << withHeader(tokenAnswer(), "Content-Type", "text/html") << 1;
    QTest::newRow("byte order mark") << jsonAnswer(200, "\xEF\xBB\xBF" + whole) << 1;
    QTest::newRow("201") << jsonAnswer(201, whole) << 1;
    QTest::newRow("identity") << withHeader(tokenAnswer(), "Content-Encoding", "identity") << 0;
    QTest::newRow("205") << jsonAnswer(205, whole) << 1;
    QTest::newRow("another address") << withHeader(tokenAnswer(), "Location", "https://a.invalid/") << 0;
    QTest::newRow("another protocol") << withHeader(tokenAnswer(), "Alt-Svc", "h2=\"a.invalid:443\"") << 0;
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
    QTest::newRow("chunk with an extension, and a trailer")
        << raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
               + QByteArray::number(whole.size(), 16) + ";a=\"b\"\r\n" + whole + "\r\n0\r\nX-Trailer: 1\r\n\r\n")
        << 0;
    // RFC 9112 §6.3: the chunks count, whatever the length says; the same length twice is one.
    QTest::newRow("chunked, and a length")
        << raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
               + QByteArray::number(whole.size(), 16) + "\r\n" + whole + "\r\n0\r\n\r\n")
        << 0;
    const QByteArray size = QByteArray::number(whole.size());
    QTest::newRow("the same length twice")
        << raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + size + "\r\nContent-Length: "
               + size + "\r\n\r\n" + whole)
        << 0;
    QTest::newRow("more after the end")
        << raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + size + "\r\n\r\n" + whole
               + "HTTP/1.1 500 No\r\n\r\n")
        << 0;
    // RFC 9110 §15.2: a client must be ready for informational answers.
    QTest::newRow("100 first") << raw(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: "
        "application/json\r\nContent-Length: "
        + QByteArray::number(whole.size()) + "\r\n\r\n" + whole)
                               << 0;
}

void TestGoodAnswers::tokens()
{
    QFETCH(const ServedAnswer, answer);
    QFETCH(const int, notes);
    for (const bool https : { false, true }) {
        FixedServer fixed(answer, https ? &m_authority.good() : nullptr);
        ClientConfiguration configuration = sageLike(fixed.address());
        configuration.network.caFile = m_authority.caFile();
        const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()));
        QCOMPARE(outcome.code(), std::nullopt);
        QCOMPARE(outcome.result->accessToken->view(), QByteArrayView("opaque-token-1"));
        QCOMPARE(outcome.result->notes.size(), notes);
        QCOMPARE(outcome.record.notes, outcome.result->notes);
        QCOMPARE(fixed.server.requests().size(), 1);
        QVERIFY(outcome.record.ok());
    }
}

MINTMARK_TEST(tst_goodanswers, TestGoodAnswers)

#include "tst_goodanswers.moc"
