// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profiledraft.h"

#include <QWidget>

namespace mintmark {

class SavedSecret;
class SecretEdit;
class SecretReplacement;

/// The client secret of a profile: a field while there is none or it is replaced, one line of text
/// once it is saved. Wipes what it holds.
class SecretField : public QWidget
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);

    /// Shows the draft's secret; does not emit. `nowMs` decides whether the year is said.
    void load(const ProfileDraft &draft, qint64 nowMs);
    /// A replacement nobody typed leaves the saved secret as it is.
    void store(ProfileDraft &draft) const;

    bool isReplacing() const;
    /// Is there a saved secret to go back to?
    bool hasSaved() const { return m_hasSaved; }
    void startReplacing();
    void keepSaved();
    /// Puts it into the field as if it had been typed.
    void setTyped(const SecretBytes &secret);
    void replaceInside(const QString &from, const QString &to);
    /// Screen sharing hides ending, fingerprint and both eyes.
    void setConcealed(bool concealed);
    void wipeSecrets();

    SecretEdit *edit() const { return m_edit; }
    /// Below the field, for what can be done about it at once.
    SecretReplacement *replacement() const { return m_replacement; }
    /// What is typed, without what is surely none of it at its ends.
    SecretBytes trimmedSecret();
    /// "Saved 3 March · 48 characters · ends in …Qx9A · fingerprint 7F3A"
    QString savedText() const;

    /// The ends of a pasted secret were trimmed; empty: nothing to undo.
    QString trimNote() const { return m_trimNote; }
    void undoTrim();

Q_SIGNALS:
    void edited();
    /// Left after a change, or pasted into.
    void completed();
    /// Between the line of text and the field.
    void modeChanged();
    void trimNoteChanged();
    /// What is known of its secrets elsewhere has to go, too.
    void wiped();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showEdit(bool shown);
    void trim();
    void setTrimNote(const QString &note);
    void updateReplacement();

    SecretEdit *m_edit;
    SavedSecret *m_saved;
    SecretReplacement *m_replacement;
    SecretBytes m_savedSecret;
    SecretBytes m_untrimmed;
    QString m_trimNote;
    bool m_hasSaved = false;
    bool m_changed = false;
};

} // namespace mintmark
