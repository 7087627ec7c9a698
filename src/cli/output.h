// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "base/errorcatalogue.h"

#include <QByteArrayView>
#include <QString>

namespace mintmark {

/// Colours by meaning, for terminals.
enum class Ink { Plain, Strong, Dim, Good, Warning, Bad };

/// The two ways out: stdout carries the answer and nothing else, stderr all that is said.
class Output
{
public:
    Output();

    /// stdout is a terminal that takes colours, and NO_COLOR (no-color.org) is not set.
    bool hasColours() const { return m_hasColours; }
    /// `text` in escape sequences, or as it is where there are no colours.
    QString inked(const QString &text, Ink ink) const;

    /// All of it to stdout. Done also when the reader has gone; Internal when it could not be
    /// written, which is said.
    ExitCode answer(QByteArrayView bytes);
    /// Human text, with a final line break.
    ExitCode answerText(const QString &text);

    /// "mintmark-cli: …" to stderr, whatever stands in `text` made safe to show.
    void note(const QString &text);
    /// Cause and remedy to stderr.
    ExitCode fail(const Error &error);

private:
    bool m_hasColours = false;
};

/// "mintmark-cli: cause" and, in further lines, what is known and what to try; safe to show.
/// `hasDesktop`: a prompt could have been shown.
QString failureText(const Error &error, bool hasDesktop);

} // namespace mintmark
