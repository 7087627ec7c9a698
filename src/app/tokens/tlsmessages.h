// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilefield.h"
#include "app/widgets/messagebar.h"
#include "oauth/exchangerecord.h"

#include <optional>

namespace mintmark {

// What the message bar offers about certificates and proxies.

inline constexpr QLatin1StringView trustAlwaysButton("trust-always");
inline constexpr QLatin1StringView confirmTodayButton("confirm-trust-today");
inline constexpr QLatin1StringView confirmAlwaysButton("confirm-trust-always");
inline constexpr QLatin1StringView doNotTrustButton("do-not-trust");
inline constexpr QLatin1StringView ownNetworkButton("own-network");

/// The field of the network group where this error is mended; nothing for other errors.
std::optional<ProfileField> networkFieldOf(const Error &error);

/// Makes of the general buttons those that fit: an authority can be trusted only when the server
/// sent it, a certificate shown only when one came, and the profile opens where the error is mended.
void fitNetworkButtons(BarMessage &message, const Error &error, const ExchangeRecord *record);

/// An authority is trusted after this was answered, and not before. `always`: until it is taken back,
/// else until the day ends.
BarMessage trustQuestion(const QString &host, const CertificateDetails &authority, bool always);

} // namespace mintmark
