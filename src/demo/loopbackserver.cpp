// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "demo/loopbackserver.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#ifdef _WIN32
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace mintmark {

using Fault = ServedAnswer::Fault;

namespace {

constexpr qsizetype maximumRequest = 4 * 1024 * 1024;

/// The first request in `buffer`, taken out of it; nothing while it is not whole.
std::optional<ServedRequest> takeRequest(QByteArray &buffer)
{
    const qsizetype headSize = buffer.indexOf("\r\n\r\n") + 4;
    if (headSize < 4)
        return {};
    ServedRequest request;
    QList<QByteArray> lines = buffer.first(headSize - 4).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplaceBack(line.first(qMax(colon, 0)), line.sliced(colon + 1).trimmed());
    }
    const qsizetype bodySize =
        qBound(0, request.header("content-length").toLongLong(), maximumRequest);
    if (buffer.size() < headSize + bodySize)
        return {};
    request.bytes = buffer.first(headSize + bodySize);
    request.body = buffer.sliced(headSize, bodySize);
    buffer.remove(0, headSize + bodySize);
    return request;
}

QByteArray serialized(const ServedAnswer &answer)
{
    if (answer.raw)
        return *answer.raw;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Demo\r\n";
    if (!answer.contentType.isEmpty())
        head += "Content-Type: " + answer.contentType + "\r\n";
    bool measured = false;
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
        measured = measured || name.compare("Content-Length", Qt::CaseInsensitive) == 0;
    }
    if (!measured)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    head += answer.keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    return head + "\r\n" + answer.body;
}

void resetConnection(QTcpSocket *socket)
{
    // Closing with a linger time of zero sends RST instead of FIN.
    const linger hard { 1, 0 };
    setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&hard), sizeof hard);
    socket->abort();
}

/// As fast as the peer takes it. Queued: TLS encrypts what is written in the slot at once, and
/// would never come back; what it has encrypted waits beside bytesToWrite().
void repeat(QTcpSocket *socket, const QByteArray &again)
{
    auto *tls = qobject_cast<QSslSocket *>(socket);
    if (tls && !tls->isEncrypted())
        tls = nullptr;
    const auto more = [socket, tls, again] {
        const qint64 waiting = socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
        if (waiting < again.size())
            socket->write(again);
    };
    if (tls)
        QObject::connect(tls, &QSslSocket::encryptedBytesWritten, socket, more,
                         Qt::QueuedConnection);
    else
        QObject::connect(socket, &QIODevice::bytesWritten, socket, more);
}

void drip(QTcpSocket *socket, QByteArray bytes, int intervalMs)
{
    auto *timer = new QTimer(socket);
    timer->callOnTimeout(socket, [socket, timer, bytes, sent = qsizetype(0)]() mutable {
        socket->write(bytes.constData() + sent, 1);
        if (++sent < bytes.size())
            return;
        timer->stop();
        socket->disconnectFromHost();
    });
    timer->start(intervalMs);
}

void writeAnswer(QTcpSocket *socket, const ServedAnswer &answer)
{
    const QByteArray bytes = serialized(answer);
    switch (answer.fault) {
    case Fault::None:
        socket->write(bytes);
        if (!answer.repeated.isEmpty()) {
            repeat(socket, answer.repeated);
        } else if (!answer.keepAlive) {
            socket->disconnectFromHost();
        }
        return;
    case Fault::CloseMidway:
        socket->write(bytes.first(bytes.size() / 2));
        socket->disconnectFromHost();
        return;
    case Fault::Stall:
        socket->write(bytes.first(bytes.size() / 2));
        return;
    case Fault::Close:
        return socket->disconnectFromHost();
    case Fault::Reset:
        return resetConnection(socket);
    case Fault::Drip:
        return drip(socket, bytes, answer.dripMs);
    case Fault::Silence:
        return;
    }
}

} // namespace

class LoopbackServer::Private : public QTcpServer
{
public:
    Handler handler;
    History history = History::Keep;
    std::optional<QSslConfiguration> tls;
    QList<ServedRequest> requests;
    int connections = 0;
    qint64 received = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        QTcpSocket *socket = tls ? new QSslSocket(this) : new QTcpSocket(this);
        connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QIODevice::readyRead, this,
                [this, socket, buffer = QByteArray()]() mutable { read(socket, buffer); });
        if (!socket->setSocketDescriptor(descriptor)) {
            socket->deleteLater();
            return;
        }
        ++connections;
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
            secure->setSslConfiguration(*tls);
            secure->startServerEncryption();
        }
    }

private:
    void read(QTcpSocket *socket, QByteArray &buffer)
    {
        const QByteArray bytes = socket->readAll();
        received += bytes.size();
        buffer += bytes;
        if (buffer.size() > maximumRequest)
            return socket->abort();
        bool goesOn = true; // a client may send the next request before this one is answered
        while (goesOn) {
            std::optional<ServedRequest> request = takeRequest(buffer);
            if (!request)
                return;
            if (const auto *secure = qobject_cast<QSslSocket *>(socket))
                request->clientCertificate = secure->peerCertificate();
            if (history == History::Keep)
                requests << *request;
            goesOn = serve(socket, handler(*request));
        }
    }

    /// True when another request may follow.
    static bool serve(QTcpSocket *socket, const ServedAnswer &answer)
    {
        if (answer.delayMs == 0)
            writeAnswer(socket, answer);
        else
            QTimer::singleShot(answer.delayMs, socket,
                               [socket, answer] { writeAnswer(socket, answer); });
        return answer.keepAlive;
    }
};

QByteArray ServedRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

LoopbackServer::LoopbackServer(Handler handler, QObject *parent, History history)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
    d->history = history;
}

LoopbackServer::~LoopbackServer() = default;

bool LoopbackServer::listen(const QHostAddress &address, quint16 port)
{
    return d->listen(address, port);
}

bool LoopbackServer::listenTls(const QSslConfiguration &configuration, const QHostAddress &address,
                               quint16 port)
{
    d->tls = configuration;
    return d->listen(address, port);
}

quint16 LoopbackServer::port() const
{
    return d->serverPort();
}

void LoopbackServer::close()
{
    d->close();
    const QList<QTcpSocket *> sockets = d->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

const QList<ServedRequest> &LoopbackServer::requests() const
{
    return d->requests;
}

int LoopbackServer::connections() const
{
    return d->connections;
}

qint64 LoopbackServer::bytesReceived() const
{
    return d->received;
}

} // namespace mintmark
