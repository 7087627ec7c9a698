// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/tokenlabel.h"

#include "jose/encodedwords.h"

#include <QRegularExpression>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// What may stand between a label and its value.
constexpr qsizetype longestSeparator = 24;
constexpr qsizetype contextSize = 96;

bool endsWith(QByteArrayView word, QByteArrayView label)
{
    return word.size() >= label.size()
        && qstrnicmp(word.last(label.size()).data(), label.size(), label.data(), label.size()) == 0;
}

bool isScheme(QByteArrayView word)
{
    return (word.size() == 6 && endsWith(word, "bearer"))
        || (word.size() == 4 && endsWith(word, "dpop"));
}

bool isName(QByteArrayView word)
{
    return endsWith(word, "access_token") || endsWith(word, "access-token")
        || endsWith(word, "accesstoken");
}

/// Behind one separator at `at`, or `at`; `assigns` when it is a colon or an equals sign.
qsizetype behindSeparator(QByteArrayView text, qsizetype at, bool &assigns)
{
    const QByteArrayView rest = text.sliced(at, qMin<qsizetype>(8, text.size() - at));
    for (const QByteArrayView sign : { "%3D", "%3d", "%3A", "%3a", "=3D", "&#61;", "&#58;" }) {
        if (rest.startsWith(sign)) {
            assigns = true;
            return at + sign.size();
        }
    }
    for (const QByteArrayView quote : { "%22", "%20", "&quot;", "&#34;", "&#39;", "\\u0022" }) {
        if (rest.startsWith(quote))
            return at + quote.size();
    }
    constexpr QByteArrayView separators = " \t\r\n\"'`\\*:=|";
    if (rest.isEmpty() || !separators.contains(rest[0]))
        return at;
    assigns = assigns || rest[0] == ':' || rest[0] == '=' || rest[0] == '|';
    return at + 1;
}

} // namespace

std::optional<qsizetype> labelledValue(QByteArrayView text, qsizetype at, QByteArrayView word)
{
    const bool scheme = isScheme(word);
    if (!scheme && !isName(word))
        return {};
    const qsizetype begin = at + word.size();
    bool assigns = false;
    qsizetype end = begin;
    for (qsizetype next = end; end - begin < longestSeparator; end = next) {
        next = behindSeparator(text, end, assigns);
        if (next == end && scheme && next < text.size() && text[next] == '+')
            ++next; // a blank in a form
        if (next == end)
            break;
    }
    if (end == begin || end >= text.size() || end - begin >= longestSeparator)
        return {};
    // "Bearer": the next thing is no value. An assignment of a scheme neither: token_type=Bearer.
    const char first = text[begin];
    const bool blank = isBlank(first) || first == '%' || first == '+' || first == '\n';
    if (scheme ? assigns || !blank : !assigns)
        return {};
    return end;
}

QList<Cleaning> cleaningsAround(QByteArrayView text, qsizetype from, qsizetype end)
{
    static const QRegularExpression around(
        uR"((?<header>authorization["']?\s*[:=]\s*["']?\s*)?)"
        uR"((?<scheme>(?:bearer|dpop)(?:\s|%20|\+)+)?)"
        uR"((?<parameter>(?<open>["'\\]|&quot;|%22)*access_?token)"
        uR"((?:["'\\]|&quot;|%22)*\s*(?:[:=]|%3D|%3A|=3D)\s*)?)"
        uR"((?<inner>["'`]?bearer\s+)?)"
        uR"((?<quote>["'`\\\x{201C}\x{201E}\x{2018}\x{00AB}]|&quot;|%22|&#3[49];)*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const qsizetype size = qMin(contextSize, from);
    const QString before = QString::fromUtf8(text.sliced(from - size, size));
    const QRegularExpressionMatch match = around.match(before);
    QList<Cleaning> cleaned;
    if (match.capturedLength(u"header") > 0)
        cleaned.append(Cleaning::HeaderLine);
    if (match.capturedLength(u"scheme") > 0 || match.capturedLength(u"inner") > 0)
        cleaned.append(Cleaning::Scheme);
    const bool member = match.capturedLength(u"open") > 0;
    if (match.capturedLength(u"parameter") > 0)
        cleaned.append(member ? Cleaning::JsonResponse : Cleaning::Parameter);
    constexpr QByteArrayView closing = "\"'`\\&%";
    const bool closed =
        end < text.size() && (static_cast<uchar>(text[end]) > 0x7F || closing.contains(text[end]));
    if (!member && closed && match.capturedLength(u"quote") > 0)
        cleaned.append(Cleaning::Quotes);
    return cleaned;
}

} // namespace mintmark
