// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/verdictline.h"

#include "app/theme/metrics.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/linkbutton.h"

#include <QEvent>
#include <QGridLayout>
#include <QStyle>

namespace mintmark {

VerdictLine::VerdictLine(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(Icon::Info, metrics::icon, this)),
      m_statement(new ElidingLabel(this)),
      m_reason(new ElidingLabel(this)),
      m_link(new LinkButton(this))
{
    m_statement->setTextStyle(TextStyle::BodyStrong);
    m_reason->setTextStyle(TextStyle::Caption);
    m_reason->setColorRole(&Theme::text2);
    m_link->setTextStyle(TextStyle::CaptionStrong);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, LinkButton::ringRoom);
    grid->setHorizontalSpacing(metrics::space2 + 1);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_icon, 0, 0, 1, 1, Qt::AlignTop);
    grid->addWidget(m_statement, 0, 1);
    grid->addWidget(m_reason, 1, 1);
    grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_link, &QAbstractButton::clicked, this, &VerdictLine::linkClicked);
}

void VerdictLine::setVerdict(Icon icon, ColorRole color, const QString &statement,
                             const QString &reason, const QString &link)
{
    m_icon->setIcon(icon, color);
    m_statement->setText(statement);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty() || !link.isEmpty());
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    placeLink();
    // "Set one…" alone says little to somebody who does not see the line.
    m_link->setAccessibleDescription(statement);
}

bool VerdictLine::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        placeLink();
    return done;
}

/// Behind the reason and over its line: the room of a focus ring is no reason for more space
/// between lines.
void VerdictLine::placeLink()
{
    constexpr int gap = metrics::space1;
    const QSize size = m_link->sizeHint();
    const int taken = m_link->text().isEmpty() ? 0 : gap + size.width();
    m_reason->setContentsMargins(0, 0, taken, 0);
    if (taken == 0)
        return;
    const QRect line = m_reason->geometry();
    const int text = m_reason->sizeHint().width() - taken;
    const int x = line.left() + qMax(0, qMin(text, line.width() - taken)) + gap;
    const QRect place(QPoint(x, line.center().y() - size.height() / 2 + 1), size);
    m_link->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

QString VerdictLine::statement() const
{
    return m_statement->text();
}

QString VerdictLine::reason() const
{
    return m_reason->text();
}

} // namespace mintmark
