// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/qtkeychainbackend.h"

#include "keychain/systemkeychain.h"

#include <qt6keychain/keychain.h>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// A job of qtkeychain, waited for. The job itself has no parent and frees itself when it ends: its
/// callback holds a bare pointer, so it must never be destroyed while it runs.
/// An error is explained by the system before it is told, because 0.13 calls a locked item absent
/// and has no error for a service that is not there.
template <class T> class QtKeychainJob : public ResultJob<T>
{
public:
    QtKeychainJob(SystemKeychain &system, QString key) : m_system(system), m_key(std::move(key)) { }

protected:
    template <class Self> void begin(QKeychain::Job *job, void (Self::*stored)())
    {
        job->setKey(m_key);
        auto *self = static_cast<Self *>(this);
        QObject::connect(job, &QKeychain::Job::finished, this, [this, self, job, stored] {
            if (job->error() == QKeychain::NoError)
                (self->*stored)();
            else
                explain(job->error(), job->errorString());
        });
        job->start();
    }
    virtual void failed(const Error &error) { this->finish(error); }

    SystemKeychain &system() const { return m_system; }
    const QString &key() const { return m_key; }

private:
    void explain(QKeychain::Error code, const QString &said)
    {
        const KeychainState state = stateOf(code);
        if (code == QKeychain::AccessDeniedByUser)
            return failed(keychainError(state, said));
        runJob(m_system.probe(), this, [this, state, said](const Result<KeychainStatus> &status) {
            const KeychainState now = status.ok() ? status->state : keychainState(status.error());
            if (now != KeychainState::Ok)
                return failed(keychainError(now, said));
            if (state == KeychainState::NotFound)
                return lookBehindLocks();
            failed(keychainError(state, said));
        });
    }
    /// It may lie in another collection than the default one.
    void lookBehindLocks()
    {
        runJob(m_system.isHidden(m_key), this, [this](const Result<bool> &hidden) {
            if (!hidden.ok())
                return failed(hidden.error());
            failed(keychainError(*hidden ? KeychainState::Locked : KeychainState::NotFound));
        });
    }
    static KeychainState stateOf(QKeychain::Error code)
    {
        switch (code) {
        case QKeychain::EntryNotFound:
            return KeychainState::NotFound;
        case QKeychain::AccessDeniedByUser:
        case QKeychain::AccessDenied:
            return KeychainState::Denied;
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            return KeychainState::NoService;
        default:
            return KeychainState::Failed;
        }
    }

    SystemKeychain &m_system;
    const QString m_key;
};

class ReadJob final : public QtKeychainJob<SecretBytes>
{
public:
    using QtKeychainJob::QtKeychainJob;

protected:
    void run() override
    {
        m_job = new QKeychain::ReadPasswordJob(system().itemService());
        begin(m_job, &ReadJob::onRead);
    }

private:
    // The job keeps a copy of the bytes until it frees itself, at the next turn of the event loop.
    void onRead() { finish(SecretBytes(m_job->binaryData())); }

    QPointer<QKeychain::ReadPasswordJob> m_job;
};

class WriteJob final : public QtKeychainJob<bool>
{
public:
    WriteJob(SystemKeychain &system, const QString &key, QString label, SecretBytes value)
        : QtKeychainJob(system, key), m_label(std::move(label)), m_value(std::move(value))
    { }

protected:
    void run() override
    {
        auto *job = new QKeychain::WritePasswordJob(system().itemService());
        job->setBinaryData(m_value.view().toByteArray());
        m_value = {};
        begin(job, &WriteJob::onWritten);
    }

private:
    // 0.13 labels every item with the service alone. Best effort: an item without a good name is a
    // good item.
    void onWritten()
    {
        runJob(system().setLabel(key(), m_label), this,
               [this](const Result<bool> &) { finish(true); });
    }

    const QString m_label;
    SecretBytes m_value;
};

class RemoveJob final : public QtKeychainJob<bool>
{
public:
    using QtKeychainJob::QtKeychainJob;

protected:
    void run() override
    {
        begin(new QKeychain::DeletePasswordJob(system().itemService()), &RemoveJob::onRemoved);
    }
    // Windows and macOS say so, libsecret does not.
    void failed(const Error &error) override
    {
        if (error.code == ErrorCode::KeychainNotFound)
            finish(true);
        else
            finish(error);
    }

private:
    void onRemoved() { finish(true); }
};

class QtKeychainBackend final : public KeychainBackend
{
public:
    explicit QtKeychainBackend(qint64 timeoutMs) : m_timeoutMs(timeoutMs) { }

    std::unique_ptr<ResultJob<SecretBytes>> read(const QString &key) override
    {
        return std::make_unique<ReadJob>(system(), key);
    }
    std::unique_ptr<ResultJob<bool>> write(const QString &key, const QString &label,
                                           SecretBytes value) override
    {
        return std::make_unique<WriteJob>(system(), key, label, std::move(value));
    }
    std::unique_ptr<ResultJob<bool>> remove(const QString &key) override
    {
        return std::make_unique<RemoveJob>(system(), key);
    }
    std::unique_ptr<ResultJob<KeychainStatus>> probe() override { return system().probe(); }
    std::unique_ptr<ResultJob<KeychainStatus>> unlock() override { return system().unlock(); }
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list() override { return system().list(); }
    qsizetype sizeLimit() const override { return system().sizeLimit(); }

private:
    /// Made when first used: it connects to the session bus, and the window is shown before that.
    SystemKeychain &system() const
    {
        if (!m_system)
            m_system = makeSystemKeychain(m_timeoutMs);
        return *m_system;
    }

    const qint64 m_timeoutMs;
    mutable std::unique_ptr<SystemKeychain> m_system;
};

} // namespace

std::unique_ptr<KeychainBackend> makeQtKeychainBackend(qint64 probeTimeoutMs)
{
    return std::make_unique<QtKeychainBackend>(probeTimeoutMs);
}

} // namespace mintmark
