// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/demoprofiles.h"

#include "oauth/provider.h"
#include "oauth/tokenrequest.h"
#include "profiles/profilename.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestDemoProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areListedUnderOneCustomerInMemory();
    void areTheSameAtEveryStart();
    void areCompleteAndCanBeSent();
    void firstWorksAsSageIdDoes();
    void showEverything();
};

namespace {

std::vector<LoadedProfile> profiles(const QString &issuer = u"http://127.0.0.1:4711"_s)
{
    return demoProfiles(QUrl(issuer));
}

} // namespace

void TestDemoProfiles::areListedUnderOneCustomerInMemory()
{
    QStringList names;
    for (const LoadedProfile &loaded : profiles()) {
        QVERIFY(loaded.profile.listing.inMemory);
        QCOMPARE(loaded.profile.listing.customer, u"Demo"_s);
        QVERIFY(!loaded.profile.note.isEmpty());
        names << commandLineName(loaded.profile.listing);
    }
    QCOMPARE(names.size(), 6);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 6);
    QStringList sorted = names;
    sorted.sort();
    QCOMPARE(names, sorted); // the list shows them in this order
    QCOMPARE(names.first(), u"demo/accounting@sandbox"_s);
}

void TestDemoProfiles::areTheSameAtEveryStart()
{
    const auto first = profiles(u"http://127.0.0.1:1111"_s);
    const auto second = profiles(u"http://127.0.0.1:2222/"_s);
    QSet<QUuid> ids;
    for (size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].profile.listing, second[i].profile.listing);
        QVERIFY(!first[i].profile.listing.id.isNull());
        ids << first[i].profile.listing.id;
        QVERIFY(second[i].profile.client.tokenEndpoint.startsWith("http://127.0.0.1:2222/"_L1));
        QVERIFY(!second[i].profile.client.tokenEndpoint.contains("2222//"_L1));
    }
    QCOMPARE(ids.size(), 6);
}

void TestDemoProfiles::areCompleteAndCanBeSent()
{
    for (const LoadedProfile &loaded : profiles()) {
        const Provider provider = providerById(loaded.profile.provider);
        QCOMPARE(provider.id, loaded.profile.provider);
        QVERIFY(!missingField(provider, loaded.profile.client, true));
        QVERIFY(TokenRequest::from(loaded.profile.client, loaded.secrets.client).ok());
        QVERIFY(loaded.profile.secretSummary.characters >= 20);
    }
}

void TestDemoProfiles::firstWorksAsSageIdDoes()
{
    const auto all = profiles();
    const ClientConfiguration &client = all.front().profile.client;
    QCOMPARE(client.body, BodyFormat::Json);
    QCOMPARE(client.grantType, u"client_credential"_s);
    QCOMPARE(client.renewal, RenewalPolicy::Get);
    QVERIFY(!client.audience.isEmpty());
}

void TestDemoProfiles::showEverything()
{
    QSet<Environment> environments;
    QSet<ClientAuthenticationMethod> methods;
    QSet<BodyFormat> bodies;
    for (const LoadedProfile &loaded : profiles()) {
        environments << loaded.profile.listing.environment;
        methods << loaded.profile.client.authentication;
        bodies << loaded.profile.client.body;
    }
    QCOMPARE(environments.size(), 4);
    QCOMPARE(methods.size(), 2);
    QCOMPARE(bodies.size(), 2);
}

MINTMARK_TEST(tst_demoprofiles, TestDemoProfiles)
#include "tst_demoprofiles.moc"
