// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/faultyfield.h"
#include "app/profiles/profilefindings.h"
#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "jose/privatekey.h"
#include "oauth/clientassertion.h"
#include "oauth/clientauthentication.h"

// Where a JWT is signed: what stands in the way of that.

namespace mintmark::findings {

using namespace Qt::StringLiterals;
using Method = ClientAuthenticationMethod;

namespace {

/// x5t and its like are made of a certificate.
bool namesCertificate(const AssertionSettings &settings)
{
    const QStringList words = settings.certificateThumbprint.simplified().split(u' ');
    return words.contains(u"x5t#S256") || words.contains(u"x5t") || words.contains(u"x5c");
}

FieldFinding findingOf(const Error &error, const ClientConfiguration &client)
{
    const AssertionSettings &settings = client.assertion;
    const ProfileField field = faultyField(error, client).value_or(ProfileField::PrivateKey);
    FieldFinding finding { field, FindingLevel::BlocksFetch, {}, {} };
    const bool lacksCertificate = finding.field == ProfileField::AssertionThumbprint
        && settings.certificate.trimmed().isEmpty() && namesCertificate(settings);
    if (lacksCertificate) {
        finding.field = ProfileField::AssertionCertificate;
        finding.text = Text::tr("“%1” is made of the certificate of the key: open it here, or write "
                                "its fingerprint below.")
                           .arg(settings.certificateThumbprint.simplified());
    } else if (error.code == ErrorCode::ProfileIncomplete) {
        finding.field = ProfileField::AssertionAudience;
        finding.text = Text::tr("There is no issuer yet: it is set under Checks and keys.");
    } else if (error.code == ErrorCode::ProfileInvalid) {
        finding.text = error.argument(u"detail");
    } else if (const QString keys = error.argument(u"keys"); !keys.isEmpty()) {
        finding.text =
            Text::tr("%1. Their key IDs: %2.", "cause and list").arg(errorText(error).cause, keys);
    } else {
        const ErrorText text = errorText(error);
        finding.text = Text::tr("%1. %2", "cause and remedy").arg(text.cause, text.remedy);
    }
    return finding;
}

/// The first thing wrong with what is signed; that there is no key or secret yet is said elsewhere.
std::optional<Error> faultOf(const ProfileDraft &draft)
{
    const ClientConfiguration client = requestConfiguration(draft.profile);
    const ClientCredentials &credentials = draft.secrets.client;
    const Method method = client.authentication;
    const bool isGrant = requiredFields(method, client.grantType).assertionGrant;
    const bool isProof = method == Method::PrivateKeyJwt || method == Method::ClientSecretJwt;
    std::optional<Error> error;
    if (const auto made = isProof ? clientAssertion(client, credentials, 0) : SecretBytes(); !made)
        error = made.error();
    const bool lacksKey =
        error && error->code == ErrorCode::KeyUnreadable && credentials.privateKey.isEmpty();
    if (error && !lacksKey)
        return error;
    const auto made = isGrant ? grantAssertion(client, credentials, 0) : SecretBytes();
    if (made || (made.error().code == ErrorCode::KeyUnreadable && credentials.privateKey.isEmpty()))
        return {};
    return made.error();
}

/// A JWK says how its key is called; another name is rarely meant.
void addKeyIdFinding(const ProfileDraft &draft, Findings &findings)
{
    const QString &keyId = draft.profile.client.assertion.keyId;
    const SecretBytes &text = draft.secrets.client.privateKey;
    if (keyId.isEmpty() || text.isEmpty())
        return;
    const Result<PrivateKey> key = PrivateKey::from(text, {}, keyId);
    if (!key || key->keyId().isEmpty() || key->keyId() == keyId)
        return;
    const QString own = displayText(key->keyId()).text;
    findings.append({ ProfileField::AssertionKeyId, FindingLevel::Note,
                      Text::tr("The key calls itself “%1”.").arg(own),
                      FieldFix { FieldFix::Kind::SetText, Text::tr("Use that"), {}, {}, {} } });
}

} // namespace

bool addAssertionFindings(const ProfileDraft &draft, Findings &findings)
{
    const ClientConfiguration &client = draft.profile.client;
    const RequiredFields fields = requiredFields(client.authentication, client.grantType);
    if (!fields.assertion)
        return false;
    if (fields.privateKey)
        addKeyIdFinding(draft, findings);
    const std::optional<Error> error = faultOf(draft);
    if (error)
        findings.append(findingOf(*error, client));
    return error.has_value();
}

} // namespace mintmark::findings
