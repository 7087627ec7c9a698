// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/presetgroup.h"

#include "app/widgets/foldgroup.h"
#include "editorrig.h"
#include "oauth/tokenrequest.h"
#include "profiles/presetvalues.h"

using namespace mintmark;
using namespace mintmark::test;

/// What a person would type for each preset, and the address that comes of it.
class TestPresetGroup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPreset_data();
    void everyPreset();
    void noPresetHasMore();
    void switchingKeepsWhatWasTyped();
    void anAddressWrittenByHand();
    void pasted();
    void whatIsWrong();

private:
    static void choose(const EditorRig &rig, const QString &provider)
    {
        QComboBox *box = rig.choice(u"Provider"_s);
        box->setCurrentIndex(box->findData(provider));
        Q_EMIT box->activated(box->currentIndex());
    }
    static void nameIt(const EditorRig &rig)
    {
        rig.type(u"Customer"_s, u"Acme"_s);
        rig.type(u"API or purpose"_s, u"Orders"_s);
        rig.button(u"Sandbox"_s)->click();
    }
    /// As it would be saved.
    static Profile saved(EditorRig &rig)
    {
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        rig.editor.save();
        return requested.isEmpty() ? Profile() : requested[0][0].value<Profile>();
    }
};

using Typed = QList<std::pair<QString, QString>>;

void TestPresetGroup::everyPreset_data()
{
    QTest::addColumn<Typed>("typed");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("issuer");
    const auto row = [](const char *id, const Typed &typed, const char *address,
                        const char *issuer) {
        QTest::newRow(id) << typed << QString::fromLatin1(address) << QString::fromLatin1(issuer);
    };
    row("sage-intacct", { { u"User@Company"_s, u"ws@acme"_s } },
        "https://api.intacct.com/ia/api/v1/oauth2/token", "");
    row("sage-dmo", { { u"Tenant"_s, u"acme-prod"_s } }, "https://api.erp.sage.com/v1/token", "");
    row("auth0", { { u"Domain"_s, u"acme.auth0.com"_s }, { u"Audience"_s, u"https://api"_s } },
        "https://acme.auth0.com/oauth/token", "https://acme.auth0.com/");
    row("entra-id", { { u"Tenant"_s, u"contoso"_s }, { u"Resource"_s, u"api://orders"_s } },
        "https://login.microsoftonline.com/contoso/oauth2/v2.0/token",
        "https://login.microsoftonline.com/contoso/v2.0");
    row("okta", { { u"Domain"_s, u"acme.okta.com"_s }, { u"Scope"_s, u"orders"_s } },
        "https://acme.okta.com/oauth2/default/v1/token", "https://acme.okta.com/oauth2/default");
    row("cognito", { { u"Domain"_s, u"acme.auth.eu-west-1.amazoncognito.com"_s } },
        "https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token", "");
    row("keycloak",
        { { u"Base address"_s, u"https://sso.example.com"_s }, { u"Realm"_s, u"a b"_s } },
        "https://sso.example.com/realms/a%20b/protocol/openid-connect/token",
        "https://sso.example.com/realms/a%20b");
    row("pingfederate", { { u"Base address"_s, u"sso.example.com:9031"_s } },
        "https://sso.example.com:9031/as/token.oauth2", "https://sso.example.com:9031");
    row("salesforce", { { u"My Domain"_s, u"acme.my.salesforce.com"_s } },
        "https://acme.my.salesforce.com/services/oauth2/token", "");
}

void TestPresetGroup::everyPreset()
{
    QFETCH(Typed, typed);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    EditorRig rig;
    rig.editor.startNew();
    choose(rig, id);
    nameIt(rig);
    for (const auto &[name, text] : typed) {
        QVERIFY2(rig.field(name), qPrintable(name));
        QVERIFY2(rig.field(name)->isVisible(), qPrintable(name)); // above the fold
        rig.type(name, text);
    }
    rig.type(u"Client ID"_s, u"id"_s);
    rig.typeSecret(u"a-long-enough-secret"_s);
    const Profile profile = saved(rig);
    QCOMPARE(profile.provider, id);
    QTEST(profile.client.tokenEndpoint, "address");
    QTEST(profile.issuer, "issuer");
    for (const auto &[name, text] : typed) {
        for (const ProviderVariable &variable : providerById(id).variables) {
            if (variable.label == name)
                QCOMPARE(presetValues(profile).value(variable.name), cleanValue(variable, text));
        }
    }
    ClientCredentials credentials;
    credentials.clientSecret = SecretBytes("s");
    QVERIFY(TokenRequest::from(profile.client, credentials).ok());
    // Opened again, it says the same.
    ProfileSecrets secrets;
    secrets.client = std::move(credentials);
    rig.editor.saved();
    rig.editor.startEdit({ profile, std::move(secrets) });
    for (const auto &[name, text] : typed)
        QVERIFY2(text.contains(rig.field(name)->text()) || rig.field(name)->text().contains(text),
                 qPrintable(rig.field(name)->text()));
}

