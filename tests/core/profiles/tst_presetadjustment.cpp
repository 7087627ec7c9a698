// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/presetadjustment.h"

#include "profiles/presetvalues.h"
#include "profiles/profile.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

const PresetAdjustment spelling { u"sage-id"_s, u"client_credential"_s,
                                  { u"grant_type"_s, u"client_credentials"_s } };

Profile sage(const QString &grantType)
{
    Profile profile;
    startFromPreset(profile, providerById(u"sage-id"));
    profile.client.grantType = grantType;
    return profile;
}

} // namespace

class TestPresetAdjustment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRefusedValueIsChanged()
    {
        for (const char *before : { "client_credential", "" }) { // "": left to the preset
            Profile profile = sage(QString::fromLatin1(before));
            Profile expected = profile;
            expected.client.grantType = u"client_credentials"_s;
            QVERIFY(adjust(profile, spelling));
            QCOMPARE(profile, expected); // and nothing else
            QVERIFY(!adjust(profile, spelling));
        }
    }

    void anOwnValueIsLeft()
    {
        Profile own = sage(u"password"_s);
        const Profile before = own;
        QVERIFY(!adjust(own, spelling));
        QCOMPARE(own, before);
        Profile other = sage(u"client_credential"_s);
        other.provider = u"generic"_s;
        QVERIFY(!adjust(other, spelling));
        QCOMPARE(other.client.grantType, u"client_credential"_s);
    }

    void thereAndBack()
    {
        Profile profile = sage(u"client_credential"_s);
        const Profile before = profile;
        QVERIFY(adjust(profile, spelling));
        QVERIFY(adjust(profile, inverse(spelling)));
        QCOMPARE(profile, before);
        QCOMPARE(inverse(inverse(spelling)), spelling);
    }

    void newProfilesAreGivenAll()
    {
        const PresetAdjustment body { u"sage-id"_s, u"json"_s, { u"body"_s, u"form"_s } };
        const PresetAdjustment others { u"auth0"_s, u"json"_s, { u"body"_s, u"form"_s } };
        Profile profile;
        startFromPreset(profile, providerById(u"sage-id"));
        adjustNew(profile, { spelling, body });
        QCOMPARE(profile.client.grantType, u"client_credentials"_s);
        QCOMPARE(profile.client.body, BodyFormat::Form);
        startFromPreset(profile, providerById(u"sage-id"));
        adjustNew(profile, { others });
        QCOMPARE(profile.client.body, BodyFormat::Json);
    }
};

MINTMARK_TEST(tst_presetadjustment, TestPresetAdjustment)
#include "tst_presetadjustment.moc"
