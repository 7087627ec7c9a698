// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/profilesavecommand.h"

namespace mintmark {

/// `profile add NAME …`
class ProfileAddCommand final : public ProfileSaveCommand
{
    Q_OBJECT
public:
    ProfileAddCommand(Output &output, const GlobalOptions &options, ProfileOptions fields)
        : ProfileSaveCommand(output, options, std::move(fields))
    { }

protected:
    Result<void> judgeEarly() override;
    void run() override;
    Result<void> nameIt(ProfileListing &listing) const override;
    QString savedNote(const QString &name) const override;

private:
    Result<LoadedProfile> empty() const;
};

void addProfileAdd(CLI::App &profile, CommandFactory &chosen);

} // namespace mintmark
