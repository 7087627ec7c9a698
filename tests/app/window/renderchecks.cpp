// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/renderchecks.h"

#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/wraplabel.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHash>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTest>

#include <cmath>

namespace mintmark::test {

using namespace Qt::StringLiterals;

namespace {

/// A focus ring may lie on the edge of what surrounds it.
constexpr int ring = 3;
constexpr double legible = 3.0;
constexpr double legibleDisabled = 2.0;
constexpr int mostStops = 250;

QString textOf(const QWidget *widget)
{
    return widget->property("text").toString();
}

QString described(const QWidget *widget)
{
    QString name = widget->accessibleName();
    if (name.isEmpty())
        name = textOf(widget);
    return QLatin1StringView(widget->metaObject()->className()) + u" \""_s + name + u"\" "_s
        + u"%1×%2"_s.arg(widget->width()).arg(widget->height());
}

QList<QWidget *> shown(const QWidget &window)
{
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
    return widgets;
}

bool isViewport(const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget());
    return area && area->viewport() == widget;
}

QString clipping(QWidget *widget)
{
    const QSize hint = widget->sizeHint();
    const auto short_ = [&](const QSize &wanted) {
        return widget->width() < wanted.width() || widget->height() < wanted.height()
            ? u"%1 wants %2×%3"_s.arg(described(widget)).arg(wanted.width()).arg(wanted.height())
            : QString();
    };
    if (const auto *label = qobject_cast<WrapLabel *>(widget))
        return short_({ 0, label->text().isEmpty() ? 0 : label->heightForWidth(label->width()) });
    if (qobject_cast<ElidingLabel *>(widget))
        return short_({ qMin(hint.width(), widget->fontMetrics().horizontalAdvance(u'x') * 2),
                        hint.height() });
    if (qobject_cast<QLineEdit *>(widget))
        return short_({ 40, widget->fontMetrics().height() });
    if (qobject_cast<QComboBox *>(widget))
        return short_({ 60, widget->fontMetrics().height() });
    if (const auto *button = qobject_cast<ActionButton *>(widget))
        return short_(
            button->isElided() && button->toolTip().isEmpty() ? hint : button->minimumSizeHint());
    if (widget->inherits("mintmark::Segment") || widget->inherits("mintmark::CopyLabel"))
        return short_(widget->minimumSizeHint()); // end in an ellipsis, with a tool tip
    if (const auto *bar = qobject_cast<QTabBar *>(widget)) {
        const QRect last = bar->tabRect(bar->count() - 1);
        return short_({ last.right() + 1, last.height() });
    }
    if (qobject_cast<QLabel *>(widget))
        return short_(textOf(widget).isEmpty() ? QSize() : hint);
    // A button made of parts has its labels for that.
    const bool drawsText = qobject_cast<QAbstractButton *>(widget) && !textOf(widget).isEmpty()
        && widget->findChildren<QLabel *>().isEmpty();
    if (drawsText && widget->hasHeightForWidth())
        return short_(
            { widget->minimumSizeHint().width(), widget->heightForWidth(widget->width()) });
    return drawsText ? short_(hint) : QString();
}

double channel(int value)
{
    const double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(QRgb color)
{
    return 0.2126 * channel(qRed(color)) + 0.7152 * channel(qGreen(color))
        + 0.0722 * channel(qBlue(color));
}

/// Of the commonest colour and the one that differs most from it.
double bestContrast(const QImage &picture, const QRect &rect)
{
    QHash<QRgb, int> colors;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            ++colors[picture.pixel(x, y)];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto color = colors.cbegin(); color != colors.cend(); ++color) {
        if (color.value() > most) {
            most = color.value();
            ground = color.key();
        }
    }
    double best = 1;
    for (auto color = colors.cbegin(); color != colors.cend(); ++color)
        best = qMax(best, contrast(ground, color.key()));
    return best;
}

} // namespace

double contrast(QRgb a, QRgb b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

QStringList clippedTexts(const QWidget &window)
{
    QStringList faults;
    for (QWidget *widget : shown(window)) {
        if (const QString fault = clipping(widget); !fault.isEmpty())
            faults << u"clipped: "_s + fault;
    }
    return faults;
}

QStringList sidewaysScrolls(const QWidget &window)
{
    QStringList faults;
    for (const auto *area : window.findChildren<QAbstractScrollArea *>()) {
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            faults << u"scrolls sideways: "_s + described(area);
    }
    return faults;
}

QStringList outsideParents(const QWidget &window)
{
    QStringList faults;
    for (const QWidget *widget : shown(window)) {
        const QWidget *parent = widget->parentWidget();
        if (widget->isWindow() || !parent)
            continue;
        QRect room = parent->rect().adjusted(-ring, -ring, ring, ring);
        if (isViewport(parent))
            room.adjust(0, -100'000, 0, 100'000);
        if (!room.contains(widget->geometry()) && !widget->geometry().isEmpty())
            faults << u"outside: "_s + described(widget) + u" of "_s + described(parent);
    }
    return faults;
}

QStringList namelessStops(const QWidget &window)
{
    QStringList faults;
    for (QWidget *widget : shown(window)) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        // What an editable combo box gives as its name is its content; the label is beside it.
        if (!accessible
            || (accessible->text(QAccessible::Name).isEmpty()
                && widget->accessibleName().isEmpty()))
            faults << u"no name: "_s + described(widget) + u" in "_s
                    + described(widget->parentWidget());
    }
    return faults;
}

QStringList invisibleTexts(const QWidget &window, const QImage &picture)
{
    QStringList faults;
    for (const QWidget *widget : shown(window)) {
        const bool carriesText = qobject_cast<const QLabel *>(widget)
            || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget);
        const QRect visible = widget->visibleRegion().boundingRect();
        if (!carriesText || textOf(widget).trimmed().isEmpty()
            || visible.height() < widget->height() * 3 / 4 || visible.width() < 8)
            continue;
        const QRect rect(widget->mapTo(&window, visible.topLeft()), visible.size());
        const double best = bestContrast(picture, rect & picture.rect());
        if (best < (widget->isEnabled() ? legible : legibleDisabled))
            faults << u"not legible (%1): "_s.arg(best, 0, 'f', 1) + described(widget);
    }
    return faults;
}

QStringList unreachableButtons(QWidget &window)
{
    QSet<const QWidget *> reached;
    for (int presses = 0; presses < mostStops; ++presses) {
        QWidget *at = window.focusWidget() ? window.focusWidget() : &window;
        QTest::keyClick(at, Qt::Key_Tab);
        const QWidget *now = window.focusWidget();
        if (!now) // there is nothing to go to
            break;
        if (now == at && presses > 0)
            return { u"the focus stays in "_s + described(at) };
        if (reached.contains(now))
            break;
        reached.insert(now);
    }
    QStringList faults;
    for (const QWidget *widget : shown(window)) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (!button || !button->isEnabled() || reached.contains(button))
            continue;
        // Of a group of exclusive ones arrow keys go to the others.
        const bool grouped = button->isCheckable()
            && std::any_of(reached.begin(), reached.end(), [button](const QWidget *stop) {
                                 return stop->parentWidget() == button->parentWidget()
                                     || stop == button->parentWidget();
                             });
        if (!grouped)
            faults << u"Tab does not reach "_s + described(button) + u" in "_s
                    + described(button->parentWidget());
    }
    return faults;
}

QStringList faultsOf(const QWidget &window, const QImage &picture)
{
    return clippedTexts(window) + sidewaysScrolls(window) + outsideParents(window)
        + namelessStops(window) + invisibleTexts(window, picture);
}

} // namespace mintmark::test
