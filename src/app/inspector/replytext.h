// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace mintmark {

struct Profile;
class Token;
struct Verdict;

/// What to answer whoever sent the token: that header and payload are enough, and what is wrong
/// with what came. Holds nothing of the token.
QString replyText(const Token &token, bool stillUsable);
/// What a ticket needs to know: verdict, header and claims that decide; nothing usable.
QString inspectionTicket(const Token &token, const Verdict &verdict, const Profile *profile,
                         qint64 nowMs);

} // namespace mintmark
