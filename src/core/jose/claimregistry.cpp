// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/claimregistry.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

bool isBefore(const RegisteredName *row, RegisteredName::Place place, QStringView name)
{
    return row->place != place ? row->place < place
                               : name.compare(QLatin1StringView(row->name)) > 0;
}

/// By place and name: one is asked for with each claim of a token, and there are tokens with
/// thousands.
QList<const RegisteredName *> sortedNames()
{
    QList<const RegisteredName *> rows = registeredNames();
    std::sort(rows.begin(), rows.end(), [](const RegisteredName *a, const RegisteredName *b) {
        return isBefore(a, b->place, QString::fromLatin1(b->name));
    });
    return rows;
}

} // namespace

const RegisteredName *registeredName(RegisteredName::Place place, QStringView name)
{
    static const QList<const RegisteredName *> rows = sortedNames();
    const auto found = std::lower_bound(
        rows.begin(), rows.end(), name,
        [place](const RegisteredName *row, QStringView wanted) { return isBefore(row, place, wanted); });
    const bool fits = found != rows.end() && (*found)->place == place
        && name == QLatin1StringView((*found)->name);
    return fits ? *found : nullptr;
}

QString claimMeaning(const RegisteredName &row)
{
    const QString meaning = QCoreApplication::translate("Claims", row.meaning);
    const QLatin1StringView source(row.source);
    const bool standard = source.startsWith("RFC "_L1) || source.startsWith("OpenID "_L1);
    return standard ? meaning : u"%1 (%2)"_s.arg(meaning, source);
}

} // namespace mintmark
