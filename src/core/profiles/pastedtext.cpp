// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/pastedtext.h"

#include "base/secretbytes.h"

#include <algorithm>
#include <iterator>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

int hexValue(QChar c)
{
    const char16_t code = c.unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    return code >= u'A' && code <= u'F' ? code - u'A' + 10 : -1;
}

/// The byte of "=3D" at `at`; -1 when there is none.
int escapedByte(QStringView text, qsizetype at)
{
    if (at + 2 >= text.size())
        return -1;
    const int high = hexValue(text[at + 1]);
    const int low = hexValue(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// RFC 2045 §6.7 leaves no "=" unescaped, and what mail escapes is "=", blanks and letters with
/// accents. A text that has any other "=" was not encoded: "CLIENT_ID=3D…" may be just that.
bool isQuotedPrintable(QStringView text)
{
    int escapes = 0;
    int softBreaks = 0;
    for (qsizetype at = text.indexOf(u'='); at >= 0; at = text.indexOf(u'=', at + 1)) {
        const int byte = escapedByte(text, at);
        if (at + 1 == text.size() || text[at + 1] == u'\n')
            ++softBreaks;
        else if (byte == 0x3d || byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
                 || byte == 0x2e || byte >= 0x80)
            ++escapes;
        else
            return false;
    }
    return escapes >= 2 || (escapes == 1 && softBreaks > 0)
        || (escapes + softBreaks > 0 && text.contains(u"quoted-printable", Qt::CaseInsensitive));
}

QString fromQuotedPrintable(QStringView text)
{
    QByteArray bytes;
    QByteArray source = text.toUtf8();
    bytes.reserve(source.size());
    const auto hex = [](char c) {
        return hexValue(QChar(static_cast<char16_t>(static_cast<unsigned char>(c))));
    };
    for (qsizetype i = 0; i < source.size(); ++i) {
        const char c = source[i];
        if (c == '=' && i + 1 < source.size() && source[i + 1] == '\n') {
            ++i;
        } else if (c == '=' && i + 2 < source.size() && hex(source[i + 1]) >= 0
                   && hex(source[i + 2]) >= 0) {
            bytes += static_cast<char>(hex(source[i + 1]) * 16 + hex(source[i + 2]));
            i += 2;
        } else {
            bytes += c;
        }
    }
    QString result = QString::fromUtf8(bytes);
    if (result.contains(QChar::ReplacementCharacter))
        result = QString::fromLatin1(bytes);
    wipe(bytes);
    wipe(source);
    return result;
}

struct Entity
{
    QStringView name;
    char16_t character;
};

constexpr Entity entities[] = {
    { u"amp", u'&' },   { u"lt", u'<' },     { u"gt", u'>' },    { u"quot", u'"' },
    { u"apos", u'\'' }, { u"nbsp", 0x00a0 }, { u"colon", u':' }, { u"equals", u'=' },
};

QChar entity(QStringView name)
{
    const auto row = std::find_if(std::begin(entities), std::end(entities),
                                  [&](const Entity &e) { return e.name == name; });
    if (row != std::end(entities))
        return row->character;
    if (!name.startsWith(u'#'))
        return {};
    bool ok = false;
    const bool hex = name.startsWith(u"#x", Qt::CaseInsensitive);
    const uint code = name.sliced(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
    return ok && code < 0x10000 ? QChar(static_cast<char16_t>(code)) : QChar();
}

/// What a tag becomes: '\t' parts cells, '\n' lines, ' ' nothing of either; 0 for what is no HTML.
char16_t meaningOfTag(QStringView tag)
{
    const bool closes = tag.startsWith(u'/');
    QStringView name = closes ? tag.sliced(1) : tag;
    qsizetype end = 0;
    while (end < name.size() && name[end].isLetterOrNumber())
        ++end;
    const QString word = name.first(end).toString().toLower();
    static constexpr QStringView lines[] = { u"br",   u"tr",   u"p",       u"div",       u"li",
                                             u"ul",   u"ol",   u"table",   u"tbody",     u"thead",
                                             u"h1",   u"h2",   u"h3",      u"h4",        u"dt",
                                             u"dd",   u"dl",   u"pre",     u"hr",        u"html",
                                             u"body", u"head", u"section", u"blockquote" };
    static constexpr QStringView plain[] = { u"b",     u"strong", u"i",    u"em",  u"u",
                                             u"span",  u"code",   u"font", u"tt",  u"a",
                                             u"small", u"kbd",    u"o",    u"img", u"label" };
    if (word == u"td" || word == u"th")
        return closes ? u'\t' : u' ';
    if (std::find(std::begin(lines), std::end(lines), word) != std::end(lines))
        return u'\n';
    return std::find(std::begin(plain), std::end(plain), word) != std::end(plain) ? u' ' : u'\0';
}

bool isHtml(QStringView text)
{
    for (const QStringView tag :
         { QStringView(u"<td"), QStringView(u"<br"), QStringView(u"<p>"), QStringView(u"<div"),
           QStringView(u"<li"), QStringView(u"<b>"), QStringView(u"<strong"), QStringView(u"<p "),
           QStringView(u"<span"), QStringView(u"<th"), QStringView(u"<dt"),
           QStringView(u"<code") }) {
        if (text.contains(tag, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QString fromHtml(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'<') {
            const qsizetype end = text.indexOf(u'>', i);
            const char16_t meaning =
                end > i && end - i < 2000 ? meaningOfTag(text.sliced(i + 1, end - i - 1)) : u'\0';
            if (meaning != u'\0') {
                if (meaning == u'\n' && result.endsWith(u'\t'))
                    result.chop(1);
                if (meaning != u' ')
                    result += meaning;
                i = end;
                continue;
            }
        } else if (c == u'&') {
            const qsizetype end =
                text.sliced(i, qMin<qsizetype>(10, text.size() - i)).indexOf(u';');
            const QChar character = end > 1 ? entity(text.sliced(i + 1, end - 1)) : QChar();
            if (!character.isNull()) {
                result += character;
                i += end;
                continue;
            }
        }
        result += c;
    }
    return result;
}

/// Lines with one sort of end, without what quotes them.
QString plainLines(QStringView text)
{
    QString result;
    result.reserve(text.size());
    bool atStart = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r' || c == u'\n' || c == u'\u2028' || c == u'\u2029' || c == u'\u0085') {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
                ++i;
            result += u'\n';
            atStart = true;
        } else if (atStart
                   && (c == u'>'
                       || ((c == u' ' || c == u'\u00a0') && i + 1 < text.size()
                           && text[i + 1] == u'>'))) {
            if (c == u'>' && i + 1 < text.size() && text[i + 1] == u' ')
                ++i;
        } else if (c == u'\ufeff' && i == 0) {
            continue;
        } else {
            atStart = false;
            result += c;
        }
    }
    return result;
}

/// A form body written one parameter a line: "client_id=a\n&scope=b".
void joinForms(QString &text)
{
    for (qsizetype at = text.indexOf(u"\n&"_s); at >= 0; at = text.indexOf(u"\n&"_s, at)) {
        qsizetype begin = at;
        while (begin > 0 && (text[begin - 1] == u' ' || text[begin - 1] == u'\\'))
            --begin;
        text.remove(begin, at + 1 - begin);
        at = begin;
    }
}

} // namespace

QString cleanedText(const QString &text)
{
    const auto replace = [](QString &old, QString &&with) {
        wipe(old);
        old = std::move(with);
    };
    QString clean = plainLines(text);
    if (clean.contains(u'=') && isQuotedPrintable(clean)) {
        replace(clean, fromQuotedPrintable(clean));
        replace(clean, plainLines(clean));
    }
    if (std::any_of(clean.begin(), clean.end(),
                    [](QChar c) { return c.unicode() > 0x7f && c.isMark(); }))
        replace(clean, clean.normalized(QString::NormalizationForm_C)); // macOS takes accents apart
    if (clean.contains(u'<') && isHtml(clean))
        replace(clean, fromHtml(clean));
    if (clean.size() < 100000)
        joinForms(clean);
    return clean;
}

} // namespace mintmark::paste
