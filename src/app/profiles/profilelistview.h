// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QHash>
#include <QTreeView>

namespace mintmark {

class ProfileListModel;

/// The list itself. The selected row is the profile that is open; the keyboard's place may be
/// another one, also a head. Sections keep what a person folded, across changes of the model.
class ProfileListView : public QTreeView
{
    Q_OBJECT
public:
    explicit ProfileListView(ProfileListModel &model, QWidget *parent = nullptr);

    /// Selects it, unfolds its section if it stands nowhere else, scrolls to it. Does not emit.
    void setCurrentProfile(const ProfileId &id);
    /// Also of a profile that the search hides.
    ProfileId currentProfile() const { return m_current; }
    /// Shows the first row as the one that Enter takes.
    void setFirstMarked(bool marked);
    /// The next (1) or previous (-1) profile, over the heads; unfolds what it enters.
    void step(int step);
    /// Gives the list the focus, on the open profile or the first row.
    void enter();

Q_SIGNALS:
    void profileSelected(const QUuid &id);
    void profileActivated(const QUuid &id);
    void copyRequested(const QUuid &id);
    void menuRequested(const QUuid &id, const QPoint &globalPosition);
    void typed(const QString &text);
    /// Up on the first row.
    void leftAtTop();

public:
    void reset() override;

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isUnfolded(const QString &section) const;
    void rememberFold(const QModelIndex &index, bool unfolded);
    /// The place to show a profile at: in the section it was chosen in, else where it can be seen.
    QModelIndex bestPlace(const ProfileId &id) const;
    void restoreSelection();
    /// After a reset of the model: selection and scroll position as they were.
    void restorePlace();
    void take(const QModelIndex &index);
    void activate(const QModelIndex &index);
    bool handleKey(const QKeyEvent &event);
    void applyGround();

    ProfileListModel &m_model;
    QHash<QString, bool> m_folds; ///< what a person did
    ProfileId m_current;
    QString m_section; ///< in which it was chosen
    bool m_restoring = false;
    bool m_wasFlat = false;
    int m_scrolled = 0;
    bool m_firstMarked = false;
    bool m_pressedSelected = false;
};

} // namespace mintmark
