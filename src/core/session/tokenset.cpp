// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/tokenset.h"

#include "oauth/parameters.h"
#include "oauth/tokenresponse.h"
#include "json/reader.h"
#include "json/writer.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr auto sentAt = "sent_at_ms"_L1;
constexpr auto receivedAt = "received_at_ms"_L1;
constexpr auto expiresAtMs = "expires_at_ms"_L1;
constexpr auto skew = "skew_ms"_L1;
constexpr auto requestRevision = "request_revision"_L1;
constexpr auto minValid = "min_valid_s"_L1;

/// The answer the token came in has at most 1 MiB, escaped six times that.
constexpr JsonLimits limits { 16 * 1024 * 1024, 4 };

qsizetype sizeOf(const SharedSecret &secret)
{
    return secret ? secret->size() : 0;
}

void writeText(JsonWriter &json, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        json.member(name).string(value);
}

void writeNumber(JsonWriter &json, QLatin1StringView name, std::optional<qint64> value)
{
    if (value)
        json.member(name).integer(*value);
}

void writeSecret(JsonWriter &json, QLatin1StringView name, const SharedSecret &secret)
{
    if (sizeOf(secret) > 0)
        json.member(name).string(QUtf8StringView(secret->view().data(), secret->size()));
}

SharedSecret readSecret(const JsonValue &value)
{
    QString text = value.toString();
    SharedSecret secret =
        text.isEmpty() ? SharedSecret() : shareSecret(SecretBytes::fromString(text));
    wipe(text);
    return secret;
}

int readInt(const JsonValue &value)
{
    return static_cast<int>(value.toInteger().value_or(0));
}

} // namespace

TokenSet TokenSet::from(const TokenResponse &response, int requestRevision, int minValidS)
{
    TokenSet set;
    set.accessToken = response.accessToken;
    set.refreshToken = response.refreshToken;
    set.tokenType = response.tokenType;
    set.scope = response.scope;
    set.expiresInS = response.expiresInS;
    set.expiresAtMs = response.expiresAtMs;
    set.sentAtMs = response.sentAtMs;
    set.receivedAtMs = response.receivedAtMs;
    set.skewMs = response.skewMs;
    set.requestRevision = requestRevision;
    set.minValidS = minValidS;
    return set;
}

SecretBytes TokenSet::toJson() const
{
    JsonWriter json;
    json.beginObject();
    writeText(json, parameter::tokenType, tokenType);
    writeText(json, parameter::scope, scope);
    writeNumber(json, parameter::expiresIn, expiresInS);
    writeNumber(json, mintmark::expiresAtMs, expiresAtMs);
    writeNumber(json, sentAt, sentAtMs);
    writeNumber(json, receivedAt, receivedAtMs);
    writeNumber(json, skew, skewMs);
    writeNumber(json, mintmark::requestRevision, requestRevision);
    writeNumber(json, minValid, minValidS);
    // The secrets come last, and their room before them: growing would leave copies behind.
    json.reserve(json.size() + 6 * (sizeOf(accessToken) + sizeOf(refreshToken)) + 64);
    writeSecret(json, parameter::accessToken, accessToken);
    writeSecret(json, parameter::refreshToken, refreshToken);
    QByteArray bytes = json.endObject().take();
    return SecretBytes::take(bytes);
}

Result<TokenSet> TokenSet::fromJson(const SecretBytes &json)
{
    const JsonDocument document =
        JsonDocument::parse(QByteArray::fromRawData(json.view().data(), json.size()), limits);
    const JsonValue root = document.root();
    TokenSet set;
    set.accessToken = readSecret(root.member(parameter::accessToken));
    set.refreshToken = readSecret(root.member(parameter::refreshToken));
    set.tokenType = root.member(parameter::tokenType).toString();
    set.scope = root.member(parameter::scope).toString();
    set.expiresInS = root.member(parameter::expiresIn).toInteger();
    set.expiresAtMs = root.member(mintmark::expiresAtMs).toInteger();
    set.sentAtMs = root.member(sentAt).toInteger().value_or(0);
    set.receivedAtMs = root.member(receivedAt).toInteger().value_or(0);
    set.skewMs = root.member(skew).toInteger();
    set.requestRevision = readInt(root.member(mintmark::requestRevision));
    set.minValidS = readInt(root.member(minValid));
    // What makes the same text again was written by toJson(); no rule about members says more.
    if (!set.accessToken || !(set.toJson() == json))
        return Error { ErrorCode::Internal, {}, u"not a stored token set"_s };
    return set;
}

bool operator==(const TokenSet &a, const TokenSet &b)
{
    return sameSecret(a.accessToken, b.accessToken) && sameSecret(a.refreshToken, b.refreshToken)
        && a.tokenType == b.tokenType && a.scope == b.scope && a.expiresInS == b.expiresInS
        && a.expiresAtMs == b.expiresAtMs && a.sentAtMs == b.sentAtMs
        && a.receivedAtMs == b.receivedAtMs && a.skewMs == b.skewMs
        && a.requestRevision == b.requestRevision && a.minValidS == b.minValidS;
}

} // namespace mintmark
