// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/draftbuilding.h"

#include "oauth/clientauthentication.h"
#include "oauth/provider.h"
#include "profiles/presetvalues.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;
using Method = ClientAuthenticationMethod;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileDraft)
};

/// How the client proves itself; nothing where it does not.
QString proofText(Method method)
{
    switch (method) {
    case Method::ClientSecretPost:
        return Text::tr("secret in the body");
    case Method::ClientSecretBasic:
        return Text::tr("secret in the Basic header");
    case Method::ClientSecretJwt:
        return Text::tr("JWT signed with the secret");
    case Method::PrivateKeyJwt:
        return Text::tr("JWT signed with a private key");
    case Method::TlsClientAuth:
    case Method::SelfSignedTlsClientAuth:
        return Text::tr("client certificate");
    case Method::None:
        break;
    }
    return {};
}

/// What fillDraft() may have changed besides the fields the text names.
void copyRequest(const Profile &from, Profile &to)
{
    to.provider = from.provider;
    to.client.tokenEndpoint = from.client.tokenEndpoint;
    to.client.body = from.client.body;
    to.client.grantType = from.client.grantType;
    to.client.authentication = from.client.authentication;
    to.client.basicEncoding = from.client.basicEncoding;
    to.client.renewal = from.client.renewal;
    to.client.renewalEndpoint = from.client.renewalEndpoint;
    to.client.assertion.audience = from.client.assertion.audience;
    to.client.assertion.audiences = from.client.assertion.audiences;
    to.client.assertion.audienceIsIssuer = from.client.assertion.audienceIsIssuer;
    to.client.assertion.algorithm = from.client.assertion.algorithm;
    to.client.assertion.certificateThumbprint = from.client.assertion.certificateThumbprint;
    to.client.responseMapping = from.client.responseMapping;
    to.client.extraParameters = from.client.extraParameters;
}

/// The addresses a preset knows beside the request's.
struct Address
{
    QString Profile::*own;
    QString ProviderFields::*made;
};
constexpr Address addresses[] {
    { &Profile::issuer, &ProviderFields::issuer },
    { &Profile::jwksUri, &ProviderFields::jwksUri },
    { &Profile::introspectionEndpoint, &ProviderFields::introspectionEndpoint },
    { &Profile::revocationEndpoint, &ProviderFields::revocationEndpoint },
};

/// What somebody wrote by hand stays; what the former preset made of it gives way to the new one.
void give(const QString &former, const QString &now, QString &text)
{
    if (text.isEmpty() || text == former)
        text = now;
}

} // namespace

ProfileDraft newDraft(const QString &customer, const QList<PresetAdjustment> &adjustments)
{
    ProfileDraft draft;
    draft.profile.listing.customer = customer;
    applyProvider(draft.profile, providers().constFirst().id, adjustments);
    return draft;
}

ProfileDraft duplicateDraft(const Profile &profile)
{
    ProfileDraft draft;
    draft.profile = profile;
    ProfileListing listing;
    listing.customer = profile.listing.customer;
    listing.name = profile.listing.name;
    draft.profile.listing = listing;
    draft.profile.client.clientId.clear();
    draft.profile.secretSavedAtMs = {};
    draft.profile.secretSummary = {};
    draft.profile.hasPrivateKey = false;
    ClientCertificateSource &certificate = draft.profile.client.network.clientCertificate;
    if (certificate == ClientCertificateSource::Stored)
        certificate = ClientCertificateSource::Inherited; // it stays in the original's item
    draft.profile.revision = 0;
    draft.profile.readOnly = false;
    return draft;
}

void applyProvider(Profile &profile, const QString &id,
                   const QList<PresetAdjustment> &adjustments)
{
    const Provider &before = providerById(profile.provider);
    const ProviderFields former = filled(before, presetValues(profile));
    Profile preset;
    startFromPreset(preset, providerById(id));
    adjustNew(preset, adjustments);
    const QList<ExtraParameter> parameters = profile.client.extraParameters;
    copyRequest(preset, profile);
    for (const Address &address : addresses)
        give(former.*address.made, preset.*address.own, profile.*address.own);
    give(before.templates.client.scope.isEmpty() ? QString() : former.client.scope,
         preset.client.scope, profile.client.scope);
    for (const ExtraParameter &parameter : parameters) {
        const auto isSame = [&](const ExtraParameter &other) {
            return other.name == parameter.name;
        };
        if (std::ranges::none_of(before.templates.client.extraParameters, isSame)
            && std::ranges::none_of(profile.client.extraParameters, isSame))
            profile.client.extraParameters.append(parameter);
    }
}

QString requestLine(const Profile &profile)
{
    const ClientConfiguration &client = profile.client;
    const QUrl url(client.tokenEndpoint.trimmed());
    constexpr qsizetype longest = 60; // it stands in the field itself
    QString address = url.host().isEmpty()
        ? Text::tr("to the token address")
        : url.host() + (url.port() > 0 ? u":%1"_s.arg(url.port()) : QString()) + url.path();
    if (address.size() > longest)
        address = address.left(longest - 1) + u'…';
    const QString body = client.body == BodyFormat::Json ? Text::tr("JSON") : Text::tr("form");
    QStringList proofs;
    if (requiredFields(client.authentication, client.grantType).assertionGrant)
        proofs << Text::tr("assertion signed with a private key");
    proofs << proofText(client.authentication);
    proofs.removeAll(QString());
    if (proofs.isEmpty())
        proofs << Text::tr("no secret");
    return u"POST %1 · %2 · %3"_s.arg(address, body, proofs.join(u" · "_s));
}

void fillDraft(ProfileDraft &draft, const ProfileText &text,
               const QList<PresetAdjustment> &adjustments)
{
    Profile &profile = draft.profile;
    if (text.tokenEndpoint) {
        const Provider *recognised = recognisedProvider(*text.tokenEndpoint);
        const QString provider = recognised ? recognised->id : providerById({}).id;
        if (provider != profile.provider)
            applyProvider(profile, provider, adjustments);
        profile.client.tokenEndpoint = *text.tokenEndpoint;
    }
    if (text.clientId)
        profile.client.clientId = *text.clientId;
    if (text.clientSecret) {
        draft.secrets.client.clientSecret = text.clientSecret->clone();
        draft.secretReplaced = true;
    }
    if (text.audience)
        profile.client.audience = *text.audience;
    if (text.scope)
        profile.client.scope = *text.scope;
    if (text.grantType)
        profile.client.grantType = *text.grantType;
    if (text.body)
        profile.client.body = *text.body;
    if (text.authentication)
        profile.client.authentication = *text.authentication;
    if (text.environment)
        profile.listing.environment = *text.environment;
    if (text.tokenEndpoint && presetReadsAddress(profile))
        setPresetValues(profile, presetValues(profile)); // the addresses of keys, too
}

void unfillDraft(ProfileDraft &now, const ProfileDraft &before, const ProfileText &text)
{
    if (text.tokenEndpoint || text.grantType || text.body || text.authentication) {
        copyRequest(before.profile, now.profile);
        for (const Address &address : addresses)
            now.profile.*address.own = before.profile.*address.own;
    }
    if (text.clientId)
        now.profile.client.clientId = before.profile.client.clientId;
    if (text.clientSecret) {
        now.secrets.client.clientSecret = before.secrets.client.clientSecret.clone();
        now.secretReplaced = before.secretReplaced;
    }
    if (text.audience)
        now.profile.client.audience = before.profile.client.audience;
    if (text.scope)
        now.profile.client.scope = before.profile.client.scope;
    if (text.environment)
        now.profile.listing.environment = before.profile.listing.environment;
}

} // namespace mintmark
