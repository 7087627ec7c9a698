// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefindings.h"
#include "base/errorcatalogue.h"
#include "oauth/parameters.h"
#include "oauth/provider.h"
#include "oauth/tokenrequest.h"

#include <algorithm>

namespace mintmark::findings {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tokenEndpoint = "token_endpoint"_L1;

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
    if (!provider.required.contains(row.name) && row.name != parameter::clientId)
        return false;
    Provider one = provider;
    one.required = { row.name };
    // One that was cleared from memory is still in the keychain.
    const bool hasSecret = !draft.secrets.client.clientSecret.isEmpty()
        || (!draft.secretReplaced && draft.profile.secretSummary.characters > 0);
    return missingField(one, client, hasSecret).has_value();
}

ProfileField fieldOf(const Error &error)
{
    if (error.code == ErrorCode::HeaderRefused)
        return ProfileField::Headers;
    if (error.code == ErrorCode::ProfileIncomplete && error.argument(u"field") == "private_key"_L1)
        return ProfileField::PrivateKey;
    if (error.code >= ErrorCode::KeyUnreadable && error.code <= ErrorCode::KeyUnsuitable)
        return ProfileField::PrivateKey;
    if (error.code == ErrorCode::ProfileInvalid)
        return error.argument(u"field") == "token_endpoint_auth_method"_L1
            ? ProfileField::Authentication
            : ProfileField::ExtraParameters;
    return ProfileField::TokenEndpoint;
}

QString sentence(const Error &error, const Provider &provider)
{
    if (fieldOf(error) == ProfileField::PrivateKey && error.code == ErrorCode::ProfileIncomplete) {
        const QString own = provider.missing.value(u"private_key"_s);
        return own.isEmpty() ? Text::tr("This request needs a private key.") : own;
    }
    if (error.code == ErrorCode::ProfileInvalid) {
        const QString name = error.argument(u"field");
        const QString detail = error.argument(u"detail");
        return name.isEmpty() || fieldOf(error) == ProfileField::Authentication
            ? detail
            : Text::tr("“%1”: %2", "a field and what is wrong with it").arg(name, detail);
    }
    const ErrorText text = errorText(error);
    return Text::tr("%1. %2", "cause and remedy").arg(text.cause, text.remedy);
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
    const bool addressAtFault = std::ranges::any_of(findings, [](const FieldFinding &finding) {
        return finding.field == ProfileField::TokenEndpoint
            && finding.level <= FindingLevel::BlocksFetch;
    });
    if (addressAtFault || findings.size() > before
        || draft.profile.client.tokenEndpoint.trimmed().isEmpty())
        return;
    const Result<TokenRequest> request =
        TokenRequest::from(requestConfiguration(draft.profile), draft.secrets.client);
    if (!request)
        findings.append({ fieldOf(request.error()),
                          FindingLevel::BlocksFetch,
                          sentence(request.error(), provider),
                          {} });
}

} // namespace mintmark::findings
