// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/answerframing.h"

#include "base/displaytext.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// RFC 9112 §6.3, rule 5: one decimal number; several are well when they are the same.
bool isLength(const QByteArray &value)
{
    const QByteArrayList lengths = value.split(',');
    const QByteArray first = lengths.first().trimmed();
    const bool isDecimal = !first.isEmpty() && std::ranges::all_of(first, [](char c) {
        return c >= '0' && c <= '9';
    });
    bool fits = false;
    (void)first.toLongLong(&fits);
    return isDecimal && fits && std::ranges::all_of(lengths, [&first](const QByteArray &length) {
        return length.trimmed() == first;
    });
}

} // namespace

std::optional<Error> framingFault(const HttpAnswer &answer, const QString &host)
{
    const QString status = QString::number(answer.status);
    if (answer.status / 100 == 1)
        return Error { ErrorCode::AnswerInterim, { { u"host"_s, host }, { u"status"_s, status } },
                       u"HTTP %1 is no final answer"_s.arg(status) };
    const QByteArray length = answer.header("Content-Length");
    // Where a Transfer-Encoding stands, that alone counts.
    if (answer.status == 0 || length.isNull() || !answer.header("Transfer-Encoding").isNull()
        || isLength(length))
        return {};
    const QString said = displayText(QString::fromLatin1(length.left(100))).text;
    return Error { ErrorCode::AnswerMisframed,
                   { { u"host"_s, host }, { u"status"_s, status }, { u"length"_s, said } },
                   u"Content-Length: "_s + said };
}

} // namespace mintmark
