// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/inspectcommand.h"

#include "base/clock.h"
#include "cli/arguments.h"
#include "cli/input.h"
#include "cli/tokenreport.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    std::string file;
    std::string audience;
    std::string issuer;
    std::string at;
    bool json = false;
};

/// "This check was asked for and does not hold": also when the token has no such claim.
QString askedForAndFailed(const TokenReport &report, const InspectCommand::Options &options)
{
    const auto has = [&](CheckCode code) {
        return std::any_of(report.checks.begin(), report.checks.end(),
                           [code](const TokenCheck &check) { return check.code == code; });
    };
    const bool unreadable = !report.token.claims().exists();
    QStringList failed;
    if (!options.audience.isEmpty() && (unreadable || has(CheckCode::AudienceMismatch)))
        failed << u"audience"_s;
    if (!options.issuer.isEmpty() && (unreadable || has(CheckCode::IssuerMismatch)))
        failed << u"issuer"_s;
    return failed.join(u", "_s);
}

} // namespace

void InspectCommand::start()
{
    Result<QByteArray> input =
        readInput(m_options.file, Token::maximumSize + 1, u"Paste a token, then press Ctrl-D."_s);
    if (!input)
        return fail(input.error());
    CheckContext context;
    context.nowMs = m_options.atMs ? *m_options.atMs : SystemClock().nowMs();
    context.expectedAudience = m_options.audience;
    context.expectedIssuer = m_options.issuer;
    const TokenReport report = TokenReport::of(Token::parse(*input), context);
    wipe(*input);

    const ExitCode written = m_options.json ? out.answer(reportJson(report) + '\n')
                                            : out.answerText(reportText(report, out));
    end(written == ExitCode::Done ? verdict(report) : written);
}

ExitCode InspectCommand::verdict(const TokenReport &report)
{
    if (m_options.json) {
        for (const Cleaning cleaning : report.token.cleaned())
            out.note(cleaningSentence(cleaning));
    }
    if (report.token.kind() == TokenKind::Malformed) {
        const QString problem = report.token.problems().isEmpty()
            ? QString()
            : tokenProblemSentence(report.token.problems().first());
        return out.fail({ ErrorCode::TokenMalformed, { { u"problem"_s, problem } }, {} });
    }
    const QString failed = askedForAndFailed(report, m_options);
    if (failed.isEmpty())
        return ExitCode::Done;
    return out.fail({ ErrorCode::TokenCheckFailed, { { u"checks"_s, failed } }, {} });
}

void addInspect(CLI::App &app, CommandFactory &chosen)
{
    CLI::App *inspect = app.add_subcommand("inspect", "Say what a token says; nothing is sent");
    auto texts = std::make_shared<Texts>();
    inspect->add_option("FILE", texts->file, "File with a token, or - for stdin (default)");
    inspect
        ->add_option("--audience", texts->audience, "Exit with 7 when the token is for another API")
        ->type_name("A");
    inspect
        ->add_option("--issuer", texts->issuer, "Exit with 7 when the token is of another issuer")
        ->type_name("URL");
    inspect
        ->add_option("--at", texts->at, "Judge at this time: seconds since 1970 or ISO 8601 (UTC)")
        ->type_name("TIME")
        ->check([](const std::string &text) {
            return timeFromArgument(fromArgument(text)) ? ""
                                                        : "neither seconds nor ISO 8601: " + text;
        });
    inspect->add_flag("--json", texts->json, "Print one JSON object");
    refuseOption(*inspect, "--jwks", "this version does not check signatures");
    inspect->callback([texts, &chosen] {
        InspectCommand::Options options { fromArgument(texts->file), fromArgument(texts->audience),
                                          fromArgument(texts->issuer),
                                          timeFromArgument(fromArgument(texts->at)), texts->json };
        chosen = [options](Output &output, const GlobalOptions &) {
            return std::make_unique<InspectCommand>(output, options);
        };
    });
}

} // namespace mintmark
