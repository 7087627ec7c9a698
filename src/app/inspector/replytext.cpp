// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/replytext.h"

#include "jose/fragments.h"
#include "session/copyformat.h"
#include "session/tickettext.h"
#include "session/verdict.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReplyText)
};

/// "Live. 7 h 42 min left", and every line of the card.
QString verdictText(const Verdict &verdict)
{
    QStringList lines { verdict.headline };
    if (!verdict.reading.isEmpty())
        lines.first() += u", "_s + joinedParts(verdict.reading) + u' ' + verdict.readingSuffix;
    for (const Verdict::Line &line : verdict.lines)
        lines << (line.caption.isEmpty() ? line.text : line.text + u". "_s + line.caption);
    return lines.join(u'\n');
}

} // namespace

QString replyText(const Token &token, bool stillUsable)
{
    const TokenDamage damage = recoverFragments(token).damage;
    QStringList paragraphs { Text::tr("Hello,") };
    if (stillUsable)
        paragraphs << Text::tr("The last message holds an access token that still works. Everybody "
                               "who can read the message can use it, so it should be revoked, and "
                               "the message deleted where that is possible.");
    if (damage.kind != DamageKind::None)
        paragraphs << Text::tr("The token did not arrive whole: %1.").arg(damageHeadline(damage));
    paragraphs << Text::tr("To look into this, only the header and the payload of the token are "
                           "needed: the first two of its three parts, up to the second dot. Please "
                           "leave out the third part, the signature; without it nobody can use the "
                           "token.");
    if (damage.kind != DamageKind::None)
        paragraphs << Text::tr("It arrives unchanged as an attached text file.");
    return paragraphs.join(u"\n\n"_s) + u'\n';
}

QString inspectionTicket(const Token &token, const Verdict &verdict, const Profile *profile,
                         qint64 nowMs)
{
    CopyContext context;
    if (profile)
        context.profile = *profile;
    context.token = &token;
    context.nowMs = nowMs;
    return verdictText(verdict) + u"\n\n"_s + ticketText(context);
}

} // namespace mintmark
