// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QList>
#include <QString>

namespace mintmark {

struct TimePart
{
    QString digits; ///< "7"
    QString unit; ///< "h"
    friend bool operator==(const TimePart &, const TimePart &) = default;
};

/// The big reading (visual.md §5.7), rounded down: ≥ 48 h "3 d 4 h", ≥ 1 h "7 h 42 min", ≥ 1 min
/// "42 min 10 s", else "58 s". `ms` is a duration, its sign is ignored.
QList<TimePart> timeParts(qint64 ms);
/// The same as one string: "7 h 42 min".
QString durationText(qint64 ms);
/// "8 h", "5 min", "1 h 30 min": lifetimes without zero parts.
QString lifetimeText(qint64 ms);
/// The chip of a row (visual.md §5.6): "7 h 42", "42 min", "3:58"; ≥ 48 h "3 d".
QString chipText(qint64 remainingMs);
/// "09:12:04"; with a date before it when it is not today.
QString localTimeText(qint64 atMs, qint64 nowMs);
/// "16:12:04 UTC", likewise.
QString utcTimeText(qint64 atMs, qint64 nowMs);
/// "in 7 h 42 min", "12 min ago".
QString relativeText(qint64 atMs, qint64 nowMs);

} // namespace mintmark
