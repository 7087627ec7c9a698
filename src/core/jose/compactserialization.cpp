// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/compactserialization.h"

#include "base/displaytext.h"
#include "base/secretbytes.h"
#include "jose/base64url.h"
#include "json/reader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

#define W(text) QT_TRANSLATE_NOOP("TokenCleaning", text)

struct CleaningRow
{
    Cleaning cleaning;
    QLatin1StringView code;
    const char *sentence;
};

const CleaningRow cleaningRows[] = {
    { Cleaning::ByteOrderMark, "byte_order_mark"_L1,
      W("A byte order mark before the token was removed.") },
    { Cleaning::HeaderLine, "header_line"_L1, W("The name of the HTTP header was removed.") },
    { Cleaning::Scheme, "scheme"_L1, W("The word before the token, such as Bearer, was removed.") },
    { Cleaning::JsonResponse, "json_response"_L1,
      W("The access token of a whole token response was taken.") },
    { Cleaning::Parameter, "parameter"_L1, W("The parameter name access_token was removed.") },
    { Cleaning::Quotes, "quotes"_L1, W("Quotes around the token were removed.") },
    { Cleaning::WhiteSpace, "white_space"_L1, W("White space and line breaks were removed.") },
    { Cleaning::InvisibleCharacters, "invisible_characters"_L1,
      W("Invisible characters were removed.") },
    { Cleaning::QuoteMarks, "quote_marks"_L1,
      W("Quote marks at the beginning of lines were removed.") },
    { Cleaning::Html, "html"_L1, W("HTML tags and entities were removed or resolved.") },
    { Cleaning::PercentEncoding, "percent_encoding"_L1, W("Percent-encoding was undone.") },
    { Cleaning::Escapes, "escapes"_L1, W("Backslash escapes were undone.") },
    { Cleaning::QuotedPrintable, "quoted_printable"_L1,
      W("The line breaks and escapes of quoted-printable mail were undone.") },
};

#undef W

const CleaningRow &rowOf(Cleaning cleaning)
{
    return *std::find_if(std::begin(cleaningRows), std::end(cleaningRows),
                         [cleaning](const CleaningRow &row) { return row.cleaning == cleaning; });
}

bool isCompactCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        || c == '_' || c == '.';
}

bool isQuote(QChar c)
{
    constexpr QStringView quotes =
        u"\"'`\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A";
    return quotes.contains(c);
}

/// Not a line break or space, but nothing that is seen either: what mail programs and web pages put
/// in.
bool isInvisible(QChar c)
{
    return !c.isSpace() && c.unicode() > 0x7F && !c.isSurrogate() && isUnsafeToShow(c.unicode());
}

/// Takes one thing after the other from around the token until nothing is left to take.
class Cleaner
{
public:
    explicit Cleaner(QString text) : m_text(std::move(text)) { }
    ~Cleaner() { wipe(m_text); }

    CleanedToken clean()
    {
        trimInput();
        // Each step can bare another one: a quoted header line in a JSON response.
        for (int round = 0; round < maximumRounds; ++round) {
            if (!takeByteOrderMark() && !takeJsonResponse() && !takePrefixes() && !takeQuotes())
                break;
        }
        const bool prose = isSeveralWords() || m_text.startsWith(u'{');
        if (!m_text.startsWith(u'{')) // a JSON serialization has texts with blanks in them
            removeInside();
        return { m_text.toUtf8(), m_cleaned, prose };
    }

private:
    static constexpr int maximumRounds = 8;

    void said(Cleaning cleaning)
    {
        if (!m_cleaned.contains(cleaning))
            m_cleaned.append(cleaning);
    }

    /// One line break at the end is how files end, and not worth a word.
    void trimInput()
    {
        if (m_text.endsWith(u'\n'))
            m_text.chop(m_text.endsWith(u"\r\n") ? 2 : 1);
        const qsizetype before = m_text.size();
        m_text = m_text.trimmed();
        if (m_text.size() != before)
            said(Cleaning::WhiteSpace);
    }

    bool takeByteOrderMark()
    {
        if (!m_text.startsWith(QChar(QChar::ByteOrderMark)))
            return false;
        m_text.remove(0, 1);
        said(Cleaning::ByteOrderMark);
        return true;
    }

    bool takeJsonResponse()
    {
        if (!m_text.startsWith(u'{'))
            return false;
        const JsonDocument document =
            JsonDocument::parse(m_text.toUtf8(), { m_text.size() * 3, 128 });
        const JsonValue token = document.root().member("access_token"_L1);
        if (!token.isString())
            return false;
        m_text = token.toString().trimmed();
        said(Cleaning::JsonResponse);
        return true;
    }

