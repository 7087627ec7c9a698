// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/checkrow.h"

#include "app/theme/metrics.h"
#include "app/tokens/verdictlook.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/wraplabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

CheckRow::CheckRow(QWidget *parent)
    : Pane(&Theme::surface, parent),
      m_icon(new IconLabel(Icon::Info, metrics::icon, this)),
      m_found(new WrapLabel(this)),
      m_advice(new WrapLabel(this))
{
    m_found->setTextStyle(TextStyle::BodyStrong);
    m_advice->setColorRole(&Theme::text2);
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addWidget(m_found);
    text->addWidget(m_advice);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space2, metrics::space2 + 2, metrics::space4,
                            metrics::space2 + 2);
    row->setSpacing(metrics::space3);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    setLines(Qt::BottomEdge);
}

void CheckRow::setCheck(const TokenCheck &check)
{
    // The first sentence says what was found, the others what to do.
    const qsizetype end = check.message.indexOf(". "_L1);
    const QString found = end < 0 ? check.message : check.message.first(end + 1);
    const QString advice = end < 0 ? QString() : check.message.mid(end + 2);
    m_icon->setIcon(severityIcon(check.severity), severityColor(check.severity));
    m_found->setTextStyle(TextStyle::BodyStrong);
    m_found->setText(found);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    setAccessibleName(severityWord(check.severity) + u": "_s + check.message);
}

void CheckRow::setPassed(const QString &sentence)
{
    m_icon->setIcon(Icon::Check, &Theme::ok);
    m_found->setTextStyle(TextStyle::Body);
    m_found->setText(sentence);
    m_advice->hide();
    setAccessibleName(tr("In order: %1").arg(sentence));
}

} // namespace mintmark
