// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientassertion.h"

#include "jose/base64url.h"
#include "jose/privatekey.h"
#include "oauth/assertionheader.h"
#include "json/reader.h"
#include "json/writer.h"

#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <QCoreApplication>
#include <QUrl>

#include <array>
#include <utility>
#include <vector>

namespace mintmark {

using namespace Qt::StringLiterals;

using Scheme = SignatureAlgorithm::Scheme;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenRequest)
};

Error invalid(const QString &field, const QString &detail)
{
    return { ErrorCode::ProfileInvalid, { { u"field"_s, field }, { u"detail"_s, detail } }, {} };
}

/// Name and JSON text, in order.
using Claims = std::vector<std::pair<QString, QByteArray>>;

QByteArray jsonString(const QString &text)
{
    return JsonWriter().string(text).take();
}

void add(Claims &claims, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        claims.emplace_back(name, jsonString(value));
}

/// 128 random bits (RFC 7519 §4.1.7).
QString freshId()
{
    std::array<char, 16> bytes {};
    if (RAND_bytes(reinterpret_cast<uchar *>(bytes.data()), static_cast<int>(bytes.size())) != 1)
        qFatal("no random numbers");
    return QString::fromLatin1(base64UrlEncode(QByteArrayView(bytes.data(), bytes.size())));
}

/// RFC 7519 §4.1.3: a text, or a list of texts.
QByteArray audienceOf(const ClientConfiguration &configuration)
{
    const AssertionSettings &settings = configuration.assertion;
    if (!settings.audiences.isEmpty()) {
        JsonWriter json;
        json.beginArray();
        for (const QString &audience : settings.audiences)
            json.string(audience);
        return json.endArray().take();
    }
    return jsonString(settings.audience.isEmpty() ? configuration.tokenEndpoint.trimmed()
                                                  : settings.audience);
}

Result<void> addCommonClaims(Claims &claims, const ClientConfiguration &configuration, qint64 nowMs)
{
    const AssertionSettings &settings = configuration.assertion;
    if (settings.lifetimeSeconds < 1
        || settings.lifetimeSeconds > AssertionSettings::longestLifetimeSeconds)
        return invalid(u"lifetime_s"_s,
                       Text::tr("An assertion lives from 1 to %1 seconds.")
                           .arg(AssertionSettings::longestLifetimeSeconds));
    if (settings.audienceIsIssuer && settings.audience.isEmpty())
        return Error { ErrorCode::ProfileIncomplete,
                       { { u"field"_s, u"issuer"_s },
                         { u"provider"_s, QUrl(configuration.tokenEndpoint).host() } },
                       {} };
    const qint64 now = nowMs / 1000;
    claims.emplace_back(u"aud"_s, audienceOf(configuration));
    add(claims, "jti"_L1, freshId());
    claims.emplace_back(u"iat"_s, QByteArray::number(now));
    if (settings.notBefore)
        claims.emplace_back(u"nbf"_s, QByteArray::number(now));
    claims.emplace_back(u"exp"_s, QByteArray::number(now + settings.lifetimeSeconds));
    return {};
}

/// A further claim takes the place of ours of the same name.
Result<void> addFurtherClaims(Claims &claims, const QString &json)
{
    if (json.trimmed().isEmpty())
        return {};
    const JsonDocument document = JsonDocument::parse(json.toUtf8());
    const JsonValue root = document.root();
    if (!document.isValid() || !root.isObject() || !document.duplicateMembers().isEmpty())
        return invalid(u"claims"_s, Text::tr("It is no JSON object with each member once."));
    for (const JsonValue &member : root) {
        const QString name = member.name();
        const auto ours = std::ranges::find(claims, name, &Claims::value_type::first);
        if (member.isNull()) {
            if (ours != claims.end())
                claims.erase(ours);
        } else if (ours != claims.end()) {
            ours->second = member.raw().toByteArray();
        } else {
            claims.emplace_back(name, member.raw().toByteArray());
        }
    }
    return {};
}

QByteArray payloadOf(const Claims &claims)
{
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, value] : claims)
        json.member(name).raw(value);
    return json.endObject().take();
}

QByteArray headerOf(const AssertionSettings &settings, const QString &algorithm,
                    const QString &keyId, const QList<CertificateMember> &certificate)
{
    JsonWriter json;
    json.beginObject();
    json.member("alg").string(algorithm);
    json.member("typ").string(settings.type.isEmpty() ? u"JWT"_s : settings.type);
    if (!keyId.isEmpty())
        json.member("kid").string(keyId);
    for (const CertificateMember &member : certificate)
        json.member(QUtf8StringView(member.name)).raw(member.json);
    return json.endObject().take();
}

