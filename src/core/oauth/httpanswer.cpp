// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/httpanswer.h"

#include <QDateTime>
#include <QLocale>
#include <QStringDecoder>

namespace mintmark {

using namespace Qt::StringLiterals;

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QString readableText(QByteArrayView bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

std::optional<qint64> httpDateMs(QByteArrayView text)
{
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text).trimmed(),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!time.isValid())
        return {};
    time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

qint64 clockSkew(qint64 dateMs, qint64 sentAtMs, qint64 receivedAtMs)
{
    const qint64 earliest = sentAtMs - sentAtMs % 1000;
    if (dateMs < earliest)
        return dateMs - earliest;
    return dateMs > receivedAtMs ? dateMs - receivedAtMs : 0;
}

} // namespace mintmark
