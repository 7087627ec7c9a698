// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace mintmark {

/// An argument as typed.
QString fromArgument(const std::string &argument);

/// A point in time: seconds since 1970, or ISO 8601; without a zone it is UTC. Milliseconds.
std::optional<qint64> timeFromArgument(const QString &text);

/// An option that this program knows, but refuses: a sentence instead of silence.
void refuseOption(CLI::App &command, const char *option, const char *why);

} // namespace mintmark
