// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/servicejob.h"

#include <QFile>

namespace mintmark {

using namespace Qt::StringLiterals;

QString keychainServiceName(const QByteArray &process)
{
    if (process.startsWith("gnome-keyring"))
        return u"GNOME Keyring"_s;
    if (process.startsWith("keepassxc"))
        return u"KeePassXC"_s;
    if (process.startsWith("kwalletd") || process.startsWith("ksecretd"))
        return u"KDE Wallet"_s;
    return u"Secret Service"_s;
}

void ServiceJob::askBus(const QString &method, void (ServiceJob::*answered)(const QDBusMessage &))
{
    const QString bus = u"org.freedesktop.DBus"_s;
    const QString path = u"/org/freedesktop/DBus"_s;
    if (method == u"ListActivatableNames"_s)
        return call(bus, path, bus, method, answered);
    if (method == u"StartServiceByName"_s)
        return call(bus, path, bus, method, answered, m_service, uint(0));
    call(bus, path, bus, method, answered, m_service);
}

void ServiceJob::run()
{
    if (!bus().isConnected())
        return finish(keychainError(KeychainState::NoService, u"no session bus"_s));
    askBus(u"GetNameOwner"_s, &ServiceJob::onOwner);
}

void ServiceJob::onOwner(const QDBusMessage &reply)
{
    if (!isError(reply)) {
        m_owner = reply.arguments().value(0).toString();
        return askBus(u"GetConnectionUnixProcessID"_s, &ServiceJob::onProcess);
    }
    if (reply.errorName() != u"org.freedesktop.DBus.Error.NameHasNoOwner"_s || m_started)
        return finish(keychainErrorFrom(reply));
    askBus(u"ListActivatableNames"_s, &ServiceJob::onActivatable);
}

void ServiceJob::onActivatable(const QDBusMessage &reply)
{
    if (isError(reply))
        return finish(keychainErrorFrom(reply));
    if (!reply.arguments().value(0).toStringList().contains(m_service))
        return finish(keychainError(KeychainState::NoService));
    m_started = true;
    askBus(u"StartServiceByName"_s, &ServiceJob::onStarted);
}

void ServiceJob::onStarted(const QDBusMessage &reply)
{
    if (!isError(reply))
        return askBus(u"GetNameOwner"_s, &ServiceJob::onOwner);
    const Error error = keychainErrorFrom(reply);
    // Whatever kept it from starting, there is none.
    finish(keychainState(error) == KeychainState::Busy
               ? error
               : keychainError(KeychainState::NoService, reply.errorMessage()));
}

void ServiceJob::onProcess(const QDBusMessage &reply)
{
    QFile name(u"/proc/%1/comm"_s.arg(reply.arguments().value(0).toUInt()));
    const bool known = !isError(reply) && name.open(QIODevice::ReadOnly);
    m_serviceName = keychainServiceName(known ? name.readLine(64).trimmed() : QByteArray());
    reached();
}

} // namespace mintmark
