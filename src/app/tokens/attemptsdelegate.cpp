// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/attemptsdelegate.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/tokens/attemptsmodel.h"

#include <QStyle>

namespace mintmark {

void AttemptsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                          option.widget);
    const Look &look = Look::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool failed = index.data(AttemptsModel::FailedRole).toBool();
    QRect icon = option.rect;
    icon.setWidth(metrics::icon + metrics::space3);
    painting::icon(*painter, look, icon, failed ? Icon::Error : Icon::Check,
                   rowColor(look.theme(), failed ? &Theme::err : &Theme::ok, selected),
                   metrics::iconSmall, option.widget);
    painting::text(*painter, option.rect.adjusted(icon.width(), 0, -metrics::space1, 0),
                   index.data().toString(), look.font(TextStyle::Body),
                   rowColor(look.theme(), &Theme::text, selected));
}

QSize AttemptsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = QFontMetrics(Look::of(option.widget).font(TextStyle::Body)).height();
    return { 100, qMax(metrics::tableRowHeight, line + 12) };
}

} // namespace mintmark
