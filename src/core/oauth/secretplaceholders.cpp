// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/secretplaceholders.h"

#include "oauth/spelledsecret.h"

#include <algorithm>
#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestHidden = 4;

QString placeholder(size_t index)
{
    return u"secret#%1"_s.arg(index + 1);
}

} // namespace

QString SecretPlaceholders::add(QByteArrayView secret)
{
    SecretBytes copy(secret);
    const auto known = std::find(m_secrets.begin(), m_secrets.end(), copy);
    const size_t index = static_cast<size_t>(known - m_secrets.begin());
    if (known != m_secrets.end())
        return placeholder(index);
    if (copy.size() >= shortestHidden) {
        m_spellings.push_back({ copy.clone(), index });
        for (QByteArray &spelling : base64Spellings(copy.view()))
            m_spellings.push_back({ SecretBytes::take(spelling), index });
        std::stable_sort(m_spellings.begin(), m_spellings.end(), [](const Spelling &a, const Spelling &b) {
            return a.bytes.size() > b.bytes.size();
        });
    }
    m_secrets.push_back(std::move(copy));
    return placeholder(index);
}

/// What stands in for the secret that `text` begins with, of `length` bytes; 0: there is none.
QByteArray SecretPlaceholders::replacement(QByteArrayView text, qsizetype *length) const
{
    for (const Spelling &spelling : m_spellings) {
        *length = spelledLength(text, spelling.bytes.view());
        if (*length > 0)
            return placeholder(spelling.index).toLatin1();
    }
    return {};
}

QString SecretPlaceholders::applied(const QString &text) const
{
    std::array<bool, 256> begins {}; // most characters begin neither a secret nor an escape
    for (const char c : "%+\\&"_ba)
        begins[static_cast<uchar>(c)] = true;
    for (const Spelling &spelling : m_spellings)
        begins[static_cast<uchar>(spelling.bytes.view().front())] = true;
    const QByteArray bytes = text.toUtf8();
    QByteArray shown;
    shown.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(at);
        qsizetype length = 0;
        if (begins[static_cast<uchar>(rest.front())])
            shown += replacement(rest, &length);
        if (length == 0)
            shown += bytes[at];
        at += qMax(length, 1);
    }
    return QString::fromUtf8(shown);
}

Error SecretPlaceholders::applied(Error error) const
{
    for (QString &argument : error.arguments)
        argument = applied(argument);
    error.detail = applied(error.detail);
    return error;
}

HttpAnswer SecretPlaceholders::applied(HttpAnswer answer) const
{
    answer.reason = applied(answer.reason);
    for (HttpHeader &header : answer.headers)
        header.value = applied(readableText(header.value)).toUtf8();
    answer.body = applied(readableText(answer.body)).toUtf8();
    return answer;
}

} // namespace mintmark
