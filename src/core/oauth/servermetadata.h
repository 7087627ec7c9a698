// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace mintmark {

/// What an authorization server says of itself (RFC 8414 §2, OpenID Connect Discovery 1.0 §3).
/// Addresses are as published, not yet judged; empty where there is none.
struct ServerMetadata
{
    QString issuer;
    QString tokenEndpoint;
    QString jwksUri;
    QString introspectionEndpoint;
    QString revocationEndpoint;
    QStringList tokenEndpointAuthMethods; ///< token_endpoint_auth_methods_supported
    QStringList grantTypes;               ///< grant_types_supported

    /// `body` is the document of `issuer`, which it must name exactly (RFC 8414 §3.3). Members of
    /// another JSON type count as missing. Errors: AnswerNotJson, AnswerAmbiguous for a member that
    /// stands twice, ProfileInvalid for another issuer.
    static Result<ServerMetadata> parse(const QByteArray &body, const QString &issuer);

    friend bool operator==(const ServerMetadata &, const ServerMetadata &) = default;
};

/// Where the metadata of `issuer` may stand, in the order they are tried: OpenID Connect Discovery
/// 1.0 §4.1 behind the path, RFC 8414 §3.1 before it, and where there is a path also that name behind
/// it, as servers have it that took §5 for a rule. Errors: those of endpointFrom(), and
/// EndpointInvalid for an issuer with a query.
Result<QStringList> metadataAddresses(const QString &issuer);

} // namespace mintmark
