// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/networkrig.h"

#include "app/tokens/tokenpage.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/noticebar.h"
#include "app/window/windownotice.h"
#include "base/errorcatalogue.h"
#include "oauth/provider.h"

#include <QComboBox>

using namespace mintmark;
using namespace mintmark::test;

using Call = KeychainCall;

namespace {

bool hasHeader(const ServedRequest &request, const QByteArray &name, const QByteArray &begin)
{
    return std::ranges::any_of(request.headers, [&](const auto &header) {
        return header.first.toLower() == name && header.second.startsWith(begin);
    });
}

class CureRig : public NetworkRig
{
public:
    /// A server that spells the grant type as the standard does.
    void spellByTheStandard()
    {
        server.handler = [](const ServedRequest &request) {
            return request.body.contains("client_credentials")
                ? TokenServer::token("standard")
                : TokenServer::refusal("unsupported_grant_type");
        };
    }
    ProfileId saveSage(const QString &name, const QString &grantType = u"client_credential"_s,
                       const QString &provider = u"sage-id"_s)
    {
        LoadedProfile loaded = profileFor(server, name);
        loaded.profile.provider = provider;
        loaded.profile.client.grantType = grantType;
        loaded.profile.client.audience = u"s200ukipd/sage200"_s;
        loaded.profile.client.renewal = RenewalPolicy::Get;
        return save(std::move(loaded));
    }
    Profile stored(const ProfileId &id)
    {
        const auto now = resultOf(services->workspace().profiles().load(id));
        return now.ok() ? now->profile : Profile();
    }
    QString grantType(const ProfileId &id) { return stored(id).client.grantType; }
    void fetch() const { action(u"Fetch new"_s)->trigger(); }
    NoticeBar *notice() const
    {
        return window->findChild<WindowNotice *>()->findChild<NoticeBar *>();
    }
    QString focusName() const
    {
        const QWidget *focus = window->focusWidget();
        return focus && focus->isVisible() ? focus->accessibleName() : QString();
    }
    /// Up to the offer, with the first profile shown.
    void cureTheFirst()
    {
        openProfile();
        fetch();
        press(cureText(Cure::TryClientCredentials));
    }
};

} // namespace

