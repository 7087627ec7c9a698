// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/draftbuilding.h"

#include "oauth/provider.h"

#include <QCoreApplication>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;
using Method = ClientAuthenticationMethod;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileDraft)
};

QString proofText(Method method)
{
    switch (method) {
    case Method::ClientSecretPost:
        return Text::tr("secret in the body");
    case Method::ClientSecretBasic:
        return Text::tr("secret in the Basic header");
    case Method::ClientSecretJwt:
    case Method::PrivateKeyJwt:
        return Text::tr("signed JWT");
    case Method::TlsClientAuth:
    case Method::SelfSignedTlsClientAuth:
        return Text::tr("client certificate");
    case Method::None:
        break;
    }
    return Text::tr("no secret");
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
}

} // namespace

ProfileDraft newDraft(const QString &customer)
{
    ProfileDraft draft;
    draft.profile.listing.customer = customer;
    applyProvider(draft.profile, providers().constFirst().id);
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
    ClientCertificateSource &certificate = draft.profile.client.network.clientCertificate;
    if (certificate == ClientCertificateSource::Stored)
        certificate = ClientCertificateSource::Inherited; // it stays in the original's item
    draft.profile.revision = 0;
    draft.profile.readOnly = false;
    return draft;
}

void applyProvider(Profile &profile, const QString &id)
{
    const Provider &provider = providerById(id);
    Profile preset;
    preset.provider = provider.id;
    preset.client = provider.defaults;
    copyRequest(preset, profile);
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
    return u"POST %1 · %2 · %3"_s.arg(address, body, proofText(client.authentication));
}

void fillDraft(ProfileDraft &draft, const ProfileText &text)
{
    Profile &profile = draft.profile;
    if (text.tokenEndpoint) {
        const Provider *recognised = recognisedProvider(*text.tokenEndpoint);
        const QString provider = recognised ? recognised->id : providerById({}).id;
        if (provider != profile.provider)
            applyProvider(profile, provider);
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
}

void unfillDraft(ProfileDraft &now, const ProfileDraft &before, const ProfileText &text)
{
    if (text.tokenEndpoint || text.grantType || text.body || text.authentication)
        copyRequest(before.profile, now.profile);
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
