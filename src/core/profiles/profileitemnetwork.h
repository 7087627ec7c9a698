// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/networksettings.h"
#include "json/value.h"

#include <QList>

/// The object `network` of the keychain item, and of the program's own settings.
namespace mintmark {

class JsonWriter;

namespace profileitem {

/// Names of the members this version knows.
QList<QLatin1StringView> networkMembers();

/// `proxy` is "system", "none", "host:port", "http://host:port" or {host, port, user, password};
/// `client_certificate` a file or PEM text, or {file, key_file, pem, pkcs12 (Base64), passphrase};
/// `client_key` and `client_key_passphrase` may stand beside it. What is missing is inherited, as is
/// all for "inherit". Errors: ProfileInvalid {field}.
Result<NetworkAccess> readNetwork(const JsonValue &value);

enum class NetworkSecretsToo { No, Yes };
/// The value of a member whose name was written: "inherit" or an object; `unknown` comes last.
void writeNetwork(JsonWriter &json, const NetworkSettings &settings, const NetworkSecrets &secrets,
                  NetworkSecretsToo secretsToo, const JsonValue &unknown);
/// An upper bound of what it adds to the item, unescaped.
qsizetype roomForNetwork(const NetworkSettings &settings, const NetworkSecrets &secrets);

/// "host:port" or "http://host:port", as typed: port 8080 when none is said. Nothing for an address
/// with a password or of another scheme; a user name before "@" is kept.
std::optional<ProxySettings> proxyFromText(const QString &text);

} // namespace profileitem

} // namespace mintmark
