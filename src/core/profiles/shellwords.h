// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

struct ShellWords
{
    std::vector<QStringView> words; ///< unquoted; live as long as the Findings
    qsizetype end = 0;              ///< where the command ended in the text
};

/// The words of the command that starts at `begin`: POSIX quotes ('…', "…", $'…'), those of cmd
/// (^"…") and PowerShell (`), quotes a mail program curled, lines continued with \, ^ or `, or
/// because an option follows where a mail program broke the line.
ShellWords shellWords(QStringView text, qsizetype begin, Findings &findings);

} // namespace mintmark::paste
