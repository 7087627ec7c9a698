// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/profilesavecommand.h"

namespace mintmark {

/// `profile edit NAME …`: what is given changes, everything else stays.
class ProfileEditCommand final : public ProfileSaveCommand
{
    Q_OBJECT
public:
    ProfileEditCommand(Output &output, const GlobalOptions &options, ProfileOptions fields)
        : ProfileSaveCommand(output, options, std::move(fields))
    { }

protected:
    void run() override;
    Result<void> nameIt(ProfileListing &listing) const override;
    QString savedNote(const QString &name) const override;
};

void addProfileEdit(CLI::App &profile, CommandFactory &chosen);

} // namespace mintmark
