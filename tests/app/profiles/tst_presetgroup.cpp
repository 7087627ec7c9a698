// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/presetgroup.h"

#include "app/profiles/editorrow.h"
#include "editorrig.h"
#include "presetcases.h"
#include "oauth/tokenrequest.h"
#include "profiles/presetvalues.h"

#include <algorithm>

using namespace mintmark;
using namespace mintmark::test;

/// What a person would paste for each preset, and the profile that comes of it.
class TestPresetGroup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPreset_data();
    void everyPreset();
    void changingTheValue_data();
    void changingTheValue();
    void changingThePreset_data();
    void changingThePreset();
    void noPresetHasMore();
    void anAddressWrittenByHand();
    void pasted();

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
    static Profile saved(EditorRig &rig) { return rig.save().profile; }
    static void expectProfile(const Profile &profile, const QString &id, const PresetCase &expected);
    /// Of all fields in sight that hold a text.
    static QStringList shownTexts(const EditorRig &rig);
};

namespace {

/// RFC 8037 appendix A.1.
const QByteArray privateKey = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                              "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
                              "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

} // namespace

void TestPresetGroup::everyPreset_data()
{
    QTest::addColumn<PresetCase>("preset");
    for (const auto &[id, preset] : presetCases())
        QTest::newRow(id.constData()) << preset;
}

void TestPresetGroup::expectProfile(const Profile &profile, const QString &id,
                                    const PresetCase &expected)
{
    QCOMPARE(profile.provider, id);
    QCOMPARE(profile.listing.customer, u"Acme"_s);
    QCOMPARE(profile.listing.name, u"Orders"_s);
    QCOMPARE(profile.listing.environment, Environment::Sandbox);
    QCOMPARE(profile.client.tokenEndpoint, expected.client.tokenEndpoint);
    QCOMPARE(profile.client.scope, expected.client.scope);
    QCOMPARE(profile.client, expected.client);
    QCOMPARE(profile.issuer, expected.issuer);
    QCOMPARE(profile.jwksUri, expected.jwksUri);
    QCOMPARE(profile.introspectionEndpoint, expected.introspection);
    QCOMPARE(profile.revocationEndpoint, expected.revocation);
}

QStringList TestPresetGroup::shownTexts(const EditorRig &rig)
{
    QStringList texts;
    for (const EditorRow *row : rig.editor.findChildren<EditorRow *>()) {
        if (!row->isVisible())
            continue;
        if (const auto *box = qobject_cast<QComboBox *>(row->field()))
            texts << box->currentText();
        else if (const auto *edit = qobject_cast<QLineEdit *>(row->field()))
            texts << edit->text();
    }
    return texts;
}

void TestPresetGroup::everyPreset()
{
    QFETCH(PresetCase, preset);
    const QString id = QString::fromLatin1(QTest::currentDataTag());
    EditorRig rig;
    rig.start(id);
    nameIt(rig);
    for (const PresetEntry &entry : std::as_const(preset.entries)) {
        QVERIFY2(rig.field(entry.label), qPrintable(entry.label));
        QVERIFY2(rig.field(entry.label)->isVisible(), qPrintable(entry.label)); // above the fold
        if (!entry.pasted.isEmpty())
            paste(rig.field(entry.label), entry.pasted.toUtf8());
    }
    paste(rig.field(preset.clientIdLabel), preset.client.clientId.toUtf8());
    if (preset.hasKey)
        paste(rig.part<SecretLineEdit>(u"Private key"_s), privateKey);
    else
        paste(rig.part<SecretLineEdit>(u"Client secret"_s), "a-long-enough-secret");
    const SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    expectProfile(kept.profile, id, preset);
    QCOMPARE(kept.secrets->client.clientSecret,
             preset.hasKey ? SecretBytes() : SecretBytes("a-long-enough-secret"));
    QCOMPARE(kept.secrets->client.privateKey.isEmpty(), !preset.hasKey);
    QVERIFY(TokenRequest::from(kept.profile.client, kept.secrets->client).ok());

    // Opened again, it says the same, letter by letter, and saved again it is the same.
    ProfileSecrets secrets;
    secrets.client = kept.secrets->client.clone();
    rig.editor.saved();
    rig.editor.startEdit({ kept.profile, std::move(secrets) });
    QStringList expected { providerById(id).name, u"Acme"_s, u"Orders"_s,
                           preset.client.clientId };
    for (const PresetEntry &entry : std::as_const(preset.entries))
        expected << entry.shown;
    QStringList shown = shownTexts(rig);
    std::sort(expected.begin(), expected.end());
    std::sort(shown.begin(), shown.end());
    QCOMPARE(shown, expected);
    for (const PresetEntry &entry : std::as_const(preset.entries))
        QCOMPARE(rig.field(entry.label)->text(), entry.shown);
    const SavedDraft again = rig.save();
    QVERIFY(again.secrets);
    QCOMPARE(again.profile.client, kept.profile.client);
    expectProfile(again.profile, id, preset);
}

