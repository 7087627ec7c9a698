// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/shellwords.h"

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

bool isDoubleQuote(QChar c)
{
    return c == u'"' || c == u'\u201c' || c == u'\u201d' || c == u'\u201e';
}

bool isSingleQuote(QChar c)
{
    return c == u'\'' || c == u'\u2018' || c == u'\u2019' || c == u'\u201a';
}

class Reader
{
public:
    Reader(QStringView text, qsizetype begin) : m_text(text), m_at(begin) { }

    /// False at the end of the command.
    bool next(QString &word)
    {
        if (!skipBlanks())
            return false;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !endsCommand())
            readPiece(word);
        return true;
    }
    qsizetype at() const { return m_at; }

private:
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }

    bool endsCommand() const
    {
        const QChar c = peek();
        return c == u'|' || c == u';' || (c == u'&' && (peek(1) == u'&' || peek(1).isSpace()))
            || (c == u'>' && (m_at == 0 || m_text[m_at - 1].isSpace()));
    }

    /// A continuation: the character, spaces a mail program left, a line break.
    qsizetype continuation() const
    {
        const QChar c = peek();
        if (c != u'\\' && c != u'^' && c != u'`')
            return 0;
        qsizetype ahead = 1;
        while (peek(ahead) == u' ' || peek(ahead) == u'\t' || peek(ahead) == u'\u00a0'
               || peek(ahead) == u'\r')
            ++ahead;
        return peek(ahead) == u'\n' ? ahead + 1 : 0;
    }

    bool skipBlanks()
    {
        while (m_at < m_text.size()) {
            const QChar c = peek();
            if (const qsizetype length = continuation()) {
                m_at += length;
            } else if (c == u'\n') {
                qsizetype ahead = 1;
                while (peek(ahead) == u' ' || peek(ahead) == u'\t' || peek(ahead) == u'\u00a0')
                    ++ahead;
                const QChar first = peek(ahead);
                const QChar second = peek(ahead + 1);
                const bool option = (first == u'-' && (second == u'-' || second.isLetter())
                                     && peek(ahead + 2) != u'\n')
                    || first == u'\u2013' || first == u'\u2014';
                if (!option)
                    return false;
                m_at += ahead;
            } else if (c.isSpace()) {
                ++m_at;
            } else {
                return !endsCommand();
            }
        }
        return false;
    }

    void readPiece(QString &word)
    {
        const QChar c = peek();
        if (c == u'^' && peek(1) == u'"') {
            ++m_at;
        } else if (c == u'$' && isSingleQuote(peek(1))) {
            m_at += 2;
            readAnsi(word);
        } else if (c == u'$' && isDoubleQuote(peek(1))) {
            ++m_at;
        } else if (isSingleQuote(c)) {
            ++m_at;
            while (m_at < m_text.size() && !isSingleQuote(peek()))
                word += m_text[m_at++];
            ++m_at;
        } else if (isDoubleQuote(c)) {
            ++m_at;
            readDouble(word);
        } else if (const qsizetype length = continuation()) {
            m_at += length;
        } else if ((c == u'\\' || c == u'^') && m_at + 1 < m_text.size()) {
            word += peek(1);
            m_at += 2;
        } else if ((c == u'\u2013' || c == u'\u2014') && word.isEmpty()) {
            word += u"--"_s; // a mail program's dash
            ++m_at;
        } else {
            word += c;
            ++m_at;
        }
    }

    void readDouble(QString &word)
    {
        while (m_at < m_text.size() && !isDoubleQuote(peek())) {
            const QChar c = peek();
            const QChar escaped = peek(1);
            if (c == u'^'
                && (escaped == u'"' || escaped == u'\\' || escaped == u'^' || escaped == u'{'
                    || escaped == u'}')) {
                if (escaped == u'"' && m_text.sliced(0, m_at).endsWith(u'\\')) {
                    word.chop(1); // \^" of "copy as cURL (cmd)"
                    word += u'"';
                    m_at += 2;
                } else {
                    ++m_at;
                    if (escaped == u'\\' && peek(1) == u'^')
                        continue;
                    if (escaped != u'"' && escaped != u'\\')
                        word += m_text[m_at++];
                }
            } else if (c == u'\\'
                       && (escaped == u'"' || escaped == u'\\' || escaped == u'$'
                           || escaped == u'`')) {
                word += escaped;
                m_at += 2;
            } else if (c == u'`' && (escaped == u'"' || escaped == u'$' || escaped == u'`')) {
                word += escaped;
                m_at += 2;
            } else if (const qsizetype length = continuation()) {
                m_at += length;
            } else if (c == u'"' && escaped == u'"') {
                word += c; // "" of cmd
                m_at += 2;
            } else {
                word += c;
                ++m_at;
            }
        }
        ++m_at;
    }

    void readAnsi(QString &word)
    {
        while (m_at < m_text.size() && !isSingleQuote(peek())) {
            if (peek() != u'\\') {
                word += m_text[m_at++];
                continue;
            }
            const QChar c = peek(1);
            m_at += 2;
            if (c == u'n' || c == u't' || c == u'r') {
                word += c == u'n' ? u'\n' : c == u't' ? u'\t' : u'\r';
            } else if (c == u'x' || c == u'u') {
                const qsizetype digits = qMin<qsizetype>(c == u'x' ? 2 : 4, m_text.size() - m_at);
                bool ok = false;
                const uint code =
                    m_text.sliced(qMin(m_at, m_text.size()), qMax<qsizetype>(0, digits))
                        .toUInt(&ok, 16);
                if (ok)
                    word += QChar(static_cast<char16_t>(code));
                m_at += ok ? digits : 0;
            } else if (!c.isNull()) {
                word += c;
            }
        }
        ++m_at;
    }

    QStringView m_text;
    qsizetype m_at;
};

} // namespace

ShellWords shellWords(QStringView text, qsizetype begin, Findings &findings)
{
    constexpr size_t most = 200;
    constexpr qsizetype longest = 65536;
    const QStringView range = text.first(qMin(text.size(), begin + longest));
    ShellWords result;
    Reader reader(range, begin);
    while (result.words.size() < most) {
        QString word;
        word.reserve(256); // fewer copies of a secret while it grows
        if (!reader.next(word))
            break;
        result.words.push_back(findings.keep(std::move(word)));
    }
    result.end = qMin(reader.at(), range.size());
    return result;
}

} // namespace mintmark::paste
