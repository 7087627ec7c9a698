// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/tokenview.h"

#include "app/theme/metrics.h"
#include "app/tokens/encodedview.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/pane.h"
#include "app/widgets/wraplabel.h"
#include "base/displaytext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStringList>
#include <QStringTokenizer>
#include <QVBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Characters: all of a token of a megabyte, and then some.
constexpr qsizetype mostShown = 1024 * 1024;
/// One line of a megabyte takes seconds to lay out, many short ones are laid out as they are seen.
constexpr qsizetype longestLine = 2000;

struct ScreenText
{
    QString text;
    bool broken = false; ///< has line breaks that the true text has not
};

ScreenText forTheScreen(QStringView exact)
{
    ScreenText shown;
    const QString safe = displayText(exact, LineBreaks::Keep).text;
    shown.text.reserve(safe.size() + safe.size() / longestLine);
    for (const QStringView line : QStringView(safe).tokenize(u'\n')) {
        if (line.begin() != safe.constData())
            shown.text += u'\n';
        QStringView rest = line;
        while (rest.size() > longestLine) {
            const bool splitsPair = rest[longestLine - 1].isHighSurrogate();
            const qsizetype taken = splitsPair ? longestLine - 1 : longestLine;
            shown.text.append(rest.first(taken)).append(u'\n');
            rest = rest.sliced(taken);
            shown.broken = true;
        }
        shown.text += rest;
    }
    return shown;
}

struct SizeText
{
    QString text;
    ColorRole color;
};

QList<SizeText> sizeTexts(const Token &token)
{
    const QLocale locale;
    const QList<qsizetype> &sizes = token.partSizes();
    const auto sized = [&](const QString &name, qsizetype size) {
        return name + u' ' + locale.toString(size);
    };
    if (sizes.size() < 2)
        return { { TokenView::tr("%1 characters").arg(locale.toString(token.text().size())),
                   &Theme::text2 } };
    QList<SizeText> texts { { sized(TokenView::tr("Header"), sizes[0]), &Theme::partHeader } };
    if (token.kind() == TokenKind::Jwe) {
        texts.append({ sized(TokenView::tr("Encrypted"), token.text().size() - sizes[0] - 1),
                       &Theme::partSignature });
    } else {
        texts.append({ sized(TokenView::tr("Payload"), sizes[1]), &Theme::partPayload });
        if (sizes.size() > 2)
            texts.append({ sized(TokenView::tr("Signature"), sizes[2]), &Theme::partSignature });
    }
    texts.append({ TokenView::tr("characters"), &Theme::text2 });
    return texts;
}

} // namespace

TokenView::TokenView(QWidget *parent)
    : QScrollArea(parent),
      m_content(new Pane(&Theme::surface)),
      m_reveal(new ActionButton(tr("Show while pressed"), ButtonRole::Ghost)),
      m_encoded(new EncodedView(m_content)),
      m_header(makeDecoded(tr("Header, as it stands in the token"), tr("Decoded header"),
                           tr("Copy the whole header"), 2)),
      m_payload(makeDecoded(tr("Payload, as it stands in the token"), tr("Decoded payload"),
                            tr("Copy the whole payload"), 8))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(metrics::space2, metrics::space2, metrics::space2, metrics::space2);
    column->setSpacing(metrics::space1);
    column->addWidget(makeSizes());
    column->addWidget(m_encoded);
    column->addSpacing(metrics::space2);
    addDecoded(m_header);
    addDecoded(m_payload);
    column->addStretch(1);
    setWidget(m_content);
    connect(m_header.copy, &QAbstractButton::clicked, this, [this] {
        Q_EMIT copyTextRequested(QString::fromUtf8(m_token->headerBytes()), tr("header"));
    });
    connect(m_payload.copy, &QAbstractButton::clicked, this, [this] {
        Q_EMIT copyTextRequested(QString::fromUtf8(m_token->payloadBytes()), tr("payload"));
    });
    connect(m_reveal, &QAbstractButton::pressed, m_encoded,
            [this] { m_encoded->setRevealed(true); });
    connect(m_reveal, &QAbstractButton::released, m_encoded,
            [this] { m_encoded->setRevealed(false); });
}

