// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/requestsview.h"

#include "app/tokens/attemptsdelegate.h"
#include "app/tokens/attemptsmodel.h"
#include "app/tokens/blankpage.h"
#include "app/tokens/exchangeview.h"
#include "app/widgets/pane.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedLayout>

#include <algorithm>

namespace mintmark {

namespace {

constexpr int listWidth = 220;

} // namespace

RequestsView::RequestsView(QWidget *parent)
    : QWidget(parent),
      m_model(new AttemptsModel(this)),
      m_list(new QListView),
      m_exchange(new ExchangeView),
      m_stack(new QStackedLayout(this))
{
    m_list->setAccessibleName(tr("Requests"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AttemptsDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFixedWidth(listWidth);

    auto *blank = new BlankPage;
    blank->state()->setState(
        Icon::Network, tr("Nothing sent yet"),
        tr("Every request of this session will be listed here, without secrets."));
    auto *both = new Pane(&Theme::surface);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    auto *line = new Pane(&Theme::line);
    line->setFixedWidth(1);
    row->addWidget(line);
    row->addWidget(m_exchange, 1);
    m_stack->addWidget(blank);
    m_stack->addWidget(both);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showCurrent(); });
}

void RequestsView::setRecords(const QList<ExchangeRecord> &records, qint64 nowMs)
{
    if (records == m_model->records())
        return;
    const int before = m_list->currentIndex().row();
    m_model->setRecords(records, nowMs);
    m_stack->setCurrentIndex(records.isEmpty() ? 0 : 1);
    if (before <= 0 || !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    showCurrent();
}

void RequestsView::showCertificates()
{
    const QList<ExchangeRecord> &records = m_model->records();
    const auto found = std::ranges::find_if(records, [](const ExchangeRecord &record) {
        return record.tls && !record.tls->chain.isEmpty();
    });
    if (found == records.cend())
        return;
    m_list->setCurrentIndex(m_model->index(static_cast<int>(found - records.cbegin())));
    m_exchange->showCertificates();
}

void RequestsView::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        m_exchange->setRecord(m_model->records()[current.row()]);
}

} // namespace mintmark
