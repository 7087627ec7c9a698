// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/base64url.h"

#include <algorithm>
#include <array>

namespace mintmark {

namespace {

constexpr quint8 none = 0xFF;

/// Value of each character of the base64url alphabet (RFC 4648 table 2).
constexpr std::array<quint8, 256> values = [] {
    std::array<quint8, 256> table {};
    table.fill(none);
    quint8 value = 0;
    for (const char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") {
        if (c != '\0')
            table[static_cast<uchar>(c)] = value++;
    }
    return table;
}();

quint8 valueOf(char c)
{
    return values[static_cast<uchar>(c)];
}

class Decoder
{
public:
    explicit Decoder(QByteArrayView text)
        : m_text(text), m_bytes(text.size() / 4 * 3 + 3, Qt::Uninitialized), m_out(m_bytes.data())
    { }

    Base64UrlDecoded decode()
    {
        qsizetype at = decodeCleanGroups();
        for (; at < m_text.size(); ++at)
            take(at);
        finish();
        m_bytes.truncate(m_out - m_bytes.data());
        std::sort(m_problems.begin(), m_problems.end(),
                  [](const auto &a, const auto &b) { return a.offset < b.offset; });
        return { std::move(m_bytes), std::move(m_problems) };
    }

private:
    /// Four good characters at a time; the rest, or all from the first bad one on, is left.
    qsizetype decodeCleanGroups()
    {
        qsizetype at = 0;
        for (; at + 4 <= m_text.size(); at += 4) {
            const quint8 a = valueOf(m_text[at]);
            const quint8 b = valueOf(m_text[at + 1]);
            const quint8 c = valueOf(m_text[at + 2]);
            const quint8 d = valueOf(m_text[at + 3]);
            if (((a | b | c | d) & 0xC0) != 0)
                break;
            *m_out++ = static_cast<char>(a << 2 | b >> 4);
            *m_out++ = static_cast<char>(b << 4 | c >> 2);
            *m_out++ = static_cast<char>(c << 6 | d);
        }
        return at;
    }

    void take(qsizetype at)
    {
        const char c = m_text[at];
        quint8 value = valueOf(c);
        if (c == '+' || c == '/') {
            value = c == '+' ? 62 : 63;
            report(Base64UrlFault::StandardAlphabet, at);
        }
        if (value == none) {
            report(c == '=' ? Base64UrlFault::Padding : Base64UrlFault::InvalidCharacter, at);
            return;
        }
        m_group = m_group << 6 | value;
        m_last = at;
        if (++m_count == 4) {
            put(m_group, 3);
            m_group = 0;
            m_count = 0;
        }
    }

    void finish()
    {
        if (m_count == 1) {
            report(Base64UrlFault::Length, m_last);
        } else if (m_count > 1) {
            const int unused = m_count == 2 ? 4 : 2;
            if ((m_group & ((1U << unused) - 1)) != 0)
                report(Base64UrlFault::TrailingBits, m_last);
            put(m_group << (6 * (4 - m_count)), m_count - 1);
        }
    }

    void put(quint32 group, int count)
    {
        for (int i = 0; i < count; ++i)
            *m_out++ = static_cast<char>(group >> (16 - 8 * i) & 0xFF);
    }

    void report(Base64UrlFault fault, qsizetype offset)
    {
        const bool known =
            std::any_of(m_problems.begin(), m_problems.end(),
                        [fault](const auto &problem) { return problem.fault == fault; });
        if (!known)
            m_problems.append({ fault, offset });
    }

    QByteArrayView m_text;
    QByteArray m_bytes;
    char *m_out;
    QList<Base64UrlProblem> m_problems;
    quint32 m_group = 0;
    int m_count = 0;
    qsizetype m_last = 0;
};

} // namespace

QByteArray base64UrlEncode(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Base64UrlDecoded base64UrlDecode(QByteArrayView text)
{
    return Decoder(text).decode();
}

} // namespace mintmark
