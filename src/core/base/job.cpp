// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/job.h"

#include <QMetaObject>

namespace mintmark {

Job::Job(QObject *parent) : QObject(parent) { }

Job::~Job() = default;

void Job::start()
{
    if (m_state != State::Idle)
        return;
    m_state = State::Running;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state == State::Running)
                run();
        },
        Qt::QueuedConnection);
}

void Job::cancel()
{
    if (m_state == State::Ending || m_state == State::Finished)
        return;
    const bool running = m_state == State::Running;
    m_state = State::Ending;
    if (running)
        stop();
    setCancelled();
    announce();
}

void Job::deleteWhenFinished()
{
    connect(this, &Job::finished, this, &QObject::deleteLater);
}

void Job::stop() { }

bool Job::claimEnd()
{
    if (m_state == State::Ending || m_state == State::Finished)
        return false;
    m_state = State::Ending;
    return true;
}

void Job::announce()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_state = State::Finished;
            Q_EMIT finished(QPrivateSignal());
        },
        Qt::QueuedConnection);
}

} // namespace mintmark

// Here and not with the whole library's: the keychain's module takes this file alone out of it.
#include "moc_job.cpp"
