// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace mintmark {

/// How many bytes of `text` from its beginning spell `secret`: as it is, or with characters as a percent
/// code (RFC 3986 §2.1), "+" for a space, a JSON escape (RFC 8259 §7) or an HTML entity. 0: it does not
/// begin with the secret. Where the text ends within the secret, four bytes of it are enough, because
/// answers break off; the first 64 are enough anywhere, so that hostile texts cost no time.
qsizetype spelledLength(QByteArrayView text, QByteArrayView secret);

/// What Base64 in both alphabets makes of `secret` at each of the three places it may have among other
/// bytes, without the characters at its ends that the others have a part in. Empty for secrets so short
/// that every text would have such characters. The results are as secret as the secret.
QList<QByteArray> base64Spellings(QByteArrayView secret);

} // namespace mintmark
