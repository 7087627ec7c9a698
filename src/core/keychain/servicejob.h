// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/dbusjob.h"

namespace mintmark {

/// Is there somebody behind a well-known name of the bus, and who? Starts the service where the bus
/// can. Then reached() goes on.
class ServiceJob : public DBusJob<KeychainStatus>
{
protected:
    ServiceJob(const QDBusConnection &bus, qint64 timeoutMs, QString service)
        : DBusJob(bus, timeoutMs), m_service(std::move(service))
    { }

    void run() override;
    /// The service is running.
    virtual void reached() = 0;

    /// Its unique name: a service that is started anew meanwhile is another one.
    const QString &owner() const { return m_owner; }
    /// "GNOME Keyring", "KeePassXC", …: what its people call it.
    const QString &serviceName() const { return m_serviceName; }
    void finishAs(KeychainState state) { finish(KeychainStatus { state, m_serviceName }); }

private:
    void askBus(const QString &method, void (ServiceJob::*answered)(const QDBusMessage &));
    void onOwner(const QDBusMessage &reply);
    void onActivatable(const QDBusMessage &reply);
    void onStarted(const QDBusMessage &reply);
    void onProcess(const QDBusMessage &reply);

    const QString m_service;
    QString m_owner;
    QString m_serviceName;
    bool m_started = false;
};

/// The name people know, by the name of the process (Linux: /proc/PID/comm, at most 15 characters).
QString keychainServiceName(const QByteArray &process);

} // namespace mintmark
