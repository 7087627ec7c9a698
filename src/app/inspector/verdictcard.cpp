// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/verdictcard.h"

#include "app/theme/metrics.h"
#include "app/tokens/verdictlook.h"
#include "app/widgets/linkbutton.h"
#include "app/widgets/verdictline.h"
#include "session/timetext.h"

#include <QGridLayout>

#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 5; ///< the headline and four
constexpr int columns = 2;

/// "7 h 42 min left · Expires 17:12:04 · 16:12:04 UTC": first what is left where it gets narrow.
QString timeText(const Verdict &verdict)
{
    QStringList parts;
    if (!verdict.reading.isEmpty())
        parts << joinedParts(verdict.reading) + u' ' + verdict.readingSuffix;
    parts << verdict.footRight << verdict.footLeft;
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QList<Verdict::Line> linesOf(const Verdict &verdict)
{
    if (verdict.headline.isEmpty())
        return {};
    QList<Verdict::Line> lines = verdict.lines.first(qMin(mostLines - 1, verdict.lines.size()));
    lines.prepend({ verdict.icon, verdict.tone, verdict.headline, timeText(verdict), {}, {} });
    return lines;
}

} // namespace

VerdictCard::VerdictCard(QWidget *parent) : Card(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0); // the card has its own
    grid->setHorizontalSpacing(metrics::space4);
    grid->setVerticalSpacing(metrics::space2 - LinkButton::ringRoom);
    for (int i = 0; i < mostLines; ++i) {
        auto *line = new VerdictLine(this);
        connect(line, &VerdictLine::linkClicked, this,
                [this, i] { Q_EMIT linkClicked(m_verdict.lines.value(i - 1).linkId); });
        grid->addWidget(line, i / columns, i % columns, Qt::AlignTop);
        line->hide();
        m_lines.append(line);
    }
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("Verdict"));
}

void VerdictCard::setVerdict(const Verdict &verdict)
{
    const QList<Verdict::Line> before = linesOf(std::exchange(m_verdict, verdict));
    const QList<Verdict::Line> now = linesOf(verdict);
    for (int i = 0; i < mostLines; ++i) {
        m_lines[i]->setVisible(i < now.size());
        if (i >= now.size() || (i < before.size() && before[i] == now[i]))
            continue;
        const Verdict::Line &line = now[i];
        m_lines[i]->setVerdict(iconByName(line.icon), toneColor(line.tone), line.text, line.caption,
                               line.link);
    }
}

} // namespace mintmark
