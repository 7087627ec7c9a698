// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "fuzzinput.h"
#include "jose/base64url.h"

#include <algorithm>

using namespace mintmark;

namespace {

bool isAlphabet(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_';
}

void checkProblems(QByteArrayView text, const Base64UrlDecoded &decoded)
{
    qsizetype last = 0;
    for (const Base64UrlProblem &problem : decoded.problems) {
        MUST(problem.offset >= last && problem.offset < text.size());
        last = problem.offset;
        const char c = text[problem.offset];
        switch (problem.fault) {
        case Base64UrlFault::Padding:
            MUST(c == '=');
            break;
        case Base64UrlFault::StandardAlphabet:
            MUST(c == '+' || c == '/');
            break;
        case Base64UrlFault::InvalidCharacter:
            MUST(!isAlphabet(c) && c != '+' && c != '/' && c != '=');
            break;
        case Base64UrlFault::Length:
        case Base64UrlFault::TrailingBits:
            MUST(isAlphabet(c) || c == '+' || c == '/');
            break;
        }
    }
}

/// Every text has one meaning, and Qt's lenient decoder reads the same bytes.
void checkBytes(QByteArrayView text, const Base64UrlDecoded &decoded)
{
    if (decoded.problems.isEmpty())
        MUST(base64UrlEncode(decoded.bytes) == text);
    else
        MUST(base64UrlEncode(decoded.bytes) != text);
    QByteArray letters;
    for (const char c : text) {
        if (isAlphabet(c) || c == '+' || c == '/')
            letters += c == '+' ? '-' : c == '/' ? '_' : c;
    }
    MUST(decoded.bytes == QByteArray::fromBase64(letters, QByteArray::Base64UrlEncoding));
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text = fuzz::viewOf(data, size);
    const Base64UrlDecoded decoded = base64UrlDecode(text);
    checkProblems(text, decoded);
    checkBytes(text, decoded);
    const Base64UrlDecoded back = base64UrlDecode(base64UrlEncode(text));
    MUST(back.bytes == text && back.problems.isEmpty());
    return 0;
}
