// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspection.h"

#include "base/displaytext.h"
#include "session/expiry.h"
#include "session/sessionstate.h"
#include "session/timetext.h"
#include "session/tokenset.h"

#include <QCoreApplication>
#include <QStringList>

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

QString cleanedSentences(const Token &token)
{
    QStringList sentences;
    for (const Cleaning cleaning : token.cleaned())
        sentences << cleaningSentence(cleaning);
    return sentences.join(u' ');
}

Verdict::Line audienceLine(const Token &token)
{
    const QStringList audience = token.audience();
    if (audience.isEmpty())
        return { u"target"_s,
                 Tone::Neutral,
                 Text::tr("Audience: none in the token"),
                 Text::tr("An API may refuse it."),
                 {},
                 {} };
    return { u"target"_s,
             Tone::Neutral,
             Text::tr("Audience: %1").arg(shown(audience.join(u", "_s))),
             Text::tr("No profile to compare it with."),
             {},
             {} };
}

Verdict::Line signatureLine(const Token &token)
{
    if (token.isUnsecured())
        return { u"cross"_s,
                 Tone::Fault,
                 Text::tr("Not signed"),
                 Text::tr("alg none: anybody can write such a token."),
                 {},
                 {} };
    QStringList parts { shown(token.algorithm()) };
    if (!token.keyId().isEmpty())
        parts << Text::tr("key %1").arg(shown(token.keyId()));
    parts.removeAll(QString());
    return { u"sealq"_s, Tone::Neutral, Text::tr("Signature not checked"), parts.join(u" · "_s), {},
             {} };
}

/// Signed perhaps, but no claims set: nothing can be said of its time and audience.
Verdict unreadable(const Token &token)
{
    Verdict verdict;
    verdict.headline = Text::tr("Not a usable token");
    verdict.icon = u"error"_s;
    verdict.tone = Tone::Fault;
    verdict.barTone = Tone::Fault;
    verdict.readingText = u"–"_s;
    Verdict::Line line {
        u"error"_s, Tone::Fault, Text::tr("Its claims cannot be read"), {}, {}, {}
    };
    if (!token.problems().isEmpty())
        line.caption = tokenProblemSentence(token.problems().first());
    verdict.lines = { line };
    return verdict;
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

} // namespace

/// Judged as one that was fetched, then without what only that one has.
Verdict inspectedVerdict(const TokenContent &content)
{
    const Token &token = *content.token;
    if (token.kind() == TokenKind::Jws && !token.claims().exists())
        return unreadable(token);
    VerdictInput input;
    input.nowMs = content.nowMs;
    input.token = content.token;
    input.checks = content.checks;
    input.signature = signatureStatusWithoutKeys(token);
    TokenSet set;
    set.accessToken = token.sharedText();
    set.sentAtMs = token.issuedAtMs().value_or(content.nowMs);
    set.receivedAtMs = set.sentAtMs;
    input.tokenSet = set;
    Verdict verdict = verdictOf(input);
    verdict.footLeft.clear();
    if (token.kind() == TokenKind::Jws) {
        verdict.lines = { audienceLine(token), signatureLine(token) };
        verdict.footLeft = lifeText(token, expiryOf(token, content.nowMs), content.nowMs);
    }
    for (Verdict::Line &line : verdict.lines) {
        line.link.clear();
        line.linkId.clear();
    }
    return verdict;
}

Inspection inspect(const std::shared_ptr<const Token> &token, qint64 nowMs)
{
    Inspection inspection;
    TokenContent &content = inspection.content;
    content.token = token;
    content.nowMs = nowMs;
    CheckContext context;
    context.nowMs = nowMs;
    content.checks = checkToken(*token, context);
    inspection.verdict = inspectedVerdict(content);
    inspection.cleaned = cleanedSentences(*token);
    return inspection;
}

} // namespace mintmark
