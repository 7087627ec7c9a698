// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/verdict.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

constexpr qint64 skewWorthSayingMs = 60'000;

bool has(const VerdictInput &input, CheckCode code, std::optional<Severity> severity = {})
{
    return std::any_of(input.checks.begin(), input.checks.end(), [&](const TokenCheck &check) {
        return check.code == code && (!severity || check.severity == *severity);
    });
}

bool isUnsecured(const VerdictInput &input)
{
    return input.signature == SignatureStatus::Unsecured || has(input, CheckCode::AlgorithmNone);
}

bool isWronglySigned(const VerdictInput &input)
{
    return input.signature == SignatureStatus::Invalid
        || input.signature == SignatureStatus::Malformed;
}

/// What stands over the time, and its colour.
struct Headline
{
    QString text;
    QString icon;
    Tone tone;
};

/// From a signature that does not hold to "live": the first that fits, the worst before the rest.
Headline headlineOf(const VerdictInput &input, const Expiry &expiry)
{
    const auto other = [](const QString &text) {
        return Headline { text, u"warn"_s, Tone::Warning };
    };
    const qint64 skewMs = input.tokenSet->skewMs.value_or(0);
    if (isWronglySigned(input))
        return { Text::tr("Do not use: wrong signature"), u"cross"_s, Tone::Fault };
    if (isUnsecured(input))
        return { Text::tr("Do not use: not signed"), u"cross"_s, Tone::Fault };
    if (expiry.state == Expiry::State::Expired)
        return { Text::tr("Expired"), u"cross"_s, Tone::Fault };
    if (expiry.state == Expiry::State::NotYetValid)
        return { Text::tr("Not valid yet"), u"clock"_s, Tone::Warning };
    if (has(input, CheckCode::AudienceMismatch, Severity::Error))
        return other(Text::tr("Live, but for another API"));
    if (has(input, CheckCode::IssuerMismatch, Severity::Error))
        return other(Text::tr("Live, but from another issuer"));
    if (has(input, CheckCode::EnvironmentMismatch))
        return other(input.inProduction ? Text::tr("Live, but does not look like production")
                                        : Text::tr("Live, but looks like production"));
    if (qAbs(skewMs) > skewWorthSayingMs)
        return other(Text::tr("Live, but this clock is %1 off").arg(roughText(skewMs)));
    if (expiry.state == Expiry::State::Ending)
        return { Text::tr("Ending soon"), u"clock"_s, Tone::Warning };
    if (expiry.state == Expiry::State::NoEnd)
        return { Text::tr("No end known"), u"help"_s, Tone::Neutral };
    return { Text::tr("Live"), u"check"_s, Tone::Ok };
}

/// "Earlier token, live": an earlier token was kept after a failed fetch.
QString earlier(QString headline)
{
    headline[0] = headline[0].toLower();
    return Text::tr("Earlier token, %1").arg(headline);
}

void setTime(Verdict &verdict, const Expiry &expiry, qint64 nowMs)
{
    switch (expiry.state) {
    case Expiry::State::Live:
    case Expiry::State::Ending:
        verdict.reading = timeParts(expiry.remainingMs);
        verdict.readingSuffix = Text::tr("left");
        return;
    case Expiry::State::Expired:
        verdict.reading = coarseTimeParts(expiry.remainingMs);
        verdict.readingSuffix = Text::tr("ago");
        return;
    case Expiry::State::NotYetValid:
        verdict.reading = coarseTimeParts(*expiry.startsMs - nowMs);
        verdict.readingSuffix = Text::tr("to go");
        return;
    case Expiry::State::NoEnd:
        verdict.readingText = u"–"_s;
        return;
    }
}

Verdict::Bar barOf(const Expiry &expiry)
{
    switch (expiry.state) {
    case Expiry::State::Expired:
        return Verdict::Bar::EndCap;
    case Expiry::State::NotYetValid:
        return Verdict::Bar::Hollow;
    case Expiry::State::NoEnd:
        return Verdict::Bar::Hatched;
    case Expiry::State::Live:
    case Expiry::State::Ending:
        break;
    }
    return expiry.lifetimeMs ? Verdict::Bar::Filled : Verdict::Bar::Hatched;
}

