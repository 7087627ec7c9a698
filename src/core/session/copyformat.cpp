// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/copyformat.h"

#include "base/displaytext.h"
#include "profiles/profilename.h"
#include "session/shellquote.h"
#include "session/tickettext.h"
#include "json/writer.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <initializer_list>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CopyFormat)
};

constexpr qsizetype previewCharacters = 120;
constexpr QByteArrayView ellipsis = "\xE2\x80\xA6";

/// In one allocation: what is joined may be secret, and growing leaves copies behind.
QByteArray joined(std::initializer_list<QByteArrayView> parts)
{
    qsizetype size = 0;
    for (const QByteArrayView part : parts)
        size += part.size();
    QByteArray text;
    text.reserve(size);
    for (const QByteArrayView part : parts)
        text += part;
    return text;
}

QByteArray variableName(const CopyContext &context)
{
    return context.variable.isEmpty() ? "ACCESS_TOKEN"_ba : context.variable.toUtf8();
}

/// As bash and PowerShell both take it without quotes.
bool isVariableName(const QByteArray &name)
{
    static const QRegularExpression pattern(uR"(\A[A-Za-z_][A-Za-z0-9_]*\z)"_s);
    return pattern.match(QString::fromUtf8(name)).hasMatch();
}

QByteArray cliCommand(const Profile &profile)
{
    QString name = commandLineName(profile.listing);
    if (name.isEmpty())
        name = profile.listing.id.toString(QUuid::WithoutBraces);
    return "mintmark-cli token " + shellQuoted(name.toUtf8(), false);
}

/// What follows the header: method and address as far as the profile knows them.
QByteArray curlTarget(const Profile &profile)
{
    const QByteArray method = profile.apiMethod.toUtf8().toUpper();
    const QByteArray address = profile.apiUrl.toUtf8();
    QByteArray target;
    if (method == "HEAD") // -X HEAD would wait for a body
        target += " --head";
    else if (!method.isEmpty() && method != "GET")
        target += " -X " + shellQuoted(method, false);
    // curl reads ranges and sets in [] and {}.
    if (address.contains('[') || address.contains('{'))
        target += " --globoff";
    return target + ' ' + (address.isEmpty() ? "https://"_ba : shellQuoted(address, false));
}

QByteArray headerLine(QByteArrayView token)
{
    return joined({ "Authorization: Bearer ", token });
}

QByteArray curlCommand(QByteArrayView token, const Profile &profile)
{
    QByteArray header = headerLine(token);
    QByteArray word = shellQuoted(header);
    wipe(header);
    QByteArray command = joined({ "curl -H ", word, curlTarget(profile) });
    wipe(word);
    return command;
}

QByteArray assignment(QByteArrayView before, const QByteArray &variable, QByteArrayView between,
                      QByteArray value)
{
    QByteArray line = joined({ before, variable, between, value });
    wipe(value);
    return line;
}

QByteArray claimsJson(const Token &token, JsonWriter::Format format)
{
    JsonWriter json(format);
    return json.value(token.claims()).take();
}

/// The form with `token` in place of the access token.
QByteArray rendered(CopyForm form, const CopyContext &context, QByteArrayView token)
{
    switch (form) {
    case CopyForm::Token:
        return token.toByteArray();
    case CopyForm::AuthorizationHeader:
        return headerLine(token);
    case CopyForm::Curl:
        return curlCommand(token, context.profile);
    case CopyForm::BashVariable:
        return assignment("export ", variableName(context), "=", shellQuoted(token));
    case CopyForm::PowerShell:
        return assignment("$env:", variableName(context), " = ", powerShellQuoted(token));
    case CopyForm::CliCommand:
        return cliCommand(context.profile);
    case CopyForm::CurlWithCli: // through a pipe, so that the token is in no argv
        return cliCommand(context.profile) + " --as header | curl -H @-"
            + curlTarget(context.profile);
    case CopyForm::TokenWithoutSignature:
        return joined({ context.token->signingInput(), "." });
    case CopyForm::ClaimsJson:
        return claimsJson(*context.token, JsonWriter::Format::Indented);
    case CopyForm::TicketText:
        return ticketText(context).toUtf8();
    }
    return {};
}

