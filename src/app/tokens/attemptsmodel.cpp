// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/attemptsmodel.h"

#include "session/timetext.h"

#include <QLocale>
#include <QStringList>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// What was asked for, where it was not a token.
QString wanted(const ExchangeRecord &record)
{
    if (record.purpose == "keys"_L1)
        return AttemptsModel::tr("keys");
    if (record.purpose == "secret_test"_L1)
        return AttemptsModel::tr("new secret");
    return record.purpose == "discovery"_L1 ? AttemptsModel::tr("metadata") : QString();
}

} // namespace

QString exchangeOutcome(const ExchangeRecord &record)
{
    if (record.ok())
        return AttemptsModel::tr("ok");
    return record.status > 0 ? AttemptsModel::tr("refused") : AttemptsModel::tr("no answer");
}

QString millisecondsText(qint64 ms)
{
    constexpr qint64 second = 1000;
    if (ms < 0)
        return {};
    if (ms < 10 * second)
        return AttemptsModel::tr("%1 ms").arg(QLocale().toString(ms));
    return AttemptsModel::tr("%1 s").arg(
        QLocale().toString(static_cast<double>(ms) / second, 'f', 1));
}

AttemptsModel::AttemptsModel(QObject *parent) : QAbstractListModel(parent) { }

void AttemptsModel::setRecords(const QList<ExchangeRecord> &records, qint64 nowMs)
{
    m_nowMs = nowMs;
    if (records == m_records)
        return;
    const qsizetype added = records.size() - m_records.size();
    if (added > 0 && records.sliced(added) == m_records) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_records = records;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_records = records;
    endResetModel();
}

int AttemptsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

QVariant AttemptsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_records.size())
        return {};
    const ExchangeRecord &record = m_records[index.row()];
    if (role == FailedRole)
        return !record.ok();
    if (role != Qt::DisplayRole)
        return {};
    QStringList parts { localTimeText(record.startedAtMs, m_nowMs), wanted(record),
                        exchangeOutcome(record), millisecondsText(record.timings.totalMs) };
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace mintmark
