// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace mintmark::fuzz {

/// Ends the program, with the condition that does not hold, so that libFuzzer keeps the input.
inline void fail(const char *condition, const char *file, int line)
{
    std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    std::abort();
}

#define MUST(condition)                                                                            \
    do {                                                                                           \
        if (!(condition))                                                                          \
            mintmark::fuzz::fail(#condition, __FILE__, __LINE__);                                  \
    } while (false)

/// True if `part` are bytes of `whole`, and not only equal to some.
inline bool liesIn(QByteArrayView part, QByteArrayView whole)
{
    return part.isEmpty() || (part.begin() >= whole.begin() && part.end() <= whole.end());
}

inline QByteArrayView viewOf(const uint8_t *data, size_t size)
{
    return { data, static_cast<qsizetype>(size) };
}

/// The input; with "repeat " before it many times over. What does not take linear time then meets
/// the time limit.
inline QByteArray repeated(QByteArrayView input)
{
    constexpr QByteArrayView mark = "repeat ";
    constexpr qsizetype size = 64 * 1024;
    constexpr qsizetype longest = 128; // what is longer is tried as it stands, many times faster
    const qsizetype length = input.size() - mark.size();
    if (!input.startsWith(mark) || length == 0 || length > longest)
        return input.toByteArray();
    const QByteArray piece = input.sliced(mark.size()).toByteArray();
    return piece.repeated(qMax<qsizetype>(1, size / piece.size()));
}

} // namespace mintmark::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
