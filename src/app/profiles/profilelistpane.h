// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/rowchip.h"
#include "app/widgets/pane.h"
#include "profiles/profile.h"

#include <QList>
#include <QWidget>

class QAction;
class QStackedLayout;

namespace mintmark {

class ActionButton;
class Clock;
class EmptyState;
class FilterChips;
class ProfileListModel;
class ProfileListView;
class SearchField;

/// The left pane: search, filters, the list of profiles and two buttons. Values come in through
/// setters, what a person wants goes out as signals.
class ProfileListPane : public Pane
{
    Q_OBJECT
public:
    explicit ProfileListPane(const Clock &clock, QWidget *parent = nullptr);

    /// In the order of ProfileStore::listings().
    void setListings(const QList<ProfileListing> &listings);
    void setRowState(const ProfileId &id, const RowState &state);
    void setKeyringLocked(bool locked);
    /// The index has no client ids; those made known are found too.
    void setClientId(const ProfileId &id, const QString &clientId);

    /// The profile that is open; null for none. Does not emit.
    void setCurrent(const ProfileId &id);
    ProfileId current() const;

    /// From the ticker: recomputes from the clock and repaints only rows whose text changed.
    void tick();
    /// Is there a token whose time left is shown, in a list that can be seen?
    bool needsTick() const;

    /// Gives the field the focus and selects what is in it.
    void focusSearch();
    void clearSearch();
    QString searchText() const;

    void setActions(QAction *newProfile, QAction *inspect);
    /// Narrow windows fold the filters and drop the hints of the buttons.
    void setNarrow(bool folded);
    /// The profile below (1) or above (-1) becomes the open one.
    void selectNext(int step);

Q_SIGNALS:
    /// Somebody chose a profile, also the one that is open already.
    void selected(const mintmark::ProfileId &id);
    /// Enter or a double click: to its page, with the focus on Copy. Comes after selected().
    void activated(const mintmark::ProfileId &id);
    /// Ctrl+C in the list, Ctrl+Enter in the search: copy without leaving.
    void copyRequested(const mintmark::ProfileId &id);
    void contextMenuRequested(const mintmark::ProfileId &id, const QPoint &globalPos);
    /// needsTick() may have changed.
    void tickNeeded();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectSearch();
    void connectList();
    /// The first hit while searching, else the open profile.
    ProfileId bestHit() const;
    void takeBestHit();
    void showWhatThereIs();
    void showEmpty();

    ProfileListModel *m_model;
    SearchField *m_search;
    FilterChips *m_filters;
    ProfileListView *m_list;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    ActionButton *m_newProfile;
    ActionButton *m_inspect;
};

} // namespace mintmark
