// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/barpainting.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"

#include <QAccessibleWidget>
#include <QPainterPath>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *makeAlert(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (widget && (className == "mintmark::MessageBar"_L1 || className == "mintmark::NoticeBar"_L1))
        return new QAccessibleWidget(widget, QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

Icon barIcon(BarKind kind)
{
    switch (kind) {
    case BarKind::Error:
        return Icon::Error;
    case BarKind::Warning:
        return Icon::Warn;
    case BarKind::Info:
        break;
    }
    return Icon::Info;
}

ColorRole barTextColor(BarKind kind)
{
    switch (kind) {
    case BarKind::Error:
        return &Theme::err;
    case BarKind::Warning:
        return &Theme::warn;
    case BarKind::Info:
        break;
    }
    return &Theme::info;
}

void paintBar(QPainter &painter, const QWidget *bar, BarKind kind)
{
    constexpr int lineWidth = 4;
    const Theme &theme = Look::of(bar).theme();
    QColor ground = theme.infoBg;
    QColor line = theme.infoLine;
    if (kind == BarKind::Error) {
        ground = theme.errBg;
        line = theme.errLine;
    } else if (kind == BarKind::Warning) {
        ground = theme.warnBg;
        line = theme.warnLine;
    }
    const QRect rect = bar->rect();
    QPainterPath outline;
    outline.addRoundedRect(rect, metrics::barRadius, metrics::barRadius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline, ground);
    painter.setClipPath(outline);
    painting::edge(painter, rect,
                   bar->layoutDirection() == Qt::RightToLeft ? Qt::RightEdge : Qt::LeftEdge, line,
                   lineWidth);
    painter.restore();
    if (theme.border > 1)
        painting::frame(painter, rect, { {}, line, qreal(theme.border), metrics::barRadius });
}

void announceBar(QWidget *bar, const QString &text)
{
    static const bool installed = (QAccessible::installFactory(makeAlert), true);
    Q_UNUSED(installed)
    bar->setAccessibleName(text);
    QAccessibleEvent event(bar, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace mintmark
