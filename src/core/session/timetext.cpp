// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <limits>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

constexpr quint64 minuteS = 60;
constexpr quint64 hourS = 3'600;
constexpr quint64 dayS = 86'400;

/// Without a sign, and right for the least of all numbers too.
quint64 magnitude(qint64 ms)
{
    return ms < 0 ? 0 - static_cast<quint64>(ms) : static_cast<quint64>(ms);
}

QString twoDigits(quint64 value)
{
    return QString::number(value).rightJustified(2, u'0');
}

TimePart days(quint64 s)
{
    return { QString::number(s / dayS), Text::tr("d", "days") };
}

TimePart hours(quint64 s)
{
    return { QString::number(s / hourS), Text::tr("h", "hours") };
}

TimePart minutes(quint64 s)
{
    return { QString::number(s / minuteS), Text::tr("min", "minutes") };
}

TimePart seconds(const QString &digits)
{
    return { digits, Text::tr("s", "seconds") };
}

QString clockText(QTime time)
{
    return twoDigits(static_cast<quint64>(time.hour())) + u':'
        + twoDigits(static_cast<quint64>(time.minute())) + u':'
        + twoDigits(static_cast<quint64>(time.second()));
}

/// Years are numbers here: Qt's formats know four digits.
QString dateText(QDate date, bool withYear)
{
    const QString month = QLocale().monthName(date.month(), QLocale::ShortFormat);
    const QString day = QString::number(date.day());
    return withYear
        ? Text::tr("%1 %2 %3", "day month year").arg(day, month, QString::number(date.year()))
        : Text::tr("%1 %2", "day month").arg(day, month);
}

/// `now` is in the same time zone; the date is named unless it is `known`.
QString momentText(const QDateTime &at, const QDateTime &now, QDate known)
{
    if (!at.isValid())
        return Text::tr("beyond any calendar");
    if (at.date() == known)
        return clockText(at.time());
    return dateText(at.date(), at.date().year() != now.date().year()) + u' ' + clockText(at.time());
}

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

QString utcText(qint64 atMs, qint64 nowMs, QDate known)
{
    return Text::tr("%1 UTC").arg(momentText(utc(atMs), utc(nowMs), known));
}

} // namespace

QList<TimePart> timeParts(qint64 ms)
{
    const quint64 s = magnitude(ms) / 1000;
    if (s >= 2 * dayS)
        return { days(s), hours(s % dayS) };
    if (s >= hourS)
        return { hours(s), minutes(s % hourS) };
    if (s >= minuteS)
        return { minutes(s), seconds(QString::number(s % minuteS)) };
    return { seconds(QString::number(s)) };
}

QList<TimePart> coarseTimeParts(qint64 ms)
{
    QList<TimePart> parts = timeParts(ms);
    if (const quint64 s = magnitude(ms) / 1000; s >= minuteS && s < hourS)
        parts.removeLast();
    return parts;
}

QList<TimePart> elapsedParts(qint64 ms)
{
    const quint64 tenths = magnitude(ms) / 100;
    if (tenths >= 10 * minuteS)
        return timeParts(ms);
    return { seconds(QString::number(tenths / 10) + QLocale().decimalPoint()
                     + QString::number(tenths % 10)) };
}

QString joinedParts(const QList<TimePart> &parts)
{
    QStringList texts;
    for (const TimePart &part : parts)
        texts << part.digits + u' ' + part.unit;
    return texts.join(u' ');
}

QString durationText(qint64 ms)
{
    return joinedParts(timeParts(ms));
}

QString lifetimeText(qint64 ms)
{
    QList<TimePart> parts = timeParts(ms);
    if (parts.size() > 1 && parts.last().digits == "0"_L1)
        parts.removeLast();
    return joinedParts(parts);
}

QString roughText(qint64 ms)
{
    return joinedParts(timeParts(ms).first(1));
}

QString chipText(qint64 remainingMs)
{
    const quint64 s = magnitude(remainingMs) / 1000;
    if (s >= 2 * dayS)
        return joinedParts({ days(s) });
    if (s >= hourS)
        return joinedParts({ hours(s) }) + u' ' + twoDigits(s % hourS / minuteS);
    if (s >= 10 * minuteS)
        return joinedParts({ minutes(s) });
    return QString::number(s / minuteS) + u':' + twoDigits(s % minuteS);
}

QString localTimeText(qint64 atMs, qint64 nowMs)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs);
    return momentText(QDateTime::fromMSecsSinceEpoch(atMs), now, now.date());
}

QString utcTimeText(qint64 atMs, qint64 nowMs)
{
    return utcText(atMs, nowMs, utc(nowMs).date());
}

QString localAndUtcText(qint64 atMs, qint64 nowMs)
{
    const QDate named = QDateTime::fromMSecsSinceEpoch(atMs).date();
    return localTimeText(atMs, nowMs) + u" · "_s + utcText(atMs, nowMs, named);
}

QString relativeText(qint64 atMs, qint64 nowMs)
{
    qint64 ms = 0;
    if (qSubOverflow(atMs, nowMs, &ms))
        ms = atMs > nowMs ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
    const QString text = joinedParts(coarseTimeParts(ms));
    return ms > 0 ? Text::tr("in %1").arg(text) : Text::tr("%1 ago").arg(text);
}

} // namespace mintmark
