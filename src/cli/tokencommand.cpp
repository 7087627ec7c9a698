// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/tokencommand.h"

#include "base/displaytext.h"
#include "cli/arguments.h"
#include "cli/input.h"
#include "cli/tokenform.h"
#include "session/copyformat.h"
#include "session/expiry.h"

#include <CLI/CLI.hpp>

#include <map>

namespace mintmark {

using namespace Qt::StringLiterals;

using Form = TokenCommand::Form;

namespace {

/// A profile is a few kilobytes.
constexpr qsizetype maximumFile = 1024 * 1024;

struct Arguments
{
    std::string name;
    std::string file;
    std::optional<int> minValid;
    bool fresh = false;
    Form form = Form::Token;
};

CopyForm copyFormOf(Form form)
{
    switch (form) {
    case Form::Header:
        return CopyForm::AuthorizationHeader;
    case Form::Curl:
        return CopyForm::Curl;
    case Form::Env:
        return CopyForm::BashVariable;
    case Form::Token:
    case Form::Json:
        break;
    }
    return CopyForm::Token;
}

} // namespace

bool TokenCommand::prepare()
{
    if (m_options.name.isEmpty() == m_options.file.isEmpty()) {
        fail(usageError(u"Either a NAME or --from FILE says which token."_s, u"token"_s));
        return false;
    }
    if (m_options.file.isEmpty())
        return true;
    const Result<void> read = readFile();
    if (!read)
        fail(read.error());
    return read.ok();
}

Result<void> TokenCommand::readFile()
{
    Result<QByteArray> bytes =
        readInput(m_options.file, maximumFile, u"Paste a profile as JSON, then press Ctrl-D."_s);
    if (!bytes)
        return bytes.error();
    const SecretBytes json = SecretBytes::take(*bytes);
    const QString name = m_options.file == "-"_L1 ? u"stdin"_s : m_options.file;
    Result<ProfileFile> file = readProfileFile(json, name);
    if (!file)
        return file.error();
    for (const QString &member : std::as_const(file->unknown))
        out.note(u"\"%1\" in %2 means nothing here."_s.arg(displayText(member).text,
                                                           displayText(name).text));
    m_file = std::move(file->loaded);
    return {};
}

void TokenCommand::run()
{
    if (m_file)
        return fetchFromFile();
    const Result<ProfileListing> listing = findListing(m_options.name);
    if (!listing)
        return fail(listing.error());
    fetch(*listing);
}

void TokenCommand::fetchFromFile()
{
    m_profile = m_file->profile;
    TokenDemand demand;
    demand.mode = TokenDemand::Mode::New;
    runJob(workspace().session().token(std::move(*m_file), demand), this,
           [this](const Result<TokenSet> &fetched) {
               if (!fetched)
                   return fail(fetched.error());
               takeToken(*fetched);
           });
    m_file.reset();
}

void TokenCommand::fetch(const ProfileListing &listing)
{
    m_profile.listing = listing;
    TokenDemand demand;
    demand.mode = m_options.fresh ? TokenDemand::Mode::New : TokenDemand::Mode::CachedOrNew;
    demand.minValidS = m_options.minValidS;
    ask([this, id = listing.id, demand] { return workspace().session().token(id, demand); },
        [this](const TokenSet &tokenSet) { takeToken(tokenSet); });
}

/// What was asked for holds for a new token as well.
void TokenCommand::takeToken(const TokenSet &tokenSet)
{
    const qint64 now = workspace().clock().nowMs();
    const Expiry expiry = expiryOf(tokenSet, Token::parse(tokenSet.accessToken->view()), now);
    const int neededS = m_options.minValidS.value_or(0);
    if (expiry.expiresMs && expiry.remainingMs < neededS * qint64(1000)) {
        const ErrorCode code = expiry.remainingMs > 0 ? ErrorCode::TokenTooShort : ErrorCode::TokenBornExpired;
        out.fail({ code,
                   { { u"have"_s, QString::number(expiry.remainingMs / 1000) },
                     { u"need"_s, QString::number(neededS) } },
                   {} });
        return endWhenWritten(exitCode(code));
    }
    // Only this form says more of a profile than its name.
    if (m_options.form != Form::Curl || m_options.name.isEmpty())
        return print(tokenSet);
    ask([this] { return workspace().profiles().load(m_profile.listing.id); },
        [this, tokenSet](const LoadedProfile &loaded) {
            m_profile = loaded.profile;
            print(tokenSet);
        });
}

void TokenCommand::print(const TokenSet &tokenSet)
{
    const Token token = Token::parse(tokenSet.accessToken->view());
    const qint64 now = workspace().clock().nowMs();
    CopyContext context;
    context.profile = m_profile;
    context.tokenSet = &tokenSet;
    context.token = &token;
    context.nowMs = now;
    const SecretBytes text = m_options.form == Form::Json
        ? tokenJson(tokenSet, expiryOf(tokenSet, token, now).expiresMs, now)
        : renderCopy(copyFormOf(m_options.form), context);
    ExitCode code = out.answer(text.view());
    if (code == ExitCode::Done)
        code = out.answer("\n");
    endWhenWritten(code);
}

void addToken(CLI::App &app, CommandFactory &chosen)
{
    static const std::map<std::string, Form> forms { { "token", Form::Token },
                                                     { "header", Form::Header },
                                                     { "json", Form::Json },
                                                     { "curl", Form::Curl },
                                                     { "env", Form::Env } };
    CLI::App *token =
        app.add_subcommand("token", "Print an access token; fetch one if there is none");
    auto arguments = std::make_shared<Arguments>();
    token->add_option("NAME", arguments->name, "[customer/]name[@environment], id or alias");
    token
        ->add_option("--from", arguments->file,
                     "A whole profile as JSON, or - for stdin; nothing is stored")
        ->type_name("FILE");
    token->add_option("--min-valid", arguments->minValid, "Seconds it must live at least")
        ->type_name("S")
        ->check(CLI::Range(0, 31'536'000).description(""));
    token->add_flag("--fresh", arguments->fresh, "Fetch a new one in any case");
    token->add_option("--as", arguments->form, "What to print: token, header, json, curl or env")
        ->type_name("FORM")
        ->transform(CLI::CheckedTransformer(forms).description(""));
    token->callback([arguments, &chosen] {
        TokenCommand::Options asked { fromArgument(arguments->name), fromArgument(arguments->file),
                                      arguments->minValid, arguments->fresh, arguments->form };
        chosen = [asked](Output &output, const GlobalOptions &options) {
            return std::make_unique<TokenCommand>(output, options, asked);
        };
    });
}

} // namespace mintmark
