// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profiledelegate.h"

#include "app/profiles/profilelistmodel.h"
#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/environmenttag.h"

#include <QPainter>
#include <QTextLayout>

namespace mintmark {

namespace {

constexpr int outerMargin = 8;  ///< beside the ground of a row
constexpr int innerMargin = 12; ///< from the ground's edge to tag and chip
constexpr int tagGap = 10;
constexpr int chipGap = 8;
constexpr int chipIconGap = 4;
constexpr int barHeight = 22;
constexpr int shortestName = 5; ///< in font sizes: about eight letters

bool has(const QStyleOptionViewItem &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// One line of `text` with some parts of it stronger.
QTextLine lineOf(QTextLayout &layout, const QFont &font, const QList<TextRange> &strong)
{
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &range : strong) {
        if (range.start >= layout.text().size())
            break;
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        formats.append({ range.start, range.length, format });
    }
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setFont(font);
    layout.setFormats(formats);
    layout.setTextOption(option);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    return layout.lineAt(0);
}

qreal widthOf(const QString &text, const QFont &font, const QList<TextRange> &strong)
{
    QTextLayout layout(text);
    return lineOf(layout, font, strong).naturalTextWidth();
}

/// As many characters of `text` as fit with an ellipsis behind them.
QString elided(const QString &text, const QFont &font, const QList<TextRange> &strong, qreal width)
{
    if (widthOf(text, font, strong) <= width)
        return text;
    qsizetype fits = 0;
    qsizetype tooMuch = text.size();
    while (tooMuch - fits > 1) {
        const qsizetype middle = (fits + tooMuch) / 2;
        const bool fit = widthOf(text.first(middle) + u'…', font, strong) <= width;
        (fit ? fits : tooMuch) = middle;
    }
    if (fits > 0 && text[fits - 1].isHighSurrogate())
        --fits;
    return text.first(fits) + u'…';
}

/// As painting::text(), with hits.
void paintHits(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
               const QList<TextRange> &hits, Qt::LayoutDirection direction)
{
    const QString shown = elided(text, font, hits, rect.width());
    QTextLayout layout(shown);
    const QTextLine line = lineOf(layout, font, hits);
    const qreal x =
        direction == Qt::RightToLeft ? rect.right() + 1 - line.naturalTextWidth() : rect.x();
    layout.draw(&painter, QPointF(x, rect.y() + (rect.height() - line.height()) / 2));
}

} // namespace

ProfileDelegate::ProfileDelegate(const ProfileListModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model)
{ }

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look &look = Look::of(option.widget);
    const int text = look.scale().pixelSize();
    const bool head = m_model.isSection(index);
    return { 0,
             head ? qMax(metrics::groupHeight, text + 14) : qMax(metrics::rowHeight, text + 18) };
}

void ProfileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    if (m_model.isSection(index))
        paintHead(*painter, option, index);
    else
        paintRow(*painter, option, index);
    painter->restore();
}

void ProfileDelegate::paintHead(QPainter &painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Look &look = Look::of(option.widget);
    const Theme &theme = look.theme();
    const QRect ground = option.rect.adjusted(outerMargin, 0, -outerMargin, 0);
    const auto place = [&option, &ground](int x, int width) {
        return QStyle::visualRect(option.direction, ground,
                                  QRect(x, ground.y(), width, ground.height()));
    };
    if (has(option, QStyle::State_MouseOver))
        painting::frame(painter, ground, { theme.hover, {}, 0, metrics::controlRadius });
    const bool open = has(option, QStyle::State_Open);
    const Icon closed = option.direction == Qt::RightToLeft ? Icon::Left : Icon::Right;
    painting::icon(painter, look, place(ground.x() + 2, metrics::iconSmall),
                   open ? Icon::Down : closed, theme.text2, metrics::iconSmall, option.widget);

    const QFont font = look.font(TextStyle::GroupHead);
    const int end = ground.right() + 1 - innerMargin;
    int countWidth = 0;
    if (m_model.sectionKind(index) == ListSection::Kind::Customer) {
        const QString count = QString::number(m_model.rowCount(index));
        countWidth = QFontMetrics(font).horizontalAdvance(count) + chipGap;
        painting::text(painter, place(end - countWidth, countWidth), count, font, theme.text2,
                       Qt::AlignRight);
    }
    const int start = ground.x() + 2 + metrics::iconSmall + metrics::space1;
    painting::text(painter, place(start, end - countWidth - start),
                   index.data(Qt::DisplayRole).toString(), font, theme.text2);
    if (has(option, QStyle::State_HasFocus))
        painting::focusRing(painter, ground, theme.focus, metrics::controlRadius);
}

void ProfileDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Look &look = Look::of(option.widget);
    const QRect ground = option.rect.adjusted(outerMargin, 1, -outerMargin, -1);
    paintGround(painter, option, ground);

    const QRect inner = ground.adjusted(innerMargin, 0, -innerMargin, 0);
    const Environment environment = m_model.listing(index)->environment;
    const int tagWidth = environmentTagSize(environment, TagSize::List, look).width();
    const QRect tag(inner.x(), inner.y(), tagWidth, inner.height());
    paintEnvironmentTag(painter, QStyle::visualRect(option.direction, inner, tag), environment,
                        TagSize::List, look);
    const QRect room = inner.adjusted(tagWidth + tagGap, 0, 0, 0);
    const int chip = paintChip(painter, option, index, room);
    const QRect name = room.adjusted(0, 0, chip > 0 ? -chip - chipGap : 0, 0);
    paintName(painter, option, index, QStyle::visualRect(option.direction, inner, name));
}

void ProfileDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QRect &ground) const
{
    const Theme &theme = Look::of(option.widget).theme();
    const bool selected = has(option, QStyle::State_Selected);
    if (selected || has(option, QStyle::State_MouseOver))
        painting::frame(painter, ground,
                        { selected ? theme.selected : theme.hover, {}, 0, metrics::controlRadius });
    if (selected) {
        QRect bar(ground.x(), 0, metrics::selectionBar, barHeight);
        bar.moveTop(ground.center().y() - barHeight / 2 + 1);
        const QColor color = rowColor(theme, &Theme::accent, true);
        if (color == theme.sidebar) // it would look like a notch
            bar.translate(metrics::space1, 0);
        painting::frame(painter, QStyle::visualRect(option.direction, ground, bar),
                        { color, {}, 0, 1.5 });
    }
    if (has(option, QStyle::State_HasFocus))
        painting::focusRing(painter, ground, selected ? theme.focusOnSelected : theme.focus,
                            metrics::controlRadius);
}

int ProfileDelegate::paintChip(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, const QRect &room) const
{
    const RowChip chip = m_model.chip(index);
    if (chip.kind == RowChip::Kind::None)
        return 0;
    const Look &look = Look::of(option.widget);
    const QColor color =
        rowColor(look.theme(), chipColor(chip.kind), has(option, QStyle::State_Selected));
    const QFont font =
        look.font(isStrong(chip.kind) ? TextStyle::CaptionStrong : TextStyle::Caption);
    const int textWidth = QFontMetrics(font).horizontalAdvance(chip.text);
    const std::optional<Icon> icon = chipIcon(chip.kind);
    const int width = textWidth + (icon ? metrics::iconSmall + chipIconGap : 0);
    // With a large font in a narrow pane: whose row it is comes before what is merely worth
    // knowing.
    if (!isStrong(chip.kind) && room.width() - width < shortestName * look.scale().pixelSize())
        return 0;
    const QRect row = option.rect;
    const auto place = [&option, &row](int x, int partWidth) {
        return QStyle::visualRect(option.direction, row,
                                  QRect(x, row.y(), partWidth, row.height()));
    };
    const int start = room.right() + 1 - width;
    if (icon)
        painting::icon(painter, look, place(start, metrics::iconSmall), *icon, color,
                       metrics::iconSmall, option.widget);
    painting::text(painter, place(start + width - textWidth, textWidth), chip.text, font, color);
    return width;
}

void ProfileDelegate::paintName(QPainter &painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const QRect &rect) const
{
    const Look &look = Look::of(option.widget);
    const bool selected = has(option, QStyle::State_Selected);
    const QColor color = selected ? look.theme().onSelected : look.theme().text;
    const QString name = index.data(Qt::DisplayRole).toString();
    if (m_model.query().isEmpty()) {
        painting::text(painter, rect, name,
                       look.font(selected ? TextStyle::BodyStrong : TextStyle::Body), color);
        return;
    }
    painter.setPen(color);
    paintHits(painter, rect, name, look.font(TextStyle::Body), searchHits(name, m_model.query()),
              option.direction);
}

} // namespace mintmark
