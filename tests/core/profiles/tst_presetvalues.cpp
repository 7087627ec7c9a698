// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/presetvalues.h"
#include "profiles/profile.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestPresetValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsANewProfile();
    void fillsWhatTheyStandIn();
    void leavesTheRest();
    void parameters();
    void otherServersHaveNone();

private:
    static Profile okta();
};

Profile TestPresetValues::okta()
{
    Profile profile;
    startFromPreset(profile, providerById(u"okta"));
    setPresetValues(profile,
                    { { u"domain"_s, u"acme.okta.com"_s }, { u"server_id"_s, u"aus1"_s } });
    return profile;
}

void TestPresetValues::startsANewProfile()
{
    Profile profile;
    profile.note = u"kept"_s;
    startFromPreset(profile, providerById(u"google"));
    QCOMPARE(profile.provider, u"google"_s);
    QCOMPARE(profile.client.grantType, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s);
    QCOMPARE(profile.issuer, u"https://accounts.google.com"_s);
    QCOMPARE(profile.note, u"kept"_s);
}

/// Okta's guide "Authorization servers": /oauth2/${id}/v1/token, /v1/keys, issuer without a path
/// behind.
void TestPresetValues::fillsWhatTheyStandIn()
{
    const Profile profile = okta();
    QCOMPARE(profile.client.tokenEndpoint, u"https://acme.okta.com/oauth2/aus1/v1/token"_s);
    QCOMPARE(profile.issuer, u"https://acme.okta.com/oauth2/aus1"_s);
    QCOMPARE(profile.jwksUri, u"https://acme.okta.com/oauth2/aus1/v1/keys"_s);
    QCOMPARE(profile.revocationEndpoint, u"https://acme.okta.com/oauth2/aus1/v1/revoke"_s);
    QCOMPARE(
        presetValues(profile),
        (ProviderValues { { u"domain"_s, u"acme.okta.com"_s }, { u"server_id"_s, u"aus1"_s } }));
}

void TestPresetValues::leavesTheRest()
{
    Profile profile = okta();
    profile.client.scope = u"orders.read"_s;
    profile.client.clientId = u"id"_s;
    Profile changed = profile;
    setPresetValues(changed, { { u"domain"_s, u"b.okta.com"_s }, { u"server_id"_s, u"aus1"_s } });
    QCOMPARE(changed.client.tokenEndpoint, u"https://b.okta.com/oauth2/aus1/v1/token"_s);
    QCOMPARE(changed.client.scope, u"orders.read"_s);
    QCOMPARE(changed.client.clientId, u"id"_s);
    setPresetValues(changed, presetValues(profile));
    QCOMPARE(changed, profile);
}

void TestPresetValues::parameters()
{
    Profile profile;
    startFromPreset(profile, providerById(u"sage-intacct"));
    QVERIFY(profile.client.extraParameters.isEmpty());
    profile.client.extraParameters = { { u"own"_s, u"1"_s, ParameterType::Number, false } };
    setPresetValues(profile, { { u"username"_s, u"ws@acme"_s } });
    QCOMPARE(profile.client.extraParameters.size(), 2);
    QCOMPARE(profile.client.extraParameters[1].value, u"ws@acme"_s);
    setPresetValues(profile, { { u"username"_s, u"ws@beta"_s } });
    QCOMPARE(profile.client.extraParameters.size(), 2);
    QCOMPARE(presetValues(profile), (ProviderValues { { u"username"_s, u"ws@beta"_s } }));
    setPresetValues(profile, {});
    QCOMPARE(profile.client.extraParameters.size(), 1);
    QCOMPARE(profile.client.extraParameters[0].name, u"own"_s);
}

void TestPresetValues::otherServersHaveNone()
{
    Profile profile;
    startFromPreset(profile, providerById(u"generic"));
    profile.client.tokenEndpoint = u"https://as.example.com/token"_s;
    const Profile before = profile;
    setPresetValues(profile, {});
    QCOMPARE(profile, before);
    QVERIFY(presetValues(profile).isEmpty());
}

MINTMARK_TEST(tst_presetvalues, TestPresetValues)

#include "tst_presetvalues.moc"
