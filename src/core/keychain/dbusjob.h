// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychainbackend.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

namespace mintmark {

/// A job made of D-Bus calls, one after the other, each with its time-out. Answers reach members of
/// the job; with the job they are forgotten.
template <class T> class DBusJob : public ResultJob<T>
{
protected:
    DBusJob(QDBusConnection bus, qint64 timeoutMs) : m_bus(std::move(bus)), m_timeoutMs(timeoutMs)
    { }

    template <class Self, class... Arguments>
    void call(const QString &service, const QString &path, const QString &interface,
              const QString &method, void (Self::*answered)(const QDBusMessage &),
              const Arguments &...arguments)
    {
        QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
        message.setArguments({ QVariant::fromValue(arguments)... });
        auto *watcher = new QDBusPendingCallWatcher(
            m_bus.asyncCall(message, static_cast<int>(m_timeoutMs)), this);
        auto *self = static_cast<Self *>(this);
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, this,
                         [self, watcher, answered] {
                             watcher->deleteLater();
                             (self->*answered)(watcher->reply());
                         });
    }

    QDBusConnection &bus() { return m_bus; }

private:
    QDBusConnection m_bus;
    const qint64 m_timeoutMs;
};

/// What an error of the bus or of the service at its other end means for the keychain.
Error keychainErrorFrom(const QDBusMessage &reply);
inline bool isError(const QDBusMessage &reply)
{
    return reply.type() == QDBusMessage::ErrorMessage;
}

} // namespace mintmark
