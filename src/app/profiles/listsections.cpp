// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/listsections.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype recentRows = 3;

ListSection recent(const QList<ProfileListing> &listings)
{
    ListSection section { ListSection::Kind::Recent, {}, {} };
    if (listings.size() <= recentRows)
        return section; // it would only repeat the list
    QList<int> used;
    for (int i = 0; i < listings.size(); ++i) {
        if (listings[i].lastUsedMs)
            used << i;
    }
    const auto first = used.begin() + qMin(recentRows, used.size());
    std::partial_sort(used.begin(), first, used.end(), [&listings](int a, int b) {
        const qint64 usedA = *listings[a].lastUsedMs;
        const qint64 usedB = *listings[b].lastUsedMs;
        return usedA != usedB ? usedA > usedB : a < b;
    });
    section.rows = used.first(qMin(recentRows, used.size()));
    return section;
}

ListSection pinned(const QList<ProfileListing> &listings)
{
    ListSection section { ListSection::Kind::Pinned, {}, {} };
    for (int i = 0; i < listings.size(); ++i) {
        if (listings[i].pinned)
            section.rows << i;
    }
    return section;
}

} // namespace

QString ListSection::key() const
{
    switch (kind) {
    case Kind::Recent:
        return u"recent"_s;
    case Kind::Pinned:
        return u"pinned"_s;
    case Kind::Customer:
        break;
    }
    return u"customer:"_s + customer.toCaseFolded();
}

QList<ListSection> listSections(const QList<ProfileListing> &listings)
{
    QList<ListSection> sections;
    for (ListSection section : { recent(listings), pinned(listings) }) {
        if (!section.rows.isEmpty())
            sections << section;
    }
    ListSection homeless;
    for (int i = 0; i < listings.size(); ++i) {
        const QString &customer = listings[i].customer;
        if (customer.isEmpty()) {
            homeless.rows << i;
            continue;
        }
        const bool same = !sections.isEmpty() && sections.last().kind == ListSection::Kind::Customer
            && sections.last().customer.compare(customer, Qt::CaseInsensitive) == 0;
        if (!same)
            sections << ListSection { ListSection::Kind::Customer, customer, {} };
        sections.last().rows << i;
    }
    if (!homeless.rows.isEmpty())
        sections << homeless;
    return sections;
}

} // namespace mintmark
