// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>

namespace mintmark {

/// What the server read: exact bytes, for "what the preview showed is what was sent".
struct ServedRequest
{
    QByteArray method;
    QByteArray target; ///< path and query as sent
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray bytes; ///< head and body as they came
    QSslCertificate clientCertificate; ///< what the client showed in the handshake; null: nothing
    QByteArray header(QByteArrayView name) const; ///< case-insensitive
};

/// What the server does about it. `raw` wins over everything: those bytes are written as they are.
struct ServedAnswer
{
    int status = 200;
    QByteArray contentType = "application/json"; ///< empty: no such header
    QList<std::pair<QByteArray, QByteArray>> headers; ///< a Content-Length here replaces the right one
    QByteArray body;
    std::optional<QByteArray> raw;
    QByteArray repeated; ///< written after the rest, over and over, until the peer goes
    enum class Fault {
        None,
        Close, ///< read the request, then close without a byte
        Reset, ///< read, then RST
        Silence, ///< read, then nothing, connection stays
        Drip, ///< one byte each dripMs
        CloseMidway, ///< half of the bytes, then close
        Stall, ///< half of the bytes, then nothing, connection stays
    };
    Fault fault = Fault::None;
    int dripMs = 20;
    int delayMs = 0; ///< before anything is written
    bool keepAlive = false; ///< another request may follow on the same connection
};

/// HTTP/1.1 server on 127.0.0.1 (or ::1) with TCP_NODELAY, one request a connection unless kept
/// alive, for the demo and for fault tests; https when given a configuration with certificate and
/// key. The handler is a function, so that each test says what it answers. Bodies need a
/// Content-Length; a request over 4 MiB ends its connection.
class LoopbackServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<ServedAnswer(const ServedRequest &)>;
    /// Forget: requests() stays empty, for a server that is not a test's and sees real secrets.
    enum class History { Keep, Forget };

    explicit LoopbackServer(Handler handler, QObject *parent = nullptr,
                            History history = History::Keep);
    ~LoopbackServer() override;

    bool listen(const QHostAddress &address = QHostAddress(QHostAddress::LocalHost),
                quint16 port = 0);
    bool listenTls(const QSslConfiguration &configuration,
                   const QHostAddress &address = QHostAddress(QHostAddress::LocalHost),
                   quint16 port = 0);
    quint16 port() const;
    /// Stops listening and drops every connection.
    void close();

    /// Everything read so far, in order; whole requests only.
    const QList<ServedRequest> &requests() const;
    int connections() const;
    /// Of whole and broken requests, after decryption.
    qint64 bytesReceived() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark
