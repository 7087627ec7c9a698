// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/windownotice.h"

#include "app/theme/metrics.h"
#include "app/widgets/noticebar.h"

#include <QBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

WindowNotice::WindowNotice(QWidget *parent) : QWidget(parent), m_bar(new NoticeBar)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::space3, metrics::pageMargin, 0);
    layout->addWidget(m_bar);
    m_bar->setClosable(true);
    m_timer.setInterval(1'000);
    connect(&m_timer, &QTimer::timeout, this, &WindowNotice::countDown);
    connect(m_bar, &NoticeBar::dismissed, this, &WindowNotice::dismiss);
    connect(m_bar, &NoticeBar::buttonClicked, this, [this] { accept(NoticeOffer(m_offer)); });
    connect(m_bar, &NoticeBar::otherClicked, this, [this] { accept(NoticeOffer(m_other)); });
    hide();
}

void WindowNotice::accept(const NoticeOffer &offer)
{
    dismiss();
    if (offer.accept)
        offer.accept();
}

void WindowNotice::setText(const QString &text)
{
    m_bar->setText(text);
}

void WindowNotice::show(BarKind kind, const QString &text, const NoticeOffer &offer,
                        const NoticeOffer &other)
{
    m_offer = offer;
    m_other = other;
    m_left = offer.seconds;
    m_bar->setNotice(kind, text, offer.label);
    m_bar->setOtherButton(other.label);
    QWidget::show();
    if (m_left > 0) {
        m_left += 1;
        countDown();
        m_timer.start();
    } else {
        m_timer.stop();
    }
}

bool WindowNotice::dismiss()
{
    const bool wasShown = isVisibleTo(parentWidget());
    m_timer.stop();
    m_offer = {};
    m_other = {};
    hide();
    return wasShown;
}

void WindowNotice::countDown()
{
    m_left -= 1;
    if (m_left <= 0)
        dismiss();
    else if (!m_offer.label.isEmpty())
        m_bar->setButtonText(u"%1 (%2)"_s.arg(m_offer.label).arg(m_left));
}

} // namespace mintmark
