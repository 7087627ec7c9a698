// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/error.h"

namespace mintmark {

QString Error::argument(QStringView name) const
{
    return arguments.value(name.toString());
}

} // namespace mintmark
