// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profileeditcommand.h"

#include "cli/arguments.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

void ProfileEditCommand::run()
{
    const Result<ProfileListing> listing = findListing(fromArgument(fields().name));
    if (!listing)
        return fail(listing.error());
    WorkspaceCommand::ask([this, id = listing->id] { return workspace().profiles().load(id); },
                          [this](LoadedProfile loaded) { change(std::move(loaded)); });
}

Result<void> ProfileEditCommand::nameIt(ProfileListing &listing) const
{
    return fields().takeName(listing, fields().rename);
}

QString ProfileEditCommand::savedNote(const QString &name) const
{
    return u"changed %1."_s.arg(name);
}

void addProfileEdit(CLI::App &profile, CommandFactory &chosen)
{
    CLI::App *edit = profile.add_subcommand("edit", "Change a profile; what is not given stays");
    auto fields = std::make_shared<ProfileOptions>();
    edit->add_option("NAME", fields->name, "[customer/]name[@environment], id or alias")
        ->required();
    edit->add_option("--rename", fields->rename, "[customer/]name[@environment] from now on")
        ->type_name("NAME");
    fields->addTo(*edit);
    fields->parameters.addRemovalTo(*edit);
    fields->credentials.addChangesTo(*edit);
    edit->callback([fields, &chosen] {
        chosen = [fields](Output &output, const GlobalOptions &options) {
            return std::make_unique<ProfileEditCommand>(output, options, *fields);
        };
    });
}

} // namespace mintmark
