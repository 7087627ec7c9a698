// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/wrappedtoken.h"

#include "jose/encodedwords.h"
#include "jose/expectedparts.h"
#include "jose/tokendamage.h"
#include "jose/wrappedgaps.h"

#include <algorithm>

namespace mintmark {

namespace {

/// How far back the beginning of a line is looked for.
constexpr qsizetype longestLine = 1000;
/// Shorter words are base64 or English: who knows.
constexpr qsizetype shortestEncoded = 8;
constexpr qsizetype shortestEncodedBehindBlank = 16;
/// A longer word is part of a token, however it ends.
constexpr qsizetype longestWord = 4096;
constexpr qsizetype longestEnglishWord = 32;

class WrappedReader
{
public:
    WrappedReader(QByteArrayView text, qsizetype from, TokenShape shape)
        : m_text(text), m_at(from), m_shape(shape), m_from(from)
    { }

    WrappedToken read()
    {
        do
            takeRun();
        while (!m_ended && takeGap());
        trim();
        std::sort(m_cleaned.begin(), m_cleaned.end());
        return { std::move(m_token), m_ends.isEmpty() ? m_at : m_ends.last(), m_masked, m_cleaned };
    }

private:
    bool isWanted(char c) const
    {
        return m_shape == TokenShape::Opaque ? isOpaqueCharacter(c) : isTokenCharacter(c);
    }

    void takeRun()
    {
        while (m_at < m_text.size() && isWanted(m_text[m_at])) {
            if (m_text[m_at] == '.' && takeMask())
                continue;
            // A soft line break of quoted-printable, and not padding.
            if (m_text[m_at] == '=' && m_shape == TokenShape::Opaque && isSoftBreak())
                return;
            if (!append(m_text[m_at], m_at + 1))
                return;
            ++m_at;
        }
    }

    bool isSoftBreak() const
    {
        int openTags = 0;
        const auto gap = tokenGapAt(m_text, m_at, openTags);
        constexpr qsizetype shortestWrapped = 70; // RFC 2045 §6.7: at most 76
        return gap && gap->kind == TokenGap::Kind::SoftBreak && lineSize() >= shortestWrapped;
    }

    /// False where the token has all its parts.
    bool append(char c, qsizetype end)
    {
        if (c == '.' && m_shape == TokenShape::Compact) {
            if (m_dots == 0)
                m_expected = expectedParts(m_token);
            if (m_dots == m_expected.dots) {
                m_ended = true;
                return false;
            }
            ++m_dots;
            m_lastPart = m_token.size() + 1;
        }
        m_token.append(c);
        m_ends.append(end);
        for (const Cleaning cleaning : std::as_const(m_pending)) {
            if (!m_cleaned.contains(cleaning))
                m_cleaned.append(cleaning);
        }
        m_pending.clear();
        return true;
    }

    /// "…" and the like, where the token goes on behind it.
    bool takeMask()
    {
        const qsizetype length = m_token.isEmpty() ? 0 : maskLength(m_text, m_at);
        if (length == 0)
            return false;
        const qsizetype end = m_at + length;
        const QByteArrayView word = encodedWordAt(m_text, end, longestEnglishWord);
        const bool sentence = isProse(word) && end + word.size() + 1 < m_text.size()
            && isBlank(m_text[end + word.size()]);
        if (word.isEmpty() || (word.size() == 1 && word[0] == '.') || sentence)
            return false;
        m_token += m_text.sliced(m_at, length);
        m_ends.resize(m_token.size(), end);
        m_at = end;
        m_masked = true;
        return true;
    }

    bool takeGap()
    {
        if (takeMask())
            return true;
        const auto gap = tokenGapAt(m_text, m_at, m_openTags);
        if (!gap)
            return false;
        const auto pending = m_pending;
        m_pending += gap->cleaned;
        using Kind = TokenGap::Kind;
        switch (gap->kind) {
        case Kind::Nothing:
            m_at = gap->end;
            return true;
        case Kind::Character:
            if (!isWanted(gap->character) || !append(gap->character, gap->end))
                return false;
            m_at = gap->end;
            return true;
        default:
            break;
        }
        if (!goesOn(*gap))
            return false;
        if (gap->kind != Kind::Blank) {
            if (m_width == 0)
                m_width = lineSize();
            m_lineBegin = m_at = gap->end;
        }
        m_at = gap->end;
        return true;
    }

