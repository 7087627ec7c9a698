// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>
#include <string>

namespace mintmark {

/// An argument as typed.
QString fromArgument(const std::string &argument);

/// A point in time: seconds since 1970, or ISO 8601; without a zone it is UTC. Milliseconds.
std::optional<qint64> timeFromArgument(const QString &text);

} // namespace mintmark
