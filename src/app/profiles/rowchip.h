// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/iconset.h"
#include "app/theme/theme.h"
#include "profiles/profile.h"

#include <optional>

namespace mintmark {

/// What is known of a profile in this run of the window, besides its listing.
struct RowState
{
    bool running = false;                ///< a request is on its way
    bool draft = false;                  ///< the editor keeps changes that were not saved
    bool noSecret = false;               ///< nothing can be fetched before a secret is entered
    std::optional<qint64> lifetimeMs {}; ///< of the token, when known: decides when it is ending
    friend bool operator==(const RowState &, const RowState &) = default;
};

/// What stands at the right of a row, as a pure function of listing, state and time.
struct RowChip
{
    enum class Kind {
        None,
        Live,
        Ending,
        Expired,
        Refused,
        NoAnswer,
        NoSecret,
        Draft,
        SecretEnds,
        Locked,
        Running,
    };
    Kind kind = Kind::None;
    QString text; ///< translated; empty for None

    friend bool operator==(const RowChip &, const RowChip &) = default;
};

/// The first that fits: running, live, no secret, refused or no answer, draft, expired within a
/// day, secret that ends within 30 days, locked keyring. A profile in memory needs no keyring.
RowChip rowChip(const ProfileListing &listing, const RowState &state, bool keyringLocked,
                qint64 nowMs);

/// Does time alone change this chip from one second to the next?
bool isTicking(RowChip::Kind kind);

ColorRole chipColor(RowChip::Kind kind);
std::optional<Icon> chipIcon(RowChip::Kind kind);
/// In DemiBold: what a person should look at.
bool isStrong(RowChip::Kind kind);
/// The chip in words, for screen readers and tool tips: "live, 7 h 42 left".
QString chipWords(const RowChip &chip);

} // namespace mintmark
