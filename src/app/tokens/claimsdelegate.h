// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/typescale.h"
#include "app/tokens/celltext.h"

#include <QStyledItemDelegate>

namespace mintmark {

class Look;

/// Paints rows of the claims: names and values in the fixed font, values over up to three lines
/// with the icon of what was found about them, meanings quietly beside them or, in narrow windows,
/// under them.
class ClaimsDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ClaimsDelegate(QObject *parent = nullptr);

    void setMeaningBelow(bool below) { m_below = below; }
    /// Widths to wrap in: a size hint is asked for before there is a rectangle.
    void setWidths(int value, int meaning);
    /// Of a row with one line.
    static int rowHeight(const Look &look);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int textHeight(const Look &look, const QModelIndex &index) const;
    int textWidth(const QModelIndex &index) const;
    CellText cellText(const Look &look, const QModelIndex &index, int width) const;
    void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    QRect rect) const;

    int m_valueWidth = 330;
    int m_meaningWidth = 300;
    bool m_below = false;
};

} // namespace mintmark
