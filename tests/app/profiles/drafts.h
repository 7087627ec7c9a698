// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilevalidation.h"

namespace mintmark::test {

/// A profile of the Sage ID preset that nothing can be said about.
inline ProfileDraft sageDraft()
{
    using namespace Qt::StringLiterals;
    ProfileDraft draft;
    Profile &profile = draft.profile;
    profile.listing.customer = u"Acme"_s;
    profile.listing.name = u"Payments Out"_s;
    profile.listing.environment = Environment::Sandbox;
    profile.provider = u"sage-id"_s;
    profile.client.tokenEndpoint = u"https://id.sage.com/oauth/token"_s;
    profile.client.body = BodyFormat::Json;
    profile.client.grantType = u"client_credential"_s;
    profile.client.clientId = u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s;
    profile.client.audience = u"s200ukipd/sage200"_s;
    profile.client.renewal = RenewalPolicy::Get;
    draft.secrets.client.clientSecret = SecretBytes("Kz8-canary-Wq41-mint-Lp07-Qx9A");
    return draft;
}

/// The same for the generic preset.
inline ProfileDraft genericDraft()
{
    using namespace Qt::StringLiterals;
    ProfileDraft draft = sageDraft();
    Profile &profile = draft.profile;
    profile.provider = u"generic"_s;
    profile.client.tokenEndpoint = u"https://login.example.com/oauth/token"_s;
    profile.client.body = BodyFormat::Form;
    profile.client.grantType = u"client_credentials"_s;
    profile.client.authentication = ClientAuthenticationMethod::ClientSecretBasic;
    profile.client.audience.clear();
    profile.client.renewal = RenewalPolicy::Repeat;
    return draft;
}

inline KnownProfile knownProfile(const QString &customer, const QString &name,
                                 Environment environment, const QString &clientId,
                                 const QString &audience)
{
    KnownProfile known;
    known.listing.id = QUuid::createUuidV5(QUuid(), customer + name + wireName(environment));
    known.listing.customer = customer;
    known.listing.name = name;
    known.listing.environment = environment;
    known.clientId = clientId;
    known.audience = audience;
    return known;
}

} // namespace mintmark::test
