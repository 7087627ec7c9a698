// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profile.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void environmentsHaveWireNames()
    {
        using enum Environment;
        const std::pair<Environment, QString> table[] = {
            { None, u""_s },     { Production, u"production"_s },   { Sandbox, u"sandbox"_s },
            { Test, u"test"_s }, { Development, u"development"_s },
        };
        for (const auto &[environment, name] : table) {
            QCOMPARE(wireName(environment), name);
            QCOMPARE(environmentFromWireName(name), environment);
        }
        QCOMPARE(environmentFromWireName(u"prod"), std::nullopt);
        QCOMPARE(environmentFromWireName(u"Production"), std::nullopt);
    }

    void clonesSecrets()
    {
        ProfileSecrets secrets;
        secrets.client.clientSecret = SecretBytes("one");
        secrets.client.headers[u"X-Key"_s] = SecretBytes("two");
        secrets.previousSecret = SecretBytes("three");
        secrets.previousKeptUntilMs = 4;
        secrets.unknownFields = SecretBytes("{\"five\":5}");
        const ProfileSecrets copy = secrets.clone();
        QVERIFY(copy.client == secrets.client);
        QCOMPARE(copy.previousSecret, secrets.previousSecret);
        QCOMPARE(copy.previousKeptUntilMs, secrets.previousKeptUntilMs);
        QCOMPARE(copy.unknownFields, secrets.unknownFields);
    }

    void knowsWhatShapesTheRequest()
    {
        LoadedProfile a;
        LoadedProfile b;
        QVERIFY(sameRequest(a, b));
        b.profile.note = u"note"_s;
        b.profile.listing.name = u"name"_s;
        b.profile.autoRenew = true;
        b.secrets.previousSecret = SecretBytes("old");
        QVERIFY(sameRequest(a, b));
        b.profile.client.audience = u"api"_s;
        QVERIFY(!sameRequest(a, b));
        b.profile.client = a.profile.client;
        b.secrets.client.clientSecret = SecretBytes("secret");
        QVERIFY(!sameRequest(a, b));
    }

    /// An audience that was chosen and not written follows the issuer.
    void theIssuerAsAudience()
    {
        LoadedProfile a;
        a.profile.issuer = u" https://one.example.com/"_s;
        LoadedProfile b;
        b.profile.issuer = u"https://two.example.com"_s;
        QVERIFY(sameRequest(a, b)); // the issuer itself is not sent
        for (LoadedProfile *each : { &a, &b })
            each->profile.client.assertion.audienceIsIssuer = true;
        QVERIFY(!sameRequest(a, b));
        QCOMPARE(requestConfiguration(a.profile).assertion.audience, u"https://one.example.com/"_s);
        QCOMPARE(requestConfiguration(b.profile).assertion.audience, u"https://two.example.com"_s);
        QVERIFY(b.profile.client.assertion.audience.isEmpty());
        b.profile.client.assertion.audiences = { u"https://other"_s };
        QCOMPARE(requestConfiguration(b.profile).assertion.audiences, QStringList());
        b.profile.client.assertion.audiences.clear();
        b.profile.client.assertion.audienceIsIssuer = false;
        b.profile.client.assertion.audience = u"https://three.example.com"_s;
        QCOMPARE(requestConfiguration(b.profile), b.profile.client);
    }
};

MINTMARK_TEST(tst_profile, TestProfile)
#include "tst_profile.moc"
