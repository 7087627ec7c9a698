// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "jose/evp.h"
#include "json/value.h"

namespace mintmark {

/// The key of a private JWK (RFC 7518 §6.2.2, §6.3.2, RFC 8037 §2), null where its members are
/// none. RSA needs n, e and d; the primes are used when all of them are there. Whether private and
/// public members belong together is for the caller to see. For sources only.
evp::Key privateKeyFromJwk(const JsonValue &jwk);

/// Is the key meant for signing (RFC 7517 §4.2, §4.3)?
bool isForSigning(const JsonValue &jwk);

/// The key of a set that is to sign: the one called `keyId` (`kid`), or the only one that can. A set
/// with one that can sign has it under any name, as a server may know it under another. Errors:
/// KeyNotChosen, KeyUnreadable when none can sign.
Result<JsonValue> signingKeyOf(const JsonValue &keys, const QString &keyId);

} // namespace mintmark
