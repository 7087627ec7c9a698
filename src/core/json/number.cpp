// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "json/number.h"

#include <QtNumeric>

#include <algorithm>
#include <charconv>
#include <limits>

namespace mintmark {

namespace {

struct Decimal
{
    bool negative = false;
    QByteArrayView whole;
    QByteArrayView fraction;
    qint64 exponent = 0;
};

/// Larger exponents decide nothing: no text of ours has that many digits to make up for it.
constexpr qint64 exponentBound = 1'000'000'000'000;

Decimal split(QByteArrayView number)
{
    Decimal decimal;
    decimal.negative = number.startsWith('-');
    if (decimal.negative)
        number = number.sliced(1);
    const auto mark =
        std::find_if(number.begin(), number.end(), [](char c) { return c == 'e' || c == 'E'; });
    const QByteArrayView mantissa(number.begin(), mark);
    if (mark != number.end()) {
        const QByteArrayView text(mark + 1, number.end());
        for (const char c : text) {
            if (c >= '0' && c <= '9')
                decimal.exponent = std::min(decimal.exponent * 10 + (c - '0'), exponentBound);
        }
        if (text.startsWith('-'))
            decimal.exponent = -decimal.exponent;
    }
    const qsizetype dot = mantissa.indexOf('.');
    decimal.whole = dot < 0 ? mantissa : mantissa.first(dot);
    decimal.fraction = dot < 0 ? QByteArrayView() : mantissa.sliced(dot + 1);
    return decimal;
}

/// `value` × 10 − `digit`, below zero because that side holds one more number.
bool appendDigit(qint64 &value, int digit)
{
    return !qMulOverflow(value, qint64(10), &value) && !qSubOverflow(value, qint64(digit), &value);
}

/// Rounds down; `exact` says whether that changed nothing.
std::optional<qint64> scaled(QByteArrayView number, int scale, bool &exact)
{
    const Decimal decimal = split(number);
    // So many digits stand before the point once it has been moved.
    const qint64 wanted = decimal.whole.size() + decimal.exponent + scale;
    qint64 value = 0;
    qint64 position = 0;
    exact = true;
    for (const QByteArrayView digits : { decimal.whole, decimal.fraction }) {
        for (const char digit : digits) {
            if (position++ >= wanted)
                exact = exact && digit == '0';
            else if (!appendDigit(value, digit - '0'))
                return std::nullopt;
        }
    }
    for (; position < wanted && value != 0; ++position) {
        if (!appendDigit(value, 0))
            return std::nullopt;
    }
    if (decimal.negative && !exact && qSubOverflow(value, qint64(1), &value))
        return std::nullopt;
    if (!decimal.negative && qSubOverflow(qint64(0), value, &value))
        return std::nullopt;
    return value;
}

} // namespace

std::optional<qint64> scaledFloor(QByteArrayView number, int scale)
{
    bool exact = false;
    return scaled(number, scale, exact);
}

std::optional<qint64> scaledExact(QByteArrayView number, int scale)
{
    bool exact = false;
    const std::optional<qint64> value = scaled(number, scale, exact);
    return exact ? value : std::nullopt;
}

double nearestDouble(QByteArrayView number)
{
    double value = 0;
    if (std::from_chars(number.begin(), number.end(), value).ec != std::errc::result_out_of_range)
        return value;
    const bool tiny = scaledFloor(number, 0).has_value();
    const double magnitude = tiny ? 0 : std::numeric_limits<double>::infinity();
    return number.startsWith('-') ? -magnitude : magnitude;
}

} // namespace mintmark
