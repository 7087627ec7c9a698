// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilelistmodel.h"

#include "base/clock.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <utility>

namespace mintmark {

namespace {

qint64 localDay(qint64 nowMs)
{
    return QDateTime::fromMSecsSinceEpoch(nowMs).date().toJulianDay();
}

bool isSameOrder(const QList<ProfileListing> &a, const QList<ProfileListing> &b)
{
    return std::ranges::equal(a, b, {}, &ProfileListing::id, &ProfileListing::id);
}

} // namespace

ProfileListModel::ProfileListModel(const Clock &clock, QObject *parent)
    : QAbstractItemModel(parent), m_clock(clock), m_day(localDay(clock.nowMs()))
{ }

void ProfileListModel::setListings(const QList<ProfileListing> &listings)
{
    QList<SearchText> texts;
    const ListShape shape = shapeOf(listings, texts);
    const bool same = shape == m_shape && isSameOrder(listings, m_listings);
    if (!same)
        beginResetModel();
    const QList<ProfileListing> former = std::exchange(m_listings, listings);
    m_shape = shape;
    m_texts = texts;
    m_byId.clear();
    m_byId.reserve(m_listings.size());
    m_chips.resize(m_listings.size());
    QList<int> changed;
    for (int i = 0; i < m_listings.size(); ++i) {
        m_byId.insert(m_listings[i].id, i);
        if (refreshChip(i) || (same && former[i] != m_listings[i]))
            changed << i;
    }
    if (!same)
        endResetModel();
    else
        announce(changed);
    count();
    refreshTicking();
}

void ProfileListModel::setRowState(const ProfileId &id, const RowState &state)
{
    const RowState former = std::exchange(m_states[id], state);
    const auto entry = m_byId.constFind(id);
    if (state == former || entry == m_byId.constEnd())
        return;
    if (refreshChip(*entry))
        announce({ *entry });
    if (state.noSecret != former.noSecret) {
        m_counts.needsSecret += state.noSecret ? 1 : -1;
        if (m_filter == ProfileFilter::NeedsSecret)
            rebuild();
        Q_EMIT countsChanged();
    }
    refreshTicking();
}

void ProfileListModel::setKeyringLocked(bool locked)
{
    if (std::exchange(m_keyringLocked, locked) == locked)
        return;
    QList<int> changed;
    for (int i = 0; i < m_listings.size(); ++i) {
        if (refreshChip(i))
            changed << i;
    }
    announce(changed);
}

void ProfileListModel::setClientId(const ProfileId &id, const QString &clientId)
{
    if (std::exchange(m_clientIds[id], clientId) == clientId)
        return;
    if (const auto entry = m_byId.constFind(id); entry != m_byId.constEnd() && !m_texts.isEmpty())
        m_texts[*entry].clientId = foldedText(clientId);
    if (!m_query.isEmpty())
        rebuild();
}

void ProfileListModel::setSearch(const QString &text)
{
    const SearchQuery query(text);
    if (query == m_query)
        return;
    m_query = query;
    rebuild();
}

void ProfileListModel::setFilter(ProfileFilter filter)
{
    if (std::exchange(m_filter, filter) != filter)
        rebuild();
}

void ProfileListModel::tick()
{
    const qint64 day = localDay(m_clock.nowMs());
    const bool newDay = std::exchange(m_day, day) != day;
    QList<int> changed;
    bool lost = false;
    for (int i = 0; i < m_listings.size(); ++i) {
        const bool ticked = isTicking(m_chips[i].kind);
        // By itself everything else changes once a day; an expired chip may stand a bit longer.
        if ((ticked || newDay) && refreshChip(i)) {
            changed << i;
            lost = lost || (ticked && !isTicking(m_chips[i].kind));
        }
    }
    announce(changed);
    if (lost || newDay) {
        count();
        if (m_filter == ProfileFilter::Live)
            rebuild();
        refreshTicking();
    }
}

QList<SearchText> ProfileListModel::textsOf(const QList<ProfileListing> &listings) const
{
    QList<SearchText> texts;
    texts.reserve(listings.size());
    for (const ProfileListing &listing : listings)
        texts << searchTextOf(listing, m_clientIds.value(listing.id));
    return texts;
}

void ProfileListModel::prepareSearch()
{
    if (m_texts.size() != m_listings.size())
        m_texts = textsOf(m_listings);
}

ListShape ProfileListModel::shapeOf(const QList<ProfileListing> &listings,
                                    QList<SearchText> &texts) const
{
    ListShape shape;
    shape.flat = !m_query.isEmpty() || m_filter != ProfileFilter::All;
    if (!shape.flat) {
        shape.sections = listSections(listings);
        return shape;
    }
    if (m_query.isEmpty()) {
        shape.rows.resize(listings.size());
        std::iota(shape.rows.begin(), shape.rows.end(), 0);
    } else {
        if (texts.size() != listings.size())
            texts = textsOf(listings);
        shape.rows = searchProfiles(texts, m_query);
    }
    if (m_filter == ProfileFilter::All)
        return shape;
    const qint64 now = m_clock.nowMs();
    shape.rows.removeIf([&](int row) {
        return !passes(m_filter, listings[row], m_states.value(listings[row].id), now);
    });
    return shape;
}

void ProfileListModel::rebuild()
{
    const ListShape shape = shapeOf(m_listings, m_texts);
    if (shape == m_shape) {
        // The same rows, but other parts of them may be hits.
        if (shape.flat && !shape.rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
        return;
    }
    beginResetModel();
    m_shape = shape;
    endResetModel();
}

void ProfileListModel::count()
{
    const qint64 now = m_clock.nowMs();
    FilterCounts counts;
    for (const ProfileListing &listing : std::as_const(m_listings))
        counts.add(listing, m_states.value(listing.id), now);
    if (std::exchange(m_counts, counts) != counts)
        Q_EMIT countsChanged();
}

void ProfileListModel::refreshTicking()
{
    const bool ticking = std::ranges::any_of(std::as_const(m_chips), isTicking, &RowChip::kind);
    if (std::exchange(m_ticking, ticking) != ticking)
        Q_EMIT tickingChanged();
}

bool ProfileListModel::refreshChip(int entry)
{
    const ProfileListing &listing = m_listings[entry];
    const RowChip chip =
        rowChip(listing, m_states.value(listing.id), m_keyringLocked, m_clock.nowMs());
    return std::exchange(m_chips[entry], chip) != chip;
}

/// Tells which rows look different; a folded one costs nothing.
void ProfileListModel::announce(const QList<int> &entries)
{
    if (entries.isEmpty())
        return;
    const QSet<int> changed(entries.cbegin(), entries.cend());
    const auto tell = [&](const QList<int> &rows, const QModelIndex &parent) {
        for (int row = 0; row < rows.size(); ++row) {
            if (!changed.contains(rows[row]))
                continue;
            const QModelIndex place = index(row, 0, parent);
            Q_EMIT dataChanged(place, place);
        }
    };
    tell(m_shape.rows, {});
    for (int section = 0; section < m_shape.sections.size(); ++section)
        tell(m_shape.sections[section].rows, index(section, 0));
}

} // namespace mintmark
