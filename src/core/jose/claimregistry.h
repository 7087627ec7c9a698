// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace mintmark {

/// One name with a known meaning. The strings are QT_TRANSLATE_NOOP'ed or names; claimMeaning()
/// gives the translation.
struct RegisteredName
{
    enum class Place { Header, Claims };
    enum class Value { Other, NumericDate };

    Place place;
    const char *name;
    const char *source;         ///< "RFC 7519", "OpenID Connect", "Microsoft Entra", "Sage", …
    const char *meaning;        ///< one sentence
    Value value = Value::Other; ///< NumericDate: show it as a time
};

/// All rows, standards before vendors.
QList<const RegisteredName *> registeredNames();
/// The row for a name at the top level of header or claims; nullptr when it is not known.
const RegisteredName *registeredName(RegisteredName::Place place, QStringView name);
/// The translation, without a full stop; a vendor's name follows in brackets.
QString claimMeaning(const RegisteredName &row);

} // namespace mintmark
