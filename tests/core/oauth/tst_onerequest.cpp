// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

/// Whatever the server does, it sees exactly one request (left to itself, Qt sends up to four).
class TestOneRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRequest_data();
    void oneRequest();

private:
    TestAuthority m_authority;
};

void TestOneRequest::oneRequest_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<ServedAnswer::Fault>("fault");
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<ErrorCode>("code");

    using Fault = ServedAnswer::Fault;
    struct Row
    {
        const char *name;
        Fault fault;
        QByteArray raw;
        ErrorCode code;
    };
    const QList<Row> rows {
        { "close", Fault::Close, {}, ErrorCode::ConnectionClosed },
        { "reset", Fault::Reset, {}, ErrorCode::ConnectionClosed },
        { "garbage", Fault::None, "SSH-2.0-OpenSSH_9.2p1\r\n\r\n", ErrorCode::ConnectionClosed },
        { "binary garbage", Fault::None, QByteArray::fromHex("15030100020228"),
          ErrorCode::ConnectionClosed },
        { "half a status line", Fault::None, "HTTP/1.1 20", ErrorCode::ConnectionClosed },
        { "half a head", Fault::None, "HTTP/1.1 200 OK\r\nContent-Type: applica",
          ErrorCode::ConnectionClosed },
        { "half a body", Fault::None, "HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"acc",
          ErrorCode::AnswerBrokenOff },
        { "half a refusal", Fault::None, "HTTP/1.1 400 Bad\r\nContent-Length: 90\r\n\r\n{\"err",
          ErrorCode::AnswerBrokenOff },
        { "half a chunk", Fault::None,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"acc",
          ErrorCode::AnswerBrokenOff },
        { "503", Fault::None, "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
          ErrorCode::ServerFailed },
        { "408 and close", Fault::None,
          "HTTP/1.1 408 Late\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
          ErrorCode::HttpStatus },
        { "401 with a challenge", Fault::None,
          "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n",
          ErrorCode::HttpStatus },
        { "407 with a challenge", Fault::None,
          "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\n\r\n",
          ErrorCode::HttpStatus },
    };
    for (const char *scheme : { "http", "https" }) {
        for (const char *method : { "POST", "GET" }) {
            for (const Row &row : rows)
                QTest::addRow("%s %s, %s", scheme, method, row.name)
                    << QString::fromLatin1(scheme) << QByteArray(method) << row.fault << row.raw
                    << row.code;
        }
    }
}

void TestOneRequest::oneRequest()
{
    QFETCH(const QString, scheme);
    QFETCH(const QByteArray, method);
    QFETCH(const ServedAnswer::Fault, fault);
    QFETCH(const QByteArray, raw);
    QFETCH(const ErrorCode, code);

    ServedAnswer answer;
    answer.fault = fault;
    answer.raw = raw;
    FixedServer fixed(answer, scheme == u"https" ? &m_authority.good() : nullptr);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = m_authority.caFile();

    const Fetched outcome =
        fetched(method == "GET" ? TokenRequest::renewal(configuration, SecretBytes("a.b.c"))
                                : TokenRequest::from(configuration, withSecret()));
    QCOMPARE(fixed.server.requests().size(), 1);
    QCOMPARE(fixed.server.requests().first().method, method);
    QCOMPARE(outcome.code(), std::optional(code));
    QCOMPARE(fixed.server.connections(), 1);
}

MINTMARK_TEST(tst_onerequest, TestOneRequest)

#include "tst_onerequest.moc"
