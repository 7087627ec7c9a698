// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profileremovecommand.h"

#include "base/displaytext.h"
#include "cli/arguments.h"
#include "profiles/profilename.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

void ProfileRemoveCommand::run()
{
    const Result<ProfileListing> listing = findListing(m_name);
    if (!listing)
        return fail(listing.error());
    if (const Result<void> removed = workspace().profiles().remove(listing->id); !removed)
        return fail(removed.error());
    workspace().session().forget(listing->id);
    out.note(u"removed %1; its keyring entry stays for 7 days."_s.arg(
        displayText(commandLineName(*listing)).text));
    endWhenWritten(ExitCode::Done);
}

void addProfileRemove(CLI::App &profile, CommandFactory &chosen)
{
    CLI::App *remove = profile.add_subcommand("remove", "Remove a profile and its token");
    auto name = std::make_shared<std::string>();
    remove->add_option("NAME", *name, "[customer/]name[@environment], id or alias")->required();
    remove->callback([name, &chosen] {
        chosen = [name](Output &output, const GlobalOptions &options) {
            return std::make_unique<ProfileRemoveCommand>(output, options, fromArgument(*name));
        };
    });
}

} // namespace mintmark
