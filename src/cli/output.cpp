// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/output.h"

#include "base/displaytext.h"
#include "cli/terminal.h"

#include <QtGlobal>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr auto program = "mintmark-cli: "_L1;

/// SGR parameters (ECMA-48 §8.3.117).
QLatin1StringView sequence(Ink ink)
{
    switch (ink) {
    case Ink::Strong:
        return "\033[1m"_L1;
    case Ink::Dim:
        return "\033[2m"_L1;
    case Ink::Good:
        return "\033[32m"_L1;
    case Ink::Warning:
        return "\033[33m"_L1;
    case Ink::Bad:
        return "\033[31m"_L1;
    case Ink::Plain:
        break;
    }
    return {};
}

/// What the catalogue says to people in front of a window is different here.
std::optional<QString> ownText(const Error &error, bool hasDesktop)
{
    constexpr auto fromFile = "or use a profile from a file:  mintmark-cli token --from FILE"_L1;
    switch (error.code) {
    case ErrorCode::KeychainLocked:
        if (hasDesktop)
            return {};
        // Measured: without --replace another daemon starts beside the locked one, and a line break
        // after the password makes it a wrong one.
        return "the keyring is locked and there is no desktop here to unlock it.\n"
               "Unlock it:  read -rs p && printf %s \"$p\" | gnome-keyring-daemon --replace "
               "--unlock"
               "   (then type the password and Enter)\n"_L1
            + fromFile;
    case ErrorCode::KeychainNoService:
        return "this computer has no keyring running.\n"
               "Install and start gnome-keyring, KWallet or KeePassXC,\n"_L1
            + fromFile;
    case ErrorCode::Usage:
        return displayText(error.argument(u"detail")).text + u'\n'
            + displayText(error.argument(u"try")).text;
    default:
        return {};
    }
}

} // namespace

QString failureText(const Error &error, bool hasDesktop)
{
    if (const std::optional<QString> own = ownText(error, hasDesktop))
        return program + *own;
    const ErrorText text = errorText(error);
    const QString cause = displayText(text.cause).text;
    const QString known = displayText(text.known).text;
    const QString remedy = displayText(text.remedy).text;
    if (known.isEmpty() && remedy.startsWith("mintmark-cli "_L1))
        return u"%1%2 (%3)."_s.arg(program, cause, remedy.chopped(1));
    QStringList lines { program + cause + u'.' };
    if (!known.isEmpty())
        lines << known;
    if (!remedy.isEmpty())
        lines << remedy;
    return lines.join(u'\n');
}

Output::Output()
    : m_hasColours(terminal::isTerminal(terminal::standardOutput)
                   && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb")
{ }

QString Output::inked(const QString &text, Ink ink) const
{
    return m_hasColours && ink != Ink::Plain ? sequence(ink) + text + "\033[0m"_L1 : text;
}

ExitCode Output::answer(QByteArrayView bytes)
{
    if (terminal::writeAll(terminal::standardOutput, bytes) != terminal::Written::Failed)
        return ExitCode::Done;
    note(u"the answer could not be written to stdout."_s);
    return ExitCode::Internal;
}

ExitCode Output::answerText(const QString &text)
{
    return answer(text.toUtf8() + '\n');
}

void Output::note(const QString &text)
{
    const QString safe = displayText(text, LineBreaks::Keep).text;
    (void)terminal::writeAll(terminal::standardError, (program + safe + u'\n').toUtf8());
}

ExitCode Output::fail(const Error &error)
{
    const QString text = failureText(error, terminal::hasDesktop());
    (void)terminal::writeAll(terminal::standardError, (text + u'\n').toUtf8());
    return exitCode(error.code);
}

} // namespace mintmark
