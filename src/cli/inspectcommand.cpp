// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/inspectcommand.h"

#include "base/errorcatalogue.h"
#include "cli/arguments.h"
#include "cli/input.h"
#include "oauth/jwksjob.h"
#include "session/signingkeys.h"

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
    std::string jwks;
    std::string caFile;
    std::string at;
    int number = 1;
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
    if (!options.jwks.isEmpty() && report.signature != SignatureStatus::Valid)
        failed << u"signature"_s;
    return failed.join(u", "_s);
}

/// A promise of the answer around the token that the token does not keep. A shorter one may be of a
/// token out of a cache, and nobody knows when the answer came.
std::optional<qint64> brokenPromiseS(QByteArrayView input, const Token &token)
{
    if (!token.expiresAtMs() || !token.issuedAtMs())
        return {};
    const JsonDocument document =
        JsonDocument::parse(input.trimmed().toByteArray(), { Token::maximumSize, 128 });
    const JsonValue member = document.root().member("expires_in"_L1);
    bool isText = false;
    const qint64 ofText = member.toString().toLongLong(&isText);
    const std::optional<qint64> promisedS = isText ? ofText : member.toInteger();
    const qint64 lifetimeS = (*token.expiresAtMs() - *token.issuedAtMs()) / 1000;
    return promisedS > lifetimeS ? promisedS : std::nullopt;
}

Error noSuchToken(qsizetype count)
{
    const QString said = count == 1 ? u"There is only one token."_s
                                    : u"There are %1 tokens: --token takes 1 to %1."_s.arg(count);
    return usageError(said, u"inspect"_s);
}

/// Why there are no keys, and what to do where the catalogue speaks of a profile.
QString withoutKeys(const Error &error)
{
    constexpr ErrorCode untrusted[] = { ErrorCode::TlsSelfSigned, ErrorCode::TlsUntrusted,
                                        ErrorCode::TlsIncomplete, ErrorCode::TlsIntercepted };
    const QString sentence = withoutKeysSentence(error);
    if (std::ranges::find(untrusted, error.code) == std::end(untrusted))
        return sentence;
    return sentence + u'\n' + errorText(error).known
        + u"\nOnce its owner confirms it, trust its CA with --ca-file FILE."_s;
}

bool isAddress(const QString &text)
{
    return text.startsWith("https://"_L1, Qt::CaseInsensitive)
        || text.startsWith("http://"_L1, Qt::CaseInsensitive);
}

bool isStdin(const QString &file)
{
    return file.isEmpty() || file == "-"_L1;
}

} // namespace

void InspectCommand::start()
{
    if (!m_options.caFile.isEmpty() && !isAddress(m_options.jwks))
        return fail(usageError(u"--ca-file is for an address behind --jwks."_s, u"inspect"_s));
    if (m_options.jwks == "-"_L1 && isStdin(m_options.file))
        return fail(usageError(u"Token and keys cannot both come from stdin."_s, u"inspect"_s));
    Result<QByteArray> input =
        readInput(m_options.file, Token::maximumSize + 1,
                  u"Paste a token, or a text with one in it, then press Ctrl-D."_s);
    if (!input)
        return fail(input.error());
    const TokenText text = readTokenText(*input);
    if (m_options.number > text.count()) {
        wipe(*input);
        return fail(noSuchToken(text.count()));
    }
    const Token token = text.token(m_options.number - 1);
    CheckContext context;
    context.nowMs = m_options.atMs ? *m_options.atMs : m_clock.nowMs();
    context.expectedAudience = m_options.audience;
    context.expectedIssuer = m_options.issuer;
    context.fromSharedText = text.isShared;
    if (text.whole.cleaned().contains(Cleaning::JsonResponse) && token.text() == text.whole.text())
        context.expiresInS = brokenPromiseS(*input, token);
    wipe(*input);
    m_report = TokenReport::of(token, context);
    m_report.cleaned = text.cleaned(m_options.number - 1);
    sayWhatWasFound(text);
    checkKeys();
}

