// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/thinsplitter.h"

#include "app/theme/look.h"
#include "app/theme/metrics.h"

#include <QEvent>
#include <QPainter>

namespace mintmark {

/// Reaches over its neighbours to be gripped, and paints the line alone.
class ThinHandle : public QSplitterHandle
{
    Q_OBJECT
public:
    ThinHandle(Qt::Orientation orientation, QSplitter *parent)
        : QSplitterHandle(orientation, parent)
    {
        setAttribute(Qt::WA_Hover);
        setAttribute(Qt::WA_MouseNoMask);
        // QSplitter counts the margins into what is gripped, not into what is laid out.
        constexpr int before = metrics::splitterGrip / 2;
        constexpr int after = metrics::splitterGrip - before - 1;
        if (orientation == Qt::Horizontal)
            setContentsMargins(before, 0, after, 0);
        else
            setContentsMargins(0, before, 0, after);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Look::of(this).theme();
        QPainter painter(this);
        painter.fillRect(contentsRect(), underMouse() ? theme.control : theme.line);
    }

    /// Not QSplitterHandle's, which takes the margins away.
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        setMask(QRegion(contentsRect()));
    }
};

ThinSplitter::ThinSplitter(Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent)
{
    setHandleWidth(Look::of(this).theme().border);
    setChildrenCollapsible(false);
}

QSplitterHandle *ThinSplitter::createHandle()
{
    return new ThinHandle(orientation(), this);
}

void ThinSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        setHandleWidth(Look::of(this).theme().border);
}

} // namespace mintmark

#include "thinsplitter.moc"
