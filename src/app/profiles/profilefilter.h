// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/rowchip.h"
#include "app/widgets/filterchips.h"

#include <optional>

namespace mintmark {

enum class ProfileFilter { All, Live, Production, Failing, NeedsSecret };

bool passes(ProfileFilter filter, const ProfileListing &listing, const RowState &state,
            qint64 nowMs);

/// How many profiles pass each filter; production is not counted, it says nothing.
struct FilterCounts
{
    int all = 0;
    int live = 0;
    int failing = 0;
    int needsSecret = 0;

    /// Counts one profile in, or with -1 out.
    void add(const ProfileListing &listing, const RowState &state, qint64 nowMs, int step = 1);
    friend bool operator==(const FilterCounts &, const FilterCounts &) = default;
};

/// The chips above the list; "Failing" and "Needs a secret" only when there are some.
QList<FilterChoice> filterChoices(const FilterCounts &counts);
/// The filter a chip stands for.
ProfileFilter filterOfChip(const QString &chipId);
/// What the chip of this filter is called, and its id.
QString filterName(ProfileFilter filter);
QString filterChipId(ProfileFilter filter);

} // namespace mintmark
