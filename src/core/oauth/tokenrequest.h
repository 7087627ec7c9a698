// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/clientconfiguration.h"
#include "oauth/endpoint.h"
#include "oauth/httprequest.h"

namespace mintmark {

/// Access token request (RFC 6749 §4.4.2) as a pure value. Everything that can be refused before
/// a byte is sent is refused here: address (https, or http on loopback or with allowHttp; no user
/// info, no fragment), header names and values (RFC 9110 §5.5–5.6), numbers
/// and JSON of extra parameters, an empty client id. Empty fields send nothing.
class TokenRequest
{
public:
    /// JSON member order: grant_type, client_id, client_secret, audience (the Sage guide's), then
    /// scope, resource, extra parameters. Form bodies use the same order.
    static Result<TokenRequest> from(const ClientConfiguration &configuration,
                                     const ClientCredentials &credentials);
    /// GET to the renewal endpoint with `Authorization: Bearer` of the current token and
    /// `Accept: application/json`; nothing in the query, as Sage's guide says. Of the credentials only
    /// the secret extra headers are used.
    static Result<TokenRequest> renewal(const ClientConfiguration &configuration,
                                        const SecretBytes &accessToken,
                                        const ClientCredentials &credentials = {});

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
