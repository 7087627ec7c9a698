// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

namespace mintmark {

/// base64url (RFC 4648 §5) and the dot of the compact serialization.
bool isTokenCharacter(char c);
/// Also what an opaque token may have: b64token of RFC 6750 §2.1, and Salesforce's "!".
bool isOpaqueCharacter(char c);
bool isBlank(char c); ///< space or tab

/// The longest run of token characters at `at`, but not more than `limit`; empty when there is
/// none.
QByteArrayView encodedWordAt(QByteArrayView text, qsizetype at, qsizetype limit);

/// Everyday text: between dots, dashes and underscores only words, capitals and numbers.
bool isProse(QByteArrayView word);

/// Begins as base64url of `{"`, or of `{` and white space; also folded to lower case.
bool beginsToken(QByteArrayView word);

/// The value of two hex digits at `at`, or -1.
int hexByte(QByteArrayView text, qsizetype at);

} // namespace mintmark
