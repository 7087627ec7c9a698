// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspection.h"

#include "app/inspector/inspectionlines.h"
#include "jose/fragments.h"
#include "session/expiry.h"
#include "session/timetext.h"
#include "session/tokenset.h"
#include "session/verdictinput.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Inspection)
};

/// Signed perhaps, but no claims set: nothing can be said of its time and audience.
Verdict unreadable()
{
    Verdict verdict;
    verdict.headline = Text::tr("Not a usable token");
    verdict.icon = u"error"_s;
    verdict.tone = Tone::Fault;
    verdict.barTone = Tone::Fault;
    verdict.readingText = u"–"_s;
    return verdict;
}

/// What happened to it, and what to ask for.
Verdict::Line damageLine(const Token &token)
{
    const TokenDamage damage = recoverFragments(token).damage;
    Verdict::Line line { u"error"_s, Tone::Fault, damageHeadline(damage), damageCure(damage), {}, {} };
    if (damage.kind != DamageKind::None)
        return line;
    line.text = Text::tr("Its claims cannot be read");
    if (!token.problems().isEmpty())
        line.caption = tokenProblemSentence(token.problems().first());
    return line;
}

QString lifeText(const Token &token, const Expiry &expiry, qint64 nowMs)
{
    QStringList parts;
    if (const std::optional<qint64> issued = token.issuedAtMs())
        parts << Text::tr("Issued %1").arg(localTimeText(*issued, nowMs));
    if (expiry.lifetimeMs)
        parts << Text::tr("lives %1").arg(lifetimeText(*expiry.lifetimeMs));
    return parts.join(u" · "_s);
}

VerdictInput inputOf(const TokenContent &content, const InspectionContext &context)
{
    const Token &token = *content.token;
    VerdictInput input;
    input.nowMs = content.nowMs;
    input.token = content.token;
    input.checks = content.checks;
    input.signature = context.signature.status;
    if (input.signature == SignatureStatus::NotChecked)
        input.signature = signatureStatusWithoutKeys(token);
    if (context.profile)
        input.inProduction = context.profile->listing.environment == Environment::Production;
    TokenSet set;
    set.accessToken = token.sharedText();
    set.sentAtMs = token.issuedAtMs().value_or(content.nowMs);
    set.receivedAtMs = set.sentAtMs;
    input.tokenSet = set;
    return input;
}

/// Both times, because a ticket is full of one and the token of the other.
void sayWhen(Verdict &verdict, qint64 atMs, qint64 nowMs)
{
    verdict.headline =
        Text::tr("At %1: %2").arg(localTimeText(atMs, nowMs), verdict.headline);
    verdict.footLeft = Text::tr("Judged at %1, not now").arg(localAndUtcText(atMs, nowMs));
}

CheckContext checkContextOf(const InspectionContext &context, qint64 nowMs)
{
    CheckContext checks;
    checks.nowMs = nowMs;
    checks.fromSharedText = context.isShared && !context.atMs;
    if (context.profile) {
        checks.expectedAudience = expectedAudience(*context.profile);
        checks.expectedIssuer = context.profile->issuer;
        checks.environment = wireName(context.profile->listing.environment);
    }
    return checks;
}

} // namespace

/// Judged as one that was fetched, then without what only that one has.
Verdict inspectedVerdict(const TokenContent &content, qint64 nowMs,
                         const InspectionContext &context)
{
    const Token &token = *content.token;
    const bool readable = token.kind() != TokenKind::Jws || token.claims().exists();
    Verdict verdict = readable ? verdictOf(inputOf(content, context)) : unreadable();
    verdict.footLeft.clear();
    if (token.kind() == TokenKind::Malformed || !readable) {
        verdict.lines = { damageLine(token) };
    } else if (token.kind() == TokenKind::Jws) {
        verdict.lines = { audienceLine(content, context), signatureLine(token, context) };
        verdict.footLeft = lifeText(token, expiryOf(token, content.nowMs), content.nowMs);
    } else {
        for (Verdict::Line &line : verdict.lines) {
            line.link.clear();
            line.linkId.clear();
        }
    }
    if (!context.guess.text.isEmpty())
        verdict.lines.prepend(context.guess);
    if (context.atMs && readable && token.kind() == TokenKind::Jws)
        sayWhen(verdict, *context.atMs, nowMs);
    return verdict;
}

Inspection inspect(const std::shared_ptr<const Token> &token, qint64 nowMs,
                   const InspectionContext &context)
{
    Inspection inspection;
    TokenContent &content = inspection.content;
    content.token = token;
    content.nowMs = context.atMs.value_or(nowMs);
    content.checks = checkToken(*token, checkContextOf(context, content.nowMs));
    if (const std::optional<Profile> &profile = context.profile) {
        content.context.audience = expectedAudience(*profile);
        content.context.issuer = profile->issuer;
        content.context.clientId = profile->client.clientId;
        content.context.environment = wireName(profile->listing.environment);
        content.server = QUrl(profile->client.tokenEndpoint).host();
    }
    inspection.verdict = inspectedVerdict(content, nowMs, context);
    return inspection;
}

} // namespace mintmark
