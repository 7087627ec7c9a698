// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "demo/loopbackserver.h"

#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpSocket>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Fault = ServedAnswer::Fault;

namespace {

ServedAnswer hello()
{
    ServedAnswer answer;
    answer.contentType = "text/plain";
    answer.body = "hello";
    return answer;
}

const QByteArray wholeHello = "HTTP/1.1 200 Demo\r\nContent-Type: text/plain\r\n"
                              "Content-Length: 5\r\nConnection: close\r\n\r\nhello";

/// A plain client that keeps what it gets.
class Client : public QTcpSocket
{
public:
    explicit Client(const LoopbackServer &server)
    {
        connect(this, &QIODevice::readyRead, this, [this] { got += readAll(); });
        connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    }
    bool isGone() const { return state() == UnconnectedState; }

    QByteArray got;
};

} // namespace

class TestLoopbackServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCameIn();
    void inPieces();
    void answers_data();
    void answers();
    void faults_data();
    void faults();
    void delayed();
    void endless();
    void keptAlive();
    void twoAtOnce();
    void tls();
    void tooLarge();
    void forgets();
    void closes();
    void otherAddress();
};

void TestLoopbackServer::whatCameIn()
{
    LoopbackServer server([](const ServedRequest &) { return hello(); });
    QVERIFY(server.listen());
    QVERIFY(server.port() != 0);
    Client client(server);
    const QByteArray bytes = "POST /a/b?c=d HTTP/1.1\r\nHost: x\r\nX-Two:  a: b \r\n"
                             "content-LENGTH: 4\r\n\r\n\r\n\0z"_ba;
    client.write(bytes);
    QTRY_VERIFY(client.isGone());
    QCOMPARE(client.got, wholeHello);
    QCOMPARE(server.requests().size(), 1);
    const ServedRequest &request = server.requests().first();
    QCOMPARE(request.method, "POST"_ba);
    QCOMPARE(request.target, "/a/b?c=d"_ba);
    QCOMPARE(request.header("HOST"), "x"_ba);
    QCOMPARE(request.header("x-two"), "a: b"_ba);
    QVERIFY(request.header("missing").isNull());
    QCOMPARE(request.body, QByteArray("\r\n\0z", 4));
    QCOMPARE(request.bytes, bytes);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.bytesReceived(), bytes.size());
}

void TestLoopbackServer::inPieces()
{
    LoopbackServer server([](const ServedRequest &) { return hello(); });
    QVERIFY(server.listen());
    Client client(server);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    qint64 sent = 0;
    for (const QByteArray &piece :
         { "POST / HT"_ba, "TP/1.1\r\nContent-Length: 3\r\n\r"_ba, "\na"_ba }) {
        sent += client.write(piece);
        QTRY_COMPARE(server.bytesReceived(), sent);
        QCOMPARE(server.requests().size(), 0);
    }
    client.write("bc");
    QTRY_COMPARE(client.got, wholeHello);
    QCOMPARE(server.requests().first().body, "abc"_ba);
}

void TestLoopbackServer::answers_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << hello() << wholeHello;
    ServedAnswer bare;
    bare.status = 503;
    bare.contentType.clear();
    QTest::newRow("bare")
        << bare << "HTTP/1.1 503 Demo\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"_ba;
    ServedAnswer headers = hello();
    headers.headers = { { "X-A", "1" }, { "X-A", "2" }, { "content-length", "99" } };
    QTest::newRow("headers")
        << headers
        << "HTTP/1.1 200 Demo\r\nContent-Type: text/plain\r\nX-A: 1\r\nX-A: 2\r\n"
           "content-length: 99\r\nConnection: close\r\n\r\nhello"_ba;
    ServedAnswer raw = hello();
    raw.raw = "anything";
    QTest::newRow("raw") << raw << "anything"_ba;
}

void TestLoopbackServer::answers()
{
    QFETCH(const ServedAnswer, answer);
    QFETCH(const QByteArray, bytes);
    LoopbackServer server([&](const ServedRequest &) { return answer; });
    QVERIFY(server.listen());
    Client client(server);
    client.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(client.isGone());
    QCOMPARE(client.got, bytes);
    QCOMPARE(client.error(), QAbstractSocket::RemoteHostClosedError);
}

void TestLoopbackServer::faults_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<qsizetype>("size"); // of what arrives
    QTest::addColumn<bool>("ends");
    const qsizetype whole = wholeHello.size();
    QTest::newRow("close") << Fault::Close << qsizetype(0) << true;
    QTest::newRow("reset") << Fault::Reset << qsizetype(0) << true;
    QTest::newRow("silence") << Fault::Silence << qsizetype(0) << false;
    QTest::newRow("drip") << Fault::Drip << whole << true;
    QTest::newRow("close midway") << Fault::CloseMidway << whole / 2 << true;
    QTest::newRow("stall") << Fault::Stall << whole / 2 << false;
}

