// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/tokenscan.h"

#include "jose/encodedwords.h"
#include "jose/fragments.h"
#include "jose/jsonpieces.h"
#include "jose/tokenlabel.h"
#include "jose/wrappedtoken.h"

#include <algorithm>
#include <optional>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestOpaque = 12;
constexpr qsizetype shortestHeader = 8;
/// Behind a label so much is looked at to tell a JWS from an opaque token.
constexpr qsizetype longestLabelledHeader = 64;

/// Bytes of `word` that belong to an escape before it: %3D, \n, \u0022, and =3D of mail.
qsizetype escapeLength(QByteArrayView text, qsizetype at, QByteArrayView word)
{
    const char before = at > 0 ? text[at - 1] : ' ';
    if (before == '%' && hexByte(text, at) >= 0)
        return 2;
    if (before == '=' && word.startsWith("3D"))
        return 2;
    if (before == '\\' && word.startsWith("u00"))
        return qMin<qsizetype>(5, word.size());
    return before == '\\' && (word[0] == 'n' || word[0] == 'r' || word[0] == 't') ? 1 : 0;
}

/// Where in `word` a token may begin: at a header, or at the part before one that begins as a
/// claims set does, or at three parts as long as those of a token whatever they say; -1 else.
qsizetype candidateIn(QByteArrayView word)
{
    constexpr int mostParts = 4;
    qsizetype from = 0;
    while (from < word.size() && (word[from] == '_' || word[from] == '-' || word[from] == '.'))
        ++from;
    const qsizetype first = from;
    qsizetype previous = -1;
    for (int part = 0; part < mostParts && from < word.size(); ++part) {
        const qsizetype dot = word.indexOf('.', from);
        const QByteArrayView text = word.sliced(from, (dot < 0 ? word.size() : dot) - from);
        if (beginsToken(text))
            return previous < 0 || beginsAsHeader(text) ? from : previous;
        if (dot < 0)
            break;
        previous = from;
        from = dot + 1;
    }
    constexpr qsizetype longerThanHostNames = 64;
    const bool parts = previous >= 0 && word.size() - first > longerThanHostNames;
    return parts && !isProse(word.sliced(first)) ? first : -1;
}

bool hasHeaderName(const TokenFragments &fragments)
{
    return std::any_of(
        fragments.recovered.begin(), fragments.recovered.end(), [](const RecoveredMember &member) {
            constexpr QLatin1StringView names[] = { "alg"_L1, "typ"_L1, "kid"_L1,
                                                    "enc"_L1, "cty"_L1, "x5t"_L1 };
            return std::find(std::begin(names), std::end(names), member.name) != std::end(names);
        });
}

/// Lengths that nothing but a token has, in a text in which no word of JSON can be read.
bool hasTokenParts(const Token &token)
{
    const QList<qsizetype> &sizes = token.partSizes();
    return sizes.size() == 3 && sizes[0] >= 8 && sizes[1] >= 100 && sizes[2] >= 40;
}

/// Is what was read a token, or something that looks like one: a cookie of JSON, a file name?
bool isToken(const Token &token, const WrappedToken &read)
{
    constexpr qsizetype shortestMasked = 10;
    constexpr qsizetype shortestFolded = 40;
    switch (token.kind()) {
    case TokenKind::Jws:
        return !token.algorithm().isEmpty() || token.claims().exists();
    case TokenKind::Jwe:
        return true;
    case TokenKind::Opaque:
        return false;
    case TokenKind::Malformed:
        break;
    }
    const QByteArrayView text = token.text();
    const TokenFragments fragments = recoverFragments(token);
    if (fragments.damage.kind == DamageKind::LowerCase)
        return text.startsWith("ey") && text.contains('.') && text.size() >= shortestFolded
            && beginsToken(text.sliced(text.indexOf('.') + 1));
    if (!token.algorithm().isEmpty() || hasHeaderName(fragments))
        return true;
    if (token.partSizes().size() > 1 && !fragments.recovered.isEmpty())
        return true;
    if (token.partSizes().size() == 1 && !read.masked)
        return fragments.recovered.isEmpty() && beginsAsHeader(text);
    return (read.masked && beginsToken(text) && text.size() >= shortestMasked)
        || hasTokenParts(token);
}

