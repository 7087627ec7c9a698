// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <random>

namespace mintmark::test {

/// JSON texts by chance, the same for the same seed: valid ones, and ones with a few bytes changed.
class RandomJson
{
public:
    explicit RandomJson(unsigned seed) : m_random(seed) { }

    QByteArray valid() { return space() + value(0) + space(); }
    QByteArray mutated();

private:
    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }
    QByteArray pick(std::initializer_list<const char *> from)
    {
        return *(from.begin() + below(int(from.size())));
    }
    QByteArray value(int depth);
    QByteArray container(int depth, bool object);
    QByteArray string();
    QByteArray number();
    QByteArray space();

    std::mt19937 m_random;
};

} // namespace mintmark::test
