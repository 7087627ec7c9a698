// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/errorresponse.h"

#include "base/displaytext.h"
#include "oauth/clientconfiguration.h"
#include "oauth/parameters.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ErrorResponse)
};

struct Row
{
    QLatin1StringView error;
    ErrorCode code;
};

constexpr Row rows[] = {
    // RFC 6749 §5.2
    { "invalid_request"_L1, ErrorCode::InvalidRequest },
    { "invalid_client"_L1, ErrorCode::InvalidClient },
    { "invalid_grant"_L1, ErrorCode::InvalidGrant },
    { "unauthorized_client"_L1, ErrorCode::UnauthorizedClient },
    { "unsupported_grant_type"_L1, ErrorCode::UnsupportedGrantType },
    { "invalid_scope"_L1, ErrorCode::InvalidScope },
    // RFC 6749 §4.1.2.1, also seen at token endpoints
    { "access_denied"_L1, ErrorCode::AccessDenied },
    { "server_error"_L1, ErrorCode::ServerFailed },
    { "temporarily_unavailable"_L1, ErrorCode::ServerFailed },
    // RFC 8707 §2
    { "invalid_target"_L1, ErrorCode::InvalidAudience },
};

constexpr qsizetype shownCharacters = 500;

QString textOf(const JsonValue &value)
{
    return value.isNumber() ? QString::fromLatin1(value.raw()) : value.toString();
}

/// The first of `names` that is a text or number in `object`.
QString firstText(const JsonValue &object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (QString text = textOf(object.member(name)); !text.isEmpty())
            return text;
    }
    return {};
}

ErrorCode codeOf(const QString &error)
{
    for (const Row &row : rows) {
        if (error == row.error)
            return row.code;
    }
    return ErrorCode::RefusedOther;
}

