// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"
#include "oauth/assertionsettings.h"
#include "oauth/networksettings.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <map>

namespace mintmark {

enum class BodyFormat { Json, Form };

/// RFC 6749 §2.3; wire names of RFC 7591 §2 and RFC 8705 §2 in clientauthentication.h.
enum class ClientAuthenticationMethod {
    ClientSecretPost,
    ClientSecretBasic,
    ClientSecretJwt,
    PrivateKeyJwt,
    TlsClientAuth,
    SelfSignedTlsClientAuth,
    None,
};

/// Form = RFC 6749 §2.3.1 (application/x-www-form-urlencoded before Base64); Raw for servers that
/// get it wrong.
enum class BasicEncoding { Form, Raw };

/// How a token in hand becomes a newer one.
enum class RenewalPolicy { Repeat, Get, RefreshToken };

enum class ParameterType { String, Number, Boolean, Json };

struct ExtraParameter
{
    QString name;
    QString value; ///< empty when secret: the value is in ClientCredentials::parameters
    ParameterType type = ParameterType::String;
    bool secret = false;
    friend bool operator==(const ExtraParameter &, const ExtraParameter &) = default;
};

struct ExtraHeader
{
    QString name;
    QString value; ///< empty when secret: the value is in ClientCredentials::headers
    bool secret = false;
    friend bool operator==(const ExtraHeader &, const ExtraHeader &) = default;
};

/// Where an answer has what others have under the names of RFC 6749 §5.1: member names, with dots
/// between those of nested objects and the positions in lists, from 0 (`authed_user.access_token`,
/// `data.0.token`): see oauth/answerpath.h. Empty: the standard's.
struct ResponseMapping
{
    QString accessToken;
    QString expiresIn;
    QString expiresAt;
    friend bool operator==(const ResponseMapping &, const ResponseMapping &) = default;
};

/// The request-shaping fields of a profile: no names, no ids, no secret. Two equal configurations
/// with equal credentials make the same bytes.
struct ClientConfiguration
{
    QString tokenEndpoint; ///< as typed; judged in TokenRequest::from
    BodyFormat body = BodyFormat::Json;
    QString grantType; ///< sent as it stands
    QString clientId;
    ClientAuthenticationMethod authentication = ClientAuthenticationMethod::ClientSecretPost;
    BasicEncoding basicEncoding = BasicEncoding::Form;
    AssertionSettings assertion;
    QString audience; ///< empty: not sent
    QStringList resources; ///< RFC 8707, repeated
    QString scope; ///< empty: not sent
    QList<ExtraParameter> extraParameters; ///< in order, after the standard ones
    QList<ExtraHeader> headers;
    ResponseMapping responseMapping;
    RenewalPolicy renewal = RenewalPolicy::Repeat;
    QString renewalEndpoint; ///< empty: the token endpoint

    NetworkSettings network; ///< what the profile says of its own

    friend bool operator==(const ClientConfiguration &, const ClientConfiguration &) = default;
};

/// What proves the client. Move-only; lives from keychain load to send.
struct ClientCredentials
{
    SecretBytes clientSecret;
    SecretBytes privateKey; ///< PEM without a passphrase, or a private JWK
    std::map<QString, SecretBytes> parameters; ///< by name, for secret extra parameters
    std::map<QString, SecretBytes> headers; ///< by name, for secret headers
    NetworkSecrets network;

    ClientCredentials clone() const;
    friend bool operator==(const ClientCredentials &, const ClientCredentials &) = default;
};

} // namespace mintmark
