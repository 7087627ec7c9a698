// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/wrappedtext.h"

#include "app/theme/typescale.h"

#include <QFontMetrics>
#include <QPainter>
#include <QtMath>

namespace mintmark {

namespace {

/// "…Qx9A" is one word to a reader, not to the line breaking rules.
QString unbroken(QString text)
{
    constexpr QChar wordJoiner(0x2060);
    for (qsizetype at = text.indexOf(u'…'); at >= 0; at = text.indexOf(u'…', at + 1)) {
        if (at + 1 < text.size() && text[at + 1].isLetterOrNumber())
            text.insert(at + 1, wordJoiner);
    }
    return text;
}

} // namespace

WrappedText::WrappedText(const QString &text, const QFont &font, int width, Qt::Alignment alignment)
    : m_layout(std::make_shared<QTextLayout>(unbroken(text), font))
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_step = qMax(QFontMetrics(font).height(), qCeil(lineHeight * font.pixelSize()));
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(qMax(1, width));
        const qreal leading = (m_step - line.height()) / 2;
        line.setPosition({ 0, m_height + leading });
        m_height += m_step;
    }
    m_layout->endLayout();
}

int WrappedText::naturalWidth() const
{
    qreal width = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i)
        width = qMax(width, m_layout->lineAt(i).naturalTextWidth());
    return qCeil(width);
}

QPoint WrappedText::end() const
{
    if (m_layout->lineCount() == 0)
        return {};
    const QTextLine last = m_layout->lineAt(m_layout->lineCount() - 1);
    return { qCeil(last.naturalTextRect().right()), m_height - m_step };
}

void WrappedText::paint(QPainter &painter, const QPointF &topLeft, const QColor &color) const
{
    painter.setPen(color);
    m_layout->draw(&painter, topLeft);
}

} // namespace mintmark
