// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/pemtext.h"

#include <algorithm>

namespace mintmark {

namespace {

constexpr QByteArrayView begin = "-----BEGIN ";
constexpr QByteArrayView dashes = "-----";
constexpr qsizetype lineLength = 64; // RFC 7468 §2
constexpr char derSequence = 0x30;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Line breaks and tabs as strings of programs have them: \n, \r, \t.
qsizetype escapeLength(QByteArrayView text)
{
    const bool isEscape = text.startsWith("\\n") || text.startsWith("\\r") || text.startsWith("\\t");
    return isEscape ? 2 : 0;
}

/// Each line without what is before and behind it; \n counts as the end of one.
QByteArray trimmedLines(QByteArrayView text)
{
    QByteArray lines;
    lines.reserve(text.size() + 2);
    const auto endLine = [&lines] {
        while (!lines.isEmpty() && isBlank(lines.back()) && lines.back() != '\n')
            lines.chop(1);
        lines.append('\n');
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype escape = escapeLength(text.sliced(i));
        const bool atBegin = lines.isEmpty() || lines.back() == '\n';
        if (escape > 0 ? text[i + 1] == 'n' : text[i] == '\n')
            endLine();
        else if (escape == 0 && !(atBegin && isBlank(text[i])))
            lines.append(text[i]);
        i += std::max<qsizetype>(escape - 1, 0);
    }
    if (!lines.endsWith('\n'))
        endLine();
    return lines;
}

/// Base64 without blanks, in lines anew.
QByteArray foldedLines(QByteArrayView text)
{
    QByteArray lines;
    lines.reserve(text.size() + text.size() / lineLength + 2);
    qsizetype inLine = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (const qsizetype escape = escapeLength(text.sliced(i)); escape > 0) {
            i += escape - 1;
            continue;
        }
        if (isBlank(text[i]))
            continue;
        if (inLine == lineLength) {
            lines.append('\n');
            inLine = 0;
        }
        lines.append(text[i]);
        ++inLine;
    }
    lines.append('\n');
    return lines;
}

} // namespace

SecretBytes tidyPem(QByteArrayView text)
{
    QByteArray tidy;
    tidy.reserve(2 * text.size() + 64);
    qsizetype at = text.indexOf(begin);
    while (at >= 0) {
        const qsizetype labelEnd = text.indexOf(dashes, at + begin.size());
        const QByteArrayView label = labelEnd < 0
            ? QByteArrayView()
            : text.sliced(at + begin.size(), labelEnd - at - begin.size());
        const QByteArray end = "-----END " + label.toByteArray() + dashes.toByteArray();
        const qsizetype body = labelEnd + dashes.size();
        const qsizetype bodyEnd = labelEnd < 0 ? -1 : text.indexOf(end, body);
        if (bodyEnd < 0) {
            tidy.append(text.sliced(at));
            break;
        }
        const QByteArrayView inside = text.sliced(body, bodyEnd - body);
        // The headers of encrypted keys (RFC 1421 §4.6.1) are lines of their own.
        QByteArray lines = inside.contains(':') ? trimmedLines(inside) : foldedLines(inside);
        tidy.append(text.sliced(at, body - at));
        if (!lines.startsWith('\n'))
            tidy.append('\n');
        tidy.append(lines).append(end).append('\n');
        wipe(lines);
        at = text.indexOf(begin, bodyEnd + end.size());
    }
    return SecretBytes::take(tidy);
}

SecretBytes derFrom(QByteArrayView text)
{
    if (text.startsWith(derSequence) && text.contains('\0'))
        return SecretBytes(text);
    QByteArray folded = foldedLines(text);
    auto decoded = QByteArray::fromBase64Encoding(folded.replace('\n', ""),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    SecretBytes der = decoded && decoded.decoded.startsWith(derSequence)
        ? SecretBytes(decoded.decoded)
        : SecretBytes();
    wipe(decoded.decoded);
    wipe(folded);
    return der;
}

} // namespace mintmark
