// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace mintmark {

/// Asks an HTTP proxy for a tunnel to `host`, once and without a login, to learn what it says: Qt does
/// not tell, and waits for ever for one that hangs up. Nothing is sent through the tunnel. The result
/// is the status of its answer (0: it answered something else, or hung up). Errors: ProxyFailed
/// when it cannot be reached.
class ProxyProbe : public ResultJob<int>
{
    Q_OBJECT
public:
    ProxyProbe(const QNetworkProxy &proxy, QString host, int port, QObject *parent = nullptr);

protected:
    void run() override;
    void stop() override;

private:
    void ask();
    void hear();
    void fail();

    const QNetworkProxy m_proxy;
    const QString m_host;
    const int m_port;
    QTcpSocket m_socket;
    QByteArray m_heard;
};

} // namespace mintmark
