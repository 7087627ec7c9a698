// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/command.h"

namespace mintmark {

using namespace Qt::StringLiterals;

Error usageError(const QString &detail, const QString &command)
{
    const QString help =
        command.isEmpty() ? u"mintmark-cli --help"_s : u"mintmark-cli %1 --help"_s.arg(command);
    return { ErrorCode::Usage,
             { { u"detail"_s, detail }, { u"try"_s, u"%1 tells more."_s.arg(help) } },
             {} };
}

} // namespace mintmark
