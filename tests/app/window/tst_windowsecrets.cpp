// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/networkrig.h"

#include "app/profiles/profileeditor.h"
#include "app/profiles/secretfield.h"
#include "app/profiles/secretreplacement.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/secretedit.h"
#include "app/widgets/secretlineedit.h"
#include "app/window/pages.h"
#include "profiles/demoprofiles.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QLineEdit>

using namespace mintmark;
using namespace mintmark::test;

using Call = KeychainCall;

namespace {

class SecretRig : public NetworkRig
{
public:
    void acceptOnly(const QByteArray &secret)
    {
        server.handler = [secret](const ServedRequest &request) {
            return request.body.contains(secret) ? TokenServer::token("t")
                                                 : TokenServer::refusal("invalid_client", 401);
        };
    }
    /// The first profile in the editor, another secret typed.
    void typeNew(const QString &secret)
    {
        openProfile();
        action(u"Replace secret…"_s)->trigger();
        QTRY_VERIFY(window->findChild<ProfileEditor *>());
        QTRY_VERIFY(field()->edit()->isVisible());
        QTest::keyClicks(field()->edit()->lineEdit(), secret);
    }
    ProfileEditor *editor() const { return window->findChild<ProfileEditor *>(); }
    SecretField *field() const { return editor()->secretField(); }
    QByteArray secretOf(const ProfileId &id)
    {
        const auto now = resultOf(services->workspace().profiles().load(id));
        return now.ok() ? now->secrets.client.clientSecret.view().toByteArray() : QByteArray();
    }
    ProfileId saveNamed(const QString &name, const char *clientId = "id")
    {
        LoadedProfile loaded = profileFor(server, name);
        loaded.profile.listing.environment = Environment::Sandbox;
        loaded.profile.client.clientId = QLatin1StringView(clientId);
        return save(std::move(loaded));
    }
};

const QByteArray former = "s3cret-of-the-client";

} // namespace

class TestWindowSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// What the keychain holds after that is read back.
    void removesASavedKey() // RFC 8037 appendix A.1
    {
        SecretRig rig;
        LoadedProfile loaded = profileFor(rig.server);
        loaded.profile.listing.environment = Environment::Sandbox;
        loaded.profile.client.authentication = ClientAuthenticationMethod::PrivateKeyJwt;
        loaded.secrets.client.privateKey = SecretBytes(
            R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",)"
            R"("d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"})");
        const ProfileId id = rig.save(std::move(loaded));
        const auto stored = [&rig, &id] {
            return resultOf(rig.services->workspace().profiles().load(id));
        };
        QVERIFY(stored()->profile.hasPrivateKey);
        rig.openProfile();
        for (const QString &end : { u"Cancel"_s, u"Save"_s }) {
            rig.action(u"Edit"_s)->trigger();
            QTRY_VERIFY(rig.editor() && rig.editor()->isVisible());
            ProfileEditor *editor = rig.editor();
            for (auto *button : editor->findChildren<QAbstractButton *>()) {
                if (button->accessibleName() == u"Remove the private key"_s)
                    button->click();
            }
            QVERIFY(editor->isModified());
            if (end == u"Cancel"_s) {
                editor->leave();
                editor->discardDraft(id);
                QVERIFY(stored()->profile.hasPrivateKey);
            } else {
                editor->save();
            }
            QTRY_VERIFY(!editor->isVisible());
        }
        QVERIFY(!stored()->profile.hasPrivateKey);
        QVERIFY(stored()->secrets.client.privateKey.isEmpty());
    }

    void testedThenStoredThenElsewhere()
    {
        SecretRig rig;
        rig.acceptOnly("the-new-canary");
        const ProfileId first = rig.saveNamed(u"A"_s);
        const ProfileId second = rig.saveNamed(u"B"_s);
        const ProfileId third = rig.saveNamed(u"C"_s);
        const ProfileId stranger = rig.saveNamed(u"D"_s, "another");
        rig.typeNew(u"the-new-canary"_s);
        rig.press(u"Test and replace"_s);
        QTRY_VERIFY(rig.shows(u"Works. The new secret is stored."_s));
        QTRY_VERIFY(rig.shows(u"Also used by 2 other profiles with this client id:"_s));
        QCOMPARE(rig.server.count(), 1);
        QCOMPARE(rig.secretOf(first), "the-new-canary");
        QCOMPARE(rig.secretOf(second), former);
        QVERIFY(!rig.editor()->isModified());
        rig.part<QCheckBox>(u"Acme · C [Sandbox]"_s)->setChecked(false);
        rig.press(u"Replace there too"_s);
        QTRY_VERIFY(rig.shows(u"Replaced in 1 of 1 other profiles."_s));
        QCOMPARE(rig.secretOf(second), "the-new-canary");
        QCOMPARE(rig.secretOf(third), former);
        QCOMPARE(rig.secretOf(stranger), former);
        QCOMPARE(rig.server.count(), 1);
        QVERIFY(!anyFileHas(rig, "the-new-canary"));
        QVERIFY(!anyFileHas(rig, former));
    }

    void refusedKeepsTheOldOne()
    {
        SecretRig rig;
        rig.acceptOnly(former);
        const ProfileId id = rig.saveNamed(u"A"_s);
        rig.typeNew(u"the-wrong-canary"_s);
        rig.press(u"Test and replace"_s);
        QTRY_VERIFY(rig.shows(u"The new secret was refused; the old one is kept."_s));
        QCOMPARE(rig.server.count(), 1);
        QCOMPARE(rig.keychain.count(Call::Write), 0);
        QCOMPARE(rig.secretOf(id), former);
        QVERIFY(rig.field()->edit()->isVisible()); // to be mended
        QVERIFY(!anyFileHas(rig, "the-wrong-canary"));
    }

    void withoutATestAndBack()
    {
        SecretRig rig;
        const ProfileId id = rig.saveNamed(u"A"_s);
        rig.typeNew(u"typed-blindly"_s);
        rig.press(u"Replace without testing"_s);
        QTRY_VERIFY(rig.shows(u"The new secret is stored without a test."_s));
        QCOMPARE(rig.secretOf(id), "typed-blindly");
        rig.press(u"Go back to the former secret"_s);
        QTRY_VERIFY(rig.shows(u"The former secret is back"_s));
        QCOMPARE(rig.secretOf(id), former);
        QCOMPARE(rig.server.count(), 0);
        // A week later there is nothing to go back to.
        rig.clock->advance(8LL * 24 * 3'600'000);
        rig.editor()->leave();
        rig.action(u"Edit"_s)->trigger();
        QTRY_VERIFY(rig.field()->isVisible());
        QVERIFY(!rig.shows(u"Go back to the former secret"_s));
    }

    /// What else was changed is still to be saved, and is saved with the new secret.
    void otherChangesStay()
    {
        SecretRig rig;
        const ProfileId id = rig.saveNamed(u"A"_s);
        rig.typeNew(u"typed-blindly"_s);
        auto *audience = rig.part<QLineEdit>(u"Audience"_s);
        audience->setText(u"changed"_s);
        Q_EMIT audience->textEdited(audience->text());
        rig.press(u"Replace without testing"_s);
        QTRY_VERIFY(rig.shows(u"The new secret is stored without a test."_s));
        QVERIFY(rig.editor()->isModified());
        rig.action(u"Save"_s)->trigger();
        const auto stored = [&rig, &id] {
            return resultOf(rig.services->workspace().profiles().load(id));
        };
        QTRY_COMPARE(stored()->profile.client.audience, u"changed"_s);
        QCOMPARE(rig.secretOf(id), "typed-blindly");
    }

    void aTestIsCancelled()
    {
        SecretRig rig;
        rig.server.handler = [](const ServedRequest &) {
            ServedAnswer answer;
            answer.fault = ServedAnswer::Fault::Silence;
            return answer;
        };
        const ProfileId id = rig.saveNamed(u"A"_s);
        rig.typeNew(u"the-new-canary"_s);
        rig.press(u"Test and replace"_s);
        QTRY_COMPARE(rig.server.count(), 1);
        rig.part<QAbstractButton>(u"Cancel the test"_s)->click();
        QTRY_VERIFY(rig.shows(u"Cancelled; the old secret is kept."_s));
        QCOMPARE(rig.secretOf(id), former);
    }

    void draftsAreNamedAtTheEnd()
    {
        SecretRig rig;
        rig.saveNamed(u"A"_s);
        rig.typeNew(u"draft-canary"_s);
        rig.editor()->leave();
        QVERIFY(!rig.window->close());
        QTRY_VERIFY(rig.shows(u"1 draft is not saved: Acme · A."_s));
        rig.press(u"Keep editing"_s);
        QTRY_COMPARE(rig.window->findChild<Pages *>()->page(), Pages::Page::Editor);
        QVERIFY(rig.editor()->isModified());
        rig.action(u"New profile"_s)->trigger();
        QTest::keyClicks(rig.part<QLineEdit>(u"Customer"_s), u"Hooli"_s);
        QVERIFY(!rig.window->close());
        QTRY_VERIFY(rig.shows(u"2 drafts are not saved: New profile, Acme · A."_s));
        QVERIFY(!anyFileHas(rig, "draft-canary"));
        rig.press(u"Discard and quit"_s);
        QVERIFY(!rig.window->isVisible());
    }

    void demoThatCannotBeStoredIsSaid()
    {
        SecretRig rig;
        LoadedProfile rival = profileFor(rig.server);
        const auto demo = demoProfiles(QUrl(u"http://127.0.0.1:1/"_s));
        rival.profile.listing = demo.front().profile.listing;
        rival.profile.listing.id = {};
        rival.profile.listing.inMemory = false;
        rig.save(std::move(rival));
        rig.open();
        rig.action(u"Demo server"_s)->trigger();
        QTRY_VERIFY(rig.shows(u"There is already a profile"_s));
    }

private:
    static bool anyFileHas(const SecretRig &rig, const QByteArray &secret)
    {
        QDirIterator files(rig.folder.path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
                return true;
        }
        return false;
    }
};

MINTMARK_TEST(tst_windowsecrets, TestWindowSecrets)
#include "tst_windowsecrets.moc"
