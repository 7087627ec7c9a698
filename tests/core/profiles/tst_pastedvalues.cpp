// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/pastedvalues.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

/// What is copied from consoles, guides and tickets into the field of one value.
class TestPastedValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeAddresses_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("text");
        QTest::addColumn<ProviderValues>("values");
        const auto row = [](const char *name, const char *provider, const char *variable,
                            const char *text, const ProviderValues &values) {
            QTest::newRow(name) << QString::fromLatin1(provider) << QString::fromLatin1(variable)
                                << QString::fromLatin1(text) << values;
        };
        const ProviderValues okta { { u"domain"_s, u"acme.okta.com"_s },
                                    { u"server_id"_s, u"aus1a2b3c"_s } };
        row("okta issuer", "okta", "domain", "https://acme.okta.com/oauth2/aus1a2b3c", okta);
        row("okta issuer as server", "okta", "server_id", "https://acme.okta.com/oauth2/aus1a2b3c/",
            okta);
        row("okta token", "okta", "domain", " https://acme.okta.com/oauth2/aus1a2b3c/v1/token\n",
            okta);
        row("okta, no scheme", "okta", "domain", "acme.okta.com/oauth2/aus1a2b3c/v1/keys", okta);
        row("okta metadata", "okta", "domain",
            "https://acme.okta.com/oauth2/aus1a2b3c/.well-known/oauth-authorization-server", okta);
        row("auth0 issuer", "auth0", "domain", "https://acme.eu.auth0.com/",
            { { u"domain"_s, u"acme.eu.auth0.com"_s } });
        row("entra token", "entra-id", "tenant",
            "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token",
            { { u"tenant"_s, u"contoso.onmicrosoft.com"_s } });
        row("entra scope", "entra-id", "resource", "api://8a1f/.default",
            { { u"resource"_s, u"api://8a1f"_s } });
        row("sage-dmo scope", "sage-dmo", "tenant", "tenantid:acme-prod",
            { { u"tenant"_s, u"acme-prod"_s } });
        const ProviderValues keycloak { { u"base"_s, u"https://sso.example.com/auth"_s },
                                        { u"realm"_s, u"acme retail"_s } };
        row("keycloak token", "keycloak", "base",
            "https://sso.example.com/auth/realms/acme%20retail/protocol/openid-connect/token",
            keycloak);
        row("keycloak issuer", "keycloak", "realm",
            "https://sso.example.com/auth/realms/acme%20retail", keycloak);
        row("keycloak metadata", "keycloak", "base",
            "https://sso.example.com/auth/realms/acme%20retail/.well-known/openid-configuration",
            keycloak);
        row("pingfederate token", "pingfederate", "base",
            "https://sso.example.com:9031/as/token.oauth2",
            { { u"base"_s, u"https://sso.example.com:9031"_s } });
    }
    void wholeAddresses()
    {
        QFETCH(QString, provider);
        QFETCH(QString, variable);
        QFETCH(QString, text);
        QTEST(pastedValues(providerById(provider), variable, text), "values");
    }

    /// A value by itself, an address that says nothing of it, another server's.
    void nothingToTakeApart_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("text");
        QTest::newRow("host") << u"okta"_s << u"domain"_s << u"acme.okta.com"_s;
        QTest::newRow("realm") << u"keycloak"_s << u"realm"_s << u"acme"_s;
        QTest::newRow("no host") << u"keycloak"_s << u"realm"_s << u"realms/acme"_s;
        QTest::newRow("resource") << u"entra-id"_s << u"resource"_s
                                  << u"https://graph.microsoft.com"_s;
        QTest::newRow("other server") << u"okta"_s << u"domain"_s
                                      << u"https://acme.eu.auth0.com/oauth/token"_s;
        QTest::newRow("nothing") << u"okta"_s << u"domain"_s << QString();
        QTest::newRow("unknown") << u"sage-id"_s << u"domain"_s << u"https://id.sage.com/"_s;
    }
    void nothingToTakeApart()
    {
        QFETCH(QString, provider);
        QFETCH(QString, variable);
        QFETCH(QString, text);
        QCOMPARE(pastedValues(providerById(provider), variable, text), ProviderValues());
    }
};

MINTMARK_TEST(tst_pastedvalues, TestPastedValues)

#include "tst_pastedvalues.moc"