QWidget *TokenView::makeSizes()
{
    auto *line = new QWidget(m_content);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space1 + 2);
    for (int i = 0; i < 4; ++i) {
        auto *label = new ElidingLabel(line);
        label->setTextStyle(TextStyle::Caption);
        label->setHugging(true);
        row->addWidget(label);
        m_sizes.append(label);
    }
    m_reveal->setGlyph(Icon::Eye);
    m_reveal->setFocusPolicy(Qt::StrongFocus);
    row->addStretch(1);
    row->addWidget(m_reveal);
    return line;
}

TokenView::Decoded TokenView::makeDecoded(const QString &title, const QString &accessibleName,
                                          const QString &copyName, int lines)
{
    Decoded part { new ElidingLabel(title, m_content),
                   new ActionButton(tr("Copy all"), ButtonRole::Ghost),
                   new QPlainTextEdit(m_content), new WrapLabel(m_content) };
    part.copy->setAccessibleName(copyName);
    part.copy->setGlyph(Icon::Copy);
    part.copy->setFocusPolicy(Qt::StrongFocus);
    part.note->setTextStyle(TextStyle::Caption);
    part.note->setColorRole(&Theme::text2);
    part.title->setTextStyle(TextStyle::TableHead);
    part.title->setColorRole(&Theme::text2);
    part.text->setAccessibleName(accessibleName);
    part.text->setReadOnly(true);
    part.text->setUndoRedoEnabled(false);
    part.text->setTabChangesFocus(true);
    part.text->setWordWrapMode(QTextOption::WrapAnywhere);
    part.text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QFont font = Look::of(this).font(TextStyle::Code);
    part.text->setFont(font);
    const int height = QFontMetrics(font).lineSpacing() * lines + 2 * metrics::space2 + 4;
    part.text->setFixedHeight(height);
    return part;
}

void TokenView::addDecoded(const Decoded &part)
{
    auto *column = qobject_cast<QVBoxLayout *>(m_content->layout());
    auto *row = new QHBoxLayout;
    row->addWidget(part.title, 1);
    row->addWidget(part.copy);
    column->addLayout(row);
    column->addWidget(part.text);
    column->addWidget(part.note);
    column->addSpacing(metrics::space1);
}

void TokenView::setToken(const std::shared_ptr<const Token> &token)
{
    if (token == m_token || (token && m_token && *token == *m_token))
        return;
    m_token = token;
    m_stale = true;
    if (isVisible())
        showToken();
}

void TokenView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        showToken();
}

void TokenView::showToken()
{
    m_stale = false;
    m_encoded->setToken(m_token);
    showSizes();
    const qsizetype hidden = m_encoded->hiddenSize();
    m_reveal->setVisible(hidden > 0);
    showDecoded(m_header, m_token ? m_token->headerBytes() : QByteArray());
    showDecoded(m_payload, m_token ? m_token->payloadBytes() : QByteArray());
}

void TokenView::showSizes()
{
    const QList<SizeText> texts = m_token ? sizeTexts(*m_token) : QList<SizeText>();
    const qsizetype parts = texts.size();
    for (qsizetype i = 0; i < m_sizes.size(); ++i) {
        m_sizes[i]->setVisible(i < parts);
        if (i >= parts)
            continue;
        // "Header 62 · Payload 214 · Signature 342 characters"
        const bool separated = i + 2 < parts;
        m_sizes[i]->setText(texts[i].text + (separated ? u" ·"_s : QString()));
        m_sizes[i]->setColorRole(texts[i].color);
    }
}

void TokenView::showDecoded(const Decoded &part, const QByteArray &bytes)
{
    const QString exact = QString::fromUtf8(bytes);
    const bool isText = exact.toUtf8() == bytes;
    const QStringView beginning = QStringView(exact).first(qMin(exact.size(), mostShown));
    const ScreenText shown = forTheScreen(beginning);
    part.text->setPlainText(shown.text);
    QStringList notes;
    if (beginning.size() < exact.size())
        notes << tr("Only the beginning is shown here: %1 bytes in all.")
                     .arg(QLocale().toString(bytes.size()));
    if (shown.broken)
        notes << tr("Long lines are broken for the screen.");
    if (!isText)
        notes << tr("Not all of it is UTF-8 text.");
    part.note->setText(notes.join(u' '));
    part.title->setVisible(!bytes.isEmpty());
    part.text->setVisible(!bytes.isEmpty());
    part.note->setVisible(!notes.isEmpty());
    part.copy->setVisible(isText && shown.text != exact);
}

} // namespace mintmark
