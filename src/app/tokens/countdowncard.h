// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/pane.h"
#include "session/verdict.h"

#include <QList>

class QBoxLayout;
class QGridLayout;

namespace mintmark {

class ActionButton;
class ElidingLabel;
class IconLabel;
class LinkButton;
class TimeBar;
class TimeDisplay;
class VerdictLine;

/// The one reading of the instrument: a Verdict, shown. It never changes its height while a request
/// runs, nor by what its reading says.
class CountdownCard : public Card
{
    Q_OBJECT
public:
    explicit CountdownCard(QWidget *parent = nullptr);

    /// Only what differs from what stands there repaints.
    void setVerdict(const Verdict &verdict);
    const Verdict &verdict() const { return m_verdict; }
    /// Verdict lines under the reading instead of beside it.
    void setStacked(bool stacked);

    TimeDisplay *display() const { return m_display; }
    TimeBar *bar() const { return m_bar; }
    QList<VerdictLine *> lines() const { return m_lines; }

Q_SIGNALS:
    void linkClicked(const QString &linkId);
    void unlockRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeReading();
    void arrange();
    void fitReading();
    void showHeadline();
    void showReading();
    void showLines(const QList<Verdict::Line> &before);

    Verdict m_verdict;
    bool m_stacked = false;
    int m_slots = 2; ///< verdict lines there is room for
    IconLabel *m_icon;
    ElidingLabel *m_headline;
    ElidingLabel *m_elapsed;
    LinkButton *m_cancel;
    TimeDisplay *m_display;
    ActionButton *m_unlock;
    QWidget *m_reading;
    QWidget *m_divider;
    QWidget *m_lineArea;
    QGridLayout *m_lineGrid;
    QBoxLayout *m_upper;
    QList<VerdictLine *> m_lines;
    TimeBar *m_bar;
    ElidingLabel *m_footLeft;
    ElidingLabel *m_footRight;
};

} // namespace mintmark