/// "eyJ…" of what begins so, as all JOSE headers do; nothing of a token that is something else.
QByteArray placeholder(const CopyContext &context)
{
    const bool isJose = context.tokenSet->accessToken->view().startsWith("eyJ");
    return joined({ isJose ? "eyJ" : "", ellipsis });
}

bool hasToken(const CopyContext &context)
{
    return context.tokenSet && context.tokenSet->accessToken
        && !context.tokenSet->accessToken->isEmpty();
}

} // namespace

QList<CopyForm> copyForms()
{
    using enum CopyForm;
    return { Token,       AuthorizationHeader,   Curl,       BashVariable, PowerShell, CliCommand,
             CurlWithCli, TokenWithoutSignature, ClaimsJson, TicketText };
}

QString copyFormName(CopyForm form)
{
    switch (form) {
    case CopyForm::Token:
        return Text::tr("Token");
    case CopyForm::AuthorizationHeader:
        return Text::tr("Authorization header");
    case CopyForm::Curl:
        return Text::tr("curl with the token in it");
    case CopyForm::BashVariable:
        return Text::tr("Environment variable (bash)");
    case CopyForm::PowerShell:
        return Text::tr("PowerShell");
    case CopyForm::CliCommand:
        return Text::tr("mintmark-cli command (no token in it)");
    case CopyForm::CurlWithCli:
        return Text::tr("curl that asks mintmark-cli");
    case CopyForm::TokenWithoutSignature:
        return Text::tr("Token without signature");
    case CopyForm::ClaimsJson:
        return Text::tr("Claims as JSON");
    case CopyForm::TicketText:
        return Text::tr("Ticket text");
    }
    return {};
}

bool isSecretForm(CopyForm form)
{
    return form <= CopyForm::PowerShell;
}

bool isAvailable(CopyForm form, const CopyContext &context)
{
    switch (form) {
    case CopyForm::CliCommand:
    case CopyForm::CurlWithCli: // another process cannot see what lives in this one's memory
        return !context.profile.listing.inMemory;
    case CopyForm::BashVariable:
    case CopyForm::PowerShell:
        return hasToken(context) && isVariableName(variableName(context));
    case CopyForm::TokenWithoutSignature: // one that has none is usable as it stands
        return hasToken(context) && context.token && context.token->kind() == TokenKind::Jws
            && !context.token->isUnsecured() && context.token->partSizes().value(2) > 0;
    case CopyForm::ClaimsJson:
        return hasToken(context) && context.token && context.token->claims().exists();
    case CopyForm::TicketText:
        return hasToken(context) && context.token;
    case CopyForm::Token:
    case CopyForm::AuthorizationHeader:
    case CopyForm::Curl:
        break;
    }
    return hasToken(context);
}

SecretBytes renderCopy(CopyForm form, const CopyContext &context)
{
    if (!isAvailable(form, context))
        return {};
    const QByteArrayView token =
        hasToken(context) ? context.tokenSet->accessToken->view() : QByteArrayView();
    QByteArray text = rendered(form, context, token);
    return SecretBytes::take(text);
}

QString copyPreview(CopyForm form, const CopyContext &context)
{
    if (!isAvailable(form, context))
        return {};
    const QByteArray token = hasToken(context) ? placeholder(context) : QByteArray();
    QString text;
    if (form == CopyForm::TokenWithoutSignature)
        text = QString::fromUtf8(joined({ token, ".", token, "." }));
    else if (form == CopyForm::ClaimsJson)
        text = QString::fromUtf8(claimsJson(*context.token, JsonWriter::Format::Compact));
    else
        text = QString::fromUtf8(rendered(form, context, token));
    QString line = displayText(text.section(u'\n', 0, 0)).text;
    if (line.size() > previewCharacters)
        line = line.left(previewCharacters - 1) + u'…';
    return line;
}

} // namespace mintmark
