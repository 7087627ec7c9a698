// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/listsections.h"
#include "app/profiles/profilefilter.h"
#include "app/profiles/profilesearch.h"
#include "app/profiles/rowchip.h"

#include <QAbstractItemModel>
#include <QHash>

namespace mintmark {

class Clock;

/// The profiles as sections with rows, or, while there is a search or a filter, as one flat list,
/// best hit first. A profile may stand in several sections. Chips are kept as they are shown, so
/// that a tick changes only the rows whose text changed.
class ProfileListModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit ProfileListModel(const Clock &clock, QObject *parent = nullptr);

    /// In the order of ProfileStore::listings(), without deleted ones.
    void setListings(const QList<ProfileListing> &listings);
    void setRowState(const ProfileId &id, const RowState &state);
    RowState rowState(const ProfileId &id) const { return m_states.value(id); }
    void setKeyringLocked(bool locked);
    /// Makes the profile findable by its client id.
    void setClientId(const ProfileId &id, const QString &clientId);
    void setSearch(const QString &text);
    /// Folds all texts, so that the first key need not wait for it; for when the search gets the
    /// focus.
    void prepareSearch();
    void setFilter(ProfileFilter filter);
    /// Recomputes what time alone changes.
    void tick();

    const SearchQuery &query() const { return m_query; }
    ProfileFilter filter() const { return m_filter; }
    /// One list, without sections.
    bool isFlat() const { return m_shape.flat; }
    const FilterCounts &counts() const { return m_counts; }
    int profileCount() const { return static_cast<int>(m_listings.size()); }
    bool contains(const ProfileId &id) const { return m_byId.contains(id); }
    /// Is there a token whose time left is shown?
    bool hasTickingChip() const { return m_ticking; }

    bool isSection(const QModelIndex &index) const;
    /// Of a section or of the section a row stands in; empty in a flat list.
    QString sectionKey(const QModelIndex &index) const;
    ListSection::Kind sectionKind(const QModelIndex &section) const;
    /// Null for sections.
    ProfileId profileId(const QModelIndex &index) const;
    const ProfileListing *listing(const QModelIndex &index) const;
    RowChip chip(const QModelIndex &index) const;
    /// All places of a profile, top first.
    QModelIndexList places(const ProfileId &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void countsChanged();
    void tickingChanged();

private:
    int entryOf(const QModelIndex &index) const; ///< into m_listings; -1 for sections
    QList<SearchText> textsOf(const QList<ProfileListing> &listings) const;
    /// Makes `texts` if it has to search and they are not there yet.
    ListShape shapeOf(const QList<ProfileListing> &listings, QList<SearchText> &texts) const;
    void rebuild();
    void count();
    void refreshTicking();
    /// True when the chip is another one now.
    bool refreshChip(int entry);
    void announce(const QList<int> &entries);
    QString sectionTitle(const ListSection &section) const;
    QString rowTitle(const QModelIndex &index) const;
    QString spoken(const QModelIndex &index) const;

    const Clock &m_clock;
    QList<ProfileListing> m_listings;
    QHash<ProfileId, int> m_byId;
    QList<RowChip> m_chips;
    QList<SearchText> m_texts; ///< made for the first search: listing alone must be quick
    QHash<ProfileId, RowState> m_states;
    QHash<ProfileId, QString> m_clientIds;
    bool m_keyringLocked = false;
    SearchQuery m_query;
    ProfileFilter m_filter = ProfileFilter::All;
    FilterCounts m_counts;
    bool m_ticking = false;
    qint64 m_day = 0; ///< of the last full look at all chips
    ListShape m_shape;
};

} // namespace mintmark
