// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profileitemnetwork.h"

#include "json/reader.h"
#include "json/writer.h"

#include <QUrl>

namespace mintmark::profileitem {

using namespace Qt::StringLiterals;

using Source = ClientCertificateSource;

namespace {

Error invalid(QLatin1StringView member)
{
    return { ErrorCode::ProfileInvalid, { { u"field"_s, u"network."_s + member } },
             u"unknown value of network."_s + member };
}

SharedSecret secretOf(const JsonValue &value)
{
    QString text = value.toString();
    if (text.isEmpty())
        return {};
    SharedSecret secret = shareSecret(SecretBytes::fromString(text));
    wipe(text);
    return secret;
}

bool isPemText(const JsonValue &value)
{
    return value.raw().contains("-----BEGIN ");
}

bool readProxy(const JsonValue &value, NetworkAccess &access)
{
    ProxySettings &proxy = access.settings.proxy;
    if (value.isObject()) {
        proxy.kind = ProxySettings::Kind::Http;
        proxy.host = value.member("host").toString();
        proxy.port = static_cast<int>(value.member("port").toInteger().value_or(proxy.port));
        proxy.user = value.member("user").toString();
        access.secrets.proxyPassword = secretOf(value.member("password"));
        return !proxy.host.isEmpty() && proxy.port > 0 && proxy.port < 65'536;
    }
    const QString word = value.toString();
    if (word == "system"_L1 || word == "none"_L1) {
        proxy.kind = word == "none"_L1 ? ProxySettings::Kind::None : ProxySettings::Kind::System;
        return true;
    }
    const std::optional<ProxySettings> named = proxyFromText(word);
    proxy = named.value_or(proxy);
    return named.has_value();
}

/// Two PEM texts in one secret: what belongs together is found by the key.
SharedSecret joined(const SharedSecret &a, const SharedSecret &b)
{
    if (!a || !b)
        return a ? a : b;
    QByteArray both;
    both.reserve(a->size() + b->size() + 1);
    both.append(a->view()).append('\n').append(b->view());
    return shareSecret(SecretBytes::take(both));
}

bool readCertificate(const JsonValue &network, NetworkAccess &access)
{
    const JsonValue value = network.member("client_certificate");
    const JsonValue key = network.member("client_key");
    NetworkSettings &settings = access.settings;
    NetworkSecrets &secrets = access.secrets;
    secrets.keyPassphrase = secretOf(network.member("client_key_passphrase"));
    if (value.isObject()) {
        settings.clientCertificateFile = value.member("file").toString();
        settings.clientKeyFile = value.member("key_file").toString();
        secrets.clientIdentity = secretOf(value.member("pem"));
        if (QString text = value.member("pkcs12").toString(); !text.isEmpty()) {
            QByteArray bytes = QByteArray::fromBase64(text.toLatin1());
            wipe(text);
            secrets.clientIdentity = shareSecret(SecretBytes::take(bytes));
        }
        if (const SharedSecret passphrase = secretOf(value.member("passphrase")))
            secrets.keyPassphrase = passphrase;
    } else if (isPemText(value)) {
        if (key.exists() && !isPemText(key))
            return false; // half here and half in a file
        secrets.clientIdentity = joined(secretOf(value), secretOf(key));
    } else {
        settings.clientCertificateFile = value.toString();
        settings.clientKeyFile = key.toString();
        if (isPemText(key) || (key.exists() && settings.clientCertificateFile.isEmpty()))
            return false;
    }
    if (secrets.clientIdentity)
        settings.clientCertificate = Source::Stored;
    else if (!settings.clientCertificateFile.isEmpty())
        settings.clientCertificate = Source::Files;
    return true;
}

void text(JsonWriter &json, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        json.member(name).string(value);
}

void secret(JsonWriter &json, QLatin1StringView name, const SharedSecret &value)
{
    if (value && !value->isEmpty())
        json.member(name).string(QUtf8StringView(value->view().data(), value->size()));
}

void writeProxy(JsonWriter &json, const ProxySettings &proxy, const SharedSecret &password)
{
    switch (proxy.kind) {
    case ProxySettings::Kind::Inherited:
        return;
    case ProxySettings::Kind::System:
    case ProxySettings::Kind::None:
        json.member("proxy").string(
            proxy.kind == ProxySettings::Kind::None ? "none"_L1 : "system"_L1);
        return;
    case ProxySettings::Kind::Http:
        break;
    }
    json.member("proxy").beginObject();
    text(json, "host"_L1, proxy.host);
    json.member("port").integer(proxy.port);
    text(json, "user"_L1, proxy.user);
    secret(json, "password"_L1, password);
    json.endObject();
}

void writeIdentity(JsonWriter &json, const SharedSecret &identity)
{
    if (!identity)
        return;
    if (identity->view().contains("-----BEGIN ")) {
        secret(json, "pem"_L1, identity);
        return;
    }
    QByteArray text = identity->view().toByteArray().toBase64();
    json.member("pkcs12").string(QUtf8StringView(text));
    wipe(text);
}

void writeCertificate(JsonWriter &json, const NetworkSettings &settings,
                      const NetworkSecrets &secrets)
{
    if (settings.clientCertificate == Source::Inherited)
        return;
    json.member("client_certificate").beginObject();
    text(json, "file"_L1, settings.clientCertificateFile);
    text(json, "key_file"_L1, settings.clientKeyFile);
    writeIdentity(json, secrets.clientIdentity);
    secret(json, "passphrase"_L1, secrets.keyPassphrase);
    json.endObject();
}

} // namespace

QList<QLatin1StringView> networkMembers()
{
    return { "proxy"_L1,      "ca_file"_L1,    "ca_file_added"_L1,        "client_certificate"_L1,
             "client_key"_L1, "timeout_s"_L1, "client_key_passphrase"_L1, "allow_http"_L1 };
}

Result<NetworkAccess> readNetwork(const JsonValue &value)
{
    NetworkAccess access;
    NetworkSettings &settings = access.settings;
    if (const JsonValue proxy = value.member("proxy"); proxy.exists() && !readProxy(proxy, access))
        return invalid("proxy"_L1);
    if (!readCertificate(value, access))
        return invalid("client_key"_L1);
    settings.caFile = value.member("ca_file").toString();
    settings.caFileAdded = value.member("ca_file_added").toBool().value_or(false);
    settings.timeoutSeconds = static_cast<int>(
        qBound(qint64(0), value.member("timeout_s").toInteger().value_or(0), qint64(86'400)));
    settings.allowHttp = value.member("allow_http").toBool().value_or(false);
    return access;
}

void writeNetwork(JsonWriter &json, const NetworkSettings &settings, const NetworkSecrets &secrets,
                  NetworkSecretsToo secretsToo, const JsonValue &unknown)
{
    if (settings.isInherited() && unknown.size() == 0) {
        json.string("inherit");
        return;
    }
    const NetworkSecrets written =
        secretsToo == NetworkSecretsToo::Yes ? secrets : NetworkSecrets();
    json.beginObject();
    writeProxy(json, settings.proxy, written.proxyPassword);
    text(json, "ca_file"_L1, settings.caFile);
    if (settings.caFileAdded)
        json.member("ca_file_added").boolean(true);
    writeCertificate(json, settings, written);
    if (settings.timeoutSeconds > 0)
        json.member("timeout_s").integer(settings.timeoutSeconds);
    if (settings.allowHttp)
        json.member("allow_http").boolean(true);
    for (const JsonValue &member : unknown)
        json.member(member.name()).value(member);
    json.endObject();
}

qsizetype roomForNetwork(const NetworkSettings &settings, const NetworkSecrets &secrets)
{
    qsizetype room = settings.proxy.host.size() + settings.proxy.user.size() + settings.caFile.size()
        + settings.clientCertificateFile.size() + settings.clientKeyFile.size() + 256;
    for (const SharedSecret &one :
         { secrets.proxyPassword, secrets.clientIdentity, secrets.keyPassphrase })
        room += one ? 2 * one->size() : 0;
    return room;
}

std::optional<ProxySettings> proxyFromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains("://"_L1) ? trimmed : u"http://"_s + trimmed, QUrl::StrictMode);
    const bool isBare = url.path().isEmpty() || url.path() == "/"_L1;
    if (!url.isValid() || url.scheme() != "http"_L1 || url.host().isEmpty() || !isBare
        || !url.password().isEmpty() || url.hasQuery() || url.hasFragment() || url.port() == 0)
        return {};
    return ProxySettings { ProxySettings::Kind::Http, url.host(), url.port(8080), url.userName() };
}

} // namespace mintmark::profileitem
