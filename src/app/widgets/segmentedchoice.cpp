// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/segmentedchoice.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/keyboardfocus.h"
#include "app/widgets/plaintooltip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>

namespace mintmark {

/// A radio button by nature and by name, drawn as a part of the frame.
class Segment : public QRadioButton
{
    Q_OBJECT
public:
    Segment(const QString &text, QWidget *parent) : QRadioButton(text, parent)
    {
        setAutoExclusive(false); // the frame sees to that: none may be chosen
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(Look::of(this).font(TextStyle::BodyStrong));
        return { metrics.horizontalAdvance(text()) + 2 * metrics::space3, metrics.height() + 8 };
    }
    QSize minimumSizeHint() const override
    {
        const QFontMetrics metrics(Look::of(this).font(TextStyle::BodyStrong));
        const int whole = metrics.horizontalAdvance(text()) + metrics::space1;
        return { qMin(whole, metrics.horizontalAdvance(u'x') * 6), metrics.height() + 8 };
    }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }
    void resizeEvent(QResizeEvent *event) override
    {
        QRadioButton::resizeEvent(event);
        const QFontMetrics metrics(Look::of(this).font(TextStyle::BodyStrong));
        const bool whole = metrics.horizontalAdvance(text()) <= width();
        setToolTip(whole ? QString() : plainToolTip(text()));
    }
    /// A radio button that is set stays set.
    void nextCheckState() override { setChecked(true); }

    void paintEvent(QPaintEvent *) override
    {
        const Look &look = Look::of(this);
        const Theme &theme = look.theme();
        QPainter painter(this);
        constexpr qreal outline = 1.5;
        if (isChecked())
            painting::frame(painter, rect(),
                            { theme.selected, theme.accent, outline, metrics::controlRadius - 1 });
        else if (underMouse() && isEnabled())
            painting::frame(painter, rect(), { theme.hover, {}, 0, metrics::controlRadius - 1 });
        QColor color = isChecked() ? theme.onSelected : theme.text;
        if (!isEnabled())
            color = theme.disabled;
        painting::text(painter, rect(), text(),
                       look.font(isChecked() ? TextStyle::BodyStrong : TextStyle::Body), color,
                       Qt::AlignHCenter);
        if (showsKeyboardFocus(this))
            painting::focusRing(painter, rect(), isChecked() ? theme.focusOnSelected : theme.focus,
                                metrics::controlRadius - 1);
    }

    /// Arrows are the frame's business.
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right
            || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
            event->ignore();
        else
            QRadioButton::keyPressEvent(event);
    }
};

SegmentedChoice::SegmentedChoice(const QStringList &names, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    for (const QString &name : names) {
        auto *segment = new Segment(name, this);
        const int index = static_cast<int>(m_segments.size());
        connect(segment, &QAbstractButton::clicked, this, [this, index] { choose(index); });
        row->addWidget(segment, 1);
        m_segments.append(segment);
    }
    updateFocus();
}

int SegmentedChoice::currentIndex() const
{
    for (qsizetype i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i]->isChecked())
            return static_cast<int>(i);
    }
    return -1;
}

void SegmentedChoice::setCurrentIndex(int index)
{
    for (qsizetype i = 0; i < m_segments.size(); ++i)
        m_segments[i]->setChecked(i == index);
    updateFocus();
    update();
}

QAbstractButton *SegmentedChoice::segment(int index) const
{
    return m_segments.value(index);
}

void SegmentedChoice::choose(int index)
{
    setCurrentIndex(index);
    m_segments[index]->setFocus(Qt::OtherFocusReason);
    Q_EMIT chosen(index);
}

/// One stop for the tab key: the chosen one, or the first.
void SegmentedChoice::updateFocus()
{
    const int stop = qMax(0, currentIndex());
    for (qsizetype i = 0; i < m_segments.size(); ++i)
        m_segments[i]->setFocusPolicy(i == stop ? Qt::StrongFocus : Qt::ClickFocus);
    setFocusProxy(m_segments.value(stop));
}

QSize SegmentedChoice::sizeHint() const
{
    const int text = QFontMetrics(Look::of(this).font(TextStyle::Body)).height();
    return { QWidget::sizeHint().width(), qMax(metrics::fieldHeight, text + 18) };
}

void SegmentedChoice::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int step = 0;
    if (event->key() == Qt::Key_Down || event->key() == (mirrored ? Qt::Key_Left : Qt::Key_Right))
        step = 1;
    else if (event->key() == Qt::Key_Up
             || event->key() == (mirrored ? Qt::Key_Right : Qt::Key_Left))
        step = -1;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int count = static_cast<int>(m_segments.size());
    const int current = currentIndex();
    choose(current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count);
}

void SegmentedChoice::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void SegmentedChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void SegmentedChoice::paintEvent(QPaintEvent *)
{
    const Theme &theme = Look::of(this).theme();
    QPainter painter(this);
    const auto state = !isEnabled()  ? painting::FieldState::Disabled
        : property("fault").toBool() ? painting::FieldState::Faulty
                                     : painting::FieldState::Idle;
    painting::field(painter, rect(), theme, state);
    // Lines between neighbours, but not beside the chosen one, which has its own border.
    for (qsizetype i = 1; i < m_segments.size(); ++i) {
        if (m_segments[i]->isChecked() || m_segments[i - 1]->isChecked())
            continue;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int x =
            mirrored ? m_segments[i]->geometry().right() + 1 : m_segments[i]->geometry().left() - 2;
        painter.fillRect(QRect(x, metrics::space2, theme.border, height() - 2 * metrics::space2),
                         theme.line);
    }
}

} // namespace mintmark

#include "segmentedchoice.moc"