double fractionOf(qint64 ms, qint64 ofMs)
{
    return std::clamp(static_cast<double>(ms) / static_cast<double>(ofMs), 0.0, 1.0);
}

void setBar(Verdict &verdict, const Expiry &expiry)
{
    verdict.bar = barOf(expiry);
    verdict.barTone = verdict.tone;
    if (verdict.bar != Verdict::Bar::Filled)
        return;
    verdict.barFraction = fractionOf(expiry.remainingMs, *expiry.lifetimeMs);
    if (const qint64 endingMs = endingThresholdMs(expiry.lifetimeMs); endingMs < *expiry.lifetimeMs)
        verdict.barMark = fractionOf(endingMs, *expiry.lifetimeMs);
}

void setFoot(Verdict &verdict, const VerdictInput &input, const Expiry &expiry)
{
    const QString fetched = localTimeText(input.tokenSet->receivedAtMs, input.nowMs);
    verdict.footLeft = expiry.lifetimeMs
        ? Text::tr("Fetched %1 · lives %2").arg(fetched, lifetimeText(*expiry.lifetimeMs))
        : Text::tr("Fetched %1").arg(fetched);
    if (!expiry.expiresMs)
        return;
    const QString end = localAndUtcText(*expiry.expiresMs, input.nowMs);
    verdict.footRight = expiry.state == Expiry::State::Expired ? Text::tr("Expired %1").arg(end)
                                                               : Text::tr("Expires %1").arg(end);
}

Verdict ofToken(const VerdictInput &input)
{
    const Expiry expiry = expiryOf(*input.tokenSet, *input.token, input.nowMs);
    const Headline headline = headlineOf(input, expiry);
    Verdict verdict;
    verdict.headline = input.failedSince ? earlier(headline.text) : headline.text;
    verdict.icon = headline.icon;
    verdict.tone = headline.tone;
    setTime(verdict, expiry, input.nowMs);
    setBar(verdict, expiry);
    setFoot(verdict, input, expiry);
    return verdict;
}

Verdict unusable()
{
    Verdict verdict;
    verdict.headline = Text::tr("Not a usable token");
    verdict.icon = u"error"_s;
    verdict.tone = Tone::Fault;
    verdict.barTone = Tone::Fault;
    verdict.readingText = u"–"_s;
    return verdict;
}

Verdict locked()
{
    Verdict verdict;
    verdict.headline = Text::tr("Locked");
    verdict.icon = u"lock"_s;
    verdict.readingText = u"–"_s;
    verdict.showUnlock = true;
    return verdict;
}

Verdict withoutToken()
{
    Verdict verdict;
    verdict.headline = Text::tr("No token yet");
    verdict.icon = u"clock"_s;
    verdict.readingText = Text::tr("F5 fetches one");
    return verdict;
}

/// What the card says while nothing is running.
Verdict atRest(const VerdictInput &input)
{
    if (input.tokenSet && input.token)
        return input.token->kind() == TokenKind::Malformed ? unusable() : ofToken(input);
    if (input.keyringLocked)
        return locked();
    return input.answerError ? unusable() : withoutToken();
}

/// The first row: an old token stays to be read, in grey, and so does its bar.
Verdict whileRunning(const VerdictInput &input, Verdict before)
{
    if (!input.tokenSet || !input.token) {
        before = {};
        before.headline = Text::tr("Fetching…");
    }
    before.icon = u"fetch"_s;
    before.tone = Tone::Neutral;
    before.readingDimmed = !before.reading.isEmpty() || !before.readingText.isEmpty();
    before.elapsed = elapsedParts(std::max(input.nowMs - *input.runningSinceMs, qint64(0)));
    before.showUnlock = false;
    return before;
}

} // namespace

Verdict verdictOf(const VerdictInput &input)
{
    Verdict verdict = atRest(input);
    verdict.lines = verdictLines(input);
    return input.runningSinceMs ? whileRunning(input, std::move(verdict)) : verdict;
}

} // namespace mintmark
