// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorrow.h"

#include "profiles/profiletext.h"

#include <QFocusEvent>
#include <QFontDatabase>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace mintmark {

namespace {

MessageLevel messageLevel(FindingLevel level, bool fetchWanted)
{
    switch (level) {
    case FindingLevel::BlocksSave:
        return MessageLevel::Fault;
    case FindingLevel::BlocksFetch:
        return fetchWanted ? MessageLevel::Fault : MessageLevel::Warning;
    case FindingLevel::Warning:
        return MessageLevel::Warning;
    case FindingLevel::Note:
        break;
    }
    return MessageLevel::Note;
}

} // namespace

EditorRow::EditorRow(ProfileField id, const QString &label, QWidget *input, QWidget *parent)
    : FormField(label, input, parent), m_id(id), m_ownLabel(label)
{
    connect(this, &FormField::linkClicked, this, [this] {
        if (message()->level() == MessageLevel::Helper)
            Q_EMIT helperClicked();
        else if (!m_findings.isEmpty() && m_findings.first().fix)
            Q_EMIT fixRequested(*m_findings.first().fix);
    });
}

void EditorRow::setPresetLabel(const QString &label)
{
    setLabel(label.isEmpty() ? m_ownLabel : label);
}

void EditorRow::setFindings(const QList<FieldFinding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    refresh();
}

void EditorRow::setRevealed(bool revealed)
{
    if (revealed == m_revealed)
        return;
    m_revealed = revealed;
    refresh();
}

void EditorRow::setFetchWanted(bool wanted)
{
    if (wanted == m_fetchWanted)
        return;
    m_fetchWanted = wanted;
    refresh();
}

bool EditorRow::showsFault() const
{
    return message()->level() == MessageLevel::Fault;
}

void EditorRow::refresh()
{
    if (!m_revealed || m_findings.isEmpty()) {
        clearMessage();
        return;
    }
    const FieldFinding &finding = m_findings.first();
    setMessage(messageLevel(finding.level, m_fetchWanted), finding.text,
               finding.fix ? finding.fix->label : QString());
}

TextRow::TextRow(ProfileField id, const QString &label, QLineEdit *edit, Kind kind, QWidget *input)
    : EditorRow(id, label, input ? input : edit), m_edit(edit)
{
    if (kind == Kind::Code) {
        QFont font; // only the family: the size follows the application's
        font.setFamilies({ QFontDatabase::systemFont(QFontDatabase::FixedFont).family() });
        edit->setFont(font);
    }
    if (edit->accessibleName().isEmpty())
        edit->setAccessibleName(label);
    edit->installEventFilter(this);
    if (input)
        input->installEventFilter(this); // a combo box has the focus in place of its line edit
    connect(edit, &QLineEdit::textChanged, this, &TextRow::onTextChanged);
    connect(this, &EditorRow::helperClicked, this, [this] {
        if (!m_trimmed.isEmpty())
            undoTrim();
    });
}

QString TextRow::text() const
{
    return m_edit->text();
}

void TextRow::setText(const QString &text)
{
    const QScopedValueRollback setting(m_setting, true);
    if (m_edit->text() != text)
        m_edit->setText(text);
    m_edit->setCursorPosition(0);
    m_last = text;
    m_kept.clear();
    m_trimmed.clear();
    m_changed = false;
    setHelper(m_helperText, m_helperLink);
}

void TextRow::setQuietHelper(const QString &text, const QString &link)
{
    m_helperText = text;
    m_helperLink = link;
    if (m_trimmed.isEmpty())
        setHelper(text, link);
}

void TextRow::onTextChanged(const QString &text)
{
    if (m_setting)
        return;
    const bool pasted = text.size() > m_last.size() + 1;
    m_last = text;
    m_changed = true;
    if (!m_trimmed.isEmpty()) {
        m_trimmed.clear();
        setHelper(m_helperText, m_helperLink);
    }
    if (pasted)
        complete();
    else
        Q_EMIT edited();
}

void TextRow::complete()
{
    trim();
    m_changed = false;
    Q_EMIT edited();
    Q_EMIT completed();
}

void TextRow::finish()
{
    if (m_changed)
        complete();
}

bool TextRow::trim()
{
    QString note;
    const QString before = m_edit->text();
    const QString after = trimmedValue(before, &note);
    if (after == before || before == m_kept)
        return false;
    const QScopedValueRollback setting(m_setting, true);
    m_edit->setText(after);
    m_last = after;
    m_trimmed = before;
    setHelper(note, tr("Undo"));
    return true;
}

void TextRow::undoTrim()
{
    m_kept = m_trimmed;
    const QString before = m_trimmed;
    m_trimmed.clear();
    setHelper(m_helperText, m_helperLink);
    {
        const QScopedValueRollback setting(m_setting, true);
        m_edit->setText(before);
    }
    m_last = before;
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

bool TextRow::eventFilter(QObject *watched, QEvent *event)
{
    // A field that was only passed says nothing. QCompleter's list takes the focus for a while,
    // too.
    if ((watched == m_edit || watched == field()) && event->type() == QEvent::FocusOut && m_changed
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        complete();
    return EditorRow::eventFilter(watched, event);
}

} // namespace mintmark
