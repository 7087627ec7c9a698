// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientauthentication.h"

#include "oauth/parameters.h"

#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    ClientAuthenticationMethod method;
    QLatin1StringView name;
};

constexpr std::array rows {
    Row { ClientAuthenticationMethod::ClientSecretPost, "client_secret_post"_L1 },
    Row { ClientAuthenticationMethod::ClientSecretBasic, "client_secret_basic"_L1 },
    Row { ClientAuthenticationMethod::ClientSecretJwt, "client_secret_jwt"_L1 },
    Row { ClientAuthenticationMethod::PrivateKeyJwt, "private_key_jwt"_L1 },
    Row { ClientAuthenticationMethod::TlsClientAuth, "tls_client_auth"_L1 },
    Row { ClientAuthenticationMethod::SelfSignedTlsClientAuth, "self_signed_tls_client_auth"_L1 },
    Row { ClientAuthenticationMethod::None, "none"_L1 },
};

bool staysAsItIs(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '*'
        || c == '-' || c == '.' || c == '_';
}

} // namespace

QString wireName(ClientAuthenticationMethod method)
{
    for (const Row &row : rows) {
        if (row.method == method)
            return row.name;
    }
    return {};
}

std::optional<ClientAuthenticationMethod> authenticationFromWireName(QStringView name)
{
    for (const Row &row : rows) {
        if (name == row.name)
            return row.method;
    }
    return {};
}

RequiredFields requiredFields(ClientAuthenticationMethod method, QStringView grantType)
{
    using enum ClientAuthenticationMethod;
    RequiredFields fields;
    fields.assertionGrant = grantType == parameter::jwtBearerGrant;
    // The assertion of a grant says who asks (RFC 7521 §4.1).
    fields.clientId = method != None || !fields.assertionGrant;
    fields.clientSecret =
        method == ClientSecretPost || method == ClientSecretBasic || method == ClientSecretJwt;
    fields.basicEncoding = method == ClientSecretBasic;
    fields.privateKey = method == PrivateKeyJwt || fields.assertionGrant;
    fields.assertion = fields.privateKey || method == ClientSecretJwt;
    fields.clientCertificate = method == TlsClientAuth || method == SelfSignedTlsClientAuth;
    return fields;
}

SecretBytes formEncoded(QByteArrayView bytes)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QByteArray encoded;
    encoded.reserve(bytes.size() * 3); // grown once: no stray copies of a secret
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (staysAsItIs(c))
            encoded += c;
        else if (c == ' ')
            encoded += '+';
        else
            encoded.append('%').append(digits[byte >> 4]).append(digits[byte & 15]);
    }
    return SecretBytes::take(encoded);
}

SecretBytes basicAuthorization(QStringView clientId, const SecretBytes &secret, BasicEncoding encoding)
{
    const SecretBytes id = SecretBytes::fromString(clientId);
    const bool form = encoding == BasicEncoding::Form;
    const SecretBytes first = form ? formEncoded(id.view()) : id.clone();
    const SecretBytes second = form ? formEncoded(secret.view()) : secret.clone();
    QByteArray pair;
    pair.reserve(first.size() + 1 + second.size());
    pair.append(first.view()).append(':').append(second.view());
    QByteArray base64 = pair.toBase64();
    QByteArray value;
    value.reserve(6 + base64.size());
    value.append("Basic ").append(base64);
    wipe(pair);
    wipe(base64);
    return SecretBytes::take(value);
}

} // namespace mintmark
