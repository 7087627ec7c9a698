// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/thinsplitter.h"

#include "app/theme/look.h"
#include "app/theme/metrics.h"

#include <QPainter>

namespace mintmark {

class ThinHandle : public QSplitterHandle
{
    Q_OBJECT
public:
    ThinHandle(Qt::Orientation orientation, ThinSplitter *parent)
        : QSplitterHandle(orientation, parent), m_splitter(parent)
    {
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Look::of(this).theme();
        QPainter painter(this);
        const bool upright = orientation() == Qt::Horizontal;
        const int half = (upright ? width() : height()) / 2;
        QRect before = rect();
        upright ? before.setWidth(half) : before.setHeight(half);
        QRect line = rect();
        upright ? line.setLeft(half) : line.setTop(half);
        upright ? line.setWidth(theme.border) : line.setHeight(theme.border);
        painter.fillRect(rect(), theme.*(m_splitter->m_after));
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), before),
                         theme.*(m_splitter->m_before));
        painter.fillRect(line, underMouse() ? theme.control : theme.line);
    }

private:
    ThinSplitter *m_splitter;
};

ThinSplitter::ThinSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setHandleWidth(metrics::splitterGrip);
    setChildrenCollapsible(false);
}

void ThinSplitter::setGrounds(ColorRole before, ColorRole after)
{
    m_before = before;
    m_after = after;
    update();
}

QSplitterHandle *ThinSplitter::createHandle()
{
    return new ThinHandle(orientation(), this);
}

} // namespace mintmark

#include "thinsplitter.moc"
