// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QList>

namespace mintmark {

/// Exit codes of the command line, a promise to scripts: mintmark-cli(1).
enum class ExitCode : int {
    Done = 0,
    Internal = 1,
    Usage = 2,
    NoSuchProfile = 3,
    Keychain = 4,
    Network = 5,
    Refused = 6,
    Token = 7,
    TimedOut = 8,
};

/// An error in words: cause, what is known, what to try.
struct ErrorText
{
    QString cause; ///< one sentence without a full stop; subject is the host or part that refused
    QString known; ///< what it said, what was or was not sent; may be empty
    QString remedy; ///< what to try; never empty
    QList<Cure> cures;
};

/// The words for `error`, translated, arguments filled in. Plain text, never rich text.
ErrorText errorText(const Error &error);
/// The label of a cure's button, translated.
QString cureText(Cure cure);
ExitCode exitCode(ErrorCode code);

/// One row of the table in errorcatalogue_table.cpp. Strings are QT_TRANSLATE_NOOP'ed, with
/// "{name}" where an argument goes; a sentence of `known` or `remedy` with an argument that is
/// empty is left out.
struct ErrorRow
{
    ErrorCode code;
    ExitCode exit;
    const char *cause;
    const char *known;
    const char *remedy;
    std::initializer_list<Cure> cures;
};
/// All rows, one for each ErrorCode.
QList<const ErrorRow *> errorRows();

} // namespace mintmark
