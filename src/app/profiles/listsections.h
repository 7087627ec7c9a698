// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QList>

namespace mintmark {

/// A folding part of the list.
struct ListSection
{
    enum class Kind { Recent, Pinned, Customer };
    Kind kind = Kind::Customer;
    QString customer; ///< only of Customer; empty for profiles without one
    QList<int> rows;  ///< indexes of the listings

    /// Tells sections apart, also after a change of the listings.
    QString key() const;
    friend bool operator==(const ListSection &, const ListSection &) = default;
};

/// What the list shows: sections with rows, or rows alone.
struct ListShape
{
    bool flat = false;
    QList<ListSection> sections;
    QList<int> rows; ///< of the flat list
    friend bool operator==(const ListShape &, const ListShape &) = default;
};

/// Recent (the three used last, once there are more than three profiles), Pinned, then the
/// customers in the order of `listings`, which is that of ProfileStore::listings(). Profiles
/// without a customer come last.
QList<ListSection> listSections(const QList<ProfileListing> &listings);

} // namespace mintmark
