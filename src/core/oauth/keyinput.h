// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "base/secretbytes.h"

#include <QString>

#include <optional>

namespace mintmark {

struct ClientConfiguration;

/// What Google's service-account file says beside the key.
struct ServiceAccount
{
    QString email;         ///< client_email
    QString tokenEndpoint; ///< token_uri
    QString keyId;         ///< private_key_id
    friend bool operator==(const ServiceAccount &, const ServiceAccount &) = default;
};

/// A private key as a person hands it over, made into what is kept.
struct KeyInput
{
    SecretBytes key;     ///< for ClientCredentials::privateKey: unencrypted PKCS#8 PEM, or the JWK (Set)
    QString description; ///< PrivateKey::description()
    QString thumbprint;  ///< of its public half, RFC 7638, base64url
    std::optional<ServiceAccount> account;
};

/// `text` is anything PrivateKey::from() reads, or a service-account file. The passphrase serves
/// here and is kept nowhere. A JWK Set stays whole: `keyId` says which of its keys is described, and
/// in AssertionSettings which one signs. Errors: those of PrivateKey::from().
Result<KeyInput> keyFromInput(const SecretBytes &text, const SecretBytes &passphrase = {},
                              const QString &keyId = {});

/// The request that such an account makes: JWT bearer grant, asked as the account itself.
void apply(const ServiceAccount &account, ClientConfiguration &configuration);

} // namespace mintmark
