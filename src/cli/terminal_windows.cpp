// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Written from the documentation; not tried on Windows yet.

#include "cli/terminal.h"

#include <cerrno>
#include <io.h>
#include <system_error>

namespace mintmark::terminal {

/// There is no such signal here: _write() fails with EPIPE or EINVAL.
void ignoreBrokenPipes() { }

bool isTerminal(int descriptor)
{
    return _isatty(descriptor) != 0;
}

Written writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto size = static_cast<unsigned>(qMin<qsizetype>(bytes.size(), 64 * 1024));
        const int count = _write(descriptor, bytes.data(), size);
        if (count <= 0)
            return errno == EPIPE || errno == EINVAL ? Written::ReaderGone : Written::Failed;
        bytes = bytes.sliced(count);
    }
    return Written::All;
}

qint64 readSome(int descriptor, char *into, qint64 size)
{
    return _read(descriptor, into, static_cast<unsigned>(qMin<qint64>(size, 64 * 1024)));
}

QString lastFailure()
{
    return QString::fromLocal8Bit(std::generic_category().message(errno));
}

/// The Credential Manager is open as long as somebody is logged in.
bool hasDesktop()
{
    return true;
}

int endedAs(int exitCode)
{
    return exitCode;
}

/// Not made yet: consoles are no descriptors to wait for. Secrets come through --secret-stdin.
class HiddenInput::Private
{ };

HiddenInput::HiddenInput() = default;
HiddenInput::~HiddenInput() = default;

bool HiddenInput::isOpen() const
{
    return false;
}

int HiddenInput::descriptor() const
{
    return -1;
}

void HiddenInput::hide() { }

void HiddenInput::show() { }

} // namespace mintmark::terminal
