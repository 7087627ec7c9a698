// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace mintmark {

/// Replaces what looks like a secret in free text (log lines, error strings): Bearer and Basic
/// credentials, JWTs, and the values of client_secret, client_assertion, access_token,
/// refresh_token, password in form, JSON and query shape. The last net, not the first: code that
/// knows its secrets uses placeholders instead (oauth/exchangerecord).
QString redacted(const QString &text);

/// Sends Qt's log output through redacted() and drops categories that print traffic
/// (qt.network*). Call once at start.
void installRedactingMessageHandler();

} // namespace mintmark
