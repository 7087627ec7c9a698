// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/countdowncard.h"

#include "app/theme/metrics.h"
#include "app/tokens/verdictlook.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/linkbutton.h"
#include "app/widgets/timebar.h"
#include "app/widgets/timedisplay.h"
#include "app/widgets/verdictline.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace mintmark {

namespace {

constexpr int mostLines = 4;
constexpr int fewestSlots = 2; ///< audience and signature: room for them is kept without a token
constexpr int readingWidth = 300;

/// A verdict line with caption and link, whether it has them or not: the card must not jump.
int slotHeight(const QWidget *widget)
{
    const Look &look = Look::of(widget);
    return qMax(metrics::icon, QFontMetrics(look.font(TextStyle::BodyStrong)).height())
        + QFontMetrics(look.font(TextStyle::CaptionStrong)).height() + LinkButton::ringRoom;
}

/// Between two lines; each has the room of a ring below itself.
constexpr int lineSpacing = metrics::space2 - LinkButton::ringRoom;

} // namespace

CountdownCard::CountdownCard(QWidget *parent)
    : Card(parent),
      m_icon(new IconLabel(Icon::Clock, metrics::iconLarge, this)),
      m_headline(new ElidingLabel(this)),
      m_elapsed(new ElidingLabel(this)),
      m_cancel(new LinkButton(tr("Cancel"), this)),
      m_display(new TimeDisplay(this)),
      m_unlock(new ActionButton(tr("Unlock…"), ButtonRole::Secondary, this)),
      m_reading(makeReading()),
      m_divider(new Pane(&Theme::line, this)),
      m_lineArea(new QWidget(this)),
      m_lineGrid(new QGridLayout(m_lineArea)),
      m_upper(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_bar(new TimeBar(this)),
      m_footLeft(new ElidingLabel(this)),
      m_footRight(new ElidingLabel(this))
{
    m_lineGrid->setContentsMargins(0, 0, 0, 0);
    m_lineGrid->setHorizontalSpacing(metrics::space4);
    m_lineGrid->setVerticalSpacing(lineSpacing);
    m_lineArea->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (int i = 0; i < mostLines; ++i) {
        auto *line = new VerdictLine(m_lineArea);
        connect(line, &VerdictLine::linkClicked, this,
                [this, i] { Q_EMIT linkClicked(m_verdict.lines.value(i).linkId); });
        m_lines.append(line);
    }
    for (ElidingLabel *foot : { m_footLeft, m_footRight }) {
        foot->setTextStyle(TextStyle::Caption);
        foot->setColorRole(&Theme::text2);
        foot->setHugging(true);
    }
    m_upper->addWidget(m_reading);
    m_upper->addWidget(m_divider);
    m_upper->addWidget(m_lineArea, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_footLeft);
    foot->addStretch(1);
    foot->addWidget(m_footRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0); // the card has its own
    column->setSpacing(metrics::space3);
    column->addLayout(m_upper);
    column->addWidget(m_bar);
    column->addLayout(foot);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Verdict"));
    connect(m_unlock, &QAbstractButton::clicked, this, &CountdownCard::unlockRequested);
    connect(m_cancel, &QAbstractButton::clicked, this, &CountdownCard::cancelRequested);
    arrange();
    setVerdict({});
}

QWidget *CountdownCard::makeReading()
{
    auto *reading = new QWidget(this);
    m_headline->setTextStyle(TextStyle::Headline);
    m_headline->setHugging(true);
    m_elapsed->setTextStyle(TextStyle::Caption);
    m_elapsed->setColorRole(&Theme::text2);
    m_elapsed->setHugging(true);
    m_cancel->setVisible(false);
    m_unlock->setVisible(false);
    m_display->setAccessibleDescription(tr("Time left"));

    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::space2);
    first->addWidget(m_icon);
    first->addWidget(m_headline);
    first->addWidget(m_elapsed);
    first->addWidget(m_cancel);
    first->addStretch(1);
    first->addStrut(QFontMetrics(Look::of(this).font(TextStyle::Headline)).height() + 2);
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::space3);
    second->addWidget(m_display, 1);
    second->addWidget(m_unlock);
    second->addStrut(metrics::buttonHeight);

    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space1);
    column->addLayout(first);
    column->addLayout(second);
    column->addStretch(1);
    return reading;
}

