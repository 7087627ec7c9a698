// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profilecommand.h"

#include "cli/profileaddcommand.h"
#include "cli/profileeditcommand.h"
#include "cli/profileremovecommand.h"
#include "cli/profileshowcommand.h"

#include <CLI/CLI.hpp>

namespace mintmark {

void addProfile(CLI::App &app, CommandFactory &chosen)
{
    CLI::App *profile = app.add_subcommand("profile", "Add, change, show or remove a profile");
    profile->require_subcommand(1);
    // Their options are many: other commands should not wait for them.
    profile->preparse_callback([profile, &chosen](size_t) {
        addProfileAdd(*profile, chosen);
        addProfileEdit(*profile, chosen);
        addProfileShow(*profile, chosen);
        addProfileRemove(*profile, chosen);
    });
}

} // namespace mintmark
