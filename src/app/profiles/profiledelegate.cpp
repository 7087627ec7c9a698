// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profiledelegate.h"

#include "app/profiles/profilelistmodel.h"
#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/environmenttag.h"

#include <QPainter>
#include <QTextLayout>
#include <QtMath>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int outerMargin = 8;  ///< beside the ground of a row
constexpr int innerMargin = 12; ///< from the ground's edge to tag and chip
constexpr int tagGap = 10;
constexpr int chipGap = 8;
constexpr int chipIconGap = 4;
constexpr int barHeight = 22;

bool has(const QStyleOptionViewItem &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// One line of `text` with some parts of it stronger.
QTextLayout *lineOf(QTextLayout &layout, const QFont &font, const QList<TextRange> &strong)
{
    QList<QTextLayout::FormatRange> formats;
    for (const TextRange &range : strong) {
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
    return &layout;
}

/// As painting::text(), with hits; elided at the right.
void paintHits(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
               const QColor &color, const QList<TextRange> &hits)
{
    QTextLayout whole(text);
    const QTextLine line = lineOf(whole, font, hits)->lineAt(0);
    const bool fits = line.naturalTextWidth() <= rect.width();
    const int room = rect.width() - QFontMetrics(font).horizontalAdvance(u'…');
    const int kept = line.xToCursor(room, QTextLine::CursorOnCharacter);
    QTextLayout shortened(fits ? text : text.first(kept) + u'…');
    QList<TextRange> keptHits;
    for (const TextRange &hit : hits) {
        if (fits || hit.start < kept)
            keptHits.append({ hit.start, fits ? hit.length : qMin(hit.length, kept - hit.start) });
    }
    const QTextLine shown = lineOf(shortened, font, keptHits)->lineAt(0);
    const qreal x =
        shortened.textOption().textDirection() == Qt::RightToLeft || text.isRightToLeft()
        ? rect.right() + 1 - shown.naturalTextWidth()
        : rect.x();
    painter.setPen(color);
    shortened.draw(&painter, QPointF(x, rect.y() + (rect.height() - shown.height()) / 2));
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
                       option.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight);
    }
    const int start = ground.x() + 2 + metrics::iconSmall + metrics::space1;
    painting::text(painter, place(start, end - countWidth - start),
                   index.data(Qt::DisplayRole).toString(), font, theme.text2,
                   option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
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
    const int chip = paintChip(painter, option, index, inner);
    const QRect name = inner.adjusted(tagWidth + tagGap, 0, chip > 0 ? -chip - chipGap : 0, 0);
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
        painting::frame(painter, QStyle::visualRect(option.direction, ground, bar),
                        { rowColor(theme, &Theme::accent, true), {}, 0, 1.5 });
    }
    if (has(option, QStyle::State_HasFocus))
        painting::focusRing(painter, ground, selected ? theme.focusOnSelected : theme.focus,
                            metrics::controlRadius);
}

int ProfileDelegate::paintChip(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, const QRect &inner) const
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
    const auto place = [&option, &inner](int x, int partWidth) {
        return QStyle::visualRect(option.direction, inner,
                                  QRect(x, inner.y(), partWidth, inner.height()));
    };
    const int start = inner.right() + 1 - width;
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
                       look.font(selected ? TextStyle::BodyStrong : TextStyle::Body), color,
                       option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        return;
    }
    paintHits(painter, rect, name, look.font(TextStyle::Body), color,
              searchHits(name, m_model.query()));
}

} // namespace mintmark
