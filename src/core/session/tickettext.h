// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace mintmark {

struct CopyContext;

/// What a ticket needs to know about a token, without anything usable: whose it is, where it came
/// from, its times in UTC, header and claims that decide. Precondition: the token is there. Without
/// a token set it was not fetched here, and a profile without an id is none.
QString ticketText(const CopyContext &context);

} // namespace mintmark
