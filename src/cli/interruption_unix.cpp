// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/interruption.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace mintmark {

namespace {

constexpr std::array handled { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };

/// Write end of the pipe: all that a handler may do is write to it (signal-safety(7)).
volatile std::sig_atomic_t pipeEnd = -1;

void tell(int signal)
{
    const auto number = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t count = ::write(pipeEnd, &number, 1);
}

} // namespace

class Interruption::Private
{
public:
    int ends[2] = { -1, -1 };
    std::array<struct sigaction, handled.size()> former {};
};

Interruption::Interruption(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    if (::pipe2(d->ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    pipeEnd = d->ends[1];
    auto *notifier = new QSocketNotifier(d->ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Interruption::read);
    struct sigaction action
    { };
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < handled.size(); ++i) {
        ::sigaction(handled[i], nullptr, &d->former[i]);
        // nohup and shells without job control have them ignored, which stays.
        if (d->former[i].sa_handler != SIG_IGN)
            ::sigaction(handled[i], &action, nullptr);
    }
}

Interruption::~Interruption()
{
    if (d->ends[0] < 0)
        return;
    for (size_t i = 0; i < handled.size(); ++i)
        ::sigaction(handled[i], &d->former[i], nullptr);
    pipeEnd = -1;
    ::close(d->ends[0]);
    ::close(d->ends[1]);
}

void Interruption::read()
{
    char signal = 0;
    while (::read(d->ends[0], &signal, 1) == 1) {
        if (signal != SIGTSTP) {
            Q_EMIT interrupted(128 + signal);
            return;
        }
        Q_EMIT suspending();
        ::raise(SIGSTOP); // returns when somebody continues the process
        Q_EMIT resumed();
    }
}

} // namespace mintmark
