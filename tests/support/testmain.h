// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtTest>

#include <functional>
#include <memory>

namespace mintmark::test {

/// Registers a test class under its file's name (tst_<source>); several classes share a program.
/// The program is called with that name first, then Qt Test's own options.
class Registration
{
public:
    Registration(const char *name, std::function<std::unique_ptr<QObject>()> make);
};

} // namespace mintmark::test

/// Last line of a tst_ file, before its .moc: MINTMARK_TEST(tst_result, TestResult)
#define MINTMARK_TEST(NAME, CLASS)                                                                 \
    static const mintmark::test::Registration registration_##NAME(                                \
        #NAME, [] { return std::make_unique<CLASS>(); });
