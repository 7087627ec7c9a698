// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// Sends `again` until the peer goes, from a thread of its own: it does not wait for the client's.
class Flood : public QThread
{
public:
    explicit Flood(QByteArray again) : m_again(std::move(again))
    {
        start();
        m_listening.acquire();
    }
    ~Flood() override
    {
        requestInterruption();
        wait();
    }
    quint16 port() const { return m_port; }

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress(QHostAddress::LocalHost));
        m_port = server.serverPort();
        m_listening.release();
        if (!server.waitForNewConnection(10'000))
            return;
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\n");
        do
            socket->write(m_again);
        while (!isInterruptionRequested() && socket->waitForBytesWritten(5'000));
    }

private:
    const QByteArray m_again;
    QSemaphore m_listening;
    quint16 m_port = 0;
};

} // namespace

/// No limit stops Qt from reading headers, so the deadline has to, and the window must not wait for
/// what still reads.
class TestHeaderFlood : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flood_data()
    {
        QTest::addColumn<QByteArray>("again");
        QTest::newRow("many") << QByteArray("X: a\r\n").repeated(4000);
        QTest::newRow("one") << QByteArray(32 * 1024, 'x');
    }
    void flood()
    {
        QFETCH(const QByteArray, again);
        const Flood server(again);
        QElapsedTimer timer;
        timer.start();
        const Fetched outcome =
            fetched(TokenRequest::from(sageLike(u"http://127.0.0.1:%1/token"_s.arg(server.port())), withSecret()),
                    { 200, 1024 });
        // Everything of it is gone by now; a flood that is read to its end has none.
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(outcome.code(), std::optional(ErrorCode::AnswerTimedOut));
    }
};

MINTMARK_TEST(tst_headerflood, TestHeaderFlood)

#include "tst_headerflood.moc"
