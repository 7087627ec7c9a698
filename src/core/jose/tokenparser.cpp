// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/token.h"

#include "jose/base64url.h"
#include "jose/encodedwords.h"
#include "jose/jsonserialization.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

/// Fills one Token. Private to this file; the Token names it as a friend.
class TokenParser
{
public:
    Token parse(QByteArrayView input, qsizetype index);

private:
    void readCompact();
    void readSerialization(const JsonSerialization &json);
    void readHeader(QByteArrayView part);
    QByteArray withUnprotected(QByteArray header);
    void readPayload(QByteArrayView part);
    void checkClaims();
    void checkSignature(QByteArrayView part);
    TokenKind kind() const;
    bool isNoToken() const;
    Token noToken() const;

    QByteArray decode(QByteArrayView part);
    void reportJson(const JsonDocument &document, TokenPart part);
    void report(TokenProblemCode code, TokenPart part, qsizetype offset)
    {
        m_token.m_problems.append({ code, part, offset });
    }
    qsizetype offsetOf(QByteArrayView part) const { return part.data() - m_token.text().data(); }

    Token m_token;
    QList<QByteArrayView> m_parts;
    QByteArray m_unprotected; ///< members of the header that stand outside the protected one
    bool m_encoded = true;    ///< every part is base64url, but perhaps for its trailing bits
};

namespace {

constexpr JsonLimits limits { Token::maximumSize, JsonLimits().depth };

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
    if (text.startsWith("ey")) // most, and long ones
        return false;
    constexpr QByteArrayView others = "-_.=+/";
    const auto isForeign = [others](char c) {
        const bool alphanumeric =
            (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        return !alphanumeric && !others.contains(c);
    };
    return text.startsWith("ya29.") || text.startsWith("ghs_")
        || (text.indexOf(".ey") < 0 && std::any_of(text.begin(), text.end(), isForeign));
}

} // namespace

Token TokenParser::parse(QByteArrayView input, qsizetype index)
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
    } else if (auto json = readJsonSerialization(text, index)) {
        readSerialization(*json);
        for (QByteArray &part : json->parts)
            wipe(part);
        return m_token;
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
    if (cleaned.isProse && isNoToken())
        return noToken();
    return m_token;
}

/// Dots and letters alone do not make a token of a letter, a log or an error message.
bool TokenParser::isNoToken() const
{
    const QByteArrayView text = m_token.text();
    return m_token.kind() == TokenKind::Opaque
        || (m_token.kind() == TokenKind::Malformed && !m_token.header().exists()
            && !beginsToken(text) && text.indexOf(".ey") < 0);
}

Token TokenParser::noToken() const
{
    Token token;
    token.m_text = m_token.m_text;
    token.m_problems = { { TokenProblemCode::NoToken, TokenPart::Token, 0 } };
    return token;
}

void TokenParser::readSerialization(const JsonSerialization &json)
{
    report(TokenProblemCode::JsonSerialization, TokenPart::Token, 0);
    if (json.fault >= 0) {
        report(TokenProblemCode::JsonSerializationShape, TokenPart::Token, json.fault);
        return;
    }
    m_token.m_signatureCount = json.count;
    if (json.count > 1)
        report(TokenProblemCode::SeveralSignatures, TokenPart::Token, 0);
    QByteArray compact = json.parts.join('.');
    m_token.m_text = shareSecret(SecretBytes::take(compact));
    m_parts.clear();
    qsizetype from = 0;
    for (const QByteArray &part : json.parts) {
        m_parts.append(m_token.text().sliced(from, part.size()));
        from += part.size() + 1;
    }
    m_unprotected = json.unprotected;
    readCompact();
    m_token.m_kind = kind();
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
    if (part.isEmpty() && m_unprotected.isEmpty()) {
        report(TokenProblemCode::HeaderEmpty, TokenPart::Token, offsetOf(part));
        return;
    }
    m_token.m_header = JsonDocument::parse(withUnprotected(decode(part)), limits);
    reportJson(m_token.m_header, TokenPart::Header);
    const JsonValue algorithm = m_token.header().member("alg"_L1);
    if (m_token.header().exists() && !algorithm.isString())
        report(TokenProblemCode::AlgorithmMissing, TokenPart::Header, algorithm.offset());
}

/// A member that stands in both is then one that stands twice, as RFC 7515 §7.2.1 has it.
QByteArray TokenParser::withUnprotected(QByteArray header)
{
    if (m_unprotected.isEmpty())
        return header;
    const JsonDocument document = JsonDocument::parse(header, limits);
    const JsonValue object = document.root();
    if (header.isEmpty())
        header = "{";
    else if (!document.isValid() || !object.isObject())
        return header;
    else
        header =
            header.first(object.offset() + object.length() - 1) + (object.size() > 0 ? "," : "");
    report(TokenProblemCode::UnprotectedHeader, TokenPart::Header, header.size());
    return header + m_unprotected + '}';
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

Token Token::opaque(QByteArrayView text, const QList<Cleaning> &cleaned)
{
    Token token;
    token.m_kind = TokenKind::Opaque;
    token.m_text = shareSecret(SecretBytes(text));
    token.m_cleaned = cleaned;
    return token;
}

Token Token::parse(QByteArrayView input, qsizetype index)
{
    return TokenParser().parse(input, index);
}

} // namespace mintmark
