// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/terminal.h"

#include <QtGlobal>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <system_error>
#include <termios.h>
#include <unistd.h>

namespace mintmark::terminal {

void ignoreBrokenPipes()
{
    std::signal(SIGPIPE, SIG_IGN);
}

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

Written writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (count > 0)
            bytes = bytes.sliced(count);
        else if (errno != EINTR)
            return errno == EPIPE ? Written::ReaderGone : Written::Failed;
    }
    return Written::All;
}

qint64 readSome(int descriptor, char *into, qint64 size)
{
    ssize_t count = -1;
    do {
        count = ::read(descriptor, into, static_cast<size_t>(size));
    } while (count < 0 && errno == EINTR);
    return count;
}

QString lastFailure()
{
    return QString::fromLocal8Bit(std::generic_category().message(errno));
}

bool hasDesktop()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

int endedAs(int exitCode)
{
    if (exitCode <= 128)
        return exitCode;
    // A script stops only when it sees that its program was ended by the signal.
    std::signal(exitCode - 128, SIG_DFL);
    std::raise(exitCode - 128);
    return exitCode;
}

class HiddenInput::Private
{
public:
    const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    std::optional<termios> shown; ///< as it was before
};

HiddenInput::HiddenInput() : d(std::make_unique<Private>()) { }

HiddenInput::~HiddenInput()
{
    show();
    if (isOpen())
        ::close(d->fd);
}

bool HiddenInput::isOpen() const
{
    return d->fd >= 0;
}

int HiddenInput::descriptor() const
{
    return d->fd;
}

void HiddenInput::hide()
{
    termios now {};
    if (d->shown || ::tcgetattr(d->fd, &now) != 0)
        return;
    d->shown = now;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    now.c_lflag |= ECHONL | ICANON | ISIG;
    ::tcsetattr(d->fd, TCSAFLUSH, &now);
}

void HiddenInput::show()
{
    if (d->shown)
        ::tcsetattr(d->fd, TCSAFLUSH, &*d->shown);
    d->shown.reset();
}

} // namespace mintmark::terminal
