// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/claimregistry.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

const RegisteredName *registeredName(RegisteredName::Place place, QStringView name)
{
    // Asked for each claim of a token, and there are tokens with thousands.
    static const QList<const RegisteredName *> rows = registeredNames();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const RegisteredName *row) {
        return row->place == place && name == QLatin1StringView(row->name);
    });
    return found == rows.end() ? nullptr : *found;
}

QString claimMeaning(const RegisteredName &row)
{
    const QString meaning = QCoreApplication::translate("Claims", row.meaning);
    const QLatin1StringView source(row.source);
    const bool standard = source.startsWith("RFC "_L1) || source.startsWith("OpenID "_L1);
    return standard ? meaning : u"%1 (%2)"_s.arg(meaning, source);
}

} // namespace mintmark
