// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/copylabel.h"

#include "app/theme/look.h"
#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/keyboardfocus.h"
#include "app/widgets/plaintooltip.h"
#include "base/displaytext.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 3; ///< room for the focus ring

} // namespace

QString shortForm(const QString &whole)
{
    constexpr qsizetype head = 5;
    constexpr qsizetype tail = 4;
    if (whole.size() <= head + tail + 3)
        return displayText(whole).text;
    return displayText(whole.first(head)).text + u"…"_s + displayText(whole.last(tail)).text;
}

CopyLabel::CopyLabel(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this,
            [this] { Q_EMIT copyRequested(m_whole, m_what); });
    hide();
}

void CopyLabel::setContent(const QString &what, const QString &whole)
{
    setVisible(!whole.isEmpty());
    if (what == m_what && whole == m_whole)
        return;
    m_what = what;
    m_whole = whole;
    m_shown = u"%1 %2"_s.arg(what, shortForm(whole));
    setText(QString(m_shown).replace(u'&', u"&&"_s)); // no key of its own
    setAccessibleName(tr("Copy %1").arg(what));
    setAccessibleDescription(displayText(whole).text);
    setToolTip(plainToolTip(tr("Copy %1").arg(displayText(whole).text)));
    updateGeometry();
    update();
}

QSize CopyLabel::sizeHint() const
{
    const QFontMetrics font(Look::of(this).font(TextStyle::Caption));
    return { font.horizontalAdvance(m_shown) + 2 * margin,
             qMax(metrics::smallestTarget, font.height() + 2 * margin) };
}

QSize CopyLabel::minimumSizeHint() const
{
    return { qMin(sizeHint().width(), 60), sizeHint().height() };
}

void CopyLabel::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    QPainter painter(this);
    QFont font = look.font(TextStyle::Caption);
    font.setUnderline(underMouse());
    painting::text(painter, rect().adjusted(margin, 0, -margin, 0), m_shown, font,
                   underMouse() ? look.theme().text : look.theme().text2);
    if (showsKeyboardFocus(this))
        painting::focusRing(painter, rect(), look.theme().focus, metrics::tagRadius);
}

} // namespace mintmark
