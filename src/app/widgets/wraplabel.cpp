// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/wraplabel.h"

#include "app/theme/look.h"
#include "app/theme/metrics.h"
#include "app/widgets/linkbutton.h"
#include "app/widgets/wrappedtext.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

namespace mintmark {

namespace {

/// Width its size hint is made for, where there is as much.
constexpr int comfortable = 420;

} // namespace

WrapLabel::WrapLabel(QWidget *parent) : QLabel(parent), m_link(new LinkButton(this))
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_link->setTextStyle(TextStyle::BodyStrong);
    m_link->hide();
    connect(m_link, &QAbstractButton::clicked, this, &WrapLabel::linkClicked);
}

WrapLabel::WrapLabel(const QString &text, QWidget *parent) : WrapLabel(parent)
{
    setText(text);
}

void WrapLabel::setText(const QString &text)
{
    QLabel::setText(text);
    updateGeometry();
    placeLink();
}

void WrapLabel::setTextStyle(TextStyle style)
{
    m_style = style;
    m_link->setTextStyle(style == TextStyle::Caption ? TextStyle::CaptionStrong
                                                     : TextStyle::BodyStrong);
    updateGeometry();
    placeLink();
    update();
}

void WrapLabel::setColorRole(ColorRole role)
{
    m_color = role;
    update();
}

void WrapLabel::setLink(const QString &text)
{
    m_link->setText(text);
    m_link->setVisible(!text.isEmpty());
    updateGeometry();
    placeLink();
}

int WrapLabel::heightForWidth(int width) const
{
    const WrappedText wrapped(text(), Look::of(this).font(m_style), width, alignment());
    return qMax(wrapped.height(), linkRect(width).bottom() - 1);
}

QSize WrapLabel::sizeHint() const
{
    const WrappedText wrapped(text(), Look::of(this).font(m_style), comfortable);
    // Layouts take the height of the hint for the largest there may be, so in a narrow place it is
    // that of the width there is. What is hidden has none yet that says anything.
    const bool hasWidth = testAttribute(Qt::WA_Resized) && isVisible();
    const int width = hasWidth ? qMin(this->width(), comfortable) : comfortable;
    return { wrapped.naturalWidth(), heightForWidth(width) };
}

QSize WrapLabel::minimumSizeHint() const
{
    const WrappedText line({}, Look::of(this).font(m_style), 1);
    return { 1, line.lineStep() };
}

QRect WrapLabel::linkRect(int width) const
{
    if (m_link->text().isEmpty())
        return {};
    const QSize size = m_link->sizeHint();
    const WrappedText wrapped(text(), Look::of(this).font(m_style), width, alignment());
    const int inset = (size.height() - wrapped.lineStep()) / 2;
    const QPoint behind = wrapped.end() + QPoint(text().isEmpty() ? -3 : metrics::space1, -inset);
    if (behind.x() + size.width() <= width || text().isEmpty())
        return { behind, size };
    return { QPoint(-3, wrapped.height() - inset), size };
}

void WrapLabel::placeLink()
{
    const QRect rect = linkRect(width());
    if (rect.isValid())
        m_link->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
}

void WrapLabel::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    QPainter painter(this);
    const WrappedText wrapped(text(), look.font(m_style), width(),
                              QStyle::visualAlignment(layoutDirection(), alignment()));
    wrapped.paint(painter, {}, isEnabled() ? look.theme().*m_color : look.theme().disabled);
}

void WrapLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    placeLink();
    if (qMin(event->oldSize().width(), comfortable) != qMin(width(), comfortable))
        updateGeometry();
}

void WrapLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        placeLink();
    }
}

} // namespace mintmark
