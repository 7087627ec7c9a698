// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/token.h"
#include "jose/tokenscan.h"

namespace mintmark {

/// What people hand over to have a token read: the token alone with the usual things around it, or
/// a ticket, a mail, a log, an answer with some in it.
struct TokenText
{
    SharedSecret text;       ///< all of it, where there are several signatures
    Token whole;             ///< the text read as one token; what there is when `found` is empty
    QList<FoundToken> found; ///< the tokens of a larger text; empty for one token alone
    qsizetype lines = 0;     ///< of that larger text
    /// The larger text is no answer of a token endpoint: whoever handled it has the tokens.
    bool isShared = false;

    /// How many there are to choose from, at least one: tokens, or signatures of one in JSON
    /// serialization.
    qsizetype count() const { return found.isEmpty() ? whole.signatureCount() : found.size(); }
    /// The one at `index`, from 0.
    Token token(qsizetype index) const;
    /// What was taken away around it and inside it.
    QList<Cleaning> cleaned(qsizetype index) const;
};

/// Reads UTF-8, and UTF-16 that begins with a byte order mark, as Windows programs write it.
TokenText readTokenText(QByteArrayView input);

} // namespace mintmark