    /// Of the line so far. Asked for only at its end: most tokens have none.
    qsizetype lineSize() const
    {
        if (m_lineBegin >= 0)
            return m_at - m_lineBegin;
        const qsizetype limit = qMax<qsizetype>(0, m_from - longestLine);
        qsizetype begin = m_from;
        while (begin > limit && m_text[begin - 1] != '\n')
            --begin;
        return m_at - begin;
    }

    bool goesOn(const TokenGap &gap) const
    {
        const QByteArrayView word = encodedWordAt(m_text, gap.end, longestWord);
        const bool payloadFollows = m_dots == 1 && m_token.endsWith('.');
        if (word.isEmpty() || m_token.isEmpty() || (beginsToken(word) && !payloadFollows))
            return false;
        if (gap.kind == TokenGap::Kind::SoftBreak)
            return true;
        if (m_shape == TokenShape::Opaque)
            return false;
        const bool sameLine = gap.kind == TokenGap::Kind::Blank;
        const bool complete =
            m_dots == m_expected.dots && (m_lastPart < m_token.size() || m_expected.isUnsecured());
        return complete ? goesOnBehindAll(word, gap.end, sameLine)
                        : goesOnBetween(word, gap.end, sameLine);
    }

    /// Parts are missing, so more is expected, if it does not read like what people write.
    bool goesOnBetween(QByteArrayView word, qsizetype at, bool sameLine) const
    {
        const bool encoded = !isProse(word);
        if (sameLine)
            return encoded && word.size() >= shortestEncodedBehindBlank;
        if (word.size() >= shortestEncoded && encoded)
            return standsAlone(at + word.size()) || word.size() >= shortestEncodedBehindBlank;
        return encoded && endsLine(at + word.size());
    }

    /// All parts are there, the last one perhaps not to its end.
    bool goesOnBehindAll(QByteArrayView word, qsizetype at, bool sameLine) const
    {
        const qsizetype size = m_token.size() - m_lastPart;
        const QList<qsizetype> &expected = m_expected.lastSizes;
        const bool sentence = word.endsWith('.');
        const qsizetype more = word.size() - (sentence ? 1 : 0);
        const bool encoded = more >= shortestEncoded && !isProse(word);
        const bool alone = standsAlone(at + word.size());
        if (word.first(more).contains('.'))
            return false;
        if (!expected.isEmpty()) {
            if (expected.contains(size) || size + more > expected.last())
                return false;
            if (expected.contains(size + more) && (sameLine || alone))
                return true;
            return encoded && (sameLine ? more >= shortestEncodedBehindBlank : alone);
        }
        if (!alone)
            return false;
        const qsizetype line = lineSize();
        if (sameLine || (m_width > 0 && line + 2 < m_width))
            return false;
        return encoded || (m_width > 0 && more < m_width && endsLine(at + word.size()));
    }

    bool endsLine(qsizetype at) const
    {
        return at == m_text.size() || m_text[at] == '\n' || m_text[at] == '\r';
    }

    /// Nothing stands behind it on its line but what closes a token: quotes, tags, braces.
    bool standsAlone(qsizetype at) const
    {
        constexpr QByteArrayView closing = "\"'`<&,;)}]\\|{=%*>";
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        return endsLine(at) || closing.contains(m_text[at])
            || static_cast<uchar>(m_text[at]) > 0x7F;
    }

    /// The dot of a sentence is none of the token, the last one of an unsecured token is.
    void trim()
    {
        const bool unsecured = m_dots == 2 && m_expected.isUnsecured();
        while (!unsecured && m_token.endsWith('.')) {
            m_token.chop(1);
            m_ends.removeLast();
        }
    }

    const QByteArrayView m_text;
    qsizetype m_at;
    const TokenShape m_shape;
    const qsizetype m_from;
    qsizetype m_lineBegin = -1; ///< of the line that is being read, from the second on
    qsizetype m_width = 0;      ///< of the first line that was broken
    QByteArray m_token;
    QList<qsizetype> m_ends; ///< for each byte of m_token: where its writing ends in the text
    int m_dots = 0;
    qsizetype m_lastPart = 0;
    ExpectedParts m_expected;
    int m_openTags = 0;
    bool m_masked = false;
    bool m_ended = false;
    QList<Cleaning> m_pending; ///< taken out, but nothing of the token followed yet
    QList<Cleaning> m_cleaned;
};

} // namespace

WrappedToken readWrappedToken(QByteArrayView text, qsizetype from, TokenShape shape)
{
    return WrappedReader(text, from, shape).read();
}

} // namespace mintmark
