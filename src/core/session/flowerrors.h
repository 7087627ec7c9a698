// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QString>

namespace mintmark {

struct Profile;
struct Provider;

// What a flow adds to the errors of the layers below it: they know neither profile nor provider.

/// ProfileIncomplete for the wire name of a field, in the words of the editor.
Error profileIncomplete(const Provider &provider, const QString &field);
/// A refused client id and secret: when the secret was saved and how it ends.
Error withProfile(Error error, const Profile &profile);
/// Of a GET renewal: an answer without a token is RenewalRefused. No answer stays what it is, and
/// so does TooManyRequests: a server that asks to wait is not asked in another way at once.
Error renewalError(const Error &error);

} // namespace mintmark
