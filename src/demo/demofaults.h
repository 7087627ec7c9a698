// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/loopbackserver.h"

#include <optional>

namespace mintmark {

/// Token endpoints that fail on purpose, to be tried as a token address: /fail/html,
/// /fail/redirect, /fail/empty, /fail/text, /fail/no-token, /fail/busy, /fail/broken,
/// /fail/hang-up, /fail/silence, /fail/slow, /fail/grant-type, /fail/refused-ok. Nothing for any
/// other path.
std::optional<ServedAnswer> demoFault(QByteArrayView path);

/// {"error":…,"error_description":…} (RFC 6749 §5.2).
ServedAnswer demoError(int status, QByteArrayView error, QByteArrayView description);
/// JSON that may not be stored (RFC 6749 §5.1).
ServedAnswer demoJson(int status, const QByteArray &body);

} // namespace mintmark
