// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"
#include "json/value.h"

#include <QList>

/// The member `assertion` of the keychain item.
namespace mintmark {

class JsonWriter;

namespace profileitem {

/// Names of the members this version knows.
QList<QLatin1StringView> assertionMembers();
/// Is a member of the object of a type that readAssertion() understands? Unknown ones are.
bool isAssertionValue(const JsonValue &member);
AssertionSettings readAssertion(const JsonValue &object);
/// Writes nothing when all is as usual; members of `unknown` come last.
void writeAssertion(JsonWriter &json, const AssertionSettings &settings, const JsonValue &unknown);
/// Characters in it, for an upper bound of the item's size.
qsizetype roomForAssertion(const AssertionSettings &settings);

} // namespace profileitem

} // namespace mintmark
