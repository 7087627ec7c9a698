// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychainbackend.h"

#include <QPointer>

#include <functional>
#include <vector>

namespace mintmark::test {

enum class KeychainCall { Probe, Read, Write, Remove, Unlock, List };

/// What the system under FakeKeychainBackend is doing. The test keeps it and changes it at any
/// time.
struct FakeKeychainSystem
{
    struct Item
    {
        QString key;
        QString label;
        QByteArray value;
    };
    QList<Item> items; ///< the first one with a key is the one that is read

    KeychainState state = KeychainState::Ok;       ///< what a probe says
    KeychainState afterUnlock = KeychainState::Ok; ///< what a prompt leads to; Denied: dismissed
    std::function<void(KeychainCall)> before;      ///< called when a job begins to run
    std::function<std::optional<Error>(KeychainCall)> refuse; ///< an answer of its own
    std::function<bool(KeychainCall)> hangs;                  ///< does not answer until letGo()
    bool dropsWrites = false;                                 ///< says it stored, and did not
    bool appendsWrites = false;        ///< stores a second item under the same key
    std::optional<QByteArray> readsAs; ///< other bytes than those stored
    qsizetype sizeLimit = 0;

    QList<KeychainCall> calls; ///< in the order they began
    int running = 0;           ///< jobs between beginning and answer
    int mostRunning = 0;

    int count(KeychainCall call) const { return static_cast<int>(calls.count(call)); }
    QByteArray value(const QString &key) const;
    /// Answers everything that hangs, and nothing hangs any more.
    void letGo();

    std::vector<std::function<void()>> held;
};

/// A keychain with programmable faults.
class FakeKeychainBackend final : public KeychainBackend
{
public:
    explicit FakeKeychainBackend(FakeKeychainSystem &system) : m_system(system) { }

    std::unique_ptr<ResultJob<SecretBytes>> read(const QString &key) override;
    std::unique_ptr<ResultJob<bool>> write(const QString &key, const QString &label,
                                           SecretBytes value) override;
    std::unique_ptr<ResultJob<bool>> remove(const QString &key) override;
    std::unique_ptr<ResultJob<KeychainStatus>> probe() override;
    std::unique_ptr<ResultJob<KeychainStatus>> unlock() override;
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list() override;
    qsizetype sizeLimit() const override { return m_system.sizeLimit; }

private:
    FakeKeychainSystem &m_system;
};

} // namespace mintmark::test
