// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/settingspage.h"

#include "app/profiles/networkgroup.h"
#include "app/profiles/profilefindings.h"
#include "app/profiles/quietinputs.h"
#include "app/settings/adjustmentlist.h"
#include "app/settings/trustedlist.h"
#include "app/theme/look.h"
#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/messagebar.h"
#include "app/widgets/pagebody.h"
#include "app/widgets/pane.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Narrower than this, labels stand above their fields; at the smallest text size.
constexpr int sideBySideWidth = 660;
constexpr int shortestClearS = 5;
constexpr int longestClearS = 3600;

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent),
      m_message(new MessageBar),
      m_network(new NetworkGroup(NetworkGroup::Of::Program)),
      m_lockedNote(nullptr),
      m_clear(new NumberBox),
      m_theme(new ChoiceBox),
      m_trusted(new TrustedList),
      m_adjustments(new AdjustmentList),
      m_save(new ActionButton(tr("Save"), ButtonRole::Primary)),
      m_scroll(new QScrollArea)
{
    setAccessibleName(tr("Settings"));
    m_clear->setAccessibleName(tr("Clear the clipboard after"));
    m_clear->setRange(shortestClearS, longestClearS);
    m_clear->setSuffix(tr(" s", "number of seconds"));
    const std::pair<ThemeChoice, QString> themes[] {
        { ThemeChoice::FollowSystem, tr("As the system") },
        { ThemeChoice::Light, tr("Light") },
        { ThemeChoice::Dark, tr("Dark") },
        { ThemeChoice::HighContrast, tr("High contrast") },
    };
    for (const auto &[choice, text] : themes)
        m_theme->addItem(text, static_cast<int>(choice));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_scroll->setWidget(makeBody());
    column->addWidget(m_scroll, 1);
    column->addWidget(makeFooter());
    connect(m_network, &EditorGroup::edited, this, &SettingsPage::showFindings);
    for (EditorRow *row : m_network->rows())
        connect(row, &EditorRow::completed, row, [row] { row->setRevealed(true); });
    connect(m_message, &MessageBar::buttonClicked, this, &SettingsPage::barButton);
    connect(m_trusted, &TrustedList::forgetRequested, this, &SettingsPage::forgetRequested);
    connect(m_adjustments, &AdjustmentList::forgetRequested, this,
            &SettingsPage::adjustmentForgotten);
    setValues({});
}

QWidget *SettingsPage::makeHead()
{
    auto *head = new QWidget;
    auto *title = new ElidingLabel(tr("Settings"));
    title->setTextStyle(TextStyle::Title);
    m_message->hide();
    m_head = new QVBoxLayout(head);
    m_head->setSpacing(metrics::rowSpacing);
    m_head->addWidget(title);
    m_head->addWidget(m_message);
    return head;
}

void SettingsPage::addTitle(QVBoxLayout *column, const QString &text)
{
    auto *title = new ElidingLabel(text);
    title->setTextStyle(TextStyle::Section);
    column->addSpacing(metrics::space2);
    column->addWidget(title);
}

QWidget *SettingsPage::makeBody()
{
    auto *body = new PageBody;
    m_body = new QVBoxLayout(body);
    m_body->setSpacing(metrics::rowSpacing);
    addTitle(m_body, tr("Network, for profiles that have no settings of their own"));
    m_lockedNote = new FormField({}, new QWidget);
    m_lockedNote->field()->hide();
    m_lockedNote->hide();
    m_body->addWidget(m_lockedNote);
    m_body->addWidget(m_network);
    addTitle(m_body, tr("Trusted authorities"));
    m_body->addWidget(m_trusted);
    addTitle(m_body, tr("Presets, as their servers want them"));
    m_body->addWidget(m_adjustments);
    addTitle(m_body, tr("Window"));
    auto *clear = new FormField(tr("Clear clipboard"), m_clear);
    clear->setHelper(tr("Counted from when a token or another secret was copied."));
    auto *theme = new FormField(tr("Appearance"), m_theme);
    for (FormField *row : { clear, theme })
        m_body->addWidget(row);
    m_rows = { m_lockedNote, clear, theme };
    for (EditorRow *row : m_network->rows())
        m_rows << row;
    m_body->addStretch(1);
    return body;
}

