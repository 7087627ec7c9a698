// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/exchangerecord.h"

#include <QList>
#include <QWidget>

class QListView;
class QStackedLayout;

namespace mintmark {

class AttemptsModel;
class ExchangeView;

/// Every exchange of this session: attempts at the left, the chosen one at the right. Records hold
/// no secrets; what servers said in them is shown as plain text.
class RequestsView : public QWidget
{
    Q_OBJECT
public:
    explicit RequestsView(QWidget *parent = nullptr);

    /// Newest first. The newest is chosen until somebody chooses another.
    void setRecords(const QList<ExchangeRecord> &records, qint64 nowMs);
    /// Of the newest exchange whose server sent some.
    void showCertificates();
    ExchangeView *exchange() const { return m_exchange; }
    QListView *attempts() const { return m_list; }

    QSize minimumSizeHint() const override { return { 200, 90 }; }

private:
    void showCurrent();

    AttemptsModel *m_model;
    QListView *m_list;
    ExchangeView *m_exchange;
    QStackedLayout *m_stack;
};

} // namespace mintmark
