// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/startcard.h"

#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/keyboardfocus.h"
#include "app/widgets/wrappedtext.h"

#include <QKeyEvent>
#include <QStyle>

namespace mintmark {

namespace {

constexpr int textLeft = 70;
constexpr int padding = 20;
constexpr int titleGap = 6;
constexpr int narrow = 480; ///< without the hint from here down

} // namespace

StartCard::StartCard(Icon icon, const QString &title, const QString &sentence, const QString &hint,
                     QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_sentence(sentence), m_hint(hint)
{
    setText(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

/// Not where it would make the sentence a line longer.
bool StartCard::showsHint(int width) const
{
    if (width <= narrow || m_hint.isEmpty())
        return false;
    const QFont body = Look::of(this).font(TextStyle::Body);
    const int text = width - textLeft - padding;
    return WrappedText(m_sentence, body, text).height()
        == WrappedText(m_sentence, body, text - hintRoom()).height();
}

int StartCard::hintRoom() const
{
    return QFontMetrics(Look::of(this).font(TextStyle::Caption)).horizontalAdvance(m_hint)
        + metrics::space3;
}

int StartCard::textWidth(int width) const
{
    return width - textLeft - padding - (showsHint(width) ? hintRoom() : 0);
}

int StartCard::heightForWidth(int width) const
{
    const Look &look = Look::of(this);
    const WrappedText sentence(m_sentence, look.font(TextStyle::Body), textWidth(width));
    return padding + QFontMetrics(look.font(TextStyle::Section)).height() + titleGap
        + sentence.height() + padding;
}

QSize StartCard::sizeHint() const
{
    constexpr int comfortable = 640;
    return { comfortable, heightForWidth(comfortable) };
}

QSize StartCard::minimumSizeHint() const
{
    constexpr int least = 240;
    return { least, heightForWidth(width()) };
}

void StartCard::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    const Theme &theme = look.theme();
    QPainter painter(this);
    const bool down = isDown();
    const bool hot = underMouse() || down;
    painting::frame(painter, rect(),
                    { down ? theme.selected : theme.surface, hot ? theme.control : theme.line,
                      qreal(theme.border), metrics::cardRadius });
    const auto place = [this](int x, int y, int width, int height) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, y, width, height));
    };
    painting::icon(painter, look, place(padding, 0, metrics::iconHuge, height()), m_icon,
                   rowColor(theme, &Theme::accent, down), metrics::iconHuge, this);
    const int width = textWidth(this->width());
    const QFont title = look.font(TextStyle::Section);
    const int titleHeight = QFontMetrics(title).height();
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painting::text(painter, place(textLeft, padding, width, titleHeight), text(), title,
                   rowColor(theme, &Theme::text, down), leading);
    const QColor quiet = rowColor(theme, &Theme::text2, down);
    const WrappedText sentence(m_sentence, look.font(TextStyle::Body), width, leading);
    sentence.paint(
        painter,
        place(textLeft, padding + titleHeight + titleGap, width, sentence.height()).topLeft(),
        quiet);
    if (showsHint(this->width())) {
        const int hintLeft = textLeft + width;
        painting::text(painter, place(hintLeft, 0, this->width() - hintLeft - padding, height()),
                       m_hint, look.font(TextStyle::Caption), quiet,
                       QStyle::visualAlignment(layoutDirection(), Qt::AlignRight));
    }
    if (hasFocus())
        painting::focusRing(painter, rect(), down ? theme.focusOnSelected : theme.focus,
                            metrics::cardRadius);
}

void StartCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event); // arrows go to the neighbours
}

} // namespace mintmark
