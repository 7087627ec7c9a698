// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/clientconfiguration.h"

namespace mintmark {

/// The JWTs that prove a client or are the grant itself (RFC 7523), signed anew each time: a fresh
/// `jti`, `iat` of `nowMs` (wall clock). All of one configuration are equally long. Errors: those
/// of PrivateKey::from() and certificateMembers(), KeyUnsuitable, ProfileIncomplete for an
/// issuer that is to be the audience and is none, ProfileInvalid for what else is wrong in the
/// settings.

/// RFC 7523 §2.2, OIDC Core §9: iss and sub are the client id; signed with the client secret for
/// client_secret_jwt, else with the private key.
Result<SecretBytes> clientAssertion(const ClientConfiguration &configuration,
                                    const ClientCredentials &credentials, qint64 nowMs);
/// RFC 7523 §2.1, as Google has it: iss, scope, aud and, when given, sub.
Result<SecretBytes> grantAssertion(const ClientConfiguration &configuration,
                                   const ClientCredentials &credentials, qint64 nowMs);

} // namespace mintmark
