// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/formfield.h"

#include "app/theme/metrics.h"
#include "app/widgets/elidinglabel.h"

#include <QGridLayout>

namespace mintmark {

FormField::FormField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent),
      m_label(new ElidingLabel(label, this)),
      m_field(field),
      m_message(new FieldMessage(this)),
      m_grid(new QGridLayout(this))
{
    m_label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::labelSpacing);
    m_grid->setVerticalSpacing(metrics::space1);
    place();
    connect(m_message, &FieldMessage::linkClicked, this, &FormField::linkClicked);
}

void FormField::setLabel(const QString &label)
{
    if (m_field->accessibleName() == m_label->text()) // else it has one of its own
        m_field->setAccessibleName(label);
    m_label->setText(label);
    place();
}

void FormField::place()
{
    for (QWidget *part :
         { static_cast<QWidget *>(m_label), m_field, static_cast<QWidget *>(m_message) })
        m_grid->removeWidget(part);
    // A field that takes no more room than it needs stands where the others begin.
    const bool isFixed = m_field->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
    const Qt::Alignment side = isFixed ? Qt::AlignLeft : Qt::Alignment();
    if (m_stacked) {
        m_label->setMinimumHeight(0);
        m_grid->addWidget(m_label, 0, 0);
        m_grid->addWidget(m_field, 1, 0, side);
        m_grid->addWidget(m_message, 2, 0);
    } else {
        // Beside the first line of a field that has several.
        m_label->setMinimumHeight(qMax(metrics::fieldHeight, m_label->sizeHint().height() + 18));
        m_grid->addWidget(m_label, 0, 0, Qt::AlignTop);
        m_grid->addWidget(m_field, 0, 1, side);
        m_grid->addWidget(m_message, 1, 1);
    }
    // A label that gives way asks for no room by itself.
    const int labelWidth = m_tight ? qMin(metrics::formLabelWidth, m_label->sizeHint().width())
                                   : metrics::formLabelWidth;
    m_grid->setColumnMinimumWidth(0, m_stacked ? 0 : labelWidth);
    m_grid->setColumnStretch(0, m_stacked ? 1 : 0);
    m_grid->setColumnStretch(1, m_stacked ? 0 : 1);
}

void FormField::setStacked(bool stacked)
{
    if (stacked == m_stacked)
        return;
    m_stacked = stacked;
    place();
}

void FormField::setTight(bool tight)
{
    if (tight == m_tight)
        return;
    m_tight = tight;
    place();
}

void FormField::setHelper(const QString &text, const QString &link)
{
    const bool shown = m_message->level() == MessageLevel::Helper;
    m_helper = text;
    m_helperLink = link;
    if (shown)
        clearMessage();
}

void FormField::setRemark(const QString &text)
{
    m_remark = text;
    setHelper(m_helper, m_helperLink);
}

void FormField::setMessage(MessageLevel level, const QString &text, const QString &link)
{
    m_message->setMessage(level, text, link);
    m_field->setAccessibleDescription(text);
    setFault(level == MessageLevel::Fault);
}

void FormField::clearMessage()
{
    setMessage(MessageLevel::Helper, (m_helper + u' ' + m_remark).trimmed(), m_helperLink);
}

void FormField::setFault(bool fault)
{
    m_field->setProperty("fault", fault);
    m_field->update();
}

} // namespace mintmark
