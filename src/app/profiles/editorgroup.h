// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/editorrow.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace mintmark {

/// Some fields of the editor that belong together, and what of the draft they hold.
class EditorGroup : public QWidget
{
    Q_OBJECT
public:
    explicit EditorGroup(QWidget *parent = nullptr);

    /// Shows the draft; does not emit.
    void load(const ProfileDraft &draft);
    /// Writes into `draft` what stands in the fields.
    void store(ProfileDraft &draft) const;
    /// What the head says while the group is folded.
    virtual QString summary(const ProfileDraft &draft) const;

    const QList<EditorRow *> &rows() const { return m_rows; }
    /// The row of a field of this group; nullptr when it has none.
    EditorRow *row(ProfileField field) const;
    /// Shows these rows, in this order; they may be of another group, which still loads and stores
    /// them. Rows of this one that are not named have to be shown by another.
    void arrange(const QList<EditorRow *> &rows);
    /// The rows that setBeside() named: side by side, or one under the other.
    void setPaired(bool paired);
    /// Shows a row that is hidden because of another choice, before it gets the focus.
    virtual void makeReachable(EditorRow *row);
    virtual void wipeSecrets();

Q_SIGNALS:
    void edited();

protected:
    using TextMember = QString &(*)(Profile &);

    TextRow *addText(ProfileField field, const QString &label, TextMember member,
                     const QString &placeholder = {}, TextRow::Kind kind = TextRow::Kind::Code);
    /// For an editable combo box and the like. Without a member the group loads and stores it.
    TextRow *addTextRow(TextRow *row, TextMember member);
    EditorRow *addRow(ProfileField field, const QString &label, QWidget *input);
    /// Two rows of this group for short texts: the second stands beside the first where there is
    /// room for both.
    void setBeside(EditorRow *first, EditorRow *second);
    void addWidget(QWidget *widget);
    /// A choice was made: the field is complete.
    void notifyChosen(EditorRow *row);

    virtual void loadOthers(const ProfileDraft &draft);
    virtual void storeOthers(ProfileDraft &draft) const;

private:
    struct Binding
    {
        TextRow *row;
        TextMember member;
    };
    struct Pair
    {
        EditorRow *second;
        QBoxLayout *layout;
    };
    QVBoxLayout *m_column;
    QList<Pair> m_pairs;
    QList<EditorRow *> m_rows;
    QList<Binding> m_bindings;
    bool m_loading = false;
};

} // namespace mintmark
