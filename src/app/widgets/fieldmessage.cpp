// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/fieldmessage.h"

#include "app/theme/metrics.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/wraplabel.h"

#include <QHBoxLayout>

namespace mintmark {

FieldMessage::FieldMessage(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(Icon::Info, metrics::iconSmall, this)),
      m_text(new WrapLabel(this))
{
    m_text->setTextStyle(TextStyle::Caption);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space1 + 2);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    connect(m_text, &WrapLabel::linkClicked, this, &FieldMessage::linkClicked);
    clear();
}

QString FieldMessage::text() const
{
    return m_text->text();
}

void FieldMessage::setMessage(MessageLevel level, const QString &text, const QString &link)
{
    m_level = level;
    switch (level) {
    case MessageLevel::Helper:
        m_text->setColorRole(&Theme::text2);
        break;
    case MessageLevel::Note:
        m_icon->setIcon(Icon::Info, &Theme::info);
        m_text->setColorRole(&Theme::info);
        break;
    case MessageLevel::Warning:
        m_icon->setIcon(Icon::Warn, &Theme::warn);
        m_text->setColorRole(&Theme::warn);
        break;
    case MessageLevel::Fault:
        m_icon->setIcon(Icon::Error, &Theme::err);
        m_text->setColorRole(&Theme::err);
        break;
    }
    m_icon->setVisible(level != MessageLevel::Helper);
    m_text->setText(text);
    m_text->setLink(link);
    setVisible(!text.isEmpty() || !link.isEmpty());
}

} // namespace mintmark
