// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/revokecommand.h"

#include "cli/arguments.h"
#include "cli/input.h"
#include "jose/token.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    std::string name;
    bool tokenFromStdin = false;
};

} // namespace

/// What stands around a token ("Bearer ", quotes, line breaks) is not sent.
bool RevokeCommand::prepare()
{
    if (!m_options.tokenFromStdin)
        return true;
    Result<QByteArray> input =
        readInput(u"-"_s, Token::maximumSize, u"Paste the token, then press Ctrl-D."_s);
    if (!input) {
        fail(input.error());
        return false;
    }
    m_token = Token::parse(SecretBytes::take(*input).view()).sharedText();
    if (m_token && !m_token->isEmpty())
        return true;
    fail({ ErrorCode::TokenMalformed, { { u"problem"_s, u"There is nothing on stdin."_s } }, {} });
    return false;
}

void RevokeCommand::run()
{
    const Result<ProfileListing> listing = findListing(m_options.name);
    if (!listing)
        return fail(listing.error());
    ask([this, id = listing->id] { return workspace().revoke(id, m_token); },
        [this](const Revocation &revocation) {
            const QString said = revocationSentence(revocation, workspace().clock().nowMs());
            endWhenWritten(out.answer(said.toUtf8() + '\n'));
        });
}

void addRevoke(CLI::App &app, CommandFactory &chosen)
{
    CLI::App *revoke = app.add_subcommand("revoke", "Ask the server to revoke a token");
    auto arguments = std::make_shared<Arguments>();
    revoke->add_option("NAME", arguments->name, "[customer/]name[@environment], id or alias")
        ->required();
    revoke->add_flag("--token-stdin", arguments->tokenFromStdin,
                     "Revoke the token on stdin, with this profile's credentials, instead of the "
                     "profile's kept one");
    revoke->callback([arguments, &chosen] {
        RevokeCommand::Options asked { fromArgument(arguments->name), arguments->tokenFromStdin };
        chosen = [asked](Output &output, const GlobalOptions &options) {
            return std::make_unique<RevokeCommand>(output, options, asked);
        };
    });
}

} // namespace mintmark
