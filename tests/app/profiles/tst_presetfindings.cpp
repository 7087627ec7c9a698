// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefindings.h"

#include "app/profiles/editorrow.h"
#include "editorrig.h"
#include "oauth/provider.h"

#include <utility>

using namespace mintmark;
using namespace mintmark::test;

/// What the editor says about the values of a preset.
class TestPresetFindings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asPasted_data();
    void asPasted();
    void missing_data();
    void missing();
    void everyRequiredField();
    void nothingWhileTyping();

private:
    static void nameIt(const EditorRig &rig)
    {
        rig.type(u"Customer"_s, u"Acme"_s);
        rig.type(u"API or purpose"_s, u"Orders"_s);
        rig.button(u"Sandbox"_s)->click();
    }
};

void TestPresetFindings::asPasted_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *id, const char *label, const char *pasted,
                        const char *shown, const char *said) {
        QTest::newRow(name) << QString::fromLatin1(id) << QString::fromLatin1(label)
                            << QString::fromLatin1(pasted) << QString::fromLatin1(shown)
                            << QString::fromLatin1(said);
    };
    const char *const tenant =
        "Entra wants the tenant's id or domain here; common and organizations are for people who "
        "sign in.";
    row("entra id", "entra-id", "Tenant", " 72f988bf-86f1-41af-91ab-2d7cd011db47\r\n",
        "72f988bf-86f1-41af-91ab-2d7cd011db47", "");
    row("entra domain", "entra-id", "Tenant", "contoso.onmicrosoft.com", "contoso.onmicrosoft.com",
        "");
    row("entra issuer", "entra-id", "Tenant",
        "https://login.microsoftonline.com/contoso.com/v2.0/", "contoso.com", "");
    row("entra common", "entra-id", "Tenant", "common", "common", tenant);
    row("entra name", "entra-id", "Tenant", "Contoso Ltd", "Contoso Ltd", tenant);
    row("entra half an id", "entra-id", "Tenant", "72f988bf-86f1-41af-91ab",
        "72f988bf-86f1-41af-91ab", tenant);
    row("entra portal", "entra-id", "Tenant", "https://portal.azure.com/#home",
        "https://portal.azure.com/#home", tenant);
    row("entra two resources", "entra-id", "Resource", "api://one api://two",
        "api://one api://two", "Entra gives a token for one resource at a time.");
    row("auth0 issuer", "auth0", "Domain", "https://acme.eu.auth0.com/", "acme.eu.auth0.com", "");
    row("auth0 address", "auth0", "Domain", "https://login.acme.com/oauth/token?x=1",
        "login.acme.com", "");
    row("auth0 name", "auth0", "Domain", "acme", "acme",
        "This is not the name of a host, such as acme.eu.auth0.com.");
    row("auth0 space", "auth0", "Domain", "acme .eu.auth0.com", "acme .eu.auth0.com",
        "This is not the name of a host, such as acme.eu.auth0.com.");
    const char *const admin =
        "The address of the administration (with -admin) answers no token requests.";
    row("okta admin", "okta", "Domain", "https://acme-admin.okta.com/admin/apps/active",
        "acme-admin.okta.com", admin);
    row("okta org admin", "okta-org", "Domain", "acme-admin.oktapreview.com/",
        "acme-admin.oktapreview.com", admin);
    row("okta domain", "okta-org", "Domain", "https://acme.okta.com", "acme.okta.com", "");
    row("okta server", "okta", "Server id", "my server", "my server",
        "An authorization server's id, as aus1a2b3c, or default.");
    row("cognito sign-in page", "cognito", "Domain",
        "https://acme.auth.eu-west-1.amazoncognito.com/login?client_id=1",
        "acme.auth.eu-west-1.amazoncognito.com", "");
    row("cognito own domain", "cognito", "Domain", "https://auth.acme.com/", "auth.acme.com", "");
    row("cognito keys", "cognito", "Domain",
        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123/.well-known/jwks.json",
        "cognito-idp.eu-west-1.amazonaws.com",
        "The user pool's domain, not the address of its keys (cognito-idp).");
    row("cognito pool", "cognito", "Domain", "eu-west-1_AbCdEf123", "eu-west-1_AbCdEf123",
        "This is not the name of a host, such as acme.auth.eu-west-1.amazoncognito.com.");
    const char *const base = "Only what stands before /realms or /admin: Keycloak 17 and newer have "
                             "no /auth in it, older ones do.";
    row("keycloak base", "keycloak", "Base address", "https://sso.example.com/auth/",
        "https://sso.example.com/auth", "");
    row("keycloak host", "keycloak", "Base address", "sso.example.com", "https://sso.example.com",
        "");
    row("keycloak realm's address", "keycloak", "Base address",
        "https://sso.example.com/realms/acme/", "https://sso.example.com", "");
    row("keycloak account", "keycloak", "Base address",
        "https://sso.example.com/realms/acme/account/",
        "https://sso.example.com/realms/acme/account", base);
    row("keycloak administration", "keycloak", "Base address",
        "https://sso.example.com/admin/master/console/#/acme",
        "https://sso.example.com/admin/master/console", base);
    row("keycloak not an address", "keycloak", "Base address", "our server",
        "https://our server", "This is not an address, such as https://sso.example.com.");
    row("keycloak realm", "keycloak", "Realm", "realms/acme", "realms/acme",
        "The realm's name as in its address, upper and lower case kept.");
    row("ping token address", "pingfederate", "Base address",
        "https://sso.example.com:9031/as/token.oauth2", "https://sso.example.com:9031", "");
    row("ping metadata", "pingfederate", "Base address",
        "https://sso.example.com:9031/.well-known/openid-configuration",
        "https://sso.example.com:9031", "");
    row("ping administration", "pingfederate", "Base address",
        "https://sso.example.com:9999/pingfederate/app",
        "https://sso.example.com:9999/pingfederate/app",
        "Only what stands before /as/token.oauth2; the administration (/pingfederate) answers no "
        "token requests.");
    const char *const myDomain = "Client credentials work only at the company's own My Domain, not "
                                 "at login.salesforce.com or the address of its pages.";
    row("salesforce", "salesforce", "My Domain", "https://acme--uat.sandbox.my.salesforce.com/",
        "acme--uat.sandbox.my.salesforce.com", "");
    row("salesforce sign-in", "salesforce", "My Domain", "https://test.salesforce.com/",
        "test.salesforce.com", myDomain);
    row("salesforce pages", "salesforce", "My Domain",
        "https://acme.lightning.force.com/lightning/page/home", "acme.lightning.force.com",
        myDomain);
    row("intacct", "sage-intacct", "User@Company", "webservices@acme", "webservices@acme", "");
    row("intacct user", "sage-intacct", "User@Company", "webservices", "webservices",
        "Intacct wants user@company, or user@company|entity.");
    row("dmo scope", "sage-dmo", "Tenant", "tenantid:acme-prod", "acme-prod", "");
    row("dmo two", "sage-dmo", "Tenant", "acme prod", "acme prod",
        "Only the tenant's id: Mintmark writes tenantid: before it.");
}