/// Servers that refuse a grant type as something else. "grant_type is missing" is another story: the
/// body was not understood.
bool speaksOfGrantType(const ErrorResponse &response)
{
    static const QRegularExpression grantType(u"grant[ _-]?type"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression missing(u"missing|required|not provided|no grant"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return response.description.contains(grantType) && !response.description.contains(missing);
}

/// Auth0 says "Service not found: …" of an unknown audience, Entra AADSTS500011 of a resource. Who may
/// not have a token for an audience is told of one that is known.
bool speaksOfAudience(const ErrorResponse &response, const QString &audience)
{
    static const QRegularExpression notAllowed(u"not (been )?(authori[sz]ed|allowed|granted|permitted)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    if (response.description.contains(notAllowed))
        return false;
    static const QRegularExpression words(
        u"\\baudience\\b|service not (found|enabled)|AADSTS500011"_s,
        QRegularExpression::CaseInsensitiveOption);
    return response.description.contains(words) || response.description.contains(audience);
}

/// OAuth errors under the names of others: those of Sage Intacct stand in two objects, with a number of
/// their own, and Okta has the names of its other interfaces where it does not know an address.
void readOtherNames(ErrorResponse &response, const JsonValue &root)
{
    const JsonValue inner = root.member("ia::result"_L1).member("ia::error"_L1);
    response.error = firstText(inner, { "code"_L1 });
    response.description = firstText(inner, { "message"_L1 });
    if (const QString id = textOf(inner.member("errorId"_L1)); !id.isEmpty())
        response.description = u"%1 (%2)"_s.arg(response.description, id);
    if (!response.error.isEmpty())
        return;
    response.error = textOf(root.member("errorCode"_L1));
    response.description = firstText(root, { "errorSummary"_L1, "errorMessage"_L1, "message"_L1 });
}

/// What proved the client instead of a secret that is sent; empty: such a secret, or nothing.
QString proofOf(const ClientConfiguration &sent)
{
    switch (sent.authentication) {
    case ClientAuthenticationMethod::ClientSecretJwt:
    case ClientAuthenticationMethod::PrivateKeyJwt:
        return Text::tr("signed assertion");
    case ClientAuthenticationMethod::TlsClientAuth:
    case ClientAuthenticationMethod::SelfSignedTlsClientAuth:
        return Text::tr("certificate");
    default:
        return {};
    }
}

/// Auth0 denies access with 401 to whom it does not know, Keycloak calls that an unauthorized client.
bool speaksOfSecret(ErrorCode code, const ErrorResponse &response)
{
    static const QRegularExpression words(u"invalid client (secret|credentials)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return (code == ErrorCode::AccessDenied && response.status == 401)
        || (code == ErrorCode::UnauthorizedClient && response.description.contains(words));
}

/// RFC 8707 §2 calls both so: what the token is for.
QString targetOf(const ClientConfiguration &sent)
{
    return sent.audience.isEmpty() ? sent.resources.join(", "_L1) : sent.audience;
}

/// The sentence of such a code would quote nothing, or advise what was done.
bool namesWhatWasNotSent(ErrorCode code, const ClientConfiguration &sent)
{
    return (code == ErrorCode::InvalidScope && sent.scope.isEmpty())
        || (code == ErrorCode::InvalidAudience && targetOf(sent).isEmpty())
        || (code == ErrorCode::UnsupportedGrantType && sent.grantType == parameter::clientCredentials);
}

/// What to try where the catalogue cannot know it.
void advise(Error &error, const QString &said, const ClientConfiguration &sent)
{
    const ErrorCode code = codeOf(said);
    if (said == "invalid_dpop_proof"_L1 || said == "use_dpop_nonce"_L1) {
        error.hint = Text::tr("It wants proof of possession (DPoP, RFC 9449), which Mintmark does not send. "
                              "Ask for it to be switched off for this client id.");
    } else if (code == ErrorCode::UnsupportedGrantType && sent.grantType.startsWith("urn:"_L1)) {
        error.hint = Text::tr("Ask whoever runs it whether this grant is switched on.");
        error.hintCure = Cure::EditProfile;
    } else if (!namesWhatWasNotSent(code, sent)) {
        return;
    } else if (code == ErrorCode::InvalidScope) {
        error.hint = Text::tr("The request has no scope. Fill in the one that the server's owner sent.");
        error.hintCure = Cure::EditProfile;
    } else if (code == ErrorCode::InvalidAudience) {
        error.hint = Text::tr("The request does not say which API the token is for. Fill in audience or "
                              "resource, as the server's guide has it.");
        error.hintCure = Cure::EditProfile;
    } else {
        error.hint = Text::tr("The grant type is the standard's. Check the token address, and ask whoever "
                              "runs it whether client_credentials is switched on.");
        error.hintCure = Cure::EditAddress;
    }
}

ErrorCode refinedCode(const ErrorResponse &response, const ClientConfiguration &sent)
{
    const ErrorCode code = codeOf(response.error);
    if (namesWhatWasNotSent(code, sent))
        return ErrorCode::RefusedOther;
    if (code == ErrorCode::InvalidClient && !proofOf(sent).isEmpty())
        return ErrorCode::ClientProofRefused;
    if (speaksOfSecret(code, response))
        return proofOf(sent).isEmpty() ? ErrorCode::InvalidClient : ErrorCode::ClientProofRefused;
    const bool vague = code == ErrorCode::InvalidRequest || code == ErrorCode::InvalidGrant
        || code == ErrorCode::UnauthorizedClient || code == ErrorCode::AccessDenied
        || code == ErrorCode::RefusedOther;
    if (!vague)
        return code;
    if (sent.grantType != parameter::clientCredentials && speaksOfGrantType(response))
        return ErrorCode::UnsupportedGrantType;
    if (!sent.audience.isEmpty() && speaksOfAudience(response, sent.audience))
        return ErrorCode::InvalidAudience;
    return code;
}

} // namespace

std::optional<ErrorResponse> ErrorResponse::parse(const JsonDocument &document, int status)
{
    const JsonValue root = document.root();
    if (!document.isValid() || !root.isObject())
        return {};
    const JsonValue member = root.member(parameter::error);
    ErrorResponse response;
    response.status = status;
    response.error = textOf(member);
    response.description = firstText(root, { parameter::errorDescription, "message"_L1, "detail"_L1 });
    response.uri = root.member(parameter::errorUri).toString();
    if (member.isObject()) {
        response.error = firstText(member, { "code"_L1, "type"_L1, "status"_L1, "error"_L1 });
        response.description = firstText(
            member, { "message"_L1, "description"_L1, parameter::errorDescription, "detail"_L1 });
        if (response.error.isEmpty() && !response.description.isEmpty())
            response.error = u"error"_s;
    }
    if (!member.exists())
        readOtherNames(response, root);
    if (response.error.isEmpty())
        return {};
    return response;
}

Error ErrorResponse::toError(const QString &host, const ClientConfiguration &sent) const
{
    const QString safeError = displayText(error.left(shownCharacters)).text;
    const QString safeDescription = displayText(description.left(shownCharacters)).text;
    Error result;
    // Success in the status line and refusal in the body: said as such, whatever the error is.
    result.code = status / 100 == 2 ? ErrorCode::RefusedWithSuccess : refinedCode(*this, sent);
    result.arguments = { { u"host"_s, host },
                         { u"status"_s, QString::number(status) },
                         { u"error"_s, safeError },
                         { u"error_description"_s, safeDescription } };
    if (result.code == ErrorCode::UnsupportedGrantType) {
        result.arguments.insert(u"grant_type"_s, sent.grantType);
        if (sent.grantType == parameter::clientCredential)
            result.arguments.insert(
                u"spelling"_s, Text::tr("The Sage guide spells it so; the standard says client_credentials."));
    } else if (result.code == ErrorCode::ClientProofRefused) {
        result.arguments.insert(u"proof"_s, proofOf(sent));
    } else if (result.code == ErrorCode::InvalidScope) {
        result.arguments.insert(u"scope"_s, sent.scope);
    } else if (result.code == ErrorCode::InvalidAudience) {
        result.arguments.insert(u"audience"_s, targetOf(sent));
    } else if (result.code == ErrorCode::ServerFailed) {
        result.arguments.insert(u"said"_s, safeDescription.isEmpty() ? safeError : safeDescription);
    }
    advise(result, error, sent);
    result.detail = u"HTTP %1, %2: %3"_s.arg(QString::number(status), safeError, safeDescription);
    if (!uri.isEmpty())
        result.detail += u" (%1)"_s.arg(displayText(uri.left(shownCharacters)).text);
    return result;
}

} // namespace mintmark
