// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"
#include "app/theme/typescale.h"
#include "session/timetext.h"

#include <QLabel>

namespace mintmark {

/// The one big reading. Each digit stands in the middle of a cell as wide as a zero, so that
/// nothing moves when it changes; Qt 6.4 cannot switch a font to tabular figures.
class TimeDisplay : public QLabel
{
    Q_OBJECT
public:
    explicit TimeDisplay(QWidget *parent = nullptr);

    /// 7 h 42 min left: parts and suffix. "–" may be a part.
    void setTime(const QList<TimePart> &parts, const QString &suffix = {});
    /// Running text instead of a time, as "F5 fetches one".
    void setPlain(const QString &text);
    /// An old time while a new one is fetched.
    void setDimmed(bool dimmed);

    /// Left edge of the cell of each character of each part's digits, from the left.
    QList<qreal> cellPositions() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 1, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Cell
    {
        QString text;
        TextStyle style = TextStyle::Display;
        qreal left = 0;
        qreal width = 0;
    };
    QList<Cell> cells() const;

    QList<TimePart> m_parts;
    QString m_suffix;
    bool m_dimmed = false;
};

} // namespace mintmark
