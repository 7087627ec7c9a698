// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "base/secretbytes.h"
#include "cli/terminal.h"

#include <QObject>

namespace mintmark {

class Interruption;

/// A secret from a pipe or file: all of it, without the line break at its end. Blocks. Errors:
/// NamedFileUnreadable, ProfileInvalid when it is empty or too long.
Result<SecretBytes> readSecret(int descriptor);

/// Asks for a secret on the terminal, which does not show what is typed.
class SecretPrompt : public QObject
{
    Q_OBJECT
public:
    SecretPrompt(QString question, Interruption &interruption, QObject *parent);
    ~SecretPrompt() override;

    /// False when there is no terminal to ask on.
    bool ask();
    /// What was entered; once.
    SecretBytes take() { return std::move(m_secret); }

Q_SIGNALS:
    void entered();
    /// End of input, without a line.
    void ended();

private:
    void read();
    void show();

    const QString m_question;
    terminal::HiddenInput m_input;
    QByteArray m_typed;
    SecretBytes m_secret;
};

} // namespace mintmark
