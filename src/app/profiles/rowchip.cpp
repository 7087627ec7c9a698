// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/rowchip.h"

#include "session/expiry.h"
#include "session/timetext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

using Kind = RowChip::Kind;

constexpr qint64 dayMs = 24 * 60 * 60 * qint64(1000);
constexpr qint64 secretWarningDays = 30;

QString translated(const char *text)
{
    return QCoreApplication::translate("RowChip", text);
}

RowChip liveChip(qint64 remainingMs, const RowState &state)
{
    const bool ending = remainingMs <= endingThresholdMs(state.lifetimeMs);
    return { ending ? Kind::Ending : Kind::Live, chipText(remainingMs) };
}

std::optional<RowChip> secretChip(const ProfileListing &listing, qint64 nowMs)
{
    if (!listing.secretExpiresOn)
        return std::nullopt;
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    const qint64 days = today.daysTo(*listing.secretExpiresOn);
    if (days > secretWarningDays)
        return std::nullopt;
    if (days < 0)
        return RowChip { Kind::SecretEnds, translated("secret ended") };
    if (days == 0)
        return RowChip { Kind::SecretEnds, translated("secret today") };
    return RowChip { Kind::SecretEnds, translated("secret %1 d").arg(days) };
}

} // namespace

RowChip rowChip(const ProfileListing &listing, const RowState &state, bool keyringLocked,
                qint64 nowMs)
{
    if (state.running)
        return { Kind::Running, u"…"_s };
    const std::optional<qint64> expires = listing.tokenExpiresMs;
    if (expires && *expires > nowMs)
        return liveChip(*expires - nowMs, state);
    if (state.noSecret)
        return { Kind::NoSecret, translated("no secret") };
    if (listing.lastResult == "refused"_L1)
        return { Kind::Refused, translated("refused") };
    if (listing.lastResult == "no_answer"_L1)
        return { Kind::NoAnswer, translated("no answer") };
    if (state.draft)
        return { Kind::Draft, translated("draft") };
    if (expires && nowMs - *expires < dayMs)
        return { Kind::Expired, translated("expired") };
    if (const auto secret = secretChip(listing, nowMs))
        return *secret;
    if (keyringLocked && !listing.inMemory)
        return { Kind::Locked, translated("locked") };
    return {};
}

bool isTicking(Kind kind)
{
    return kind == Kind::Live || kind == Kind::Ending;
}

ColorRole chipColor(Kind kind)
{
    switch (kind) {
    case Kind::Live:
        return &Theme::ok;
    case Kind::Ending:
        return &Theme::warn;
    case Kind::Refused:
    case Kind::NoAnswer:
        return &Theme::err;
    default:
        return &Theme::text2;
    }
}

std::optional<Icon> chipIcon(Kind kind)
{
    switch (kind) {
    case Kind::Ending:
        return Icon::Clock;
    case Kind::Refused:
    case Kind::NoAnswer:
        return Icon::Error;
    default:
        return std::nullopt;
    }
}

bool isStrong(Kind kind)
{
    return kind == Kind::Live || kind == Kind::Ending || kind == Kind::Refused
        || kind == Kind::NoAnswer;
}

QString chipWords(const RowChip &chip)
{
    switch (chip.kind) {
    case Kind::None:
        return {};
    case Kind::Live:
        return translated("live, %1 left").arg(chip.text);
    case Kind::Ending:
        return translated("ending soon, %1 left").arg(chip.text);
    case Kind::Running:
        return translated("fetching");
    case Kind::Draft:
        return translated("has a draft");
    case Kind::Locked:
        return translated("needs the keyring, which is locked");
    case Kind::Expired:
    case Kind::Refused:
    case Kind::NoAnswer:
    case Kind::NoSecret:
    case Kind::SecretEnds:
        break;
    }
    return chip.text;
}

} // namespace mintmark