void TestPresetGroup::changingTheValue_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("saved"); // where the value goes
    const auto row = [](const char *id, const char *label, const char *before, const char *after,
                        const char *saved) {
        QTest::newRow(id) << QString::fromLatin1(label) << QString::fromLatin1(before)
                          << QString::fromLatin1(after) << QString::fromLatin1(saved);
    };
    row("sage-id", "Audience", "a/b", "s200/x", "s200/x");
    row("sage-intacct", "User@Company", "a@b", "ws@acme", "ws@acme");
    row("sage-dmo", "Tenant", "one", "two", "tenantid:two");
    row("auth0", "Domain", "a.auth0.com", "b.auth0.com", "https://b.auth0.com/oauth/token");
    row("entra-id", "Resource", "api://one", "api://two", "api://two/.default");
    row("okta", "Server id", "aus1", "default",
        "https://acme.okta.com/oauth2/default/v1/token");
    row("okta-org", "Domain", "a.okta.com", "b.okta.com", "https://b.okta.com/oauth2/v1/token");
    row("cognito", "Domain", "a.example.com", "b.example.com",
        "https://b.example.com/oauth2/token");
    row("keycloak", "Realm", "one", "Two",
        "https://sso.example.com/realms/Two/protocol/openid-connect/token");
    row("pingfederate", "Token manager", "jwt", "ref", "ref");
    row("salesforce", "My Domain", "a.my.salesforce.com", "b.my.salesforce.com",
        "https://b.my.salesforce.com/services/oauth2/token");
    row("google", "Scope", "one", "two", "two");
    row("generic", "Token address", "https://a.example.com/token", "https://b.example.com/token",
        "https://b.example.com/token");
}

/// What was there before is nowhere any more.
void TestPresetGroup::changingTheValue()
{
    QFETCH(QString, label);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, saved);
    EditorRig rig;
    rig.start(QString::fromLatin1(QTest::currentDataTag()));
    nameIt(rig);
    for (const auto &[name, text] : { std::pair(u"Domain"_s, u"acme.okta.com"_s),
                                      std::pair(u"Base address"_s, u"https://sso.example.com"_s),
                                      std::pair(u"Tenant"_s, u"contoso.com"_s) }) {
        if (rig.field(name) && rig.field(name)->isVisible())
            rig.type(name, text);
    }
    for (const QString &text : { before, after }) {
        rig.field(label)->selectAll();
        rig.type(label, text);
        const Profile profile = rig.save().profile;
        rig.editor.setSaving(false);
        QStringList values { profile.client.tokenEndpoint, profile.client.scope,
                             profile.client.audience, profile.issuer, profile.jwksUri };
        for (const ExtraParameter &parameter : profile.client.extraParameters)
            values << parameter.value;
        QCOMPARE(values.contains(saved), text == after);
        QVERIFY2(!values.join(u' ').contains(text == after ? before : after),
                 qPrintable(values.join(u' ')));
    }
}

void TestPresetGroup::changingThePreset_data()
{
    QTest::addColumn<QString>("id");
    for (const Provider &provider : providers()) {
        if (provider.id != u"sage-id")
            QTest::newRow(qPrintable(provider.id)) << provider.id;
    }
}

/// Nothing of the preset stays; what was issued does.
void TestPresetGroup::changingThePreset()
{
    QFETCH(QString, id);
    EditorRig rig;
    rig.start(id);
    nameIt(rig);
    for (const ProviderVariable &variable : providerById(id).variables)
        rig.type(variable.label, variable.example.section(u' ', 0, 0).remove(u'…'));
    for (const QString &name : { u"Client ID"_s, u"Consumer key"_s, u"Service account"_s }) {
        if (rig.field(name) && rig.field(name)->isVisible())
            rig.type(name, u"kept-id"_s);
    }
    choose(rig, u"sage-id"_s);
    const Profile profile = rig.save().profile;
    ClientConfiguration expected;
    expected.tokenEndpoint = u"https://id.sage.com/oauth/token"_s;
    expected.grantType = u"client_credential"_s;
    expected.clientId = u"kept-id"_s;
    expected.renewal = RenewalPolicy::Get;
    QCOMPARE(profile.client, expected);
    QCOMPARE(profile.issuer + profile.jwksUri + profile.introspectionEndpoint
                 + profile.revocationEndpoint,
             QString());
}

void TestPresetGroup::noPresetHasMore()
{
    for (const Provider &provider : providers())
        QVERIFY2(provider.variables.size() <= qsizetype(std::size(presetFields)),
                 qPrintable(provider.id));
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

MINTMARK_TEST(tst_presetgroup, TestPresetGroup)

#include "tst_presetgroup.moc"