/// Before the answer, which may be long. What was around a single token is a part of the answer.
void InspectCommand::sayWhatWasFound(const TokenText &text)
{
    const bool serialization = text.found.isEmpty() && text.count() > 1;
    if (text.found.isEmpty() && !serialization)
        return;
    const QString position = u"%1 of %2"_s.arg(m_options.number).arg(text.count());
    QString said;
    if (serialization)
        said = u"Signature or recipient %1 of a token in JSON serialization."_s.arg(position);
    else if (text.lines == 1)
        said = u"Token %1, found in a text of 1 line."_s.arg(position);
    else if (text.lines > 1)
        said = u"Token %1, found in a text of %2 lines."_s.arg(position).arg(text.lines);
    if (text.count() > 1)
        said += u" --token N shows another."_s;
    if (!said.isEmpty())
        out.note(said);
    for (const Cleaning cleaning : m_report.cleaned)
        out.note(cleaningSentence(cleaning));
}

void InspectCommand::checkKeys()
{
    if (m_options.jwks.isEmpty())
        report();
    else if (isAddress(m_options.jwks))
        fetchKeys();
    else
        readKeys();
}

/// Keys in a file are trusted by who names it, symmetric ones too.
void InspectCommand::readKeys()
{
    Result<QByteArray> text = readInput(m_options.jwks, JwkSet::maximumSize + 1, {});
    if (!text)
        return fail(text.error());
    m_report.checkSignature(JwkSet::parse(*text, SymmetricKeys::Accept), m_options.jwks);
    wipe(*text);
    report();
}

void InspectCommand::fetchKeys()
{
    DocumentSettings settings;
    settings.network.settings.caFile = m_options.caFile;
    runJob(std::make_unique<JwksJob>(m_options.jwks, settings, m_clock), this,
           [this](const Result<JwkSet> &keys) {
               if (keys) {
                   m_report.checkSignature(*keys, m_options.jwks);
                   return report();
               }
               out.note(withoutKeys(keys.error()));
               // What answered has no keys: there is no profile to correct.
               const ErrorCode code = keys.error().code;
               end(code == ErrorCode::ProfileInvalid ? ExitCode::Refused : exitCode(code));
           });
}

void InspectCommand::report()
{
    const ExitCode written = m_options.json ? out.answer(reportJson(m_report) + '\n')
                                            : out.answerText(reportText(m_report, out));
    end(written == ExitCode::Done ? verdict() : written);
}

ExitCode InspectCommand::verdict()
{
    if (m_options.json) {
        for (const Cleaning cleaning : m_report.token.cleaned())
            out.note(cleaningSentence(cleaning));
    }
    if (m_report.token.kind() == TokenKind::Malformed) {
        const QString problem = m_report.token.problems().isEmpty()
            ? QString()
            : tokenProblemSentence(m_report.token.problems().first());
        return out.fail({ ErrorCode::TokenMalformed, { { u"problem"_s, problem } }, {} });
    }
    const QString failed = askedForAndFailed(m_report, m_options);
    if (failed.isEmpty())
        return ExitCode::Done;
    return out.fail({ ErrorCode::TokenCheckFailed, { { u"checks"_s, failed } }, {} });
}

void addInspect(CLI::App &app, CommandFactory &chosen)
{
    CLI::App *inspect =
        app.add_subcommand("inspect", "Say what a token says; nothing of it is sent");
    auto texts = std::make_shared<Texts>();
    inspect->add_option("FILE", texts->file,
                        "File with a token or a text around one, or - for stdin (default)");
    inspect
        ->add_option("--token", texts->number,
                     "Which one, of a text with several tokens or a token with several signatures")
        ->type_name("N")
        ->check([](const std::string &text) {
            bool isNumber = false;
            return fromArgument(text).toInt(&isNumber) > 0 && isNumber
                ? ""
                : "not a whole number from 1 on: " + text;
        });
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
    inspect
        ->add_option("--jwks", texts->jwks,
                     "Check the signature with these keys (JWK Set, JWK, PEM; an https address is "
                     "fetched), exit with 7 when it is not valid")
        ->type_name("FILE|URL")
        ->check([](const std::string &text) { return text.empty() ? "no file or address" : ""; });
    inspect
        ->add_option("--ca-file", texts->caFile,
                     "Certificates to trust for that address instead of the system's (PEM)")
        ->type_name("FILE");
    inspect->callback([texts, &chosen] {
        InspectCommand::Options options { fromArgument(texts->file),
                                          fromArgument(texts->audience),
                                          fromArgument(texts->issuer),
                                          fromArgument(texts->jwks),
                                          fromArgument(texts->caFile),
                                          timeFromArgument(fromArgument(texts->at)),
                                          texts->number,
                                          texts->json };
        chosen = [options](Output &output, const GlobalOptions &) {
            return std::make_unique<InspectCommand>(output, options);
        };
    });
}

} // namespace mintmark
