// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/base64url.h"
#include "json/reader.h"

#include <QLatin1StringView>
#include <QString>

namespace mintmark {

/// Where a problem lies. Offsets of Token problems count bytes of the cleaned input, those of
/// Header, Payload and Signature bytes of the decoded part.
enum class TokenPart { Token, Header, Payload, Signature };

enum class TokenProblemCode {
    // Token: the compact serialization itself
    Empty,
    NoToken,                ///< a text, a file, a JSON document in which no token stands
    TooLarge,               ///< longer than Token::maximumSize; nothing was read
    PartCount,              ///< neither three parts (JWS) nor five (JWE)
    JsonSerialization,      ///< RFC 7515 §7.2, RFC 7516 §7.2: read, but no access token
    JsonSerializationShape, ///< a member of one is missing, stands twice or has a wrong type
    SeveralSignatures,      ///< of one: signatures or recipients, of which one was read
    InvalidCharacter,       ///< RFC 6750 §2.1: no blank, control or non-ASCII character
    HeaderEmpty,
    Base64Padding,
    Base64StandardAlphabet,
    Base64InvalidCharacter,
    Base64Length,
    Base64TrailingBits, ///< the only one of the five that leaves a JWS a JWS
    // Header or Payload: JSON text
    JsonEmpty,
    JsonTooDeep,
    JsonByteOrderMark,
    JsonInvalidUtf8,
    JsonUnexpectedCharacter,
    JsonUnexpectedEnd,
    JsonInvalidNumber,
    JsonInvalidEscape,
    JsonControlCharacter,
    JsonTrailingCharacters,
    NotAnObject, ///< valid JSON, but no object
    // Header
    AlgorithmMissing,  ///< no `alg`, or not a string
    EncryptionMissing, ///< five parts and no `enc`
    UnprotectedHeader, ///< members from outside the protected header begin here
    // Payload
    PayloadEmpty,    ///< detached (RFC 7515 Appendix F) or cut out
    NotANumericDate, ///< exp, nbf or iat is not a number, or far out of range
    AudienceShape,   ///< aud is neither a string nor an array of strings
    // Signature
    SignatureMissing,    ///< empty although alg is not none
    SignatureUnexpected, ///< RFC 7518 §3.6: alg none has the empty signature
};

struct TokenProblem
{
    TokenProblemCode code = TokenProblemCode::Empty;
    TokenPart part = TokenPart::Token;
    qsizetype offset = 0;

    friend bool operator==(const TokenProblem &, const TokenProblem &) = default;
};

/// Stable names for --json: `base64_length`, `json_unexpected_end`, …; `token`, `header`, ….
QLatin1StringView tokenProblemName(TokenProblemCode code);
QLatin1StringView tokenPartName(TokenPart part);
/// One translated sentence, without part and offset.
QString tokenProblemSentence(const TokenProblem &problem);

TokenProblemCode problemCode(Base64UrlFault fault);
TokenProblemCode problemCode(JsonFault fault);

} // namespace mintmark