void TestPresetFindings::asPasted()
{
    QFETCH(QString, id);
    QFETCH(QString, label);
    QFETCH(QString, pasted);
    EditorRig rig;
    rig.start(id);
    for (const auto &[other, text] : { std::pair(u"Realm"_s, u"acme"_s),
                                       std::pair(u"Base address"_s, u"https://sso.example.com"_s),
                                       std::pair(u"Domain"_s, u"acme.example.com"_s) }) {
        if (other != label && rig.field(other) && rig.field(other)->isVisible())
            rig.type(other, text); // what is typed goes nowhere until both are there
    }
    rig.field(label)->selectAll();
    paste(rig.field(label), pasted.toUtf8());
    QTEST(rig.field(label)->text(), "shown");
    rig.field(u"API or purpose"_s)->setFocus();
    QTEST(rig.field(label)->text(), "shown");
    QFETCH(QString, said);
    const QString message = rig.message(rig.field(label));
    if (said.isEmpty())
        QVERIFY2(!message.contains(u"not the name"_s) && !message.contains(u"not an address"_s)
                     && !message.contains(u"wants"_s) && !message.contains(u"Only what"_s),
                 qPrintable(message));
    else
        QCOMPARE(message, said);
}

void TestPresetFindings::missing_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *label, const char *said) {
        QTest::newRow(name) << QString::fromLatin1(label) << QString::fromLatin1(said);
    };
    row("sage-id", "Audience",
        "Sage ID needs an audience. It comes with the client id from the Sage Network Platform "
        "team.");
    row("sage-intacct", "User@Company", "Sage Intacct needs this: User@Company.");
    row("sage-dmo", "Tenant",
        "Sage Distribution and Manufacturing Operations needs this: Tenant.");
    row("auth0", "Domain", "Auth0 needs this: Domain.");
    row("entra-id", "Resource", "Microsoft Entra ID needs this: Resource.");
    row("okta", "Scope", "Okta needs at least one custom scope of this server.");
    row("okta-org", "Scope",
        "Okta's org server needs scopes that begin with okta., as okta.users.read.");
    row("cognito", "Domain", "AWS Cognito needs this: Domain.");
    row("keycloak", "Realm", "Keycloak needs this: Realm.");
    row("pingfederate", "Base address", "PingFederate needs this: Base address.");
    row("salesforce", "My Domain", "Salesforce needs this: My Domain.");
    row("google", "Scope",
        "Google needs at least one scope, as https://www.googleapis.com/auth/cloud-platform.");
    row("generic", "Token address", "This request needs a token address.");
}

