// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/messagebar.h"
#include "session/revokeflow.h"

namespace mintmark {

// What the bar of the inspector says.

namespace inspectorbutton {
inline constexpr QLatin1StringView revoke("revoke");
inline constexpr QLatin1StringView revokeNow("revoke-now");
inline constexpr QLatin1StringView copyReply("copy-reply");
inline constexpr QLatin1StringView copyTicket("copy-ticket");
inline constexpr QLatin1StringView fetchKeys("fetch-keys");
inline constexpr QLatin1StringView notNow("not-now");
} // namespace inspectorbutton

/// A token out of a ticket that has `remainingMs` left. `canRevoke`: a profile fits.
BarMessage sharedTokenMessage(qint64 remainingMs, bool canRevoke);
/// Nobody but the token names the host.
BarMessage keyConsentMessage(const QString &host);
BarMessage revokeQuestion(const QString &profile);
BarMessage revokingMessage(const QString &profile);
/// Honest about what the answer means.
BarMessage revokedMessage(const Revocation &revocation, qint64 nowMs);
BarMessage notRevokedMessage(const Error &error);

} // namespace mintmark
