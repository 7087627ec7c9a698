// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <span>

/// Names and words of the keychain item, shared by its reader and its writer.
namespace mintmark::profileitem {

using namespace Qt::StringLiterals;

/// Raised by a changed meaning, not by a new field.
inline constexpr int schemaVersion = 1;

template <class T> struct Word
{
    QLatin1StringView text;
    T value;
};

inline constexpr Word<BodyFormat> bodyFormats[] {
    { "json"_L1, BodyFormat::Json },
    { "form"_L1, BodyFormat::Form },
};
inline constexpr Word<BasicEncoding> basicEncodings[] {
    { "form"_L1, BasicEncoding::Form },
    { "raw"_L1, BasicEncoding::Raw },
};
inline constexpr Word<RenewalPolicy> renewalPolicies[] {
    { "repeat"_L1, RenewalPolicy::Repeat },
    { "get"_L1, RenewalPolicy::Get },
    { "refresh_token"_L1, RenewalPolicy::RefreshToken },
};
inline constexpr Word<ParameterType> parameterTypes[] {
    { "string"_L1, ParameterType::String },
    { "number"_L1, ParameterType::Number },
    { "boolean"_L1, ParameterType::Boolean },
    { "json"_L1, ParameterType::Json },
};

template <class T, size_t N> constexpr QLatin1StringView wordFor(const Word<T> (&words)[N], T value)
{
    for (const Word<T> &word : words) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

/// Members that are plain text and nothing else.
struct TextField
{
    QLatin1StringView name;
    QString &(*of)(Profile &);
};
std::span<const TextField> textFields();

/// Is a top-level member of this name read and written by this version?
bool isKnown(const QString &name);

} // namespace mintmark::profileitem
