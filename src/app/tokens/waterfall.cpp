// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/waterfall.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/tokens/attemptsmodel.h"

#include <QStyle>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 20;
constexpr int barHeight = 12;
constexpr int timeWidth = 70;

} // namespace

Waterfall::Waterfall(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void Waterfall::setTimings(const ExchangeTimings &timings)
{
    m_phases.clear();
    qint64 at = 0;
    const auto add = [&](const QString &name, qint64 ms, ColorRole color) {
        if (ms < 0)
            return;
        m_phases.append({ name, at, ms, color });
        at += ms;
    };
    add(tr("Connect and TLS"), timings.connectMs, &Theme::info);
    add(tr("Send"), timings.sendMs, &Theme::test);
    add(tr("Wait"), timings.waitMs, &Theme::text2);
    add(tr("Receive"), timings.receiveMs, &Theme::ok);
    m_totalMs = qMax<qint64>(qMax(at, timings.totalMs), 1);
    QStringList spoken;
    for (const Phase &phase : m_phases)
        spoken << phase.name + u' ' + millisecondsText(phase.ms);
    setAccessibleName(spoken.join(u", "_s));
    setVisible(!m_phases.isEmpty());
    updateGeometry();
    update();
}

QSize Waterfall::sizeHint() const
{
    return { 300, static_cast<int>(m_phases.size()) * rowHeight };
}

void Waterfall::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    QPainter painter(this);
    const QFont font = look.font(TextStyle::Caption);
    const int nameWidth = qMin(
        width() / 3, QFontMetrics(font).horizontalAdvance(tr("Connect and TLS")) + metrics::space3);
    const int room = qMax(20, width() - nameWidth - timeWidth);
    const auto place = [&](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), this->rect(), rect);
    };
    int y = 0;
    for (const Phase &phase : m_phases) {
        painting::text(painter, place({ 0, y, nameWidth, rowHeight }), phase.name, font,
                       look.theme().text2);
        const int left = static_cast<int>(room * phase.beginMs / m_totalMs);
        const int wide = qMax(2, static_cast<int>(room * phase.ms / m_totalMs));
        const QRect bar(nameWidth + left, y + (rowHeight - barHeight) / 2, wide, barHeight);
        painting::frame(painter, place(bar), { look.theme().*phase.color, {}, 0, 2 });
        painting::text(painter, place({ width() - timeWidth, y, timeWidth, rowHeight }),
                       millisecondsText(phase.ms), font, look.theme().text,
                       layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight);
        y += rowHeight;
    }
}

} // namespace mintmark
