// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <sys/types.h>

namespace mintmark::test {

/// The keyring tests/support/with-keyring.sh has started around this program.
namespace keyring {

pid_t daemon(); ///< 0 where the mode has none

/// Over D-Bus, as any other program would.
bool lock();
bool unlock();
/// "login" is the one on disk, "session" is always open and in memory.
bool setDefaultCollection(const QString &name);
/// The alias points nowhere.
bool forgetDefaultCollection();

/// Keeps the daemon from answering while this lives.
class Frozen
{
public:
    Frozen();
    ~Frozen();
    Q_DISABLE_COPY_MOVE(Frozen)
};

/// What another program finds: secret-tool (libsecret's own).
QByteArray secretTool(const QStringList &arguments, const QByteArray &input = {});
/// The bytes of the item qtkeychain made for `key`, decoded.
QByteArray storedValue(const QString &key);

/// The text files and keyring files under the home folder that hold `needle`, by path.
QStringList filesHolding(const QByteArray &needle);

} // namespace keyring

} // namespace mintmark::test