class TestWindowCures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keptForAllOfThePreset()
    {
        CureRig rig;
        rig.spellByTheStandard();
        const ProfileId first = rig.saveSage(u"A"_s);
        const ProfileId second = rig.saveSage(u"B"_s);
        const ProfileId unset = rig.saveSage(u"C"_s, {});
        const ProfileId own = rig.saveSage(u"D"_s, u"password"_s);
        const ProfileId other = rig.saveSage(u"E"_s, u"client_credential"_s, u"generic"_s);
        rig.cureTheFirst();
        const QString offer = u"Use it for all Sage ID profiles (3)"_s;
        QTRY_VERIFY(rig.shows(offer));
        QVERIFY(rig.shows(u"Keep it for this profile"_s));
        QCOMPARE(rig.server.count(), 2);
        QCOMPARE(rig.grantType(first), u"client_credential"_s); // nothing is stored unasked
        const Profile before = rig.stored(second);
        rig.press(offer);
        QTRY_VERIFY(rig.shows(u"3 Sage ID profiles now use grant type \"client_credentials\"."_s));
        for (const ProfileId &id : { first, second, unset })
            QCOMPARE(rig.grantType(id), u"client_credentials"_s);
        QCOMPARE(rig.grantType(own), u"password"_s);
        QCOMPARE(rig.grantType(other), u"client_credential"_s);
        Profile expected = before;
        const Profile now = rig.stored(second);
        expected.client.grantType = u"client_credentials"_s;
        QCOMPARE(now.client, expected.client);
        QCOMPARE(now.secretSavedAtMs, before.secretSavedAtMs);
        QCOMPARE(rig.server.count(), 2);

        rig.press(u"Undo"_s);
        QTRY_VERIFY(rig.shows(u"3 Sage ID profiles are back to"_s));
        QCOMPARE(rig.grantType(second), u"client_credential"_s);
        QCOMPARE(rig.grantType(own), u"password"_s);
        QVERIFY(rig.services->workspace().presetAdjustments().all().isEmpty());
        QVERIFY(!rig.notice()->button()->isVisible()); // once
    }

    /// What cannot sign is mended where the key stands, not where the name is.
    void opensWhereTheFaultIs()
    {
        CureRig rig;
        LoadedProfile loaded = profileFor(rig.server);
        loaded.profile.client.authentication = ClientAuthenticationMethod::PrivateKeyJwt;
        loaded.profile.hasPrivateKey = true;
        loaded.secrets.client.privateKey = SecretBytes("no key");
        rig.save(std::move(loaded));
        rig.openProfile();
        rig.fetch();
        rig.press(cureText(Cure::EditProfile));
        QTRY_COMPARE(rig.focusName(), u"Private key"_s);
        QCOMPARE(rig.server.count(), 0);
    }

    void opensAtWhatIsEmpty()
    {
        CureRig rig;
        LoadedProfile loaded = profileFor(rig.server);
        loaded.profile.client.authentication = ClientAuthenticationMethod::ClientSecretJwt;
        loaded.secrets.client.clientSecret = {};
        rig.save(std::move(loaded));
        rig.openProfile();
        rig.fetch();
        rig.press(cureText(Cure::EditProfile));
        QTRY_COMPARE(rig.focusName(), u"Client secret"_s);
    }

    void newProfilesStartWithIt()
    {
        CureRig rig;
        rig.spellByTheStandard();
        rig.saveSage(u"A"_s);
        rig.cureTheFirst();
        rig.press(u"Use it for all Sage ID profiles (1)"_s);
        QTRY_VERIFY(rig.shows(u"New ones start with it"_s));
        const auto startedWith = [&rig] {
            rig.action(u"New profile"_s)->trigger();
            return rig.part<QComboBox>(u"Grant type"_s)->currentText();
        };
        QCOMPARE(startedWith(), u"client_credentials"_s);
        rig.action(u"Settings"_s)->trigger();
        QTRY_VERIFY(rig.shows(u"New Sage ID profiles: grant type \"client_credentials\"."_s));
        rig.press(u"As the preset says"_s);
        QTRY_VERIFY(rig.shows(u"None: new profiles start with what their preset says."_s));
        QCOMPARE(startedWith(), u"client_credential"_s);
    }

    void whoCouldNotBeChangedIsNamed()
    {
        CureRig rig;
        rig.spellByTheStandard();
        const ProfileId first = rig.saveSage(u"A"_s);
        QList<ProfileId> damaged;
        for (const QString &name : { u"B"_s, u"C"_s, u"D"_s, u"E"_s })
            damaged << rig.saveSage(name);
        rig.cureTheFirst();
        const QString offer = u"Use it for all Sage ID profiles (5)"_s;
        QTRY_VERIFY(rig.shows(offer));
        for (FakeKeychainSystem::Item &item : rig.keychain.items) {
            for (const ProfileId &id : std::as_const(damaged)) {
                if (item.key == profileKey(id))
                    item.value = "no profile";
            }
        }
        rig.press(offer);
        QTRY_VERIFY(rig.shows(u"1 Sage ID profile now uses"_s));
        QVERIFY(rig.shows(u"4 could not be changed: Acme · B, Acme · C, Acme · D and 1 more."_s));
        rig.press(u"All names"_s);
        QTRY_VERIFY(rig.shows(u"Acme · B, Acme · C, Acme · D, Acme · E."_s));
        QCOMPARE(rig.grantType(first), u"client_credentials"_s);
    }

    void stopped()
    {
        CureRig rig;
        rig.spellByTheStandard();
        rig.saveSage(u"A"_s);
        const ProfileId second = rig.saveSage(u"B"_s);
        rig.cureTheFirst();
        const QString offer = u"Use it for all Sage ID profiles (2)"_s;
        QTRY_VERIFY(rig.shows(offer));
        rig.keychain.calls.clear();
        rig.keychain.hangs = [](Call call) { return call == Call::Write; };
        rig.press(offer);
        QTRY_COMPARE(rig.keychain.count(Call::Write), 1);
        rig.press(u"Stop"_s);
        rig.keychain.letGo();
        QTRY_VERIFY(rig.shows(u"Stopped: 1 not looked at."_s));
        QCOMPARE(rig.grantType(second), u"client_credential"_s);
        QVERIFY(rig.services->workspace().presetAdjustments().all().isEmpty());
    }

    /// Nothing of a preset's own is known there: each such profile is of another server.
    void notOfferedWithoutAPreset()
    {
        CureRig rig;
        rig.spellByTheStandard();
        rig.saveSage(u"A"_s, u"client_credential"_s, u"generic"_s);
        rig.cureTheFirst();
        QTRY_VERIFY(rig.shows(u"Keep it for this profile"_s));
        QVERIFY(!rig.shows(u"Use it for all"_s));
    }

    void otherWaysAreTriedOnce()
    {
        CureRig rig;
        rig.server.handler = [](const ServedRequest &request) {
            return !hasHeader(request, "authorization", "Basic ")
                ? TokenServer::refusal("invalid_client", 401)
                : TokenServer::token("basic");
        };
        const ProfileId first = rig.saveSage(u"A"_s);
        const ProfileId second = rig.saveSage(u"B"_s);
        rig.openProfile();
        rig.fetch();
        rig.press(cureText(Cure::TryOtherAuthentication));
        QCOMPARE(rig.server.count(), 1);
        QTRY_VERIFY(rig.shows(u"Try form body"_s));
        rig.press(u"Try HTTP Basic header"_s);
        const QString offer = u"Use it for all Sage ID profiles (2)"_s;
        QTRY_VERIFY(rig.shows(offer));
        QCOMPARE(rig.server.count(), 2);
        QCOMPARE(rig.stored(first).client.authentication,
                 ClientAuthenticationMethod::ClientSecretPost);
        rig.press(offer);
        QTRY_COMPARE(rig.stored(second).client.authentication,
                     ClientAuthenticationMethod::ClientSecretBasic);
    }

    /// Mended by hand, in the editor or the command line.
    void whatAnEditCuredIsOffered()
    {
        CureRig rig;
        rig.server.handler = [](const ServedRequest &request) {
            return hasHeader(request, "content-type", "application/json")
                ? TokenServer::refusal("invalid_request")
                : TokenServer::token("form");
        };
        const ProfileId first = rig.saveSage(u"A"_s);
        const ProfileId second = rig.saveSage(u"B"_s);
        rig.openProfile();
        rig.fetch();
        QTRY_COMPARE(rig.server.count(), 1);
        QTRY_VERIFY(rig.window->findChild<TokenPage *>()->hasMessage());
        auto loaded = resultOf(rig.services->workspace().profiles().load(first));
        loaded->profile.client.body = BodyFormat::Form;
        rig.save(std::move(loaded).value());
        rig.fetch();
        const QString offer = u"Use it for all Sage ID profiles (1)"_s;
        QTRY_VERIFY(rig.shows(offer));
        QVERIFY(!rig.shows(u"Keep it for this profile"_s)); // it is
        rig.press(offer);
        QTRY_COMPARE(rig.stored(second).client.body, BodyFormat::Form);
        // The next success is nothing new.
        rig.fetch();
        QTRY_COMPARE(rig.server.count(), 3);
        QVERIFY(!rig.shows(u"It works with"_s));
    }
};

MINTMARK_TEST(tst_windowcures, TestWindowCures)
#include "tst_windowcures.moc"
