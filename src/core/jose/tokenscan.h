// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"
#include "jose/compactserialization.h"
#include "jose/token.h"

#include <QByteArrayView>
#include <QList>

namespace mintmark {

/// A token that was found in a text.
struct FoundToken
{
    qsizetype offset = 0; ///< of its first byte in the text
    qsizetype length = 0; ///< up to its last one, with everything that was taken out in between
    /// What Token::parse() may be given; a damaged one is as damaged as in the text.
    SharedSecret text;
    qsizetype signature = 0; ///< which one, or which recipient, of a token in JSON serialization
    QList<Cleaning> cleaned; ///< each once: around it and inside it
    /// From its shape: Malformed is meant to be a JWS or JWE, Opaque stands behind a label.
    TokenKind kind = TokenKind::Opaque;

    friend bool operator==(const FoundToken &a, const FoundToken &b)
    {
        return a.offset == b.offset && a.length == b.length && a.signature == b.signature
            && a.cleaned == b.cleaned && a.kind == b.kind && sameSecret(a.text, b.text);
    }
};

/// More are not looked for.
constexpr int maximumFoundTokens = 1000;

/// The tokens in any text (tickets, mail, logs, code, HTML), in its order and without overlap: JWS,
/// JWE and what is left of damaged ones wherever they stand, opaque tokens behind access_token or
/// Bearer, and whole ones in JSON serialization, each signature by itself. `text` is UTF-8. Linear in
/// its size.
QList<FoundToken> scanTokens(QByteArrayView text);

} // namespace mintmark
