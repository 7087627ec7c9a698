// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/messagebar.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/flowlayout.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/linkbutton.h"
#include "app/widgets/wraplabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace mintmark {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(Icon::Info, metrics::icon, this)),
      m_cause(new WrapLabel(this)),
      m_known(new WrapLabel(this)),
      m_remedy(new WrapLabel(this)),
      m_meta(new ElidingLabel(this)),
      m_more(new LinkButton(this)),
      m_close(new IconButton(Icon::Cross, tr("Close"), this)),
      m_buttonRow(new QWidget(this)),
      m_text(new QVBoxLayout),
      m_row(new QHBoxLayout(this))
{
    m_cause->setTextStyle(TextStyle::BarTitle);
    m_meta->setTextStyle(TextStyle::Small);
    m_meta->setColorRole(&Theme::text2);
    m_meta->setHugging(true);
    m_close->setHint(tr("Esc"));
    m_close->setColorRole(&Theme::text);
    new FlowLayout(metrics::space1, m_buttonRow);

    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::space3);
    first->addWidget(m_cause, 1);
    first->addWidget(m_meta, 0, Qt::AlignTop);
    first->addWidget(m_more, 0, Qt::AlignTop);

    m_text->setSpacing(2);
    m_text->addLayout(first);
    m_text->addWidget(m_known);
    m_text->addWidget(m_remedy);
    m_text->addWidget(m_buttonRow);

    m_row->setContentsMargins(18, metrics::space3, metrics::space2, metrics::space2);
    m_row->setSpacing(metrics::space3);
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    m_row->addLayout(m_text, 1);
    m_row->addWidget(m_close, 0, Qt::AlignTop);
    m_buttonRow->setContentsMargins(0, metrics::space1 + m_text->spacing(), 0, 0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_close, &QAbstractButton::clicked, this, &MessageBar::dismiss);
    connect(m_more, &QAbstractButton::clicked, this, &MessageBar::moreClicked);
}

void MessageBar::setMessage(const BarMessage &message)
{
    const bool isNew = !says(message);
    const bool newButtons =
        !std::ranges::equal(message.buttons, m_message.buttons, {}, &BarButton::id, &BarButton::id);
    m_message = message;
    m_icon->setIcon(barIcon(message.kind), barTextColor(message.kind));
    m_cause->setText(message.cause);
    m_known->setText(message.known);
    m_known->setVisible(!message.known.isEmpty());
    m_remedy->setText(message.remedy);
    m_remedy->setVisible(!message.remedy.isEmpty());
    m_meta->setText(message.meta);
    m_meta->setVisible(!message.meta.isEmpty());
    m_more->setText(tr("%Ln more", nullptr, message.more));
    m_more->setVisible(message.more > 0);
    if (newButtons)
        rebuildButtons();
    updateButtons();
    m_buttonRow->setVisible(!m_buttons.isEmpty());
    show();
    update();
    if (!isNew)
        return;
    QStringList spoken { message.cause, message.known, message.remedy };
    spoken.removeAll(QString());
    announceBar(this, spoken.join(u' '));
}

bool MessageBar::says(const BarMessage &message) const
{
    return !isHidden() && message.kind == m_message.kind && message.cause == m_message.cause
        && message.known == m_message.known && message.remedy == m_message.remedy;
}

void MessageBar::rebuildButtons()
{
    // Later: it may be one of them that was just pressed.
    for (ActionButton *button : std::as_const(m_buttons)) {
        button->hide();
        m_buttonRow->layout()->removeWidget(button);
        button->deleteLater();
    }
    m_buttons.clear();
    for (const BarButton &button : m_message.buttons) {
        const auto role = m_buttons.isEmpty() ? ButtonRole::Secondary : ButtonRole::Ghost;
        auto *widget = new ActionButton({}, role, m_buttonRow);
        connect(widget, &QPushButton::clicked, this,
                [this, id = button.id] { Q_EMIT buttonClicked(id); });
        m_buttonRow->layout()->addWidget(widget);
        m_buttons.append(widget);
    }
}

void MessageBar::updateButtons()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const BarButton &button = m_message.buttons[i];
        m_buttons[i]->setEnabled(button.enabled);
        if (m_buttons[i]->text() == button.text)
            continue;
        m_buttons[i]->setText(button.text);
        m_buttons[i]->updateGeometry();
    }
}

ActionButton *MessageBar::button(const QString &id) const
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (m_message.buttons[i].id == id)
            return m_buttons[i];
    }
    return nullptr;
}

void MessageBar::setFlat(bool flat)
{
    if (flat == m_flat)
        return;
    m_flat = flat;
    m_row->setSpacing(flat ? metrics::space2 : metrics::space3);
    m_buttonRow->setContentsMargins(0, flat ? 0 : metrics::space1 + m_text->spacing(), 0, 0);
    m_buttonRow->setSizePolicy(flat ? QSizePolicy::Fixed : QSizePolicy::Preferred,
                               QSizePolicy::Preferred);
    if (flat) {
        m_text->removeWidget(m_buttonRow);
        m_row->insertWidget(m_row->indexOf(m_close), m_buttonRow, 0, Qt::AlignVCenter);
    } else {
        m_row->removeWidget(m_buttonRow);
        m_text->addWidget(m_buttonRow);
    }
    updateGeometry();
}

void MessageBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

/// The layout's hint is for the width that labels which give way ask for: none, so a word a line.
QSize MessageBar::sizeHint() const
{
    return { comfortableBarWidth, heightForWidth(comfortableBarWidth) };
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBar(painter, this, m_message.kind);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mintmark
