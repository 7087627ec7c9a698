// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/tokenchecks.h"

#include "base/displaytext.h"
#include "jose/contentchecks.h"
#include "jose/environmentkind.h"
#include "jose/token.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

#define W(text) QT_TRANSLATE_NOOP("TokenChecks", text)

constexpr qint64 toleranceMs = 60'000;
constexpr qint64 longLifetimeMs = 24 * 3'600'000LL;
/// Seconds of the year 5138 and milliseconds of 1973: nothing in between is meant.
constexpr qint64 millisecondsFromS = 100'000'000'000;
constexpr qint64 year10000Ms = 253'402'300'800'000;

QString quoted(const QString &text)
{
    return u'"' + displayText(text).text + u'"';
}

QString utcText(qint64 ms)
{
    if (ms >= year10000Ms)
        return checkText(W("after the year 9999"));
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc())
        .toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

/// One unit is enough for a sentence; the pages count exactly.
QString durationText(qint64 ms)
{
    const qint64 s = qAbs(ms) / 1000;
    if (s >= 2 * 86'400)
        return checkText(W("%1 days")).arg(s / 86'400);
    if (s >= 2 * 3'600)
        return checkText(W("%1 h")).arg(s / 3'600);
    return s >= 120 ? checkText(W("%1 min")).arg(s / 60) : checkText(W("%1 s")).arg(s);
}

/// Equal but for what gets lost or added in e-mails and forms.
bool isNearMiss(const QString &a, const QString &b)
{
    const auto folded = [](const QString &text) {
        QString result = text.simplified().toCaseFolded().remove(u' ');
        while (result.endsWith(u'/'))
            result.chop(1);
        return result;
    };
    return folded(a) == folded(b);
}

class Checker
{
public:
    Checker(const Token &token, const CheckContext &context)
        : m_token(token),
          m_context(context),
          m_serverNowMs(context.nowMs + context.clockSkewMs),
          m_expiresMs(token.expiresAtMs()),
          m_issuedMs(token.issuedAtMs())
    { }

    QList<TokenCheck> run()
    {
        if (m_token.claims().exists()) {
            checkExpiry();
            checkNotBefore();
            checkLifetime();
            checkAudience();
            checkIssuer();
            checkEnvironment();
            checkExpiresIn();
            checkSharing();
        }
        if (m_token.isUnsecured())
            add(CheckCode::AlgorithmNone, Severity::Error,
                checkText(
                    W("The token says that it is not signed (alg none). Anybody can write such a "
                      "token: do not use it.")));
        checkClock();
        m_checks += contentChecks(m_token);
        std::stable_sort(m_checks.begin(), m_checks.end(),
                         [](const TokenCheck &a, const TokenCheck &b) { return a.code < b.code; });
        return std::move(m_checks);
    }

private:
    void add(CheckCode code, Severity severity, const QString &message)
    {
        m_checks.append({ code, severity, message });
    }
    bool inMilliseconds(std::optional<qint64> ms) const
    {
        return ms && *ms / 1000 >= millisecondsFromS;
    }

    void checkExpiry();
    void checkNotBefore();
    void checkLifetime();
    void checkAudience();
    void checkIssuer();
    void checkEnvironment();
    void checkClock();
    void checkExpiresIn();
    void checkSharing();

    const Token &m_token;
    const CheckContext &m_context;
    const qint64 m_serverNowMs; ///< the clock that decides
    const std::optional<qint64> m_expiresMs;
    const std::optional<qint64> m_issuedMs;
    QList<TokenCheck> m_checks;
};

void Checker::checkExpiry()
{
    if (!m_expiresMs) {
        const bool present = m_token.claims().member("exp"_L1).exists();
        add(CheckCode::NoExpiry, present ? Severity::Warning : Severity::Info,
            present ? checkText(
                W("The end of the token (exp) is not a number of seconds, so most APIs refuse "
                  "the token or see no end. Its issuer has to correct it."))
                    : checkText(
                        W("The token names no end (exp). Only the server knows how long it accepts "
                          "it.")));
    } else if (inMilliseconds(m_expiresMs)) {
        add(CheckCode::ExpiryInMilliseconds, Severity::Warning,
            checkText(W("The end of the token (exp) seems to be in milliseconds, %1; the standard "
                        "has seconds. "
                        "Its issuer has to correct it."))
                .arg(utcText(*m_expiresMs / 1000)));
    } else if (m_serverNowMs >= *m_expiresMs) {
        add(CheckCode::Expired, Severity::Error,
            checkText(W("The token expired %1 ago, at %2. Fetch a new one."))
                .arg(durationText(m_serverNowMs - *m_expiresMs), utcText(*m_expiresMs)));
    }
}

void Checker::checkNotBefore()
{
    const std::optional<qint64> startMs = m_token.notBeforeMs();
    if (startMs && *startMs > m_serverNowMs)
        add(CheckCode::NotYetValid, Severity::Warning,
            checkText(
                W("The token is good from %2 on, in %1. APIs refuse it until then; if it was just "
                  "fetched, compare the clocks."))
                .arg(durationText(*startMs - m_serverNowMs), utcText(*startMs)));
}

void Checker::checkLifetime()
{
    if (!m_expiresMs || inMilliseconds(m_expiresMs))
        return;
    const qint64 lifetimeMs = *m_expiresMs - m_issuedMs.value_or(m_serverNowMs);
    if (lifetimeMs > longLifetimeMs)
        add(CheckCode::LongLifetime, Severity::Info,
            checkText(W("The token lives for %1. Whoever gets hold of it can use it that long: "
                        "treat it like a "
                        "password."))
                .arg(durationText(lifetimeMs)));
}

void Checker::checkAudience()
{
    const QStringList audience = m_token.audience();
    const QString &expected = m_context.expectedAudience;
    if (expected.isEmpty() || audience.contains(expected))
        return;
    if (audience.isEmpty()) {
        add(CheckCode::AudienceMismatch, Severity::Info,
            checkText(
                W("The token names no audience; %1 was expected. Many APIs do not ask for one."))
                .arg(quoted(expected)));
        return;
    }
    const bool near = std::any_of(audience.begin(), audience.end(),
                                  [&](const QString &one) { return isNearMiss(one, expected); });
    QStringList shown;
    for (const QString &one : audience)
        shown << quoted(one);
    add(CheckCode::AudienceMismatch, Severity::Error,
        (near ? checkText(W(
             "The token is for %1, expected is %2. They differ only in capitals, blanks or a slash "
             "at the end, but an API compares exactly. Correct the audience."))
              : checkText(W("The token is for %1, expected is %2. The API will answer 401. Check "
                            "the audience, "
                            "or use the profile of the other API.")))
            .arg(shown.join(u", "_s), quoted(expected)));
}

void Checker::checkIssuer()
{
    const QString issuer = m_token.issuer();
    const QString &expected = m_context.expectedIssuer;
    if (expected.isEmpty() || issuer == expected)
        return;
    if (issuer.isEmpty())
        add(CheckCode::IssuerMismatch, Severity::Warning,
            checkText(W("The token names no issuer; %1 was expected.")).arg(quoted(expected)));
    else
        add(CheckCode::IssuerMismatch, Severity::Error,
            checkText(W("The token is from %1, expected is %2. Check where it comes from, or "
                        "correct the issuer."))
                .arg(quoted(issuer), quoted(expected)));
}

void Checker::checkEnvironment()
{
    const std::optional<EnvironmentKind> expected = environmentKind(m_context.environment);
    if (!expected)
        return;
    for (const QString &text : m_token.audience() + QStringList { m_token.issuer() }) {
        const std::optional<EnvironmentKind> found = environmentKind(text);
        if (!found || found == expected)
            continue;
        const char *sentence = found == EnvironmentKind::Production
            ? W("%1 looks like production, but the profile is marked %2. Check profile and "
                "credentials before "
                "the token is used.")
            : W("%1 does not look like production, but the profile is marked %2. Check profile and "
                "credentials.");
        add(CheckCode::EnvironmentMismatch, Severity::Warning,
            checkText(sentence).arg(quoted(text), displayText(m_context.environment).text));
        return;
    }
}

void Checker::checkClock()
{
    const qint64 skewMs = m_context.clockSkewMs;
    if (qAbs(skewMs) > toleranceMs) {
        const char *sentence = skewMs > 0 ? W("This computer's clock is %1 behind the server's. "
                                              "Times here are corrected; the API may still "
                                              "refuse tokens. Set the clock.")
                                          : W("This computer's clock is %1 ahead of the server's. "
                                              "Times here are corrected. Set the clock.");
        add(CheckCode::ClockSkew, Severity::Warning, checkText(sentence).arg(durationText(skewMs)));
    } else if (m_issuedMs && !inMilliseconds(m_issuedMs)
               && *m_issuedMs > m_serverNowMs + toleranceMs) {
        add(CheckCode::ClockSkew, Severity::Warning,
            checkText(W("The token says that it was issued in %1 from now. This computer's clock "
                        "or the issuer's "
                        "is wrong."))
                .arg(durationText(*m_issuedMs - m_serverNowMs)));
    }
}

void Checker::checkExpiresIn()
{
    if (!m_context.expiresInS || !m_expiresMs || inMilliseconds(m_expiresMs))
        return;
    // A server that hands out a cached token counts from now, one with a fresh token from iat.
    const qint64 promisedMs =
        std::clamp(*m_context.expiresInS, -millisecondsFromS, millisecondsFromS) * 1000;
    const auto fits = [&](qint64 startMs) {
        return qAbs(*m_expiresMs - startMs - promisedMs) <= toleranceMs;
    };
    const qint64 receivedMs =
        m_context.receivedMs.value_or(m_context.nowMs) + m_context.clockSkewMs;
    if (fits(receivedMs) || (m_issuedMs && fits(*m_issuedMs)))
        return;
    add(CheckCode::ExpiresInMismatch, Severity::Warning,
        checkText(W("The response says that the token lives for %1, the token itself says %2. The "
                    "earlier end "
                    "counts."))
            .arg(durationText(promisedMs),
                 durationText(*m_expiresMs - m_issuedMs.value_or(receivedMs))));
}

/// Header and payload alone authorize nobody, so without a signature there is nothing to revoke.
void Checker::checkSharing()
{
    const bool over = m_expiresMs && m_serverNowMs >= *m_expiresMs;
    if (!m_context.fromSharedText || over || m_token.kind() != TokenKind::Jws
        || m_token.isUnsecured() || m_token.signatureBytes().isEmpty())
        return;
    if (!m_expiresMs || inMilliseconds(m_expiresMs))
        add(CheckCode::LiveTokenShared, Severity::Warning,
            checkText(
                W("The token is still usable and names no end. It stood in a ticket or a log, so "
                  "others have it: have it revoked, and ask for header and payload only.")));
    else
        add(CheckCode::LiveTokenShared, Severity::Warning,
            checkText(
                W("The token is still usable for %1. It stood in a ticket or a log, so others have "
                  "it: have it revoked, and ask for header and payload only."))
                .arg(durationText(*m_expiresMs - m_serverNowMs)));
}

} // namespace

QLatin1StringView checkName(CheckCode code)
{
    constexpr QLatin1StringView names[] = {
        "expired"_L1,           "not_yet_valid"_L1,
        "no_expiry"_L1,         "expiry_in_milliseconds"_L1,
        "long_lifetime"_L1,     "audience_mismatch"_L1,
        "issuer_mismatch"_L1,   "environment_mismatch"_L1,
        "algorithm_none"_L1,    "duplicate_member"_L1,
        "clock_skew"_L1,        "expires_in_mismatch"_L1,
        "unsafe_text"_L1,       "secret_like_claim"_L1,
        "live_token_shared"_L1,
    };
    return names[static_cast<int>(code)];
}

QLatin1StringView severityName(Severity severity)
{
    constexpr QLatin1StringView names[] = { "info"_L1, "warning"_L1, "error"_L1 };
    return names[static_cast<int>(severity)];
}

QString checkText(const char *text)
{
    return QCoreApplication::translate("TokenChecks", text);
}

QList<TokenCheck> checkToken(const Token &token, const CheckContext &context)
{
    return Checker(token, context).run();
}

} // namespace mintmark
