// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/provider.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestProviderHints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsAnswers_data();
    void knowsAnswers();
};

/// Descriptions as these servers send them.
void TestProviderHints::knowsAnswers_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *id, const char *error, const char *description,
                        const char *says) {
        QTest::addRow("%s %s %s", id, error, says)
            << QString::fromLatin1(id) << QString::fromLatin1(error)
            << QString::fromLatin1(description) << QString::fromLatin1(says);
    };
    row("entra-id", "invalid_client",
        "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the "
        "request "
        "is the client secret value, not the client secret ID.",
        "the id is not the secret");
    row("entra-id", "invalid_client", "AADSTS7000222: The provided client secret keys are expired.",
        "has ended");
    row("auth0", "access_denied", "Service not enabled within domain: https://api.example.com",
        "knows no API");
    row("okta-org", "invalid_client",
        "Client Credentials requests to the Org Authorization Server must use the private_key_jwt "
        "token_endpoint_auth_method.",
        "signed JWT");
    row("salesforce", "invalid_grant", "no client credentials user enabled", "run as");
    row("keycloak", "Realm does not exist", "For more on this error consult the server log.",
        "no such realm");
    row("keycloak", "RESTEASY003210: Could not find resource for full path: https://a/auth/realms/x",
        "", "have no /auth");
    row("entra-id", "invalid_request", "AADSTS900023: Specified tenant identifier", "know this tenant");
    row("entra-id", "invalid_client", "AADSTS700024: Client assertion is not within", "clock");
    row("auth0", "access_denied",
        "Client is not authorized to access \"https://api\". You might probably want to create a "
        "\"client-grant\" associated to this API.",
        "has to be authorised");
    row("sage-intacct", "invalidCredentials", "Invalid credentials (GW-0011)", "Web Services user");
    row("okta-org", "invalid_dpop_proof", "The DPoP proof JWT header is missing.",
        "Proof of possession");
    row("cognito", "invalid_scope", "", "custom scopes");
    row("salesforce", "unsupported_grant_type", "grant type not supported", "switched off");
    row("salesforce", "invalid_grant", "authentication failure", "");
    row("generic", "invalid_client", "AADSTS7000215", "");
    row("entra-id", "", "AADSTS7000215", "");
}

void TestProviderHints::knowsAnswers()
{
    QFETCH(QString, id);
    QFETCH(QString, error);
    QFETCH(QString, description);
    QFETCH(QString, says);
    const ProviderHint *hint = hintFor(providerById(id), error, description);
    QCOMPARE(hint != nullptr, !says.isEmpty());
    if (hint)
        QVERIFY2(hint->sentence.contains(says), qPrintable(hint->sentence));
}

MINTMARK_TEST(tst_providerhints, TestProviderHints)

#include "tst_providerhints.moc"
