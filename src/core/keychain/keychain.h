// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychainbackend.h"

#include <QObject>

namespace mintmark {

/// Injected, so that fault tests take milliseconds.
struct KeychainLimits
{
    qint64 probeMs = 1'000;
    /// For read, write and remove of an unlocked keychain.
    qint64 operationMs = 10'000;
    /// While a person may be answering a prompt.
    qint64 promptMs = 120'000;
};

/// The only way to the keychain. Each operation probes first; no answer is Busy at once and nothing
/// is queued behind it. One operation in flight, others wait their turn. Past its
/// deadline the caller gets Busy, the backend's job is left to itself, and until it ends further
/// operations are Busy too. A write is read back and compared before it counts, a removal only once
/// the item is gone. NotFound is only believed of an unlocked keychain, an empty item is never
/// believed. Never falls back to anything, never prompts but in unlock().
class Keychain : public QObject
{
    Q_OBJECT
public:
    Keychain(std::unique_ptr<KeychainBackend> backend, KeychainLimits limits,
             QObject *parent = nullptr);
    ~Keychain() override;

    /// Jobs are started by the caller (Job::start or runJob). Errors: Keychain… codes.
    std::unique_ptr<ResultJob<SecretBytes>> read(const QString &key);
    std::unique_ptr<ResultJob<bool>> write(const QString &key, const QString &label,
                                           SecretBytes value);
    std::unique_ptr<ResultJob<bool>> remove(const QString &key);
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list();
    /// Ends when the person has answered the system's prompt. Errors: KeychainDenied when it was
    /// dismissed, KeychainLocked when no prompt can be shown. Cancelling withdraws the prompt.
    std::unique_ptr<ResultJob<KeychainStatus>> unlock();

    /// Probes without blocking; statusChanged() tells.
    void refreshStatus();
    KeychainStatus status() const { return m_status; }
    bool isStatusKnown() const { return m_statusKnown; }

Q_SIGNALS:
    void statusChanged(const mintmark::KeychainStatus &status);
    /// A write whose caller was told Busy, or had gone, is stored and read back after all: whoever
    /// keeps `key` may read it again.
    void lateNews(const QString &key);

private:
    class Private;
    template <class T> class OperationJob;
    std::unique_ptr<Private> d;
    KeychainStatus m_status;
    bool m_statusKnown = false;
};

} // namespace mintmark