/// Behind a label everything that is no word and no placeholder.
bool isOpaqueToken(const WrappedToken &read)
{
    const auto any = [&read](auto is) {
        return std::any_of(read.text.begin(), read.text.end(), is);
    };
    const bool digit = any([](char c) { return c >= '0' && c <= '9'; });
    const bool letter = any([](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    return letter && (digit || read.text.size() >= 2 * shortestOpaque)
        && read.text.size() >= (read.masked ? shortestOpaque / 2 : shortestOpaque)
        && !isProse(read.text);
}

/// Behind the bracket that closes the object at `from`, or -1.
qsizetype objectEnd(QByteArrayView text, qsizetype from)
{
    int depth = 0;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at] == '"') {
            const qsizetype end = jsonStringEnd(text, at);
            if (end < 0)
                return -1;
            at = end - 1;
        } else if (text[at] == '{') {
            ++depth;
        } else if (text[at] == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

/// The next place with a member that every token in JSON serialization has (RFC 7515 §7.2, RFC 7516
/// §7.2), or -1.
qsizetype nextSerialization(QByteArrayView text, qsizetype from)
{
    const qsizetype jws = text.indexOf("\"signature", from); // and signatures
    const qsizetype jwe = text.indexOf("\"ciphertext\"", from);
    return jws < 0 || jwe < 0 ? qMax(jws, jwe) : qMin(jws, jwe);
}

class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text), m_serialization(nextSerialization(text, 0))
    { }

    QList<FoundToken> scan()
    {
        qsizetype at = 0;
        while (at < m_text.size() && m_found.size() < maximumFoundTokens) {
            if (isTokenCharacter(m_text[at]))
                at = scanWord(at);
            else if (m_text[at] == '{')
                at = scanObject(at);
            else
                ++at;
        }
        return std::move(m_found);
    }

private:
    /// Where the text goes on.
    qsizetype scanObject(qsizetype from)
    {
        if (m_serialization >= 0 && m_serialization < from)
            m_serialization = nextSerialization(m_text, from);
        if (m_serialization < 0 || m_objectBytes > mostObjectBytes())
            return from + 1;
        const qsizetype end = objectEnd(m_text, from);
        m_objectBytes += (end < 0 ? m_text.size() : end) - from;
        if (end < m_serialization)
            return from + 1;
        const QByteArrayView object = m_text.sliced(from, end - from);
        const Token token = Token::parse(object);
        const bool isWhole = token.kind() == TokenKind::Jws || token.kind() == TokenKind::Jwe;
        if (!isWhole || !isSerialization(token))
            return from + 1;
        const SharedSecret text = shareSecret(SecretBytes(object));
        for (qsizetype i = 0; i < token.signatureCount() && m_found.size() < maximumFoundTokens; ++i)
            m_found.append({ from, end - from, text, i, {}, token.kind() });
        return end;
    }

    /// Brackets in brackets are read once for each of them, but not without end.
    qsizetype mostObjectBytes() const { return 16 * m_text.size(); }

    /// And not an answer of which Token::parse() took the token.
    static bool isSerialization(const Token &token)
    {
        return std::ranges::any_of(token.problems(), [](const TokenProblem &problem) {
            return problem.code == TokenProblemCode::JsonSerialization;
        });
    }

    /// Where the text goes on.
    qsizetype scanWord(qsizetype at)
    {
        // Of a word with several tokens the end is looked for once.
        if (at >= m_wordEnd)
            m_wordEnd = at + encodedWordAt(m_text, at, m_text.size()).size();
        const qsizetype end = m_wordEnd;
        QByteArrayView word = m_text.sliced(at, end - at);
        if (const auto value = labelledValue(m_text, at, word))
            return scanValue(*value, end);
        const qsizetype escape = escapeLength(m_text, at, word);
        at += escape;
        word = word.sliced(escape);
        const qsizetype candidate = candidateIn(word);
        if (candidate < 0 || isTooShort(word.sliced(candidate), end))
            return end;
        return scanCompact(at + candidate, end);
    }

    /// No header is that short, if what follows at `end` does not belong to it.
    bool isTooShort(QByteArrayView word, qsizetype end) const
    {
        constexpr QByteArrayView ends = " \t\r\n\"'`,;:)]}|";
        const qsizetype dot = word.indexOf('.');
        const bool masked = dot >= 0 && maskLength(word, dot) > 0;
        return !masked && qMin(dot < 0 ? word.size() : dot, word.size()) < shortestHeader
            && (dot >= 0 || end == m_text.size() || ends.contains(m_text[end]));
    }

    qsizetype scanCompact(qsizetype from, qsizetype wordEnd)
    {
        WrappedToken read = readWrappedToken(m_text, from, TokenShape::Compact);
        // In italics of Markdown: _eyJ…_
        if (from > 0 && m_text[from - 1] == '_' && read.text.endsWith('_') && read.end == wordEnd) {
            read.text.chop(1);
            --read.end;
        }
        if (read.text.size() < shortestHeader)
            return discard(read, wordEnd);
        const Token token = Token::parse(read.text);
        if (!isToken(token, read))
            return discard(read, wordEnd);
        return add(from, read, token.kind());
    }

    /// `from`: a value with a label before it; `next`: where to go on when it is no opaque token.
    qsizetype scanValue(qsizetype from, qsizetype next)
    {
        const QByteArrayView word = encodedWordAt(m_text, from, longestLabelledHeader);
        if (candidateIn(word) >= 0 && beginsToken(word))
            return from;
        if (!isOpaqueCharacter(m_text[from]))
            return next;
        WrappedToken read = readWrappedToken(m_text, from, TokenShape::Opaque);
        if (!isOpaqueToken(read))
            return discard(read, next);
        const Token token = Token::parse(read.text);
        const bool damaged = token.kind() == TokenKind::Malformed
            && (read.masked || recoverFragments(token).damage.kind != DamageKind::None);
        return add(from, read, damaged ? TokenKind::Malformed : TokenKind::Opaque);
    }

    static qsizetype discard(WrappedToken &read, qsizetype next)
    {
        wipe(read.text);
        return next;
    }

    qsizetype add(qsizetype from, WrappedToken &read, TokenKind kind)
    {
        QList<Cleaning> cleaned = cleaningsAround(m_text, from, read.end);
        for (const Cleaning cleaning : std::as_const(read.cleaned)) {
            if (!cleaned.contains(cleaning))
                cleaned.append(cleaning);
        }
        m_found.append(
            { from, read.end - from, shareSecret(SecretBytes::take(read.text)), 0, cleaned, kind });
        return read.end;
    }

    const QByteArrayView m_text;
    QList<FoundToken> m_found;
    qsizetype m_wordEnd = 0;
    qsizetype m_serialization; ///< where the next one may be, or -1
    qsizetype m_objectBytes = 0; ///< read so far
};

} // namespace

QList<FoundToken> scanTokens(QByteArrayView text)
{
    return Scanner(text).scan();
}

} // namespace mintmark