/// Beside the reading one line under the other; under it in two columns, where the height is dear.
void CountdownCard::arrange()
{
    for (VerdictLine *line : m_lines)
        m_lineGrid->removeWidget(line);
    const int columns = m_stacked ? 2 : 1;
    for (int i = 0; i < mostLines; ++i)
        m_lineGrid->addWidget(m_lines[i], i / columns, i % columns, Qt::AlignTop);
    m_lineGrid->setColumnStretch(0, 1);
    m_lineGrid->setColumnStretch(1, m_stacked ? 1 : 0);
    const int rows = (m_slots + columns - 1) / columns;
    m_lineArea->setFixedHeight(rows * slotHeight(this) + (rows - 1) * lineSpacing);
    m_lineGrid->setRowStretch(mostLines, 1);
    m_upper->setDirection(m_stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_upper->setSpacing(m_stacked ? metrics::space2 : metrics::space5);
    m_divider->setVisible(!m_stacked);
    m_divider->setFixedWidth(Look::of(this).theme().border);
    fitReading();
    updateGeometry();
}

/// As wide as ever, unless the headline needs more: it is read first and from afar.
void CountdownCard::fitReading()
{
    const int most = qMax(readingWidth, contentsRect().width() * 3 / 5);
    const int wanted = qMax(m_reading->sizeHint().width(), m_display->sizeHint().width());
    const int width = qBound(readingWidth, wanted, most);
    m_reading->setMinimumWidth(m_stacked ? 0 : width);
    m_reading->setMaximumWidth(m_stacked ? QWIDGETSIZE_MAX : width);
}

void CountdownCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitReading();
}

void CountdownCard::setStacked(bool stacked)
{
    if (stacked == m_stacked)
        return;
    m_stacked = stacked;
    arrange();
}

void CountdownCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

void CountdownCard::setVerdict(const Verdict &verdict)
{
    const Verdict before = std::exchange(m_verdict, verdict);
    showHeadline();
    showReading();
    if (before.readingDimmed != verdict.readingDimmed)
        m_display->setDimmed(verdict.readingDimmed);
    showLines(before.lines);
    const Verdict::Bar bar = verdict.bar;
    m_bar->setBar(barShape(bar), toneBarColor(verdict.barTone), verdict.barFraction);
    m_bar->setMark(verdict.barMark);
    if (m_footLeft->text() != verdict.footLeft)
        m_footLeft->setText(verdict.footLeft);
    if (m_footRight->text() != verdict.footRight)
        m_footRight->setText(verdict.footRight);
}

void CountdownCard::showHeadline()
{
    m_icon->setIcon(iconByName(m_verdict.icon), toneColor(m_verdict.tone));
    m_headline->setColorRole(toneColor(m_verdict.tone));
    if (m_headline->text() != m_verdict.headline)
        m_headline->setText(m_verdict.headline);
    const bool running = !m_verdict.elapsed.isEmpty();
    // Where nothing else is to be read, the elapsed time is the reading.
    const bool beside =
        running && !(m_verdict.reading.isEmpty() && m_verdict.readingText.isEmpty());
    const QString elapsed = beside ? joinedParts(m_verdict.elapsed) : QString();
    if (m_elapsed->text() != elapsed)
        m_elapsed->setText(elapsed);
    m_elapsed->setVisible(beside);
    m_cancel->setVisible(running);
}

void CountdownCard::showReading()
{
    const Verdict &verdict = m_verdict;
    if (!verdict.reading.isEmpty())
        m_display->setTime(verdict.reading, verdict.readingSuffix);
    else if (verdict.readingText.isEmpty())
        m_display->setTime(verdict.elapsed);
    else if (m_display->text() != verdict.readingText)
        m_display->setPlain(verdict.readingText);
    m_unlock->setVisible(verdict.showUnlock);
    fitReading();
}

void CountdownCard::showLines(const QList<Verdict::Line> &before)
{
    const int count = qMin<int>(mostLines, static_cast<int>(m_verdict.lines.size()));
    const int kept = m_verdict.elapsed.isEmpty() ? fewestSlots : m_slots;
    if (const int room = qMax(count, kept); room != m_slots) {
        m_slots = room;
        arrange();
    }
    for (int i = 0; i < mostLines; ++i) {
        m_lines[i]->setVisible(i < count);
        if (i >= count)
            continue;
        const Verdict::Line &line = m_verdict.lines[i];
        if (i < before.size() && before[i] == line)
            continue;
        m_lines[i]->setVerdict(iconByName(line.icon), toneColor(line.tone), line.text, line.caption,
                               line.link);
    }
}

} // namespace mintmark
