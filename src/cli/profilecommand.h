// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/command.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `profile add|show|remove`.
void addProfile(CLI::App &app, CommandFactory &chosen);

} // namespace mintmark
