// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/encodedview.h"

#include "app/theme/look.h"
#include "app/theme/metrics.h"
#include "app/theme/painting.h"
#include "app/widgets/keyboardfocus.h"
#include "base/secretbytes.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int frame = 2; ///< room for border and focus ring around the viewport
constexpr int padding = 8;

} // namespace

EncodedView::EncodedView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setAccessibleName(tr("Encoded token"));
    setFrameStyle(QFrame::Box | QFrame::Plain); // painted in event(), the room is what counts
    setLineWidth(frame);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void EncodedView::setToken(const std::shared_ptr<const Token> &token)
{
    m_token = token;
    m_revealed = false;
    rebuild();
}

void EncodedView::setRevealed(bool revealed)
{
    if (revealed == m_revealed)
        return;
    m_revealed = revealed;
    rebuild();
}

void EncodedView::addSegment(QByteArrayView bytes, ColorRole color, bool secret)
{
    Segment segment { bytes, {}, color, secret };
    if (secret && !m_revealed && !bytes.isEmpty()) {
        segment.text =
            u"•••••••• "_s + tr("%1 characters hidden").arg(QLocale().toString(bytes.size()));
        // Words are not broken as a token is: they begin a line where they would not fit.
        const qsizetype room = columns() - size() % columns();
        if (room < segment.text.size() && segment.text.size() <= columns())
            segment.text.prepend(QString(room, u' '));
    }
    m_segments.append(segment);
}

/// Of a JWS header and payload authorize nobody; of everything else only a header is harmless.
void EncodedView::rebuild()
{
    m_segments.clear();
    const QByteArrayView text = m_token ? m_token->text() : QByteArrayView();
    const QList<qsizetype> sizes = m_token ? m_token->partSizes() : QList<qsizetype>();
    const bool isEncrypted = m_token && m_token->kind() == TokenKind::Jwe;
    if (sizes.size() < 2) {
        addSegment(text, &Theme::text, true);
    } else {
        qsizetype end = sizes[0];
        addSegment(text.first(end), &Theme::partHeader, false);
        addSegment(text.sliced(end, 1), &Theme::text2, false);
        if (!isEncrypted) {
            addSegment(text.sliced(end + 1, sizes[1]), &Theme::partPayload, false);
            end += 1 + sizes[1];
        }
        if (!isEncrypted && end < text.size())
            addSegment(text.sliced(end, 1), &Theme::text2, false);
        if (end + 1 < text.size())
            addSegment(text.sliced(end + 1), &Theme::partSignature, true);
    }
    setAccessibleDescription(m_revealed ? QString() : shownText().left(400));
    updateScrollBar();
    updateGeometry();
    viewport()->update();
}

qsizetype EncodedView::hiddenSize() const
{
    qsizetype size = 0;
    for (const Segment &segment : m_segments)
        size += segment.secret ? segment.bytes.size() : 0;
    return size;
}

QString EncodedView::shownText() const
{
    QString text;
    for (const Segment &segment : m_segments)
        text += segment.text.isEmpty() ? QString::fromUtf8(segment.bytes) : segment.text;
    return text;
}

qsizetype EncodedView::size() const
{
    qsizetype size = 0;
    for (const Segment &segment : m_segments)
        size += segment.size();
    return size;
}

int EncodedView::columns() const
{
    const qreal advance =
        QFontMetricsF(Look::of(this).font(TextStyle::Code)).horizontalAdvance(u'0');
    return qMax(8, static_cast<int>((viewport()->width() - 2 * padding) / advance));
}

int EncodedView::lineStep() const
{
    return qRound(Look::of(this).scale().pixelSize() * mintmark::lineHeight);
}

int EncodedView::lineCount() const
{
    return static_cast<int>((size() + columns() - 1) / columns());
}

int EncodedView::heightForLines(int lines) const
{
    return lines * lineStep() + 2 * (padding + frame);
}

QSize EncodedView::sizeHint() const
{
    constexpr int mostLines = 7;
    return { 300, heightForLines(qBound(1, lineCount(), mostLines)) };
}

QSize EncodedView::minimumSizeHint() const
{
    return { 100, heightForLines(1) };
}

void EncodedView::updateScrollBar()
{
    const int whole = heightForLines(lineCount()) - 2 * frame;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineStep());
    verticalScrollBar()->setRange(0, qMax(0, whole - viewport()->height()));
}

void EncodedView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    rebuild();
}

void EncodedView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateScrollBar();
        updateGeometry();
    }
}

/// Whoever comes back finds it hidden again, whatever became of the button.
void EncodedView::hideEvent(QHideEvent *event)
{
    setRevealed(false);
    QAbstractScrollArea::hideEvent(event);
}

void EncodedView::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(this);
    const Theme &theme = look.theme();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.sunken);
    // A line that is half scrolled away would look as if the token ended there.
    painter.setClipRect(viewport()->rect().adjusted(0, padding - 2, 0, 2 - padding));
    const QFont font = look.font(TextStyle::Code);
    const QFontMetricsF metrics(font);
    const qreal advance = metrics.horizontalAdvance(u'0');
    const int wide = columns();
    const int step = lineStep();
    const int top = verticalScrollBar()->value() - padding;
    const qsizetype firstLine = qMax(0, top / step);
    const qsizetype lastLine = (top + viewport()->height()) / step;
    painter.setFont(font);
    qsizetype begin = 0; // of the segment, in characters of the whole
    for (const Segment &segment : m_segments) {
        const qsizetype end = begin + segment.size();
        painter.setPen(theme.*segment.color);
        for (qsizetype line = qMax(firstLine, begin / wide); line <= lastLine; ++line) {
            const qsizetype from = qMax(begin, line * wide);
            const qsizetype to = qMin(end, (line + 1) * wide);
            if (from >= to)
                break;
            QString piece = segment.text.isEmpty()
                ? QString::fromLatin1(segment.bytes.sliced(from - begin, to - from))
                : segment.text.sliced(from - begin, to - from);
            const qreal x = padding + static_cast<qreal>(from - line * wide) * advance;
            const qreal y = static_cast<qreal>(line * step - top) + metrics.ascent();
            painter.drawText(QPointF(x, y), piece);
            if (segment.secret && segment.text.isEmpty())
                wipe(piece);
        }
        begin = end;
    }
}

/// The frame goes round viewport and scroll bar.
bool EncodedView::event(QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return QAbstractScrollArea::event(event);
    const Theme &theme = Look::of(this).theme();
    QPainter painter(this);
    painting::frame(painter, rect(),
                    { theme.sunken, theme.line, qreal(theme.border), metrics::controlRadius });
    if (showsKeyboardFocus(this))
        painting::focusRing(painter, rect(), theme.focus, metrics::controlRadius);
    return true;
}

} // namespace mintmark
