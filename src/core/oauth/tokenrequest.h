// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "oauth/clientconfiguration.h"
#include "oauth/endpoint.h"
#include "oauth/httprequest.h"

namespace mintmark {

/// Access token request (RFC 6749 §4.4.2, RFC 7523 §2) as a pure value. Everything that can be refused before
/// a byte is sent is refused here: address (https, or http on loopback or with allowHttp; no user
/// info, no fragment), header names and values (RFC 9110 §5.5–5.6), numbers
/// and JSON of extra parameters, an empty client id. Empty fields send nothing.
class TokenRequest
{
public:
    /// JSON member order: grant_type, assertion, client_id, client_secret or client_assertion_type
    /// and client_assertion, audience (the Sage guide's), then scope, resource, extra parameters.
    /// Form bodies use the same order. Assertions are signed here, so each call has its own, of
    /// the same length: a preview differs from what is sent in them, and in nothing else.
    static Result<TokenRequest> from(const ClientConfiguration &configuration,
                                     const ClientCredentials &credentials,
                                     const Clock &clock = SystemClock());
    /// GET to the renewal endpoint with `Authorization: Bearer` of the current token and
    /// `Accept: application/json`; nothing in the query, as Sage's guide says. Of the credentials only
    /// the secret extra headers are used.
    static Result<TokenRequest> renewal(const ClientConfiguration &configuration,
                                        const SecretBytes &accessToken,
                                        const ClientCredentials &credentials = {});

    /// RFC 6749 §6: grant_type, refresh_token and what proves the client; the scope stays the one
    /// that was granted. To the renewal endpoint, or the token endpoint.
    static Result<TokenRequest> refresh(const ClientConfiguration &configuration,
                                        const SecretBytes &refreshToken,
                                        const ClientCredentials &credentials,
                                        const Clock &clock = SystemClock());

    /// RFC 7009 §2.1: a form with `token`, `token_type_hint=access_token` and what authenticates the
    /// client; extra headers too, extra parameters not. `address` is judged like a token endpoint.
    /// Errors: also NoToken.
    static Result<TokenRequest> revocation(const QString &address,
                                           const ClientConfiguration &configuration,
                                           const SecretBytes &accessToken,
                                           const ClientCredentials &credentials,
                                           const Clock &clock = SystemClock());

    const HttpRequest &http() const { return m_http; }
    HttpRequest takeHttp() && { return std::move(m_http); }
    const ClientConfiguration &configuration() const { return m_configuration; }
    bool isRenewal() const { return m_renewal; }

private:
    TokenRequest(HttpRequest http, ClientConfiguration configuration, bool renewal);

    HttpRequest m_http;
    ClientConfiguration m_configuration;
    bool m_renewal = false;
};

} // namespace mintmark
