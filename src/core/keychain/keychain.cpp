// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychain.h"

#include "keychain/keychainoperation.h"

#include <deque>

namespace mintmark {

/// The queue: one operation in flight, the others in order.
class Keychain::Private
{
public:
    Private(Keychain *keychain, std::unique_ptr<KeychainBackend> store, const KeychainLimits &times)
        : q(keychain), limits(times), backend(std::move(store))
    { }

    std::unique_ptr<KeychainOperation> make(KeychainRequest request);
    void submit(std::unique_ptr<KeychainOperation> operation);
    void abandon(KeychainOperation *operation);
    void onEnded();
    void onReleased();
    void setStatus(KeychainStatus status);

    Keychain *q;
    KeychainLimits limits;
    std::unique_ptr<KeychainBackend> backend; // outlives the operations below
    std::unique_ptr<KeychainOperation> current;
    std::deque<std::unique_ptr<KeychainOperation>> waiting;
};

/// What callers hold: it puts an operation in the queue and picks up its outcome.
template <class T> class Keychain::OperationJob final : public ResultJob<T>
{
public:
    OperationJob(Keychain *keychain, KeychainRequest request)
        : m_keychain(keychain), m_request(std::move(request))
    { }
    ~OperationJob() override { stop(); }

protected:
    void run() override
    {
        if (!m_keychain)
            return this->finish(keychainError(KeychainState::NoService));
        auto operation = m_keychain->d->make(std::move(m_request));
        m_operation = operation.get();
        QObject::connect(m_operation, &KeychainOperation::ended, this, [this] { takeOutcome(); });
        m_keychain->d->submit(std::move(operation));
    }
    void stop() override
    {
        if (!m_operation)
            return;
        m_operation->disconnect(this);
        if (!m_operation->hasEnded())
            m_keychain->d->abandon(m_operation);
        m_operation = nullptr;
    }

private:
    void takeOutcome()
    {
        if (m_operation->outcome().error)
            return this->finish(*m_operation->outcome().error);
        KeychainOutcome outcome = m_operation->takeOutcome();
        if constexpr (std::is_same_v<T, SecretBytes>)
            this->finish(std::move(outcome.value));
        else if constexpr (std::is_same_v<T, KeychainStatus>)
            this->finish(outcome.status);
        else if constexpr (std::is_same_v<T, QList<KeychainItem>>)
            this->finish(outcome.items);
        else
            this->finish(true);
    }

    QPointer<Keychain> m_keychain;
    KeychainRequest m_request;
    QPointer<KeychainOperation> m_operation;
};

std::unique_ptr<KeychainOperation> Keychain::Private::make(KeychainRequest request)
{
    auto operation = std::make_unique<KeychainOperation>(*backend, limits, std::move(request));
    const QString key = operation->key();
    QObject::connect(operation.get(), &KeychainOperation::probed, q,
                     [this](const KeychainStatus &status) { setStatus(status); });
    QObject::connect(operation.get(), &KeychainOperation::wroteLate, q,
                     [this, key] { Q_EMIT q->lateNews(key); });
    return operation;
}

void Keychain::Private::submit(std::unique_ptr<KeychainOperation> operation)
{
    if (!current) {
        current = std::move(operation);
        QObject::connect(current.get(), &KeychainOperation::ended, q, [this] { onEnded(); });
        QObject::connect(current.get(), &KeychainOperation::released, q, [this] { onReleased(); });
        current->start();
    } else if (current->hasEnded()) {
        operation->refuse(*current->outcome().error);
        operation.release()->deleteLater();
    } else {
        waiting.push_back(std::move(operation));
    }
}

void Keychain::Private::abandon(KeychainOperation *operation)
{
    if (operation == current.get())
        return operation->abandon();
    std::erase_if(waiting, [operation](const auto &entry) { return entry.get() == operation; });
}

void Keychain::Private::onEnded()
{
    const std::optional<Error> error = current->outcome().error;
    if (!error || error->code != ErrorCode::KeychainBusy)
        return;
    setStatus({ KeychainState::Busy, {} });
    // A keychain that does not answer would not answer those behind it either.
    for (auto refused = std::exchange(waiting, {}); auto &operation : refused) {
        operation->refuse(*error);
        operation.release()->deleteLater();
    }
}

void Keychain::Private::onReleased()
{
    const bool wasOverdue = current->isOverdue();
    current.release()->deleteLater();
    if (wasOverdue)
        q->refreshStatus(); // before the others: it answers again
    if (current || waiting.empty())
        return;
    auto next = std::move(waiting.front());
    waiting.pop_front();
    submit(std::move(next));
}

void Keychain::Private::setStatus(KeychainStatus status)
{
    if (status.serviceName.isEmpty() && status.state == KeychainState::Busy)
        status.serviceName = q->m_status.serviceName;
    if (q->m_statusKnown && status == q->m_status)
        return;
    q->m_status = status;
    q->m_statusKnown = true;
    Q_EMIT q->statusChanged(status);
}

Keychain::Keychain(std::unique_ptr<KeychainBackend> backend, KeychainLimits limits, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(backend), limits))
{ }

Keychain::~Keychain() = default;

using Kind = KeychainRequest::Kind;

std::unique_ptr<ResultJob<SecretBytes>> Keychain::read(const QString &key)
{
    return std::make_unique<OperationJob<SecretBytes>>(this,
                                                       KeychainRequest { Kind::Read, key, {}, {} });
}

std::unique_ptr<ResultJob<bool>> Keychain::write(const QString &key, const QString &label,
                                                 SecretBytes value)
{
    return std::make_unique<OperationJob<bool>>(
        this, KeychainRequest { Kind::Write, key, label, std::move(value) });
}

std::unique_ptr<ResultJob<bool>> Keychain::remove(const QString &key)
{
    return std::make_unique<OperationJob<bool>>(this,
                                                KeychainRequest { Kind::Remove, key, {}, {} });
}

std::unique_ptr<ResultJob<QList<KeychainItem>>> Keychain::list()
{
    return std::make_unique<OperationJob<QList<KeychainItem>>>(
        this, KeychainRequest { Kind::List, {}, {}, {} });
}

std::unique_ptr<ResultJob<KeychainStatus>> Keychain::unlock()
{
    return std::make_unique<OperationJob<KeychainStatus>>(
        this, KeychainRequest { Kind::Unlock, {}, {}, {} });
}

void Keychain::refreshStatus()
{
    d->submit(d->make({ Kind::Status, {}, {}, {} }));
}

} // namespace mintmark
