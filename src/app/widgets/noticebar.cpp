// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/noticebar.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/iconlabel.h"
#include "app/widgets/wraplabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace mintmark {

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(Icon::Info, metrics::icon, this)),
      m_text(new WrapLabel(this)),
      m_button(new ActionButton({}, ButtonRole::Ghost, this)),
      m_other(new ActionButton({}, ButtonRole::Ghost, this)),
      m_close(new IconButton(Icon::Cross, tr("Close"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, metrics::space2, metrics::space2, metrics::space2);
    row->setSpacing(metrics::space3);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    row->addWidget(m_button);
    row->addWidget(m_other);
    row->addWidget(m_close);
    m_close->setColorRole(&Theme::text);
    m_close->hide();
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_other->hide();
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::buttonClicked);
    connect(m_other, &QPushButton::clicked, this, &NoticeBar::otherClicked);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::setNotice(BarKind kind, const QString &text, const QString &button)
{
    m_kind = kind;
    m_icon->setIcon(barIcon(kind), barTextColor(kind));
    m_text->setText(text);
    setButtonText(button);
    setOtherButton({});
    show();
    announceBar(this, text);
    update();
}

void NoticeBar::setButtonText(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
    m_button->updateGeometry();
}

void NoticeBar::setOtherButton(const QString &text)
{
    m_other->setText(text);
    m_other->setVisible(!text.isEmpty());
    m_other->updateGeometry();
}

void NoticeBar::setText(const QString &text)
{
    m_text->setText(text);
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

/// The layout's hint is for the width that labels which give way ask for: none, so a word a line.
QSize NoticeBar::sizeHint() const
{
    return { comfortableBarWidth, heightForWidth(comfortableBarWidth) };
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBar(painter, this, m_kind);
}

} // namespace mintmark
