// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimsdelegate.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/tokens/claimsmodel.h"
#include "app/tokens/verdictlook.h"

#include <QPainter>
#include <QStyle>

namespace mintmark {

namespace {

constexpr int side = 4; ///< left and right of a cell's text
constexpr int valueLines = 3;
constexpr int meaningLines = 2;
constexpr int iconGap = 6;

bool isGroup(const QModelIndex &index)
{
    return index.data(ClaimsModel::GroupRole).toBool();
}

QString meaningOf(const QModelIndex &index)
{
    return index.siblingAtColumn(ClaimsModel::MeaningColumn).data().toString();
}

TextStyle styleOf(const QModelIndex &index)
{
    if (isGroup(index))
        return index.column() == ClaimsModel::NameColumn ? TextStyle::GroupHead
                                                         : TextStyle::Caption;
    return index.column() == ClaimsModel::MeaningColumn ? TextStyle::Body : TextStyle::Code;
}

int linesOf(const QModelIndex &index)
{
    if (isGroup(index) || index.column() == ClaimsModel::NameColumn)
        return 1;
    return index.column() == ClaimsModel::ValueColumn ? valueLines : meaningLines;
}

/// In high contrast all grounds are one.
CellText::Chip escapeChip(const Theme &theme)
{
    return { theme.warnBg, theme.warn, theme.warnBg == theme.surface };
}

/// Of one line of text in a row of the design's height, or what a larger font needs.
int rowPadding(const Look &look)
{
    const int line = QFontMetrics(look.font(TextStyle::Code)).height();
    return qMax(12, metrics::tableRowHeight - line);
}

} // namespace

ClaimsDelegate::ClaimsDelegate(QObject *parent) : QStyledItemDelegate(parent) { }

void ClaimsDelegate::setWidths(int value, int meaning)
{
    m_valueWidth = value;
    m_meaningWidth = meaning;
}

int ClaimsDelegate::textWidth(const QModelIndex &index) const
{
    int width =
        (index.column() == ClaimsModel::ValueColumn ? m_valueWidth : m_meaningWidth) - 2 * side;
    if (index.column() == ClaimsModel::ValueColumn
        && index.data(ClaimsModel::SeverityRole).isValid())
        width -= metrics::iconSmall + iconGap;
    return width;
}

int ClaimsDelegate::rowHeight(const Look &look)
{
    return QFontMetrics(look.font(TextStyle::Code)).height() + rowPadding(look);
}

CellText ClaimsDelegate::cellText(const Look &look, const QModelIndex &index, int width) const
{
    std::optional<CellText::Chip> chip;
    if (index.column() != ClaimsModel::MeaningColumn
        && index.data(ClaimsModel::EscapedRole).toBool())
        chip = escapeChip(look.theme());
    return CellText(index.data().toString(), look.font(styleOf(index)), width, linesOf(index),
                    chip);
}

int ClaimsDelegate::textHeight(const Look &look, const QModelIndex &index) const
{
    if (index.column() == ClaimsModel::NameColumn)
        return QFontMetrics(look.font(TextStyle::Code)).height();
    int height = cellText(look, index, textWidth(index)).height();
    if (m_below && index.column() == ClaimsModel::ValueColumn && !meaningOf(index).isEmpty())
        height += QFontMetrics(look.font(TextStyle::Caption)).height() + 2;
    return height;
}

QSize ClaimsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_below && index.column() == ClaimsModel::MeaningColumn)
        return { 0, metrics::tableRowHeight };
    const Look &look = Look::of(option.widget);
    return { 60, textHeight(look, index) + rowPadding(look) };
}

void ClaimsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                          option.widget);
    const Look &look = Look::of(option.widget);
    const QRect rect = option.rect.adjusted(side, rowPadding(look) / 2, -side, 0);
    painter->save();
    painter->setClipRect(option.rect);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    switch (index.column()) {
    case ClaimsModel::NameColumn: {
        if (index.data(ClaimsModel::EscapedRole).toBool()) {
            cellText(look, index, rect.width())
                .paint(*painter, rect.topLeft(), rowColor(look.theme(), &Theme::text, selected));
            break;
        }
        const int height = QFontMetrics(look.font(TextStyle::Code)).height();
        const ColorRole role = isGroup(index) ? &Theme::text2 : &Theme::text;
        painting::text(*painter, QRect(rect.topLeft(), QSize(rect.width(), height)),
                       index.data().toString(), look.font(styleOf(index)),
                       rowColor(look.theme(), role, selected));
        break;
    }
    case ClaimsModel::ValueColumn:
        paintValue(painter, option, index, rect);
        break;
    default:
        cellText(look, index, textWidth(index))
            .paint(*painter, rect.topLeft(),
                   rowColor(look.theme(), selected ? &Theme::text : &Theme::text2, selected));
    }
    painter->restore();
}

void ClaimsDelegate::paintValue(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, QRect rect) const
{
    const Look &look = Look::of(option.widget);
    const Theme &theme = look.theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const CellText text = cellText(look, index, textWidth(index));
    if (const QVariant severity = index.data(ClaimsModel::SeverityRole); severity.isValid()) {
        const auto level = static_cast<Severity>(severity.toInt());
        const QRect place(rect.topLeft(), QSize(metrics::iconSmall, text.lineStep()));
        painting::icon(*painter, look, place, severityIcon(level),
                       rowColor(theme, severityColor(level), selected), metrics::iconSmall,
                       option.widget);
        rect.setLeft(rect.left() + metrics::iconSmall + iconGap);
    }
    const ColorRole role = isGroup(index) ? &Theme::text2 : &Theme::text;
    text.paint(*painter, rect.topLeft(), rowColor(theme, role, selected));
    if (!m_below)
        return;
    const QFont font = look.font(TextStyle::Caption);
    const QRect below(rect.left(), rect.top() + text.height() + 2, rect.width(),
                      QFontMetrics(font).height());
    painting::text(*painter, below, meaningOf(index), font,
                   rowColor(theme, selected ? &Theme::text : &Theme::text2, selected));
}

} // namespace mintmark