QWidget *SettingsPage::makeFooter()
{
    auto *footer = new Pane(&Theme::window);
    footer->setLines(Qt::TopEdge);
    auto *cancel = new ActionButton(tr("Cancel"), ButtonRole::Ghost);
    cancel->setHint(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_save->setHint(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText));
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(metrics::space4, metrics::space2 + 2, metrics::pageMargin,
                            metrics::space2 + 2);
    row->setSpacing(metrics::space2);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    connect(cancel, &QAbstractButton::clicked, this, &SettingsPage::leaveRequested);
    connect(m_save, &QAbstractButton::clicked, this, &SettingsPage::save);
    return footer;
}

void SettingsPage::setValues(const Values &values)
{
    ProfileDraft draft;
    draft.profile.client.network = values.network.settings;
    draft.secrets.client.network = values.network.secrets;
    m_network->load(draft);
    m_clear->setValue(values.clearClipboardAfterS);
    m_theme->setCurrentData(static_cast<int>(values.theme));
    for (EditorRow *row : m_network->rows())
        row->setRevealed(true);
    m_original = this->values(); // as the fields write it
    showFindings();
}

SettingsPage::Values SettingsPage::values() const
{
    ProfileDraft draft;
    m_network->store(draft);
    return { { draft.profile.client.network, draft.secrets.client.network, {} },
             m_clear->value(),
             static_cast<ThemeChoice>(m_theme->currentData().toInt()) };
}

bool SettingsPage::isModified() const
{
    return values() != m_original;
}

void SettingsPage::setAdjustments(const QList<PresetAdjustment> &entries)
{
    m_adjustments->setEntries(entries);
}

void SettingsPage::setTrusted(const QList<TrustedAuthorities::Entry> &entries)
{
    m_trusted->setEntries(entries);
}

void SettingsPage::setNetworkLocked(const QString &reason)
{
    m_network->setEnabled(reason.isEmpty());
    m_lockedNote->setMessage(MessageLevel::Warning, reason);
    m_lockedNote->setVisible(!reason.isEmpty());
}

void SettingsPage::setSaving(bool saving)
{
    m_saving = saving;
    m_scroll->widget()->setEnabled(!saving);
    m_save->setDisabledReason(saving ? tr("Saving…") : QString());
}

void SettingsPage::showMessage(const BarMessage &message)
{
    m_message->setMessage(message);
}

void SettingsPage::clearMessage()
{
    m_message->hide();
}

void SettingsPage::focusNetwork()
{
    m_scroll->ensureVisible(0, 0);
    m_network->row(ProfileField::Proxy)->field()->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::wipeSecrets()
{
    m_network->wipeSecrets();
    m_original.network.secrets = {};
}

void SettingsPage::save()
{
    if (m_saving)
        return;
    for (EditorRow *row : m_network->rows()) {
        if (auto *text = qobject_cast<TextRow *>(row))
            text->finish();
        row->setRevealed(true);
    }
    showFindings();
    for (EditorRow *row : m_network->rows()) {
        if (row->showsFault() && !row->isHidden())
            return row->field()->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT saveRequested();
}

void SettingsPage::showFindings()
{
    QList<FieldFinding> findings;
    findings::addNetworkFindings(values().network.settings, findings);
    for (EditorRow *row : m_network->rows()) {
        QList<FieldFinding> own;
        std::ranges::copy_if(
            findings, std::back_inserter(own),
            [row](const FieldFinding &finding) { return finding.field == row->id(); });
        row->setFindings(own);
    }
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow =
        width() < sideBySideWidth * Look::of(this).scale().pixelSize() / 13;
    const int side = narrow ? metrics::pageMarginNarrow : metrics::pageMargin;
    m_head->setContentsMargins(side, metrics::space4, side, metrics::space2);
    m_body->setContentsMargins(side, metrics::space1, side, metrics::space4);
    for (FormField *row : m_rows)
        row->setStacked(narrow);
}

} // namespace mintmark
