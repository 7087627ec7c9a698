// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/profilefile.h"
#include "cli/workspacecommand.h"

namespace CLI {
class App;
}

namespace mintmark {

/// `token NAME` or `token --from FILE`: an access token that lives long enough, from the cache or
/// fetched. It is the only thing on stdout.
class TokenCommand final : public WorkspaceCommand
{
    Q_OBJECT
public:
    enum class Form { Token, Header, Json, Curl, Env };
    struct Options
    {
        QString name;
        QString file; ///< instead of a name
        std::optional<int> minValidS;
        bool fresh = false;
        Form form = Form::Token;
    };

    TokenCommand(Output &output, const GlobalOptions &options, Options asked)
        : WorkspaceCommand(output, options), m_options(std::move(asked))
    { }

protected:
    bool prepare() override;
    void run() override;

private:
    Result<void> readFile();
    void fetchFromFile();
    void fetch(const ProfileListing &listing);
    void takeToken(const TokenSet &tokenSet);
    void print(const TokenSet &tokenSet);

    const Options m_options;
    std::optional<LoadedProfile> m_file;
    Profile m_profile; ///< listing only, until the form needs more
};

void addToken(CLI::App &app, CommandFactory &chosen);

} // namespace mintmark
