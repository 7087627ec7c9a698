// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/tabbadge.h"

#include "app/theme/painting.h"

#include <QLocale>
#include <QStyle>
#include <QTabBar>

namespace mintmark {

namespace {

constexpr int gap = 6; ///< to the tab's text

} // namespace

TabBadge::TabBadge(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents); // a click on it is one on the tab
}

void TabBadge::set(QTabBar *bar, int index, int count, BadgeLevel level)
{
    auto *badge = qobject_cast<TabBadge *>(bar->tabButton(index, QTabBar::RightSide));
    if (count == 0) {
        if (badge) {
            bar->setTabButton(index, QTabBar::RightSide, nullptr);
            delete badge;
        }
        return;
    }
    const bool fresh = !badge;
    if (fresh)
        badge = new TabBadge(bar);
    badge->setCount(count, level);
    if (fresh)
        bar->setTabButton(index, QTabBar::RightSide, badge);
}

void TabBadge::setCount(int count, BadgeLevel level)
{
    m_level = level;
    setText(locale().toString(count));
    resize(sizeHint());
    updateGeometry();
    update();
}

QSize TabBadge::sizeHint() const
{
    const QFontMetrics metrics(Look::of(this).font(TextStyle::SmallStrong));
    return { gap + qMax(20, metrics.horizontalAdvance(text()) + 12), qMax(17, metrics.height() + 2) };
}

void TabBadge::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    const Theme &theme = look.theme();
    const bool error = m_level == BadgeLevel::Error;
    QPainter painter(this);
    painting::Frame pill { error ? theme.errBg : theme.warnBg, {}, 0, height() / 2.0 };
    if (theme.border > 1) {
        pill.border = error ? theme.errLine : theme.warnLine;
        pill.width = 1;
    }
    const QRect place =
        QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(gap, 0, 0, 0));
    painting::frame(painter, place, pill);
    painting::text(painter, place, text(), look.font(TextStyle::SmallStrong),
                   error ? theme.err : theme.warn, Qt::AlignHCenter);
}

} // namespace mintmark
