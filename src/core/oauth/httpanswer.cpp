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

std::optional<qint64> httpDateMs(QByteArrayView bytes)
{
    const QString text = QString::fromLatin1(bytes).trimmed();
    if (text.size() != 29 || !text.endsWith(" GMT"_L1))
        return {};
    // Date and time apart: together they would be looked up in the local zone, which may lack that hour.
    const QDate date = QLocale::c().toDate(text.first(16), u"ddd, dd MMM yyyy"_s);
    const QTime time = QTime::fromString(text.sliced(17, 8), u"hh:mm:ss"_s);
    if (!date.isValid() || !time.isValid())
        return {};
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
}

qint64 clockSkew(qint64 dateMs, qint64 sentAtMs, qint64 receivedAtMs)
{
    const qint64 earliest = sentAtMs - sentAtMs % 1000;
    if (dateMs < earliest)
        return dateMs - earliest;
    return dateMs > receivedAtMs ? dateMs - receivedAtMs : 0;
}

} // namespace mintmark
