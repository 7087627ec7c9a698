// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychainoperation.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

KeychainStatus statusOf(const Result<KeychainStatus> &probe)
{
    return probe.ok() ? *probe : KeychainStatus { keychainState(probe.error()), {} };
}

Error tooLarge(qsizetype size, qsizetype limit)
{
    Error error = keychainError(KeychainState::TooLarge);
    error.arguments.insert(u"size"_s, QString::number(size));
    error.arguments.insert(u"limit"_s, QString::number(limit));
    return error;
}

Error notStored()
{
    return { ErrorCode::KeychainNotStored, {}, {} };
}

} // namespace

KeychainOperation::KeychainOperation(KeychainBackend &backend, const KeychainLimits &limits,
                                     KeychainRequest request)
    : m_backend(backend), m_limits(limits), m_request(std::move(request))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &KeychainOperation::onDeadline);
}

KeychainOperation::~KeychainOperation() = default;

template <class T, class Answered>
void KeychainOperation::await(std::unique_ptr<ResultJob<T>> job, WhenLate whenLate,
                              Answered answered)
{
    ResultJob<T> *raw = job.get();
    m_job = std::move(job);
    m_whenLate = whenLate;
    connect(raw, &Job::finished, this, [this, raw, answered] {
        m_job.release()->deleteLater();
        (this->*answered)(raw->takeResult());
    });
    raw->start();
}

void KeychainOperation::start()
{
    m_deadline.start(std::chrono::milliseconds(m_limits.probeMs));
    await(m_backend.probe(), WhenLate::Drop, &KeychainOperation::onProbed);
}

void KeychainOperation::refuse(Error error)
{
    end(std::move(error));
}

void KeychainOperation::abandon()
{
    m_abandoned = true;
    if (m_request.kind == KeychainRequest::Kind::Unlock && m_job)
        m_job->cancel();
}

void KeychainOperation::onProbed(const Result<KeychainStatus> &result)
{
    using Kind = KeychainRequest::Kind;
    if (m_abandoned)
        return end();
    m_outcome.status = statusOf(result);
    Q_EMIT probed(m_outcome.status);
    const KeychainState state = m_outcome.status.state;
    const bool unlocks = m_request.kind == Kind::Unlock;
    if (m_request.kind == Kind::Status || (unlocks && state == KeychainState::Ok))
        end();
    else if (state == (unlocks ? KeychainState::Locked : KeychainState::Ok))
        act();
    else
        end(result.ok() ? keychainError(state) : result.error());
}

void KeychainOperation::act()
{
    using Kind = KeychainRequest::Kind;
    const bool prompts = m_request.kind == Kind::Unlock;
    m_deadline.start(std::chrono::milliseconds(prompts ? m_limits.promptMs : m_limits.operationMs));
    switch (m_request.kind) {
    case Kind::Read:
        return await(m_backend.read(key()), WhenLate::Keep, &KeychainOperation::onRead);
    case Kind::Write: {
        const qsizetype size = m_request.value.size();
        // A backend may take "no bytes" for "remove it": qtkeychain does with KWallet.
        if (size == 0)
            return end(Error { ErrorCode::Internal, {}, u"empty keychain item"_s });
        if (const qsizetype limit = m_backend.sizeLimit(); limit > 0 && size > limit)
            return end(tooLarge(size, limit));
        return await(m_backend.write(key(), m_request.label, m_request.value.clone()),
                     WhenLate::Keep, &KeychainOperation::onWritten);
    }
    case Kind::Remove:
        return await(m_backend.remove(key()), WhenLate::Keep, &KeychainOperation::onRemoved);
    case Kind::List:
        return await(m_backend.list(), WhenLate::Keep, &KeychainOperation::onListed);
    case Kind::Unlock:
        return await(m_backend.unlock(), WhenLate::Keep, &KeychainOperation::onUnlocked);
    case Kind::Status:
        break;
    }
}

void KeychainOperation::onRead(Result<SecretBytes> result)
{
    if (!result.ok()) {
        if (result.error().code == ErrorCode::KeychainNotFound)
            return confirmAbsence();
        return end(result.error());
    }
    // Nothing empty is ever written; KWallet's failures look like a success without bytes.
    if (result->isEmpty())
        return end(keychainError(KeychainState::Corrupt));
    m_outcome.value = std::move(result).value();
    end();
}

void KeychainOperation::onWritten(const Result<bool> &result)
{
    if (!result.ok())
        return end(result.error());
    m_wrote = true;
    await(m_backend.read(key()), WhenLate::Keep, &KeychainOperation::onReadBack);
}

void KeychainOperation::onReadBack(const Result<SecretBytes> &result)
{
    if (result.ok())
        return end(*result == m_request.value ? std::optional<Error>() : notStored());
    if (result.error().code == ErrorCode::KeychainNotFound)
        return end(notStored());
    end(result.error());
}

void KeychainOperation::onRemoved(const Result<bool> &result)
{
    if (!result.ok() && result.error().code != ErrorCode::KeychainNotFound)
        return end(result.error());
    await(m_backend.read(key()), WhenLate::Keep, &KeychainOperation::onReadAfterRemoval);
}

void KeychainOperation::onReadAfterRemoval(const Result<SecretBytes> &result)
{
    if (result.ok())
        return end(keychainError(KeychainState::Failed, u"The entry is still there."_s));
    if (result.error().code == ErrorCode::KeychainNotFound)
        return confirmAbsence();
    end(result.error());
}

// qtkeychain says "not found" of a locked keyring, too, and it may have been locked since the first
// probe.
void KeychainOperation::confirmAbsence()
{
    await(m_backend.probe(), WhenLate::Drop, &KeychainOperation::onAbsenceConfirmed);
}

void KeychainOperation::onAbsenceConfirmed(const Result<KeychainStatus> &result)
{
    m_outcome.status = statusOf(result);
    Q_EMIT probed(m_outcome.status);
    if (m_outcome.status.state != KeychainState::Ok)
        return end(keychainError(m_outcome.status.state));
    if (m_request.kind == KeychainRequest::Kind::Remove)
        return end();
    end(keychainError(KeychainState::NotFound));
}

void KeychainOperation::onListed(Result<QList<KeychainItem>> result)
{
    if (!result.ok())
        return end(result.error());
    m_outcome.items = std::move(result).value();
    end();
}

void KeychainOperation::onUnlocked(const Result<KeychainStatus> &result)
{
    if (!result.ok())
        return end(result.error());
    m_outcome.status = *result;
    Q_EMIT probed(m_outcome.status);
    if (m_outcome.status.state != KeychainState::Ok)
        return end(keychainError(m_outcome.status.state));
    end();
}

void KeychainOperation::onDeadline()
{
    const auto waited = m_deadline.intervalAsDuration();
    if (m_whenLate == WhenLate::Drop)
        m_job.reset();
    m_overdue = m_job != nullptr;
    Error busy = keychainError(KeychainState::Busy);
    busy.arguments.insert(u"seconds"_s,
                          QString::number(static_cast<double>(waited.count()) / 1000));
    end(busy);
}

void KeychainOperation::end(std::optional<Error> error)
{
    m_deadline.stop();
    const bool unheard = m_ended || m_abandoned;
    const bool stored = m_wrote && !error;
    if (!m_ended) {
        m_ended = true;
        m_outcome.error = std::move(error);
        Q_EMIT ended();
    }
    if (unheard && stored)
        Q_EMIT wroteLate();
    if (!m_job)
        Q_EMIT released();
}

} // namespace mintmark