/// RFC 7515 §7.1. The result authenticates the client until it expires: it is a secret.
SecretBytes compact(const QByteArray &input, const QByteArray &signature)
{
    QByteArray token;
    token.reserve(input.size() + 2 * signature.size() + 2);
    token.append(input).append('.').append(base64UrlEncode(signature));
    return SecretBytes::take(token);
}

Result<SecretBytes> signedBySecret(const AssertionSettings &settings, const QByteArray &payload,
                                   const SecretBytes &secret)
{
    const QString name = settings.algorithm.isEmpty() ? u"HS256"_s : settings.algorithm;
    const SignatureAlgorithm *algorithm = signatureAlgorithm(name);
    if (algorithm == nullptr || algorithm->scheme != Scheme::Hmac)
        return invalid(
            u"algorithm"_s,
            Text::tr("A client secret signs with HS256, HS384 or HS512, not with %1.").arg(name));
    const QByteArray header = headerOf(settings, name, settings.keyId, {});
    const QByteArray input = base64UrlEncode(header) + '.' + base64UrlEncode(payload);
    std::array<uchar, EVP_MAX_MD_SIZE> code {};
    unsigned size = 0;
    // OIDC Core §9: the key is the client secret's UTF-8, however long it is.
    if (HMAC(EVP_get_digestbyname(algorithm->digest), secret.view().data(),
             static_cast<int>(secret.size()), reinterpret_cast<const uchar *>(input.constData()),
             static_cast<size_t>(input.size()), code.data(), &size)
        == nullptr)
        return Error { ErrorCode::Internal, {}, u"HMAC failed"_s };
    return compact(
        input,
        QByteArray(reinterpret_cast<const char *>(code.data()), static_cast<qsizetype>(size)));
}

Result<SecretBytes> signedByKey(const AssertionSettings &settings, const QByteArray &payload,
                                const SecretBytes &keyText)
{
    const Result<PrivateKey> key = PrivateKey::from(keyText, {}, settings.keyId);
    if (!key)
        return key.error();
    const QString name = settings.algorithm.isEmpty() ? key->usualAlgorithm() : settings.algorithm;
    const SignatureAlgorithm *algorithm = signatureAlgorithm(name);
    if (algorithm == nullptr || algorithm->scheme == Scheme::Hmac)
        return invalid(u"algorithm"_s, Text::tr("No private key signs with \"%1\".").arg(name));
    if (!key->suits(*algorithm))
        return Error { ErrorCode::KeyUnsuitable,
                       { { u"key"_s, key->description() }, { u"algorithm"_s, name } },
                       {} };
    const Result<QList<CertificateMember>> certificate = certificateMembers(settings, *key);
    if (!certificate)
        return certificate.error();
    const QString keyId = settings.keyId.isEmpty() ? key->keyId() : settings.keyId;
    const QByteArray header = headerOf(settings, name, keyId, *certificate);
    const QByteArray input = base64UrlEncode(header) + '.' + base64UrlEncode(payload);
    const QByteArray signature = key->signature(input, *algorithm);
    if (signature.isEmpty())
        return Error { ErrorCode::KeyUnreadable,
                       { { u"detail"_s,
                           Text::tr("Its public and its private half do not belong together.") } },
                       {} };
    return compact(input, signature);
}

} // namespace

Result<SecretBytes> clientAssertion(const ClientConfiguration &configuration,
                                    const ClientCredentials &credentials, qint64 nowMs)
{
    const AssertionSettings &settings = configuration.assertion;
    Claims claims;
    add(claims, "iss"_L1, configuration.clientId);
    add(claims, "sub"_L1, configuration.clientId);
    if (const Result<void> added = addCommonClaims(claims, configuration, nowMs); !added)
        return added.error();
    if (const Result<void> added = addFurtherClaims(claims, settings.claims); !added)
        return added.error();
    if (configuration.authentication == ClientAuthenticationMethod::ClientSecretJwt)
        return signedBySecret(settings, payloadOf(claims), credentials.clientSecret);
    return signedByKey(settings, payloadOf(claims), credentials.privateKey);
}

Result<SecretBytes> grantAssertion(const ClientConfiguration &configuration,
                                   const ClientCredentials &credentials, qint64 nowMs)
{
    const AssertionSettings &settings = configuration.assertion;
    Claims claims;
    add(claims, "iss"_L1, settings.issuer.isEmpty() ? configuration.clientId : settings.issuer);
    add(claims, "sub"_L1, settings.subject);
    add(claims, "scope"_L1, configuration.scope);
    if (const Result<void> added = addCommonClaims(claims, configuration, nowMs); !added)
        return added.error();
    if (const Result<void> added = addFurtherClaims(claims, settings.claims); !added)
        return added.error();
    return signedByKey(settings, payloadOf(claims), credentials.privateKey);
}

} // namespace mintmark
