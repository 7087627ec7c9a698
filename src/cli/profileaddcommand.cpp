// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profileaddcommand.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

/// What the provider's preset starts with.
Result<LoadedProfile> ProfileAddCommand::empty() const
{
    LoadedProfile loaded;
    const auto started = fields().startOn(loaded.profile);
    return started ? Result<LoadedProfile>(std::move(loaded)) : started.error();
}

/// Nobody should have to enter a secret for something that is refused anyway.
Result<void> ProfileAddCommand::judgeEarly()
{
    if (waitsForPassphrase())
        return {};
    const Result<LoadedProfile> base = empty();
    if (!base)
        return base.error();
    Result<LoadedProfile> loaded = changed(*base);
    if (!loaded)
        return loaded.error();
    if (needsSecret(*loaded))
        loaded->secrets.client.clientSecret = SecretBytes("placeholder");
    const auto error = fault(*loaded);
    return error ? Result<void>(*error) : Result<void>();
}

void ProfileAddCommand::run()
{
    Result<LoadedProfile> base = empty();
    if (!base)
        return fail(base.error());
    adjustNew(base->profile, workspace().presetAdjustments().all());
    change(std::move(base).value());
}

Result<void> ProfileAddCommand::nameIt(ProfileListing &listing) const
{
    return fields().takeName(listing, fields().name);
}

QString ProfileAddCommand::savedNote(const QString &name) const
{
    return u"added %1."_s.arg(name);
}

void addProfileAdd(CLI::App &profile, CommandFactory &chosen)
{
    CLI::App *add = profile.add_subcommand(
        "add", "Add a profile; its secret comes from a prompt, stdin or a file descriptor");
    auto fields = std::make_shared<ProfileOptions>();
    add->add_option("NAME", fields->name, "[customer/]name[@environment]")->required();
    fields->addTo(*add);
    add->callback([fields, &chosen] {
        chosen = [fields](Output &output, const GlobalOptions &options) {
            return std::make_unique<ProfileAddCommand>(output, options, *fields);
        };
    });
}

} // namespace mintmark
