// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace mintmark {

/// How a text differs from base64url without padding (RFC 7515 §2, RFC 4648 §5).
enum class Base64UrlFault {
    Padding,          ///< `=`
    StandardAlphabet, ///< `+` or `/`: plain base64
    InvalidCharacter,
    Length,       ///< ≡ 1 mod 4: no text has that length; the last character is left out
    TrailingBits, ///< unused bits are not zero: several texts would mean the same bytes
};

struct Base64UrlProblem
{
    Base64UrlFault fault = Base64UrlFault::InvalidCharacter;
    qsizetype offset = 0; ///< byte in the encoded text

    friend bool operator==(const Base64UrlProblem &, const Base64UrlProblem &) = default;
};

struct Base64UrlDecoded
{
    QByteArray bytes;                 ///< what could be read; invalid characters are left out
    QList<Base64UrlProblem> problems; ///< the first of each fault, by offset

    friend bool operator==(const Base64UrlDecoded &, const Base64UrlDecoded &) = default;
};

QByteArray base64UrlEncode(QByteArrayView bytes);
/// Never fails silently and never stops early; `problems` is empty for canonical base64url only.
Base64UrlDecoded base64UrlDecode(QByteArrayView text);

} // namespace mintmark
