// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/foundline.h"

#include "app/theme/metrics.h"
#include "app/widgets/fieldmessage.h"
#include "app/widgets/linkbutton.h"

#include <QHBoxLayout>

namespace mintmark {

FoundLine::FoundLine(QWidget *parent)
    : QWidget(parent),
      m_message(new FieldMessage(this)),
      m_previous(new LinkButton(tr("Previous"), this)),
      m_next(new LinkButton(tr("Next"), this))
{
    m_previous->setAccessibleName(tr("Previous token"));
    m_next->setAccessibleName(tr("Next token"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space3);
    row->addWidget(m_message, 1);
    row->addWidget(m_previous, 0, Qt::AlignTop);
    row->addWidget(m_next, 0, Qt::AlignTop);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
    show(false, {}, false);
}

void FoundLine::show(bool fault, const QString &text, bool several)
{
    m_message->setMessage(fault ? MessageLevel::Fault : MessageLevel::Note, text);
    m_previous->setVisible(several);
    m_next->setVisible(several);
    setVisible(!text.isEmpty());
}

void FoundLine::setFound(const QString &text, bool several)
{
    show(false, text, several);
}

void FoundLine::setRefusal(const QString &text)
{
    show(true, text, false);
}

QString FoundLine::text() const
{
    return m_message->text();
}

} // namespace mintmark
