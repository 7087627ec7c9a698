// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/secretplaceholders.h"

#include <algorithm>
#include <numeric>

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
    if (known == m_secrets.end())
        m_secrets.push_back(std::move(copy));
    return placeholder(index);
}

QString SecretPlaceholders::applied(const QString &text) const
{
    std::vector<size_t> order(m_secrets.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::erase_if(order, [this](size_t i) { return m_secrets[i].size() < shortestHidden; });
    std::sort(order.begin(), order.end(), [this](size_t a, size_t b) {
        return m_secrets[a].size() > m_secrets[b].size();
    });

    const QByteArray bytes = text.toUtf8();
    QByteArray shown;
    for (qsizetype at = 0; at < bytes.size();) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(at);
        const auto found = std::find_if(order.begin(), order.end(), [&](size_t i) {
            return rest.startsWith(m_secrets[i].view());
        });
        if (found == order.end()) {
            shown += bytes[at++];
        } else {
            shown += placeholder(*found).toLatin1();
            at += m_secrets[*found].size();
        }
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

} // namespace mintmark
