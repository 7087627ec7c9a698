// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilevalidation.h"
#include "app/widgets/formfield.h"

class QLineEdit;

namespace mintmark {

/// A field of the editor with what is to be said about it. A finding shows from when the field was
/// left, pasted into or stood in the way of saving; while somebody types nothing new appears.
class EditorRow : public FormField
{
    Q_OBJECT
public:
    EditorRow(ProfileField id, const QString &label, QWidget *input, QWidget *parent = nullptr);

    ProfileField id() const { return m_id; }
    /// What the preset calls the field; empty: its own name.
    void setPresetLabel(const QString &label);
    /// All of this field, worst first.
    void setFindings(const QList<FieldFinding> &findings);
    /// May a finding be shown?
    void setRevealed(bool revealed);
    bool isRevealed() const { return m_revealed; }
    /// What a fetch cannot do without is a fault only for who wants to fetch; else a warning.
    void setFetchWanted(bool wanted);
    /// A finding that blocks is shown.
    bool showsFault() const;

Q_SIGNALS:
    /// Somebody changed the value.
    void edited();
    /// The field was left after a change, or something was pasted into it.
    void completed();
    void fixRequested(const mintmark::FieldFix &fix);
    /// The link of the helper text was clicked.
    void helperClicked();

private:
    void refresh();

    ProfileField m_id;
    QString m_ownLabel;
    QList<FieldFinding> m_findings;
    bool m_revealed = false;
    bool m_fetchWanted = false;
};

/// A row with a line edit. What mail programs and tables leave at the ends is removed after a paste
/// or when the field is left; that is said, with Undo.
class TextRow : public EditorRow
{
    Q_OBJECT
public:
    enum class Kind {
        Prose, ///< names and notes
        Code,  ///< values of the protocol, in the fixed font
    };
    /// `input` holds the line edit, or is it.
    TextRow(ProfileField id, const QString &label, QLineEdit *edit, Kind kind,
            QWidget *input = nullptr);

    QString text() const;
    /// Does not emit.
    void setText(const QString &text);
    QLineEdit *edit() const { return m_edit; }
    /// Trims what was typed, as leaving the field does.
    void finish();
    /// A note of its own under the field while there is nothing more urgent.
    void setQuietHelper(const QString &text, const QString &link = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onTextChanged(const QString &text);
    void complete();
    bool trim();
    void undoTrim();

    QLineEdit *m_edit;
    QString m_last;    ///< to tell a paste from a key
    QString m_kept;    ///< as it came, after Undo: stays so
    QString m_trimmed; ///< what Undo brings back
    QString m_helperText;
    QString m_helperLink;
    bool m_setting = false;
    bool m_changed = false;
};

} // namespace mintmark
