// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace mintmark {

/// What a JWT assertion says (RFC 7523 §3) and is signed with, for client_secret_jwt,
/// private_key_jwt and the JWT bearer grant. The key itself is in ClientCredentials. Empty fields
/// mean the usual.
struct AssertionSettings
{
    QString algorithm; ///< `alg`; empty: PrivateKey::usualAlgorithm(), or HS256 of a client secret
    QString keyId;     ///< `kid`; empty: that of a JWK, of PEM none. Of a JWK Set it says which key signs
    QString type;      ///< `typ`; empty: JWT
    QString audience;  ///< `aud`; empty: the token endpoint, as it stands in the profile
    QString issuer;    ///< `iss`, of the JWT bearer grant; empty: the client id
    QString subject;   ///< `sub`, of the JWT bearer grant; empty: not sent
    QString claims;    ///< JSON object of further claims; they win over ours, null leaves one out
    int lifetimeSeconds = usualLifetimeSeconds; ///< `exp` minus `iat`
    bool notBefore = false;                     ///< `nbf`, equal to `iat`
    QString certificate; ///< PEM, of the private key, its chain behind it; not secret
    /// What names the certificate in the header: `x5t#S256`, `x5t` or `x5c`, several with spaces
    /// between, which need the certificate; or its SHA-256 or SHA-1 fingerprint in hex or Base64.
    /// Empty: x5t#S256 when there is a certificate.
    QString certificateThumbprint;
    /// `aud` is the issuer of the profile, whatever that is by then; `audience` has to be the issuer
    /// when the assertion is made: see requestConfiguration() in profiles/profile.h.
    bool audienceIsIssuer = false;

    /// `aud` as a list (RFC 7519 §4.1.3), also of one, in place of `audience`.
    QStringList audiences = {};

    static constexpr int usualLifetimeSeconds = 300;
    static constexpr int longestLifetimeSeconds = 3600; // what Google takes at most

    friend bool operator==(const AssertionSettings &, const AssertionSettings &) = default;
};

} // namespace mintmark
