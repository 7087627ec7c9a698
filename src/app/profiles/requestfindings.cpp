// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/faultyfield.h"
#include "app/profiles/profilefindings.h"
#include "base/errorcatalogue.h"
#include "oauth/clientauthentication.h"
#include "oauth/parameters.h"
#include "oauth/provider.h"
#include "oauth/tokenrequest.h"

#include <algorithm>
#include <iterator>

namespace mintmark::findings {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tokenEndpoint = "token_endpoint"_L1;
constexpr auto privateKey = "private_key"_L1;

struct Needed
{
    QLatin1StringView name; ///< as in Provider::required
    ProfileField field;
    const char *sentence; ///< unless the preset has one of its own
};

constexpr Needed needed[] {
    { tokenEndpoint, ProfileField::TokenEndpoint,
      QT_TRANSLATE_NOOP("ProfileValidation", "This request needs a token address.") },
    { parameter::clientId, ProfileField::ClientId,
      QT_TRANSLATE_NOOP("ProfileValidation", "This request needs a client id.") },
    { parameter::clientSecret, ProfileField::ClientSecret,
      QT_TRANSLATE_NOOP(
          "ProfileValidation",
          "This request needs a client secret, or another way to prove the client.") },
    { privateKey, ProfileField::PrivateKey,
      QT_TRANSLATE_NOOP("ProfileValidation", "This request needs a private key.") },
    { parameter::audience, ProfileField::Audience,
      QT_TRANSLATE_NOOP("ProfileValidation", "This provider needs an audience.") },
    { parameter::scope, ProfileField::Scope,
      QT_TRANSLATE_NOOP("ProfileValidation", "This provider needs a scope.") },
    { parameter::grantType, ProfileField::GrantType,
      QT_TRANSLATE_NOOP("ProfileValidation", "This request needs a grant type.") },
};

/// What the preset asks for, and what no request does without.
bool isMissing(const Needed &row, const Provider &provider, const ProfileDraft &draft)
{
    const ClientConfiguration &client = draft.profile.client;
    if (row.name == parameter::grantType)
        return client.grantType.isEmpty();
    if (row.name == tokenEndpoint)
        // Else the values it is made of are asked for.
        return client.tokenEndpoint.trimmed().isEmpty()
            && (provider.variables.isEmpty() || provider.required.contains(row.name));
    if (row.name == privateKey) // one that was cleared from memory is still in the keychain
        return requiredFields(client.authentication, client.grantType).privateKey
            && draft.secrets.client.privateKey.isEmpty() && !draft.profile.hasPrivateKey;
    if (!provider.required.contains(row.name) && row.name != parameter::clientId)
        return false;
    Provider one = provider;
    one.required = { row.name };
    // As above.
    const bool hasSecret = !draft.secrets.client.clientSecret.isEmpty()
        || (!draft.secretReplaced && draft.profile.secretSummary.characters > 0);
    return missingField(one, client, hasSecret).has_value();
}

const Needed *neededFor(const QString &name)
{
    const auto *row = std::ranges::find(needed, name, &Needed::name);
    return row == std::end(needed) ? nullptr : row;
}

QString sentence(const Error &error, ProfileField field)
{
    if (error.code == ErrorCode::ProfileIncomplete) {
        if (const Needed *row = neededFor(error.argument(u"field")))
            return QCoreApplication::translate("ProfileValidation", row->sentence);
    }
    if (error.code == ErrorCode::ProfileInvalid) {
        const QString name = error.argument(u"field");
        const QString detail = error.argument(u"detail");
        return name.isEmpty() || field == ProfileField::Authentication
            ? detail
            : Text::tr("“%1”: %2", "a field and what is wrong with it").arg(name, detail);
    }
    const ErrorText text = errorText(error);
    return Text::tr("%1. %2", "cause and remedy").arg(text.cause, text.remedy);
}

/// RFC 6749 §6: as the grant of a profile it is an extra parameter.
void addRefreshTokenFinding(const ClientConfiguration &client, Findings &findings)
{
    const auto isToken = [](const ExtraParameter &one) {
        return one.name == parameter::refreshToken;
    };
    if (client.grantType == parameter::refreshTokenGrant
        && std::ranges::none_of(client.extraParameters, isToken))
        findings.append({ ProfileField::ExtraParameters, FindingLevel::BlocksFetch,
                          Text::tr("This grant needs its token: add refresh_token, kept secret."),
                          {} });
}

} // namespace

void addRequestFindings(const ProfileDraft &draft, Findings &findings)
{
    const Provider &provider = providerById(draft.profile.provider);
    const qsizetype before = findings.size();
    for (const Needed &row : needed) {
        if (isMissing(row, provider, draft)) {
            const QString own = provider.missing.value(row.name);
            findings.append({ row.field,
                              FindingLevel::BlocksFetch,
                              own.isEmpty()
                                  ? QCoreApplication::translate("ProfileValidation", row.sentence)
                                  : own,
                              {} });
        }
    }
    addRefreshTokenFinding(draft.profile.client, findings);
    const bool isComplete = findings.size() == before;
    const bool canSign = !addAssertionFindings(draft, findings);
    const bool addressAtFault = std::ranges::any_of(findings, [](const FieldFinding &finding) {
        return finding.field == ProfileField::TokenEndpoint
            && finding.level <= FindingLevel::BlocksFetch;
    });
    if (addressAtFault || !isComplete || !canSign
        || draft.profile.client.tokenEndpoint.trimmed().isEmpty())
        return;
    if (draft.secrets.client.privateKey.isEmpty() && draft.profile.hasPrivateKey)
        return; // nothing more can be said without it
    const Result<TokenRequest> request =
        TokenRequest::from(requestConfiguration(draft.profile), draft.secrets.client);
    if (request)
        return;
    const ProfileField field = faultyField(request.error(), draft.profile.client)
                                   .value_or(request.error().code == ErrorCode::ProfileInvalid
                                                 ? ProfileField::ExtraParameters
                                                 : ProfileField::TokenEndpoint);
    findings.append({ field, FindingLevel::BlocksFetch, sentence(request.error(), field), {} });
}

} // namespace mintmark::findings
