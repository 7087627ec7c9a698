// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/tokenproblem.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct ProblemRow
{
    TokenProblemCode code;
    QLatin1StringView name;
    const char *sentence;
};

#define W(text) QT_TRANSLATE_NOOP("TokenProblems", text)

using enum TokenProblemCode;

// clang-format off
const ProblemRow problemRows[] = {
    { Empty, "empty"_L1, W("There is no token.") },
    { NoToken, "no_token"_L1, W("There is no token in this text.") },
    { TooLarge, "too_large"_L1, W("The text is too large to be a token and was not read.") },
    { PartCount, "part_count"_L1, W("A signed token has three parts between dots, an encrypted one five. Part of it is missing or too much.") },
    { JsonSerialization, "json_serialization"_L1, W("The token is in JSON serialization (RFC 7515 and 7516 §7.2); APIs take access tokens in compact serialization only.") },
    { JsonSerializationShape, "json_serialization_shape"_L1, W("A member of the JSON serialization is missing, stands twice or has a wrong type.") },
    { SeveralSignatures, "several_signatures"_L1, W("The token is signed or encrypted more than once. One of its headers and signatures is read here.") },
    { InvalidCharacter, "invalid_character"_L1, W("A character stands here that no access token has.") },
    { HeaderEmpty, "header_empty"_L1, W("The header is empty.") },
    { Base64Padding, "base64_padding"_L1, W("Padding (=) stands here; base64url has none. Whatever made the token used plain base64.") },
    { Base64StandardAlphabet, "base64_standard_alphabet"_L1, W("+ or / stands here; base64url has - and _ in their place.") },
    { Base64InvalidCharacter, "base64_invalid_character"_L1, W("A character stands here that base64url does not have.") },
    { Base64Length, "base64_length"_L1, W("The part has a length that no base64url text has. Characters are missing or too many.") },
    { Base64TrailingBits, "base64_trailing_bits"_L1, W("The last character of the part carries bits that mean nothing. It may have been changed.") },
    { JsonEmpty, "json_empty"_L1, W("There is no JSON text, only white space.") },
    { JsonTooDeep, "json_too_deep"_L1, W("The JSON text is nested too deeply.") },
    { JsonByteOrderMark, "json_byte_order_mark"_L1, W("The JSON text begins with a byte order mark, which RFC 8259 forbids.") },
    { JsonInvalidUtf8, "json_invalid_utf8"_L1, W("The JSON text is not valid UTF-8 here.") },
    { JsonUnexpectedCharacter, "json_unexpected_character"_L1, W("The JSON text has a character here that does not belong.") },
    { JsonUnexpectedEnd, "json_unexpected_end"_L1, W("The JSON text ends too early.") },
    { JsonInvalidNumber, "json_invalid_number"_L1, W("The JSON text has a number here that is not written as JSON demands.") },
    { JsonInvalidEscape, "json_invalid_escape"_L1, W("The JSON text has a backslash here that does not begin an escape.") },
    { JsonControlCharacter, "json_control_character"_L1, W("The JSON text has a control character inside a string.") },
    { JsonTrailingCharacters, "json_trailing_characters"_L1, W("Something follows the JSON text.") },
    { NotAnObject, "not_an_object"_L1, W("The part is JSON, but no object.") },
    { AlgorithmMissing, "algorithm_missing"_L1, W("The header does not name an algorithm (alg).") },
    { EncryptionMissing, "encryption_missing"_L1, W("The token has five parts, but its header does not name a content encryption (enc).") },
    { UnprotectedHeader, "unprotected_header"_L1, W("The header goes on with members that neither signature nor encryption protects: anybody can change them.") },
    { PayloadEmpty, "payload_empty"_L1, W("The payload is empty: it was cut out or is sent separately.") },
    { NotANumericDate, "not_a_numeric_date"_L1, W("A time is not a number of seconds since 1970. APIs may refuse the token.") },
    { AudienceShape, "audience_shape"_L1, W("The audience is neither a text nor a list of texts. APIs may refuse the token.") },
    { SignatureMissing, "signature_missing"_L1, W("The signature is missing.") },
    { SignatureUnexpected, "signature_unexpected"_L1, W("The header says there is no signature (alg none), yet there is one.") },
};
// clang-format on

#undef W

const ProblemRow &rowOf(TokenProblemCode code)
{
    return *std::find_if(std::begin(problemRows), std::end(problemRows),
                         [code](const ProblemRow &row) { return row.code == code; });
}

} // namespace

QLatin1StringView tokenProblemName(TokenProblemCode code)
{
    return rowOf(code).name;
}

QLatin1StringView tokenPartName(TokenPart part)
{
    constexpr QLatin1StringView names[] = { "token"_L1, "header"_L1, "payload"_L1, "signature"_L1 };
    return names[static_cast<int>(part)];
}

QString tokenProblemSentence(const TokenProblem &problem)
{
    return QCoreApplication::translate("TokenProblems", rowOf(problem.code).sentence);
}

TokenProblemCode problemCode(Base64UrlFault fault)
{
    switch (fault) {
    case Base64UrlFault::Padding:
        return Base64Padding;
    case Base64UrlFault::StandardAlphabet:
        return Base64StandardAlphabet;
    case Base64UrlFault::InvalidCharacter:
        return Base64InvalidCharacter;
    case Base64UrlFault::Length:
        return Base64Length;
    case Base64UrlFault::TrailingBits:
        break;
    }
    return Base64TrailingBits;
}

TokenProblemCode problemCode(JsonFault fault)
{
    switch (fault) {
    case JsonFault::Empty:
        return JsonEmpty;
    case JsonFault::TooLarge:
        return TooLarge;
    case JsonFault::TooDeep:
        return JsonTooDeep;
    case JsonFault::ByteOrderMark:
        return JsonByteOrderMark;
    case JsonFault::InvalidUtf8:
        return JsonInvalidUtf8;
    case JsonFault::UnexpectedCharacter:
        return JsonUnexpectedCharacter;
    case JsonFault::UnexpectedEnd:
        return JsonUnexpectedEnd;
    case JsonFault::InvalidNumber:
        return JsonInvalidNumber;
    case JsonFault::InvalidEscape:
        return JsonInvalidEscape;
    case JsonFault::ControlCharacter:
        return JsonControlCharacter;
    case JsonFault::TrailingCharacters:
        break;
    }
    return JsonTrailingCharacters;
}

} // namespace mintmark
