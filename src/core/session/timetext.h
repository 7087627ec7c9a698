// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace mintmark {

// Durations are in milliseconds, their sign is ignored, and all of them are rounded down. Moments
// are wall clock, milliseconds since 1970. `nowMs` decides only whether a date is named.

struct TimePart
{
    QString digits; ///< "7"
    QString unit;   ///< "h"
    friend bool operator==(const TimePart &, const TimePart &) = default;
};

/// The big reading: ≥ 48 h "3 d 4 h", ≥ 1 h "7 h 42 min", ≥ 1 min "42 min 10 s",
/// else "58 s".
QList<TimePart> timeParts(qint64 ms);
/// The reading for "ago" and "to go", where seconds say nothing: "12 min", else as timeParts().
QList<TimePart> coarseTimeParts(qint64 ms);
/// Elapsed time of a running request: "1.4 s".
QList<TimePart> elapsedParts(qint64 ms);

/// "7 h 42 min": the parts as one string.
QString joinedParts(const QList<TimePart> &parts);
/// timeParts() as one string.
QString durationText(qint64 ms);
/// "8 h", "5 min", "1 h 30 min": lifetimes without zero parts.
QString lifetimeText(qint64 ms);
/// The largest unit alone: "4 min".
QString roughText(qint64 ms);
/// The chip of a row: "7 h 42", "42 min", "3:58"; ≥ 48 h "3 d".
QString chipText(qint64 remainingMs);

/// "09:12:04"; with a date before it when it is not today: "8 Mar 09:12:04", "8 Mar 2019 09:12:04".
QString localTimeText(qint64 atMs, qint64 nowMs);
/// "16:12:04 UTC", likewise.
QString utcTimeText(qint64 atMs, qint64 nowMs);
/// "17:12:04 · 16:12:04 UTC"; the date stands twice only where it differs.
QString localAndUtcText(qint64 atMs, qint64 nowMs);
/// "in 7 h 42 min", "12 min ago".
QString relativeText(qint64 atMs, qint64 nowMs);

} // namespace mintmark
