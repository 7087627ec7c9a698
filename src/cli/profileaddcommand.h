// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/profileoptions.h"
#include "cli/workspacecommand.h"

namespace mintmark {

class SecretPrompt;

/// `profile add NAME …`: judges everything that can be judged without sending, then saves.
class ProfileAddCommand final : public WorkspaceCommand
{
    Q_OBJECT
public:
    struct SecretSource
    {
        bool isStdin = false;
        std::optional<int> descriptor; ///< neither: a prompt
    };

    ProfileAddCommand(Output &output, const GlobalOptions &options, ProfileOptions fields,
                      SecretSource source)
        : WorkspaceCommand(output, options), m_fields(std::move(fields)), m_source(source)
    { }

protected:
    bool prepare() override;
    void run() override;

private:
    Result<void> readAll();
    void prompt();
    void save();

    const ProfileOptions m_fields;
    const SecretSource m_source;
    Profile m_profile;
    SharedSecret m_secret; ///< null: to be asked for
};

void addProfileAdd(CLI::App &profile, CommandFactory &chosen);

} // namespace mintmark
