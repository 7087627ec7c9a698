// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/tokencontent.h"
#include "profiles/profile.h"
#include "session/signingkeys.h"
#include "session/verdict.h"

#include <optional>

namespace mintmark {

/// What a token is judged by, beside itself.
struct InspectionContext
{
    std::optional<qint64> atMs; ///< judged at that time instead of now
    bool isShared = false;      ///< it stood in a ticket, a mail, a log
    std::optional<Profile> profile;
    Verdict::Line guess; ///< whose it is; without a text: nothing to say
    SignatureFinding signature;
    QString keySource;      ///< who gave the key that decided: a host, a file's name
    Verdict::Line keyOffer; ///< of an unchecked signature: caption and link, where there is one
};

/// Everything a text tells that claims to be a token. Nothing is sent for it.
struct Inspection
{
    TokenContent content;
    Verdict verdict; ///< without what only a fetched token has: no time of a request
};

/// Links of the verdict's lines.
namespace inspectorlink {
inline constexpr QLatin1StringView showProfile("show-profile");
inline constexpr QLatin1StringView unlock("unlock");
inline constexpr QLatin1StringView fetchKeys("fetch-keys");
inline constexpr QLatin1StringView forgetKeys("forget-keys");
} // namespace inspectorlink

/// `token` is not null.
Inspection inspect(const std::shared_ptr<const Token> &token, qint64 nowMs,
                   const InspectionContext &context);
/// The verdict alone, with the checks and the time of `content`: once a second.
Verdict inspectedVerdict(const TokenContent &content, qint64 nowMs,
                         const InspectionContext &context);

} // namespace mintmark