    bool takePrefixes()
    {
        static const QRegularExpression header(uR"(^[A-Za-z-]*authorization\s*:\s*)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression scheme(uR"(^(bearer|dpop)\s+)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        // In a form, query or fragment, also after an address, or as a line of a JSON text.
        static const QRegularExpression parameter(uR"(^(\S*[#?&])?"?access_token"?\s*[:=]\s*)"_s);
        const bool taken =
            takePrefix(header, Cleaning::HeaderLine) || takePrefix(scheme, Cleaning::Scheme);
        if (taken || !takePrefix(parameter, Cleaning::Parameter))
            return taken;
        if (const qsizetype next = m_text.indexOf(u'&'); next >= 0)
            m_text.truncate(next);
        return true;
    }

    bool takePrefix(const QRegularExpression &prefix, Cleaning cleaning)
    {
        const QRegularExpressionMatch match = prefix.match(m_text);
        if (!match.hasMatch())
            return false;
        m_text.remove(0, match.capturedLength());
        said(cleaning);
        return true;
    }

    bool takeQuotes()
    {
        const qsizetype before = m_text.size();
        const bool quotedAtFront = !m_text.isEmpty() && isQuote(m_text.front());
        if (quotedAtFront)
            m_text.remove(0, 1);
        // A quoted value in a list or text is often copied with what follows it.
        if (quotedAtFront && (m_text.endsWith(u',') || m_text.endsWith(u';')))
            m_text.chop(1);
        if (!m_text.isEmpty() && isQuote(m_text.back()))
            m_text.chop(1);
        if (m_text.size() == before)
            return false;
        m_text = m_text.trimmed();
        said(Cleaning::Quotes);
        return true;
    }

    /// One word that was wrapped has lines of one length, but for the last.
    bool isSeveralWords() const
    {
        constexpr qsizetype shortestLine = 16;
        const auto isSpace = [](QChar c) { return c.isSpace(); };
        if (std::none_of(m_text.cbegin(), m_text.cend(), isSpace))
            return false;
        qsizetype width = -1;
        bool last = false;
        for (QStringView line : QStringView(m_text).split(u'\n')) {
            line = line.trimmed();
            if (std::any_of(line.begin(), line.end(), isSpace) || last)
                return true;
            width = width < 0 ? line.size() : width;
            last = line.size() < width;
            if (line.size() > width || width < shortestLine)
                return true;
        }
        return false;
    }

    void removeInside()
    {
        if (std::any_of(m_text.cbegin(), m_text.cend(), [](QChar c) { return c.isSpace(); })) {
            m_text.removeIf([](QChar c) { return c.isSpace(); });
            said(Cleaning::WhiteSpace);
        }
        if (std::any_of(m_text.cbegin(), m_text.cend(), isInvisible)) {
            m_text.removeIf(isInvisible);
            said(Cleaning::InvisibleCharacters);
        }
    }

    QString m_text;
    QList<Cleaning> m_cleaned;
};

} // namespace

QLatin1StringView cleaningCode(Cleaning cleaning)
{
    return rowOf(cleaning).code;
}

QString cleaningSentence(Cleaning cleaning)
{
    return QCoreApplication::translate("TokenCleaning", rowOf(cleaning).sentence);
}

CleanedToken cleanTokenText(QByteArrayView input)
{
    if (std::all_of(input.begin(), input.end(), isCompactCharacter))
        return { input.toByteArray(), {} };
    QString text = QString::fromUtf8(input);
    if (input.startsWith("\xEF\xBB\xBF")) // which fromUtf8() drops without a word
        text.prepend(QChar(QChar::ByteOrderMark));
    return Cleaner(std::move(text)).clean();
}

bool beginsAsHeader(QByteArrayView part)
{
    if (!part.startsWith("ey") && !part.startsWith("ew")) // {" and { with white space
        return false;
    const QByteArray decoded = base64UrlDecode(part).bytes;
    const JsonDocument document = JsonDocument::parse(decoded, { decoded.size(), 128 });
    const JsonValue header = document.root();
    if (!header.isObject())
        return false;
    if (document.isValid())
        return header.member("alg"_L1).exists();
    if (header.size() > 0)
        return true;
    const QByteArray name = decoded.mid(decoded.indexOf('"') + 1);
    constexpr QByteArrayView registered[] = { "alg\"", "typ\"", "kid\"", "enc\"", "cty\"",
                                              "x5t\"", "x5c\"", "jku\"", "jwk\"", "zip\"" };
    return std::any_of(std::begin(registered), std::end(registered),
                       [&name](QByteArrayView known) { return name.startsWith(known); });
}

QList<QByteArrayView> splitCompact(QByteArrayView text)
{
    QList<QByteArrayView> parts;
    qsizetype from = 0;
    for (qsizetype dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
        parts.append(text.sliced(from, dot - from));
        from = dot + 1;
    }
    parts.append(text.sliced(from));
    return parts;
}

} // namespace mintmark
