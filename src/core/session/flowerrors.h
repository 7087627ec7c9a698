// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "oauth/clientconfiguration.h"

#include <QString>

namespace mintmark {

struct Profile;
struct Provider;

// What a flow adds to the errors of the layers below it: they know neither profile nor provider.

/// ProfileIncomplete for the wire name of a field, in the words of the editor.
Error profileIncomplete(const Provider &provider, const QString &field);
/// An empty field: its name in words, with its wire name at the end of the detail. A refused client
/// id and secret: when the secret was saved and how it ends. A refusal the preset knows: what it
/// means at this server.
Error withProfile(Error error, const Profile &profile);
/// Of a renewal: an answer without a token is RenewalRefused or, of a refresh token, RefreshRefused.
/// No answer stays what it is, and so does TooManyRequests: a server that asks to wait is not asked
/// in another way at once.
Error renewalError(const Error &error, RenewalPolicy policy);

} // namespace mintmark
