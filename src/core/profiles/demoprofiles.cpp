// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/demoprofiles.h"

#include "oauth/provider.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    const char *id;
    const char *name; ///< listed in alphabetical order, so that the first is the first
    Environment environment;
    const char *provider;
    const char *path;
    const char *clientId;
    const char *secretFor; ///< the client id the secret belongs to
    const char *audience;
    const char *scope;
    const char *note;
};

#define W(text) QT_TRANSLATE_NOOP("DemoProfiles", text)

const Row rows[] = {
    { "d0000000-0000-4000-8000-000000000001", "Accounting", Environment::Sandbox, "sage-id",
      "/oauth/token", "demo-accounting", "demo-accounting", "demo-200/accounting", "",
      W("Works as Sage ID does: JSON body, audience, renewal by GET; the token lives 8 h.") },
    { "d0000000-0000-4000-8000-000000000002", "Banking", Environment::Test, "generic",
      "/oauth/token", "demo-banking", "demo-banking", "", "payments:read payments:write",
      W("A form body, the secret in the Basic header, two scopes.") },
    { "d0000000-0000-4000-8000-000000000003", "Cards", Environment::Production, "generic",
      "/short/token", "demo-cards", "demo-cards", "demo-200/cards", "",
      W("Production, and a token that lives 90 s.") },
    { "d0000000-0000-4000-8000-000000000004", "Documents", Environment::Development, "generic",
      "/opaque/token", "demo-documents", "demo-documents", "", "documents:read",
      W("An opaque token: only the server can read it.") },
    { "d0000000-0000-4000-8000-000000000005", "Exports", Environment::Sandbox, "generic",
      "/oauth/token", "demo-exports", "demo-export", "", "",
      W("Is refused: the secret is wrong. The right one is demo-secret-for-demo-exports.") },
    { "d0000000-0000-4000-8000-000000000006", "Forecasts", Environment::Test, "generic",
      "/other/token", "demo-forecasts", "demo-forecasts", "demo-200/forecasts", "",
      W("The server gives a token for another API than asked for.") },
};

#undef W

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

LoadedProfile profileOf(const Row &row, const QString &server)
{
    LoadedProfile loaded;
    Profile &profile = loaded.profile;
    profile.listing.id = QUuid::fromString(QLatin1StringView(row.id));
    profile.listing.customer = u"Demo"_s;
    profile.listing.name = text(row.name);
    profile.listing.environment = row.environment;
    profile.listing.inMemory = true;
    profile.provider = text(row.provider);
    profile.note = QCoreApplication::translate("DemoProfiles", row.note);
    profile.client = providerById(profile.provider).defaults;
    profile.client.tokenEndpoint = server + text(row.path);
    profile.client.clientId = text(row.clientId);
    profile.client.audience = text(row.audience);
    profile.client.scope = text(row.scope);
    profile.issuer = server;
    profile.jwksUri = server + "/jwks"_L1;
    profile.introspectionEndpoint = server + "/introspect"_L1;
    profile.revocationEndpoint = server + "/revoke"_L1;
    profile.apiMethod = u"GET"_s;
    profile.apiUrl = server + "/api/v1/payments"_L1;
    loaded.secrets.client.clientSecret =
        SecretBytes::fromString("demo-secret-for-"_L1 + text(row.secretFor));
    profile.secretSummary = summarize(loaded.secrets.client.clientSecret);
    return loaded;
}

} // namespace

std::vector<LoadedProfile> demoProfiles(const QUrl &issuer)
{
    QString server = QString::fromLatin1(issuer.toEncoded());
    while (server.endsWith(u'/'))
        server.chop(1);
    std::vector<LoadedProfile> profiles;
    for (const Row &row : rows)
        profiles.push_back(profileOf(row, server));
    return profiles;
}

} // namespace mintmark
