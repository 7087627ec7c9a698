// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectorpage.h"

#include "app/inspector/againstrow.h"
#include "app/inspector/filetext.h"
#include "app/inspector/foundline.h"
#include "app/inspector/timerow.h"
#include "app/inspector/tokenfield.h"
#include "app/inspector/verdictcard.h"
#include "app/theme/metrics.h"
#include "app/tokens/blankpage.h"
#include "app/tokens/claimspane.h"
#include "app/tokens/tokentabs.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/filechooser.h"
#include "app/widgets/messagebar.h"
#include "app/widgets/pagebody.h"
#include "base/secretbytes.h"
#include "session/expiry.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int hintWidth = 720;
constexpr int flatBarLines = 30; ///< a bar as wide as so many lines are high has room for buttons
constexpr int meaningWidth = 680;
constexpr int lowWindow = 640; ///< under that height the field has to be short
constexpr int tableOutdent = 8;

/// Of the one local file in it, or empty.
QString filePath(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

InspectorPage::InspectorPage(QWidget *parent)
    : QWidget(parent),
      m_paste(new ActionButton(tr("Paste"), ButtonRole::Secondary)),
      m_open(new ActionButton(tr("Open…"), ButtonRole::Ghost)),
      m_clear(new ActionButton(tr("Clear"), ButtonRole::Ghost)),
      m_title(makeTitle()),
      m_field(new TokenField),
      m_found(new FoundLine),
      m_message(new MessageBar),
      m_card(new VerdictCard),
      m_time(new TimeRow),
      m_against(new AgainstRow),
      m_tabs(new TokenTabs),
      m_blank(new BlankPage),
      m_body(new QScrollArea(this))
{
    setAccessibleName(tr("Inspect a token"));
    setAcceptDrops(true);
    m_blank->setGround(&Theme::window);
    m_blank->state()->setState(Icon::Inspect, tr("What is in a token?"),
                               tr("Whose it is, whom it is for, how long it lives, and what is odd "
                                  "about it. Nothing leaves this computer."));
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setWidgetResizable(true);
    m_body->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_body->setFocusPolicy(Qt::NoFocus);
    m_body->setMinimumSize(0, 120);
    m_body->setWidget(makeBody());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_body, 1);
    connectParts();
    clear();
    applyWidth();
}

QWidget *InspectorPage::makeTitle()
{
    auto *title = new QWidget(this);
    auto *label = new ElidingLabel(tr("Inspect a token"));
    label->setTextStyle(TextStyle::Title);
    m_paste->setGlyph(Icon::Paste);
    m_paste->setHint(
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V).toString(QKeySequence::NativeText));
    auto *row = new QHBoxLayout(title);
    row->setSpacing(metrics::space2);
    row->addWidget(label, 1);
    row->addWidget(m_paste);
    row->addWidget(m_open);
    row->addWidget(m_clear);
    return title;
}

QWidget *InspectorPage::makeBody()
{
    auto *body = new PageBody;
    m_blocks = new QVBoxLayout;
    m_blocks->setSpacing(metrics::space3);
    m_blocks->addWidget(m_field);
    m_blocks->addWidget(m_found);
    m_blocks->addWidget(m_message);
    m_message->hide();
    m_blocks->addWidget(m_card);
    m_blocks->addWidget(m_time);
    m_blocks->addWidget(m_against);
    m_table = new QWidget;
    auto *table = new QVBoxLayout(m_table);
    table->setContentsMargins(metrics::pageMargin - tableOutdent, 0,
                              metrics::pageMargin - tableOutdent, 0);
    table->addWidget(m_tabs);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space2);
    column->addLayout(m_blocks);
    column->addWidget(m_table, 1);
    column->addWidget(m_blank, 1);
    return body;
}

void InspectorPage::connectParts()
{
    connect(m_paste, &QAbstractButton::clicked, this, &InspectorPage::pasteRequested);
    connect(m_open, &QAbstractButton::clicked, this, &InspectorPage::chooseFile);
    connect(m_clear, &QAbstractButton::clicked, this, &InspectorPage::clear);
    connect(m_field, &TokenField::typed, this, [this](const QString &text) {
        QByteArray bytes = text.toUtf8();
        read(bytes, true);
        wipe(bytes);
    });
    connect(m_field, &TokenField::pasted, this, &InspectorPage::setText);
    connect(m_field, &TokenField::filePasted, this, &InspectorPage::openFile);
    connect(m_field, &TokenField::copyRequested, this, &InspectorPage::copySecretRequested);
    connect(m_found, &FoundLine::stepRequested, this, [this](int step) {
        showToken((m_shown + step + m_text.count()) % m_text.count(), false);
    });
    connect(m_against, &AgainstRow::otherTimeRequested, this,
            [this] { m_time->open(m_time->atMs().value_or(m_nowMs)); });
    connect(m_time, &TimeRow::timeChanged, this, [this] { setContext(m_context); });
    connect(m_tabs, &TokenTabs::copyTextRequested, this, &InspectorPage::copyTextRequested);
}

