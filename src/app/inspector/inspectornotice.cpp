// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectornotice.h"

#include "app/widgets/errorbar.h"
#include "session/timetext.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(InspectorNotice)
};

constexpr qint64 hourMs = 3'600'000;

} // namespace

/// In hours: an alert each minute would be read out each minute.
BarMessage sharedTokenMessage(qint64 remainingMs, bool canRevoke)
{
    BarMessage message;
    message.kind = BarKind::Warning;
    message.cause = remainingMs < hourMs
        ? Text::tr("Still usable for less than 1 h")
        : Text::tr("Still usable for %1").arg(roughText(remainingMs));
    message.known = Text::tr("It stood in a ticket, so others have it.");
    if (canRevoke)
        message.buttons.append({ inspectorbutton::revoke, Text::tr("Revoke…") });
    message.buttons.append({ inspectorbutton::copyReply, Text::tr("Copy reply") });
    return message;
}

BarMessage keyConsentMessage(const QString &host)
{
    BarMessage message;
    message.cause = Text::tr("Fetch keys from %1?").arg(host);
    message.known = Text::tr("The token names it; nobody has vouched for it. It learns that "
                             "somebody asks, not what the token says.");
    message.buttons = { { inspectorbutton::fetchKeys, Text::tr("Fetch keys") },
                        { inspectorbutton::notNow, Text::tr("Not now") } };
    return message;
}

BarMessage revokeQuestion(const QString &profile)
{
    BarMessage message;
    message.kind = BarKind::Warning;
    message.cause = Text::tr("Revoke this token?");
    message.known = Text::tr("The server of %1 is asked to accept it no longer, with the "
                             "profile's credentials. Whoever works with it is refused then.")
                        .arg(profile);
    message.buttons = { { inspectorbutton::revokeNow, Text::tr("Revoke") },
                        { inspectorbutton::notNow, Text::tr("Not now") } };
    return message;
}

BarMessage revokingMessage(const QString &profile)
{
    BarMessage message;
    message.cause = Text::tr("The server of %1 is asked to revoke it").arg(profile);
    return message;
}

BarMessage revokedMessage(const Revocation &revocation, qint64 nowMs)
{
    BarMessage message;
    message.cause = Text::tr("The server answered");
    message.known = revocationSentence(revocation, nowMs);
    message.buttons = { { inspectorbutton::copyReply, Text::tr("Copy reply") } };
    return message;
}

BarMessage notRevokedMessage(const Error &error)
{
    BarMessage message = errorMessage(error, {});
    message.buttons = { { inspectorbutton::revoke, Text::tr("Revoke…") },
                        { inspectorbutton::copyReply, Text::tr("Copy reply") } };
    return message;
}

} // namespace mintmark
