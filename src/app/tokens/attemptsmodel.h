// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/exchangerecord.h"

#include <QAbstractListModel>
#include <QList>

namespace mintmark {

/// What became of an exchange, in one word: "ok", "refused", "no answer".
QString exchangeOutcome(const ExchangeRecord &record);
/// "214 ms", "30.0 s"; empty when it was not measured.
QString millisecondsText(qint64 ms);

/// The exchanges of a session, newest first.
class AttemptsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { FailedRole = Qt::UserRole };

    explicit AttemptsModel(QObject *parent = nullptr);

    /// Rows that stay keep their identity: a new attempt moves the selection down with its row.
    void setRecords(const QList<ExchangeRecord> &records, qint64 nowMs);
    const QList<ExchangeRecord> &records() const { return m_records; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<ExchangeRecord> m_records;
    qint64 m_nowMs = 0;
};

} // namespace mintmark
