// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/keyinput.h"

#include "jose/privatekey.h"
#include "oauth/clientconfiguration.h"
#include "oauth/parameters.h"
#include "json/reader.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

bool isJson(const SecretBytes &text)
{
    return text.view().trimmed().startsWith('{');
}

SecretBytes secretOf(const JsonValue &value)
{
    QString text = value.toString();
    SecretBytes secret = SecretBytes::fromString(text);
    wipe(text);
    return secret;
}

/// The key of a service-account file; nothing where `text` is none.
std::optional<SecretBytes> accountKey(const SecretBytes &text, ServiceAccount &account)
{
    if (!isJson(text))
        return {};
    const JsonDocument document =
        JsonDocument::parse(QByteArray::fromRawData(text.view().data(), text.size()));
    const JsonValue root = document.root();
    const bool isAccount = document.isValid() && document.duplicateMembers().isEmpty()
        && root.member("private_key"_L1).isString() && root.member("client_email"_L1).isString();
    if (!isAccount)
        return {};
    account = { root.member("client_email"_L1).toString(), root.member("token_uri"_L1).toString(),
                root.member("private_key_id"_L1).toString() };
    return secretOf(root.member("private_key"_L1));
}

} // namespace

Result<KeyInput> keyFromInput(const SecretBytes &text, const SecretBytes &passphrase,
                              const QString &keyId)
{
    ServiceAccount account;
    const std::optional<SecretBytes> inner = accountKey(text, account);
    const SecretBytes &own = inner ? *inner : text;
    const Result<PrivateKey> key = PrivateKey::from(own, passphrase, keyId);
    if (!key)
        return key.error();
    KeyInput input;
    input.key = isJson(own) ? own.clone() : key->pem();
    input.description = key->description();
    input.thumbprint = QString::fromLatin1(key->publicHalf().thumbprint);
    if (inner)
        input.account = account;
    return input;
}

void apply(const ServiceAccount &account, ClientConfiguration &configuration)
{
    configuration.grantType = parameter::jwtBearerGrant;
    configuration.authentication = ClientAuthenticationMethod::None;
    configuration.body = BodyFormat::Form;
    configuration.clientId = account.email;
    if (!account.tokenEndpoint.isEmpty())
        configuration.tokenEndpoint = account.tokenEndpoint;
    configuration.assertion.keyId = account.keyId;
}

} // namespace mintmark
