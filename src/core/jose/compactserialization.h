// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace mintmark {

/// What stood around or inside a pasted token and was taken away.
enum class Cleaning {
    ByteOrderMark,
    HeaderLine,          ///< `Authorization:` and the like
    Scheme,              ///< `Bearer ` or `DPoP `
    JsonResponse,        ///< the access_token of a whole JSON token response was taken
    Parameter,           ///< `access_token=`, from a form, query or fragment
    Quotes,              ///< straight, typographic or back quotes
    WhiteSpace,          ///< inside, or more than one line break at the end
    InvisibleCharacters, ///< zero-width and the like
    // Only where tokens are searched in longer text:
    QuoteMarks,      ///< "> " at the beginning of lines
    Html,            ///< tags and entities
    PercentEncoding, ///< %2E and the like
    Escapes,         ///< of JSON, Markdown or a shell: \n, \u002e, \_
    QuotedPrintable, ///< "=" at the end of lines, =2E
};

/// Stable name for --json: `byte_order_mark`, `header_line`, ….
QLatin1StringView cleaningCode(Cleaning cleaning);
/// One translated sentence: what was removed.
QString cleaningSentence(Cleaning cleaning);

struct CleanedToken
{
    QByteArray text;         ///< the token: a secret, let go of it soon
    QList<Cleaning> cleaned; ///< each once, in the order it was done
    /// Several words or lines, and not one word that was broken into lines: no opaque token.
    bool isProse = false;

    friend bool operator==(const CleanedToken &, const CleanedToken &) = default;
};

/// The token out of what people paste: one token with the usual things around it. To find tokens in
/// longer text is the business of tokenscan. `input` is UTF-8.
CleanedToken cleanTokenText(QByteArrayView input);

/// True for one part that is a JOSE header or the beginning of one, as what is left of a token cut
/// off there: a JSON object in base64url that has `alg`, or breaks off behind a registered name or
/// a member.
bool beginsAsHeader(QByteArrayView part);

/// The parts between the dots, at least one; views into `text`.
QList<QByteArrayView> splitCompact(QByteArrayView text);

} // namespace mintmark