void InspectorPage::chooseFile()
{
    const QFileDialog *dialog =
        askForFile(this, tr("Open a text with a token in it"),
                   { tr("Texts (*.txt *.json *.log *.eml *.har *.jwt)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, &InspectorPage::openFile);
}

void InspectorPage::openFile(const QString &path)
{
    FileText file = readTokenFile(path);
    if (file.refusal.isEmpty())
        read(file.bytes, false);
    else
        m_found->setRefusal(file.refusal);
    wipe(file.bytes);
}

void InspectorPage::setText(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    read(bytes, false);
    wipe(bytes);
}

void InspectorPage::clear()
{
    read({}, false);
}

void InspectorPage::read(QByteArrayView text, bool typing)
{
    m_text = text.trimmed().isEmpty() ? TokenText() : readTokenText(text);
    m_time->close();
    if (!text.trimmed().isEmpty())
        return showToken(0, typing);
    m_context = {};
    m_inspection = {};
    m_field->setToken({}, typing);
    m_found->setFound({}, false);
    judge();
    Q_EMIT tokenChanged();
}

void InspectorPage::showToken(qsizetype index, bool typing)
{
    m_shown = index;
    m_context = {};
    m_inspection.content.token = std::make_shared<const Token>(m_text.token(index));
    m_field->setToken(token(), typing);
    m_found->setFound(foundSentences(), m_text.count() > 1);
    setContext({});
    Q_EMIT tokenChanged();
}

QString InspectorPage::foundSentences() const
{
    QStringList sentences;
    if (!m_text.found.isEmpty())
        sentences << tr("Token %1 of %2, found in a text of %n lines.", nullptr,
                        static_cast<int>(m_text.lines))
                         .arg(m_shown + 1)
                         .arg(m_text.count());
    else if (m_text.count() > 1)
        sentences << tr("Signature or recipient %1 of %2.").arg(m_shown + 1).arg(m_text.count());
    for (const Cleaning cleaning : m_text.cleaned(m_shown))
        sentences << cleaningSentence(cleaning);
    return sentences.join(u' ');
}

void InspectorPage::setContext(const InspectionContext &context)
{
    m_context = context;
    m_context.atMs = m_time->atMs();
    m_context.isShared = m_text.isShared;
    if (const std::shared_ptr<const Token> shown = token())
        m_inspection = inspect(shown, m_nowMs, m_context);
    judge();
}

/// Shows what was found.
void InspectorPage::judge()
{
    const bool empty = isEmpty();
    m_card->setVisible(!empty);
    m_against->setVisible(!empty);
    m_table->setVisible(!empty);
    m_blank->setVisible(empty);
    m_clear->setEnabled(!empty);
    m_card->setVerdict(m_inspection.verdict);
    m_tabs->setContent(m_inspection.content);
}

/// Checks look through the whole token: not each second for a long one.
bool InspectorPage::needsChecks(qint64 nowMs) const
{
    const TokenContent &content = m_inspection.content;
    constexpr qint64 minuteMs = 60'000;
    constexpr qsizetype shortToken = 16 * 1024;
    const bool otherState =
        expiryOf(*content.token, nowMs).state != expiryOf(*content.token, content.nowMs).state;
    return otherState
        || (content.token->text().size() < shortToken
            && nowMs / minuteMs != content.nowMs / minuteMs);
}

void InspectorPage::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    // Of the other kinds no time is known.
    if (isEmpty() || !isVisible() || m_context.atMs || token()->kind() != TokenKind::Jws)
        return;
    if (needsChecks(nowMs)) {
        m_inspection = inspect(token(), nowMs, m_context);
        m_tabs->setContent(m_inspection.content);
    } else {
        m_inspection.content.nowMs = nowMs;
        m_inspection.verdict = inspectedVerdict(m_inspection.content, nowMs, m_context);
        m_tabs->setNow(nowMs);
    }
    m_card->setVerdict(m_inspection.verdict);
}

void InspectorPage::showTab(int index)
{
    m_tabs->showTab(index);
}

int InspectorPage::currentTab() const
{
    return m_tabs->currentTab();
}

void InspectorPage::focusField()
{
    m_field->focusText();
}

void InspectorPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QMimeData *dragged = event->mimeData();
    if (dragged->hasUrls() ? !filePath(dragged).isEmpty() : dragged->hasText())
        event->acceptProposedAction();
}

void InspectorPage::dropEvent(QDropEvent *event)
{
    const QMimeData *dragged = event->mimeData();
    if (const QString path = filePath(dragged); !path.isEmpty())
        openFile(path);
    else
        setText(dragged->text());
    event->acceptProposedAction();
}

void InspectorPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    applyWidth();
}

void InspectorPage::applyWidth()
{
    const QSize window = this->window()->size();
    const bool narrow = window.width() < metrics::widthMedium;
    const int side = narrow ? metrics::pageMarginNarrow : metrics::pageMargin;
    m_title->layout()->setContentsMargins(side, metrics::space3, side, metrics::space3);
    m_paste->setHintVisible(window.width() >= metrics::widthWide && width() >= hintWidth);
    m_blocks->setContentsMargins(side, 0, side, 0);
    m_field->setLines(window.height() < lowWindow ? 2 : 4);
    m_message->setFlat(width() >= flatBarLines * fontMetrics().height());
    m_tabs->setMeaningBelow(narrow || width() < meaningWidth);
}

} // namespace mintmark
