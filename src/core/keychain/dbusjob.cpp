// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/dbusjob.h"

namespace mintmark {

using namespace Qt::StringLiterals;

Error keychainErrorFrom(const QDBusMessage &reply)
{
    const QString name = reply.errorName();
    // Secret Service specification 0.2, "Errors".
    if (name == u"org.freedesktop.Secret.Error.IsLocked"_s)
        return keychainError(KeychainState::Locked);
    if (name.startsWith(u"org.freedesktop.DBus.Error.Spawn"_s))
        return keychainError(KeychainState::NoService, reply.errorMessage());
    switch (QDBusError(reply).type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return keychainError(KeychainState::Busy);
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
    case QDBusError::NoServer:
    case QDBusError::NoNetwork:
        return keychainError(KeychainState::NoService, reply.errorMessage());
    case QDBusError::AccessDenied:
        return keychainError(KeychainState::Denied, reply.errorMessage());
    default:
        return keychainError(KeychainState::Failed, reply.errorMessage());
    }
}

} // namespace mintmark
