// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <optional>

namespace mintmark {

/// `number` (the text of a JSON number) × 10^scale, rounded down to a whole number; nullopt when
/// that does not fit 64 bits. Decimal arithmetic: no double in between.
std::optional<qint64> scaledFloor(QByteArrayView number, int scale);
/// The same, but nullopt where rounding would change the value.
std::optional<qint64> scaledExact(QByteArrayView number, int scale);

/// The nearest double, infinite on overflow, zero on underflow. (QByteArrayView::toDouble() gives 0
/// for both.)
double nearestDouble(QByteArrayView number);

} // namespace mintmark