void TestPresetGroup::noPresetHasMore()
{
    for (const Provider &provider : providers())
        QVERIFY2(provider.variables.size() <= qsizetype(std::size(presetFields)),
                 qPrintable(provider.id));
}

void TestPresetGroup::switchingKeepsWhatWasTyped()
{
    EditorRig rig;
    rig.editor.startNew();
    nameIt(rig);
    choose(rig, u"entra-id"_s);
    rig.type(u"Client ID"_s, u"kept-id"_s);
    rig.type(u"Tenant"_s, u"contoso"_s);
    rig.type(u"Resource"_s, u"api://orders"_s);
    choose(rig, u"sage-id"_s);
    const Profile sage = saved(rig);
    QCOMPARE(sage.client.clientId, u"kept-id"_s);
    QCOMPARE(sage.client.tokenEndpoint, u"https://id.sage.com/oauth/token"_s);
    QCOMPARE(sage.client.scope, QString()); // that was Entra's
    QCOMPARE(sage.issuer, QString());
}

void TestPresetGroup::anAddressWrittenByHand()
{
    Profile profile;
    startFromPreset(profile, providerById(u"entra-id"));
    profile.listing.id = QUuid::createUuid();
    profile.listing.customer = u"Acme"_s;
    profile.listing.name = u"Orders"_s;
    profile.listing.environment = Environment::Test;
    profile.client.tokenEndpoint = u"https://login.microsoftonline.us/contoso/oauth2/v2.0/token"_s;
    profile.client.scope = u"api://orders/.default"_s;
    profile.issuer = u"https://login.microsoftonline.com/contoso/v2.0"_s; // has the tenant in it
    EditorRig rig;
    rig.editor.startEdit({ profile, {} });
    QVERIFY(rig.field(u"Token address"_s)->isVisible());
    QCOMPARE(rig.field(u"Token address"_s)->text(), profile.client.tokenEndpoint);
    QVERIFY(!rig.field(u"Tenant"_s)->isVisible());
    QCOMPARE(saved(rig).client, profile.client);
}

void TestPresetGroup::pasted()
{
    EditorRig rig;
    const QString text = u"Token URL: https://acme.okta.com/oauth2/aus1/v1/token\nClient ID: 0oa1\n"
                         "Client secret: wJalrXUtnFEMIK7MDENG\nScope: orders.read\n"_s;
    rig.editor.startNew();
    QVERIFY(rig.editor.fillFromText(text));
    QCOMPARE(rig.choice(u"Provider"_s)->currentData().toString(), u"okta"_s);
    QCOMPARE(rig.field(u"Domain"_s)->text(), u"acme.okta.com"_s);
    QCOMPARE(rig.field(u"Server id"_s)->text(), u"aus1"_s);
    QCOMPARE(rig.field(u"Scope"_s)->text(), u"orders.read"_s);
}

void TestPresetGroup::whatIsWrong()
{
    EditorRig rig;
    rig.editor.startNew();
    choose(rig, u"salesforce"_s);
    nameIt(rig);
    rig.type(u"My Domain"_s, u"login.salesforce.com"_s);
    rig.field(u"Client ID"_s)->setFocus();
    QTRY_COMPARE(rig.message(rig.field(u"My Domain"_s)),
                 u"Client credentials work only at the company's own My Domain, not at "
                 "login.salesforce.com."_s);
    rig.field(u"My Domain"_s)->clear();
    rig.editor.saveAndFetch();
    QCOMPARE(rig.message(rig.field(u"My Domain"_s)), u"Salesforce needs this: My Domain."_s);
}

MINTMARK_TEST(tst_presetgroup, TestPresetGroup)

#include "tst_presetgroup.moc"
