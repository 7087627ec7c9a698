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

/// The password of USER:PASSWORD@HOST, taken out of the text.
SharedSecret passwordFrom(QString &proxy)
{
    const qsizetype at = proxy.lastIndexOf(u'@');
    const qsizetype scheme = proxy.indexOf("://"_L1);
    const qsizetype colon = proxy.indexOf(u':', scheme < 0 ? 0 : scheme + 3);
    if (at < 0 || colon < 0 || colon > at)
        return {};
    QString password =
        QUrl::fromPercentEncoding(proxy.mid(colon + 1, at - colon - 1).toUtf8());
    const QString rest = proxy.left(colon) + proxy.mid(at);
    wipe(proxy);
    proxy = rest;
    SharedSecret secret = shareSecret(SecretBytes::fromString(password));
    wipe(password);
    return secret;
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
    QString word = value.toString();
    if (word == "system"_L1 || word == "none"_L1) {
        proxy.kind = word == "none"_L1 ? ProxySettings::Kind::None : ProxySettings::Kind::System;
        return true;
    }
    access.secrets.proxyPassword = passwordFrom(word);
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

/// By hand, people call the parts as other programs do.
JsonValue firstOf(const JsonValue &object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const JsonValue member = object.member(name); member.exists())
            return member;
    }
    return {};
}

/// The parts of client_certificate, each a PEM text or the path of a file.
struct CertificateParts
{
    JsonValue certificate;
    JsonValue key;
    JsonValue passphrase;
};

CertificateParts partsOf(const JsonValue &network)
{
    CertificateParts parts { network.member("client_certificate"), network.member("client_key"),
                             network.member("client_key_passphrase") };
    if (!parts.certificate.isObject())
        return parts;
    const JsonValue object = parts.certificate;
    parts.certificate = firstOf(object, { "file"_L1, "pem"_L1, "pkcs12"_L1, "certificate"_L1,
                                          "cert"_L1, "certificate_file"_L1, "cert_file"_L1 });
    if (const JsonValue key = firstOf(object, { "key_file"_L1, "key"_L1, "private_key"_L1 });
        key.exists())
        parts.key = key;
    if (const JsonValue said = firstOf(object, { "passphrase"_L1, "key_passphrase"_L1 });
        said.exists())
        parts.passphrase = said;
    return parts;
}

/// Base64 of PKCS#12, which is a DER sequence; anything else, such as a path, gives nothing.
SharedSecret pkcs12Of(const JsonValue &value)
{
    QString text = value.toString();
    auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    wipe(text);
    if (!decoded || !(*decoded).startsWith('\x30'))
        return {};
    QByteArray bytes = *std::move(decoded);
    return shareSecret(SecretBytes::take(bytes));
}

bool readCertificate(const JsonValue &network, NetworkAccess &access)
{
    const CertificateParts parts = partsOf(network);
    const bool hasKey = parts.key.exists() && !parts.key.isNull();
    NetworkSettings &settings = access.settings;
    NetworkSecrets &secrets = access.secrets;
    secrets.keyPassphrase = secretOf(parts.passphrase);
    if (isPemText(parts.certificate)) {
        if (hasKey && !isPemText(parts.key))
            return false; // half here and half in a file
        secrets.clientIdentity = joined(secretOf(parts.certificate), secretOf(parts.key));
    } else if (const SharedSecret pkcs12 = pkcs12Of(parts.certificate)) {
        if (hasKey)
            return false;
        secrets.clientIdentity = pkcs12;
    } else {
        settings.clientCertificateFile = parts.certificate.toString();
        settings.clientKeyFile = parts.key.toString();
    }
    if (secrets.clientIdentity)
        settings.clientCertificate = Source::Stored;
    else if (!settings.clientCertificateFile.isEmpty())
        settings.clientCertificate = Source::Files;
    else // a certificate that is not found in what is written would be missed without a word
        return !hasKey && network.member("client_certificate").size() == 0;
    return settings.clientCertificate == Source::Stored || !isPemText(parts.key);
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

/// The first member whose value would be missed without a word.
QLatin1StringView wrongType(const JsonValue &network)
{
    const auto isWrong = [&network](QLatin1StringView name, bool (JsonValue::*isRight)() const) {
        const JsonValue member = network.member(name);
        return member.exists() && !member.isNull() && !(member.*isRight)();
    };
    if (isWrong("ca_file"_L1, &JsonValue::isString))
        return "ca_file"_L1;
    for (const QLatin1StringView name : { "ca_file_added"_L1, "allow_http"_L1 }) {
        if (isWrong(name, &JsonValue::isBoolean))
            return name;
    }
    const JsonValue timeout = network.member("timeout_s");
    const bool isFault =
        timeout.exists() && !timeout.isNull() && timeout.toInteger().value_or(-1) < 0;
    return isFault ? "timeout_s"_L1 : QLatin1StringView();
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
    const JsonValue proxy = value.member("proxy");
    if (proxy.exists() && !proxy.isNull() && !readProxy(proxy, access))
        return invalid("proxy"_L1);
    if (!readCertificate(value, access))
        return invalid("client_certificate"_L1);
    if (const QLatin1StringView fault = wrongType(value); !fault.isEmpty())
        return invalid(fault);
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
