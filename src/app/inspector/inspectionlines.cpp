// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectionlines.h"

#include "base/displaytext.h"
#include "profiles/profilename.h"
#include "session/verdictinput.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Inspection)
};

QString shown(const QString &text)
{
    constexpr qsizetype most = 200;
    return displayText(text.left(most)).text;
}

/// Enough to tell keys apart; a kid may be anything.
QString shortKeyId(const QString &keyId)
{
    constexpr qsizetype longestWhole = 12;
    constexpr qsizetype shownOfLonger = 8;
    return shown(keyId.size() <= longestWhole ? keyId : keyId.first(shownOfLonger) + u'…');
}

Verdict::Line neutral(const QString &icon, const QString &text, const QString &caption)
{
    return { icon, Tone::Neutral, text, caption, {}, {} };
}

Verdict::Line wrong(const QString &text, const QString &caption)
{
    return { u"cross"_s, Tone::Fault, text, caption, {}, {} };
}

bool differsInAudience(const QList<TokenCheck> &checks)
{
    return std::any_of(checks.begin(), checks.end(), [](const TokenCheck &check) {
        return check.code == CheckCode::AudienceMismatch && check.severity == Severity::Error;
    });
}

/// "RS256 · key 757b50fd", of the token; or of the key that decided and who gave it.
QString algorithmAndKey(const Token &token, const QString &keyId, const QString &source)
{
    QStringList parts { shown(token.algorithm()) };
    const QString key = shortKeyId(keyId);
    if (!source.isEmpty() && !key.isEmpty())
        parts << Text::tr("key %1 from %2").arg(key, shown(source));
    else if (!source.isEmpty())
        parts << Text::tr("key from %1").arg(shown(source));
    else if (!key.isEmpty())
        parts << Text::tr("key %1").arg(key);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// "keys.json: no key fits": whose keys they were that did not do.
QString reasonWithSource(const InspectionContext &context)
{
    const QString &reason = context.signature.reason;
    return context.keySource.isEmpty() || reason.isEmpty()
        ? reason
        : Text::tr("%1: %2").arg(shown(context.keySource), reason);
}

} // namespace

QString profileLabel(const ProfileListing &listing)
{
    const QString environment = environmentName(listing.environment);
    const QString name = environment.isEmpty()
        ? displayName(listing)
        : Text::tr("%1 [%2]").arg(displayName(listing), environment);
    return shown(name);
}

Verdict::Line audienceLine(const TokenContent &content, const InspectionContext &context)
{
    const QString found = shown(content.token->audience().join(u", "_s));
    const QString expected =
        context.profile ? shown(expectedAudience(*context.profile)) : QString();
    if (found.isEmpty())
        return neutral(u"target"_s, Text::tr("Audience: none in the token"),
                       expected.isEmpty() ? Text::tr("An API may refuse it.")
                                          : Text::tr("The profile asks %1.").arg(expected));
    if (!context.profile)
        return neutral(u"target"_s, Text::tr("Audience: %1").arg(found),
                       Text::tr("No profile to compare it with."));
    if (expected.isEmpty())
        return neutral(u"target"_s, Text::tr("Audience: %1").arg(found),
                       Text::tr("The profile asks for none."));
    if (differsInAudience(content.checks))
        return { u"target"_s,
                 Tone::Fault,
                 Text::tr("Audience is another one: %1").arg(found),
                 Text::tr("The profile asks %1: its API will answer 401.").arg(expected),
                 {},
                 {} };
    return { u"target"_s, Tone::Ok, Text::tr("Audience as in the profile"), expected, {}, {} };
}

Verdict::Line signatureLine(const Token &token, const InspectionContext &context)
{
    const SignatureFinding &finding = context.signature;
    Verdict::Line line;
    if (token.isUnsecured())
        return wrong(Text::tr("Not signed"), Text::tr("alg none: anybody can write such a token."));
    switch (finding.status) {
    case SignatureStatus::Valid:
        line = { u"seal"_s,
                 Tone::Ok,
                 Text::tr("Signature verified"),
                 algorithmAndKey(token, finding.keyId, context.keySource),
                 {},
                 {} };
        break;
    case SignatureStatus::Invalid:
        line = wrong(Text::tr("Signature wrong"),
                     Text::tr("Changed, or signed by someone else: %1")
                         .arg(algorithmAndKey(token, finding.keyId, context.keySource)));
        break;
    case SignatureStatus::Malformed:
        line = wrong(Text::tr("Signature wrong"), Text::tr("The signature is damaged."));
        break;
    default:
        line = neutral(u"sealq"_s, Text::tr("Signature not checked"), reasonWithSource(context));
        if (line.caption.isEmpty())
            line.caption = context.keyOffer.caption;
        if (line.caption.isEmpty())
            line.caption = algorithmAndKey(token, token.keyId(), {});
        break;
    }
    line.link = context.keyOffer.link;
    line.linkId = context.keyOffer.linkId;
    return line;
}

} // namespace mintmark
