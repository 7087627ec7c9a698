// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychain.h"

#include <QTimer>

namespace mintmark {

/// What is asked of the keychain.
struct KeychainRequest
{
    enum class Kind { Status, Read, Write, Remove, List, Unlock };
    Kind kind = Kind::Status;
    QString key;
    QString label;
    SecretBytes value;
};

/// What came of it; only the parts of that kind are filled.
struct KeychainOutcome
{
    std::optional<Error> error;
    SecretBytes value;
    QList<KeychainItem> items;
    KeychainStatus status;
};

/// One request on its way: probe, act, confirm, end. Used by Keychain only.
class KeychainOperation final : public QObject
{
    Q_OBJECT
public:
    KeychainOperation(KeychainBackend &backend, const KeychainLimits &limits,
                      KeychainRequest request);
    ~KeychainOperation() override;

    void start();
    /// Ends without having begun.
    void refuse(Error error);
    /// Nobody waits for the outcome any more. What was not begun is not begun, a prompt is
    /// withdrawn; what else the backend is doing cannot be taken back and runs to its end.
    void abandon();

    const QString &key() const { return m_request.key; }
    bool hasEnded() const { return m_ended; }
    /// Ended by the deadline while a job of the backend went on.
    bool isOverdue() const { return m_overdue; }
    const KeychainOutcome &outcome() const { return m_outcome; }
    KeychainOutcome takeOutcome() { return std::move(m_outcome); }

Q_SIGNALS:
    void probed(const mintmark::KeychainStatus &status);
    /// The outcome is there, at the latest when the deadline passes.
    void ended();
    /// No job of the backend runs any more. Follows ended(), perhaps much later.
    void released();
    /// Nobody was told, because it was late or abandoned, but the value is stored.
    void wroteLate();

private:
    enum class WhenLate { Drop, Keep };
    template <class T, class Answered>
    void await(std::unique_ptr<ResultJob<T>> job, WhenLate whenLate, Answered answered);
    void act();
    void confirmAbsence();
    void onProbed(const Result<KeychainStatus> &result);
    void onRead(Result<SecretBytes> result);
    void onWritten(const Result<bool> &result);
    void onReadBack(const Result<SecretBytes> &result);
    void onRemoved(const Result<bool> &result);
    void onReadAfterRemoval(const Result<SecretBytes> &result);
    void onAbsenceConfirmed(const Result<KeychainStatus> &result);
    void onListed(Result<QList<KeychainItem>> result);
    void onUnlocked(const Result<KeychainStatus> &result);
    void onDeadline();
    void end(std::optional<Error> error = {});

    KeychainBackend &m_backend;
    const KeychainLimits m_limits;
    KeychainRequest m_request;
    KeychainOutcome m_outcome;
    QTimer m_deadline;
    std::unique_ptr<Job> m_job; ///< of the backend, while it runs
    WhenLate m_whenLate = WhenLate::Drop;
    bool m_ended = false;
    bool m_overdue = false;
    bool m_abandoned = false;
    bool m_wrote = false; ///< the backend said so
};

} // namespace mintmark
