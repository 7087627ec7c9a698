// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/job.h"
#include "base/secretbytes.h"

#include <QObject>
#include <QPointer>

namespace mintmark {

class Keychain;

/// The key of the token cache, keychain item "mintmark/v1/cache-key": read once, made when it is
/// needed and not there. Who asks while an answer is on its way gets the same one, so that one
/// process never makes two keys.
class CacheKey : public QObject
{
    Q_OBJECT
public:
    explicit CacheKey(Keychain &keychain, QObject *parent = nullptr);

    enum class Want { Existing, ExistingOrNew };
    /// settled() follows from the event loop.
    void ask(Want want);
    /// Null until settled, and when the keychain has none or does not answer.
    const SharedSecret &key() const { return m_key; }
    /// An answer is on its way: settled() will follow.
    bool isAsking() const { return m_running; }
    /// Drops the key from memory. An answer on its way is dropped too, and settled() says so at
    /// once.
    void forget();

Q_SIGNALS:
    void settled();

private:
    void read();
    void write();
    void settle(SharedSecret key);

    Keychain &m_keychain;
    SharedSecret m_key;
    QPointer<Job> m_running;
    bool m_mayCreate = false;
};

} // namespace mintmark
