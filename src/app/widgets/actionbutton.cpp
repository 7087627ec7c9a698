// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/actionbutton.h"

#include "app/theme/metrics.h"
#include "app/widgets/keyboardfocus.h"
#include "app/widgets/plaintooltip.h"
#include "app/widgets/splitarrow.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 14; ///< from the border to icon or text
constexpr int iconGap = 6;
constexpr int hintGap = 10;

/// Texts of actions carry mnemonics and, by custom, an ellipsis that belongs to them.
QString plainText(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && ++i == text.size())
            break;
        plain += text[i];
    }
    return plain;
}

} // namespace

ActionButton::ActionButton(QWidget *parent) : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
}

ActionButton::ActionButton(const QString &text, ButtonRole role, QWidget *parent)
    : ActionButton(parent)
{
    m_role = role;
    setText(text);
}

void ActionButton::setAction(QAction *action)
{
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, action] { syncAction(action); });
    syncAction(action);
}

void ActionButton::syncAction(QAction *action)
{
    setText(plainText(action->text()));
    setHint(action->shortcut().toString(QKeySequence::NativeText));
    // QAction makes a tool tip from its text where none was set; that would only repeat the button.
    const QString help = action->toolTip();
    m_help = plainText(action->text()) == help ? QString() : help;
    setEnabled(action->isEnabled());
    setVisible(action->isVisible());
    updateToolTip();
}

void ActionButton::setRole(ButtonRole role)
{
    m_role = role;
    updateGeometry();
    update();
}

void ActionButton::setGlyph(std::optional<Icon> icon)
{
    m_glyph = icon;
    updateGeometry();
    update();
}

void ActionButton::setHint(const QString &hint)
{
    if (hint == m_hint)
        return;
    m_hint = hint;
    updateGeometry();
    updateToolTip();
    update();
}

void ActionButton::setHintVisible(bool visible)
{
    m_hintVisible = visible;
    updateGeometry();
    updateToolTip();
    update();
}

void ActionButton::setIconOnly(bool iconOnly)
{
    m_iconOnly = iconOnly;
    updateGeometry();
    updateToolTip();
    update();
}

void ActionButton::setArmed(bool armed)
{
    m_armed = armed;
    update();
}

void ActionButton::setDisabledReason(const QString &reason)
{
    m_disabledReason = reason;
    setEnabled(reason.isEmpty());
    updateToolTip();
}

void ActionButton::setSplitMenu(QMenu *menu, const QString &accessibleName)
{
    delete m_arrow;
    m_arrow = new SplitArrow(menu, this);
    m_arrow->setAccessibleName(accessibleName);
    m_arrow->setToolTip(plainToolTip(accessibleName));
    m_arrow->show();
    setTabOrder(this, m_arrow);
    updateGeometry();
    update();
}

QAbstractButton *ActionButton::splitArrow() const
{
    return m_arrow;
}

/// The reason first; else the help; and always what the button itself does not show.
void ActionButton::updateToolTip()
{
    QString tip = isEnabled() || m_disabledReason.isEmpty() ? m_help : m_disabledReason;
    if (tip.isEmpty() && (!showsText() || isElided()))
        tip = text();
    if (!m_hint.isEmpty() && !showsHint())
        tip = tip.isEmpty() ? m_hint : u"%1 (%2)"_s.arg(tip, m_hint);
    setToolTip(plainToolTip(tip));
}

ButtonState ActionButton::state() const
{
    ButtonState state;
    state.role = m_role;
    state.enabled = isEnabled();
    state.hovered = underMouse() && !(m_arrow && m_arrow->underMouse());
    state.pressed = isDown();
    state.focused = showsKeyboardFocus(this);
    state.armed = m_armed;
    return state;
}

TextStyle ActionButton::textStyle() const
{
    return m_role == ButtonRole::Primary ? TextStyle::BodyStrong : TextStyle::Body;
}

ActionButton::Widths ActionButton::widths(int room) const
{
    const Look &look = Look::of(this);
    Widths widths;
    const int icon = m_glyph ? metrics::icon + (showsText() ? iconGap : 0) : 0;
    if (showsText())
        widths.text = QFontMetrics(look.font(textStyle())).horizontalAdvance(text());
    if (showsHint())
        widths.hint = hintGap + QFontMetrics(look.font(TextStyle::Small)).horizontalAdvance(m_hint);
    if (icon + widths.text + widths.hint > room)
        widths.hint = 0;
    widths.text = qMin(widths.text, qMax(0, room - icon));
    widths.content = icon + widths.text + widths.hint;
    return widths;
}

int ActionButton::sideRoom() const
{
    const int side = showsText() ? padding : metrics::space2;
    return 2 * (side + metrics::ringSpace) + (m_arrow ? metrics::arrowWidth : 0);
}

QSize ActionButton::sizeHint() const
{
    const int text = QFontMetrics(Look::of(this).font(TextStyle::Body)).height();
    return { widths(QWIDGETSIZE_MAX).content + sideRoom(), qMax(metrics::buttonHeight, text + 20) };
}

QSize ActionButton::minimumSizeHint() const
{
    constexpr int letters = 8;
    const int least =
        QFontMetrics(Look::of(this).font(textStyle())).horizontalAdvance(u'x') * letters
        + (m_glyph ? metrics::icon + iconGap : 0) + sideRoom();
    const QSize wanted = sizeHint();
    return { qMin(wanted.width(), least), wanted.height() };
}

void ActionButton::setShrinking(bool shrinking)
{
    setSizePolicy(shrinking ? QSizePolicy::Maximum : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

bool ActionButton::isElided() const
{
    return showsText() && testAttribute(Qt::WA_Resized)
        && widths(width() - sideRoom()).text < widths(QWIDGETSIZE_MAX).text;
}

QRect ActionButton::mainRect() const
{
    const QRect main = rect().adjusted(0, 0, m_arrow ? -metrics::arrowWidth : 0, 0);
    return QStyle::visualRect(layoutDirection(), rect(), main);
}

void ActionButton::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    const ButtonState state = this->state();
    QPainter painter(this);
    painting::button(painter, rect(), look.theme(), state);
    const QColor color = painting::buttonText(look.theme(), state);

    const QRect main = mainRect();
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(layoutDirection(), main,
                                  QRect(x, main.y(), width, main.height()));
    };
    const Widths widths = this->widths(width() - sideRoom());
    int x = main.x() + (main.width() - widths.content) / 2;
    if (m_glyph) {
        painting::icon(painter, look, place(x, metrics::icon), *m_glyph, color, metrics::icon,
                       this);
        x += metrics::icon + iconGap;
    }
    if (!showsText())
        return;
    const QFont font = look.font(textStyle());
    painting::text(painter, place(x, widths.text), text(), font, color);
    if (widths.hint > 0)
        painting::text(painter, place(x + widths.text + hintGap, widths.hint - hintGap), m_hint,
                       look.font(TextStyle::Small), painting::buttonHint(look.theme(), state));
}

void ActionButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    updateToolTip();
    if (m_arrow) {
        const QRect end(width() - metrics::arrowWidth, 0, metrics::arrowWidth, height());
        m_arrow->setGeometry(QStyle::visualRect(layoutDirection(), rect(), end));
    }
}

void ActionButton::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlags(Qt::NoModifier) && !event->isAutoRepeat())
        click();
    else
        QPushButton::keyPressEvent(event);
}

bool ActionButton::event(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange)
        updateToolTip();
    return QPushButton::event(event);
}

bool ActionButton::hitButton(const QPoint &position) const
{
    return mainRect().contains(position);
}

} // namespace mintmark
