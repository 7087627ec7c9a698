// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/listplacement.h"

#include "app/theme/metrics.h"
#include "app/widgets/thinsplitter.h"

#include <QResizeEvent>
#include <QStyle>

namespace mintmark {

ListPlacement::ListPlacement(QWidget *list, QWidget *pages, QWidget *parent)
    : QWidget(parent),
      m_list(list),
      m_splitter(new ThinSplitter(Qt::Horizontal, this)),
      m_width(metrics::paneWidth)
{
    m_splitter->addWidget(list);
    m_splitter->addWidget(pages);
    m_splitter->setStretchFactor(1, 1);
    list->setMinimumWidth(metrics::paneWidthMin);
    list->setMaximumWidth(metrics::paneWidthMax);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_width = m_list->width(); });
}

void ListPlacement::setListShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    place();
    Q_EMIT listShownChanged(shown);
}

int ListPlacement::listWidth() const
{
    return m_width;
}

void ListPlacement::setListWidth(int width)
{
    m_width = width;
    place();
}

void ListPlacement::closeOverlay()
{
    if (m_overlay)
        setListShown(false);
}

void ListPlacement::setOverlay(bool overlay)
{
    m_overlay = overlay;
    if (overlay)
        m_list->setParent(this);
    else
        m_splitter->insertWidget(0, m_list);
    // An overlay is called when it is needed; beside the page the list belongs to it.
    m_shown = !overlay;
    Q_EMIT listShownChanged(m_shown);
}

void ListPlacement::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_overlay != (width() < metrics::widthMedium))
        setOverlay(!m_overlay);
    if (m_narrow != (width() < metrics::widthWide)) {
        m_narrow = !m_narrow;
        Q_EMIT narrowChanged(m_narrow);
    }
    place();
}

void ListPlacement::place()
{
    m_splitter->setGeometry(rect());
    m_list->setVisible(m_shown);
    if (m_overlay) {
        const int width = qMin(metrics::paneWidth, this->width() - metrics::pageMargin);
        const QRect side(0, 0, width, height());
        m_list->setGeometry(QStyle::visualRect(layoutDirection(), rect(), side));
        m_list->raise();
        return;
    }
    const int width = m_narrow ? metrics::paneWidthMin : m_width;
    m_splitter->setSizes({ width, this->width() - width });
}

} // namespace mintmark