void TestPresetFindings::missing()
{
    QFETCH(QString, label);
    QFETCH(QString, said);
    EditorRig rig;
    rig.start(QString::fromLatin1(QTest::currentDataTag()));
    nameIt(rig);
    rig.field(label)->clear();
    QCOMPARE(rig.message(rig.field(label)).contains(u"needs"_s), false); // not before it is wanted
    QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
    rig.editor.saveAndFetch();
    QCOMPARE(requested.size(), 0);
    QCOMPARE(rig.message(rig.field(label)), said);
}

/// Each says something of its own, and where the first is missing the keyboard is.
void TestPresetFindings::everyRequiredField()
{
    for (const Provider &provider : providers()) {
        EditorRig rig;
        rig.start(provider.id);
        nameIt(rig);
        for (const ProviderVariable &variable : provider.variables)
            rig.field(variable.label)->clear();
        rig.editor.saveAndFetch();
        qsizetype faults = 0;
        for (const EditorRow *row : rig.editor.findChildren<EditorRow *>())
            faults += row->isVisible() && row->showsFault() ? 1 : 0;
        QVERIFY2(faults == provider.required.size(),
                 qPrintable(u"%1: %2"_s.arg(provider.id).arg(faults)));
        const auto *focused = rig.editor.focusWidget();
        QVERIFY2(focused && focused->isVisible(), qPrintable(provider.id));
    }
}

/// Nobody is told off in the middle of a word.
void TestPresetFindings::nothingWhileTyping()
{
    EditorRig rig;
    rig.start(u"salesforce"_s);
    QLineEdit *field = rig.field(u"My Domain"_s);
    field->setFocus();
    QTest::keyClicks(field, u"login.salesforce.com"_s);
    QCOMPARE(rig.message(field), QString());
    rig.field(u"API or purpose"_s)->setFocus();
    QVERIFY(rig.message(field).startsWith(u"Client credentials work only"_s));
}

MINTMARK_TEST(tst_presetfindings, TestPresetFindings)

#include "tst_presetfindings.moc"
