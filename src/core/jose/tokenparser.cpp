// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/token.h"

#include "jose/base64url.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

/// Fills one Token. Private to this file; the Token names it as a friend.
class TokenParser
{
public:
    Token parse(QByteArrayView input);

private:
    void readCompact();
    void readHeader(QByteArrayView part);
    void readPayload(QByteArrayView part);
    void checkClaims();
    void checkSignature(QByteArrayView part);
    TokenKind kind() const;

    QByteArray decode(QByteArrayView part);
    void reportJson(const JsonDocument &document, TokenPart part);
    void report(TokenProblemCode code, TokenPart part, qsizetype offset)
    {
        m_token.m_problems.append({ code, part, offset });
    }
    qsizetype offsetOf(QByteArrayView part) const { return part.data() - m_token.text().data(); }

    Token m_token;
    QList<QByteArrayView> m_parts;
    bool m_encoded = true; ///< every part is base64url, but perhaps for its trailing bits
};

namespace {

constexpr JsonLimits limits { Token::maximumSize, JsonLimits().depth };

/// RFC 7515 §7.2, RFC 7516 §7.2.
bool isJsonSerialization(QByteArrayView text)
{
    if (!text.startsWith('{'))
        return false;
    const JsonDocument document = JsonDocument::parse(text.toByteArray(), limits);
    const JsonValue root = document.root();
    return root.member("ciphertext"_L1).exists()
        || (root.member("payload"_L1).exists()
            && (root.member("signature"_L1).exists() || root.member("signatures"_L1).exists()));
}

/// Where the first character stands that no access token has, or the size.
qsizetype firstInvalid(QByteArrayView text)
{
    const auto found =
        std::find_if(text.begin(), text.end(), [](char c) { return c <= ' ' || c > '~'; });
    return found - text.begin();
}

/// Dots do not make a JWS: Google's tokens begin "ya29.", GitHub's "ghs_" may hold a JWT,
/// Salesforce's have an exclamation mark. A part that begins as base64url of `{"` does, whatever
/// became of the rest.
bool isOpaqueWithDots(QByteArrayView text)
{
    constexpr QByteArrayView others = "-_.=+/";
    const bool foreign = std::any_of(text.begin(), text.end(), [others](char c) {
        const bool alphanumeric =
            (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        return !alphanumeric && !others.contains(c);
    });
    return text.startsWith("ya29.") || text.startsWith("ghs_")
        || (foreign && !text.startsWith("ey") && text.indexOf(".ey") < 0);
}

} // namespace

Token TokenParser::parse(QByteArrayView input)
{
    if (input.size() > Token::maximumSize) {
        report(TokenProblemCode::TooLarge, TokenPart::Token, Token::maximumSize);
        return m_token;
    }
    CleanedToken cleaned = cleanTokenText(input);
    m_token.m_cleaned = cleaned.cleaned;
    m_token.m_text = shareSecret(SecretBytes::take(cleaned.text));
    const QByteArrayView text = m_token.text();
    m_parts = splitCompact(text);
    if (text.isEmpty()) {
        report(TokenProblemCode::Empty, TokenPart::Token, 0);
    } else if (isJsonSerialization(text)) {
        report(TokenProblemCode::JsonSerialization, TokenPart::Token, 0);
    } else if ((m_parts.size() == 1 && !beginsAsHeader(text)) || isOpaqueWithDots(text)) {
        m_token.m_kind = TokenKind::Opaque;
        if (const qsizetype invalid = firstInvalid(text); invalid < text.size()) {
            m_token.m_kind = TokenKind::Malformed;
            report(TokenProblemCode::InvalidCharacter, TokenPart::Token, invalid);
        }
    } else {
        if (m_parts.size() != 3 && m_parts.size() != 5)
            report(TokenProblemCode::PartCount, TokenPart::Token, text.size());
        readCompact();
        m_token.m_kind = kind();
    }
    return m_token;
}

/// Also for a wrong number of parts: the first two are then most likely header and payload.
void TokenParser::readCompact()
{
    for (const QByteArrayView part : std::as_const(m_parts))
        m_token.m_partSizes.append(part.size());
    readHeader(m_parts[0]);
    if (m_parts.size() == 1)
        return;
    if (m_parts.size() == 5) {
        for (qsizetype i = 1; i < 5; ++i)
            decode(m_parts[i]);
        if (m_token.header().exists() && m_token.encryption().isEmpty())
            report(TokenProblemCode::EncryptionMissing, TokenPart::Header, 0);
        return;
    }
    readPayload(m_parts[1]);
    checkClaims();
    if (m_parts.size() == 3)
        checkSignature(m_parts[2]);
}

void TokenParser::readHeader(QByteArrayView part)
{
    if (part.isEmpty()) {
        report(TokenProblemCode::HeaderEmpty, TokenPart::Token, offsetOf(part));
        return;
    }
    m_token.m_header = JsonDocument::parse(decode(part), limits);
    reportJson(m_token.m_header, TokenPart::Header);
    const JsonValue algorithm = m_token.header().member("alg"_L1);
    if (m_token.header().exists() && !algorithm.isString())
        report(TokenProblemCode::AlgorithmMissing, TokenPart::Header, algorithm.offset());
}

void TokenParser::readPayload(QByteArrayView part)
{
    if (part.isEmpty()) {
        report(TokenProblemCode::PayloadEmpty, TokenPart::Payload, 0);
        return;
    }
    const bool unencoded = m_token.header().member("b64"_L1).toBool() == false; // RFC 7797
    m_token.m_payload = JsonDocument::parse(unencoded ? part.toByteArray() : decode(part), limits);
    reportJson(m_token.m_payload, TokenPart::Payload);
}

void TokenParser::checkClaims()
{
    const JsonValue claims = m_token.claims();
    for (const QLatin1StringView name : { "exp"_L1, "nbf"_L1, "iat"_L1 }) {
        const JsonValue time = claims.member(name);
        if (time.exists() && !numericDateMs(time))
            report(TokenProblemCode::NotANumericDate, TokenPart::Payload, time.offset());
    }
    const JsonValue audience = claims.member("aud"_L1);
    const auto isString = [](const JsonValue &value) { return value.isString(); };
    const bool list = audience.isArray() && std::all_of(audience.begin(), audience.end(), isString);
    if (audience.exists() && !audience.isString() && !list)
        report(TokenProblemCode::AudienceShape, TokenPart::Payload, audience.offset());
}

void TokenParser::checkSignature(QByteArrayView part)
{
    decode(part);
    if (part.isEmpty() && !m_token.isUnsecured())
        report(TokenProblemCode::SignatureMissing, TokenPart::Signature, 0);
    if (!part.isEmpty() && m_token.isUnsecured())
        report(TokenProblemCode::SignatureUnexpected, TokenPart::Signature, 0);
}

TokenKind TokenParser::kind() const
{
    if (!m_encoded || !m_token.header().exists())
        return TokenKind::Malformed;
    if (m_parts.size() == 3)
        return TokenKind::Jws;
    const bool encrypted = m_parts.size() == 5 && !m_token.encryption().isEmpty();
    return encrypted ? TokenKind::Jwe : TokenKind::Malformed;
}

QByteArray TokenParser::decode(QByteArrayView part)
{
    Base64UrlDecoded decoded = base64UrlDecode(part);
    for (const Base64UrlProblem &problem : std::as_const(decoded.problems)) {
        report(problemCode(problem.fault), TokenPart::Token, offsetOf(part) + problem.offset);
        m_encoded = m_encoded && problem.fault == Base64UrlFault::TrailingBits;
    }
    return std::move(decoded.bytes);
}

void TokenParser::reportJson(const JsonDocument &document, TokenPart part)
{
    for (const JsonProblem &problem : document.problems())
        report(problemCode(problem.fault), part, problem.offset);
    if (document.isValid() && !document.root().isObject())
        report(TokenProblemCode::NotAnObject, part, document.root().offset());
}

Token Token::parse(QByteArrayView input)
{
    return TokenParser().parse(input);
}

} // namespace mintmark