void TestLoopbackServer::faults()
{
    QFETCH(const Fault, fault);
    QFETCH(const qsizetype, size);
    QFETCH(const bool, ends);
    ServedAnswer answer = hello();
    answer.fault = fault;
    answer.dripMs = 1;
    LoopbackServer server([&](const ServedRequest &) { return answer; });
    QVERIFY(server.listen());
    Client client(server);
    QSignalSpy pieces(&client, &QIODevice::readyRead);
    client.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.requests().size(), 1);
    if (ends)
        QTRY_VERIFY(client.isGone());
    QTRY_COMPARE(client.got, wholeHello.first(size));
    QCOMPARE(client.isGone(), ends);
    if (fault == Fault::Drip)
        QVERIFY(pieces.size() > 3);
}

void TestLoopbackServer::delayed()
{
    ServedAnswer answer = hello();
    answer.delayMs = 80;
    LoopbackServer server([&](const ServedRequest &) { return answer; });
    QVERIFY(server.listen());
    Client client(server);
    QElapsedTimer timer;
    timer.start();
    client.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(client.got, wholeHello);
    QVERIFY(timer.elapsed() >= 70); // a coarse timer may be 5 % early
}

void TestLoopbackServer::endless()
{
    ServedAnswer answer = hello();
    answer.repeated = "again ";
    LoopbackServer server([&](const ServedRequest &) { return answer; });
    QVERIFY(server.listen());
    Client client(server);
    client.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(client.got.size() > 500);
    QVERIFY(client.got.startsWith(wholeHello + "again again again "));
    QVERIFY(!client.isGone());
}

void TestLoopbackServer::keptAlive()
{
    ServedAnswer answer = hello();
    answer.keepAlive = true;
    LoopbackServer server([&](const ServedRequest &) { return answer; });
    QVERIFY(server.listen());
    Client client(server);
    client.write("GET /1 HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(client.got.endsWith("keep-alive\r\n\r\nhello"));
    client.got.clear();
    client.write("GET /2 HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(client.got.endsWith("hello"));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().last().target, "/2"_ba);
    QCOMPARE(server.connections(), 1);
}

/// A client may send its next request before the first one is answered (RFC 9112 §9.3.2).
void TestLoopbackServer::twoAtOnce()
{
    ServedAnswer answer = hello();
    answer.keepAlive = true;
    LoopbackServer server([&](const ServedRequest &) { return answer; });
    QVERIFY(server.listen());
    Client client(server);
    client.write("POST /1 HTTP/1.1\r\nContent-Length: 1\r\n\r\nxGET /2 HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().first().body, "x"_ba);
    QTRY_COMPARE(client.got.count("hello"), 2);
}

void TestLoopbackServer::tls()
{
    const TestCertificate root = TestCertificate::authority(u"Root"_s);
    LoopbackServer server([](const ServedRequest &) { return hello(); });
    QVERIFY(server.listenTls(root.issue({}).configuration()));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({ root.certificate() });
    QSslSocket client;
    client.setSslConfiguration(configuration);
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    QTRY_VERIFY(client.isEncrypted());
    QCOMPARE(server.bytesReceived(), 0); // a handshake is no request
    client.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client.readAll(), wholeHello);
    QCOMPARE(server.bytesReceived(), 18);
}

void TestLoopbackServer::tooLarge()
{
    LoopbackServer server([](const ServedRequest &) { return hello(); });
    QVERIFY(server.listen());
    Client client(server);
    client.write("POST / HTTP/1.1\r\nContent-Length: 9000000\r\n\r\n" + QByteArray(5 << 20, 'x'));
    QTRY_VERIFY(client.isGone());
    QCOMPARE(server.requests().size(), 0);
    QVERIFY(client.got.isEmpty());
}

void TestLoopbackServer::forgets()
{
    int calls = 0;
    LoopbackServer server(
        [&](const ServedRequest &) {
            ++calls;
            return hello();
        },
        nullptr, LoopbackServer::History::Forget);
    QVERIFY(server.listen());
    Client client(server);
    client.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(client.got, wholeHello);
    QCOMPARE(calls, 1);
    QVERIFY(server.requests().isEmpty());
}

void TestLoopbackServer::closes()
{
    ServedAnswer silent;
    silent.fault = Fault::Silence;
    LoopbackServer server([&](const ServedRequest &) { return silent; });
    QVERIFY(server.listen());
    Client client(server);
    client.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(server.requests().size(), 1);
    const quint16 port = server.port();
    server.close();
    QTRY_VERIFY(client.isGone());
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestLoopbackServer::otherAddress()
{
    LoopbackServer first([](const ServedRequest &) { return hello(); });
    QVERIFY(first.listen());
    LoopbackServer second([](const ServedRequest &) { return hello(); });
    QVERIFY(!second.listen(QHostAddress(QHostAddress::LocalHost), first.port()));
    QVERIFY(second.listen(QHostAddress(u"127.0.0.2"_s), first.port()));
}

MINTMARK_TEST(tst_loopbackserver, TestLoopbackServer)

#include "tst_loopbackserver.moc"
