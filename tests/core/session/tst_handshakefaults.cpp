// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrig.h"
#include "support/testmain.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using enum ErrorCode;

namespace {

enum class Then { Close, Reset, Wait };

/// Speaks no TLS: says `words` to the first that is heard, and then does what it does.
class Stranger
{
public:
    Stranger(QByteArray words, Then then, quint16 port)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, words, then] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QIODevice::readyRead, socket, [socket, words, then] {
                socket->readAll();
                socket->write(words);
                if (then == Then::Close)
                    socket->disconnectFromHost();
                else if (then == Then::Reset)
                    socket->abort(); // what was not read yet makes it a reset
            });
        });
        if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), port))
            qFatal("the port is gone");
    }

private:
    QTcpServer m_server;
};

} // namespace

/// A live token, then nobody there who could be spoken to in TLS: nothing of the request leaves.
class TestHandshakeFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void broken_data();
    void broken();
    void nobodyListens_data();
    void nobodyListens();
    void httpOnTheHttpsPort();
    void certificateDemanded_data();
    void certificateDemanded();

private:
    TestAuthority m_authority;
};

void TestHandshakeFaults::broken_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<Then>("then");
    QTest::addColumn<FaultRow>("row");
    const auto add = [](const char *name, const QByteArray &words, Then then, ErrorCode code,
                        const QMap<QString, QString> &arguments = {}, int deadlineMs = FaultRow::patientMs) {
        QTest::newRow(name) << words << then << FaultRow { name, {}, code, arguments, deadlineMs };
    };
    add("close", {}, Then::Close, TlsClosed);
    add("reset", {}, Then::Reset, TlsClosed);
    add("half of a hello", QByteArray::fromHex("160303007a020000760303"), Then::Close, TlsClosed);
    add("silence", {}, Then::Wait, ConnectTimedOut, { { u"seconds"_s, u"0.15"_s } }, 150);
    add("half of a hello, then silence", QByteArray::fromHex("160303007a020000760303"), Then::Wait, ConnectTimedOut, {}, 150);
    add("http", "HTTP/1.1 400 The plain HTTP request was sent to HTTPS port\r\n\r\n", Then::Close, TlsNotSpoken);
    add("http, and waits", "HTTP/1.1 400 Bad\r\n\r\n", Then::Wait, TlsNotSpoken);
    add("SSH", "SSH-2.0-OpenSSH_9.2p1\r\n", Then::Wait, TlsNotSpoken);
    // RFC 8446 §6.2
    add("alert handshake_failure", QByteArray::fromHex("15030300020228"), Then::Close, TlsFailed,
        { { u"said"_s, u"sslv3 alert handshake failure"_s } });
    add("alert protocol_version", QByteArray::fromHex("15030300020246"), Then::Close, TlsTooOld);
    add("alert unrecognized_name", QByteArray::fromHex("15030300020270"), Then::Close, TlsFailed);
    add("alert internal_error", QByteArray::fromHex("15030300020250"), Then::Close, TlsFailed);
}

void TestHandshakeFaults::broken()
{
    QFETCH(const QByteArray, words);
    QFETCH(const Then, then);
    QFETCH(const FaultRow, row);
    FaultRig rig(m_authority, true, row.deadlineMs);
    rig.closeServer();
    const Stranger stranger(words, then, rig.port());
    rig.fetch();
    QCOMPARE(rig.brokenRules(row.code, row.arguments, 0), QString());
}

void TestHandshakeFaults::nobodyListens_data()
{
    QTest::addColumn<bool>("overTls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void TestHandshakeFaults::nobodyListens()
{
    QFETCH(const bool, overTls);
    FaultRig rig(m_authority, overTls, FaultRow::patientMs);
    rig.closeServer();
    rig.fetch();
    QCOMPARE(rig.brokenRules(ConnectionRefused, { { u"port"_s, QString::number(rig.port()) } }, 0), QString());
}

/// The reverse of "http" above: what was sent is not TLS, and the server hangs up.
void TestHandshakeFaults::httpOnTheHttpsPort()
{
    FaultRig rig(m_authority, false, FaultRow::patientMs);
    rig.setTls(m_authority.good());
    rig.fetch();
    QCOMPARE(rig.brokenRules(ConnectionClosed, {}, 0), QString());
}

void TestHandshakeFaults::certificateDemanded_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<ErrorCode>("code");
    // TLS 1.2 has no alert of its own for a certificate that is missing (RFC 5246 §7.4.6).
    QTest::newRow("TLS 1.2") << u"-tls1_2"_s << TlsFailed;
    QTest::newRow("TLS 1.3") << u"-tls1_3"_s << ClientCertificateWanted;
}

void TestHandshakeFaults::certificateDemanded()
{
    QFETCH(const QString, option);
    QFETCH(const ErrorCode, code);
    FaultRig rig(m_authority, true, FaultRow::patientMs);
    rig.closeServer();
    OpenSslServer server(m_authority.root.issue({}),
                         { u"-Verify"_s, u"1"_s, u"-verify_return_error"_s, option }, rig.port());
    rig.fetch();
    QCOMPARE(rig.brokenRules(code, {}, 0), QString());
    QVERIFY(!server.heard().contains("client_id"));
}

MINTMARK_TEST(tst_handshakefaults, TestHandshakeFaults)

#include "tst_handshakefaults.moc"
