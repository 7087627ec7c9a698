// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/windownotice.h"

#include "app/theme/metrics.h"
#include "app/widgets/noticebar.h"

#include <QBoxLayout>

#include <utility>

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
    connect(m_bar, &NoticeBar::buttonClicked, this, [this] {
        const NoticeOffer offer = std::exchange(m_offer, {});
        dismiss();
        if (offer.accept)
            offer.accept();
    });
    hide();
}

void WindowNotice::show(BarKind kind, const QString &text, const NoticeOffer &offer)
{
    m_offer = offer;
    m_left = offer.seconds;
    m_bar->setNotice(kind, text, offer.label);
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
