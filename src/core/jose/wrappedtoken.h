// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/compactserialization.h"

namespace mintmark {

/// A token as it stands in a text: broken into lines, quoted, encoded.
struct WrappedToken
{
    QByteArray text;         ///< cleaned: a secret; a mask in the middle stays
    qsizetype end = 0;       ///< behind its last character, in the text
    bool masked = false;     ///< there is a mask in it
    QList<Cleaning> cleaned; ///< what was taken out of the middle
};

enum class TokenShape {
    Compact, ///< parts of base64url; goes on over line breaks where that makes it whole
    Opaque,  ///< one word, whatever it is made of
};

/// The token that begins at `from`, at a token character. Never looks back more than a line, and at
/// each byte behind `from` a bounded number of times.
WrappedToken readWrappedToken(QByteArrayView text, qsizetype from, TokenShape shape);

} // namespace mintmark
