// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace mintmark::terminal {

// What differs between systems: terminal_unix.cpp, terminal_windows.cpp.

constexpr int standardInput = 0;
constexpr int standardOutput = 1;
constexpr int standardError = 2;

/// Once, at start: a reader that went away is an answer of write(), not the end of the process.
void ignoreBrokenPipes();

bool isTerminal(int descriptor);

enum class Written {
    All,
    ReaderGone, ///< `mintmark-cli … | head -1`: nobody wants the rest
    Failed,
};
/// Writes everything, however often the system takes only part of it.
Written writeAll(int descriptor, QByteArrayView bytes);

/// What is there, at most `size` bytes, waiting for the first; 0 at the end, negative for a
/// failure.
qint64 readSome(int descriptor, char *into, qint64 size);
/// What the system said of the last failure.
QString lastFailure();

/// A desktop that could show a prompt of the keyring.
bool hasDesktop();

/// Ends as a shell expects it of an interrupted program: for codes of 128 + signal by that signal,
/// else returns `exitCode`.
int endedAs(int exitCode);

/// The terminal of this process, also when stdin and stdout lead elsewhere; typed text is not
/// shown as long as it is hidden, and always shown again when this goes.
class HiddenInput
{
public:
    HiddenInput();
    ~HiddenInput();
    HiddenInput(const HiddenInput &) = delete;
    HiddenInput &operator=(const HiddenInput &) = delete;

    /// False: there is no terminal.
    bool isOpen() const;
    int descriptor() const;
    void hide();
    void show();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark::terminal
