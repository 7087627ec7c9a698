// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/evp.h"
#include "json/value.h"

namespace mintmark {

/// The key of a private JWK (RFC 7518 §6.2.2, §6.3.2, RFC 8037 §2), null where its members are
/// none. RSA needs n, e and d; the primes are used when all of them are there. Whether private and
/// public members belong together is for the caller to see. For sources only.
evp::Key privateKeyFromJwk(const JsonValue &jwk);

} // namespace mintmark
