// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/verdictline.h"

#include "app/theme/metrics.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/linkbutton.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace mintmark {

VerdictLine::VerdictLine(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(Icon::Info, metrics::icon, this)),
      m_statement(new ElidingLabel(this)),
      m_reason(new ElidingLabel(this)),
      m_link(new LinkButton(this)),
      m_second(new QHBoxLayout)
{
    m_statement->setTextStyle(TextStyle::BodyStrong);
    m_reason->setTextStyle(TextStyle::Caption);
    m_reason->setColorRole(&Theme::text2);
    m_reason->setHugging(true);
    m_link->setTextStyle(TextStyle::CaptionStrong);

    auto *second = m_second;
    second->setSpacing(metrics::space1 + 2);
    second->addWidget(m_reason);
    second->addWidget(m_link);
    second->addStretch(1);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::space2 + 1);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_icon, 0, 0, 1, 1, Qt::AlignTop);
    grid->addWidget(m_statement, 0, 1);
    grid->addLayout(second, 1, 1);
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
    m_reason->setVisible(!reason.isEmpty());
    // The room of its focus ring is no reason for more space between the lines.
    const int overlap = link.isEmpty() ? 0 : LinkButton::ringRoom;
    m_second->setContentsMargins(0, -overlap, 0, -overlap);
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    m_link->updateGeometry();
    // "Set one…" alone says little to somebody who does not see the line.
    m_link->setAccessibleDescription(statement);
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
