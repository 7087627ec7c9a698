// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profileeditor.h"

#include "drafts.h"
#include "editorrig.h"

using namespace mintmark;
using namespace mintmark::test;

namespace {

const QString mail = u"Hello,\n\nClient ID: k1Jq0vWcYxM8sBt2Zr7LdPqE\n"
                     "Client secret: Kz8-canary-Wq41-mint-Lp07-Qx9A\n"
                     "Audience: s200ukipd/sage200\nEnvironment: sandbox\n"_s;

LoadedProfile saved()
{
    ProfileDraft draft = sageDraft();
    draft.profile.listing.id = QUuid::createUuid();
    draft.profile.secretSummary = summarize(draft.secrets.client.clientSecret);
    return { draft.profile, std::move(draft.secrets) };
}

} // namespace

class TestEditorDrafts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesWithoutADraft()
    {
        EditorRig rig;
        QSignalSpy cancelled(&rig.editor, &ProfileEditor::cancelled);
        QSignalSpy kept(&rig.editor, &ProfileEditor::draftKept);
        rig.editor.startNew(u"Acme"_s);
        rig.button(u"Cancel"_s)->click();
        rig.editor.startEdit(saved());
        rig.editor.leave();
        QCOMPARE(cancelled.count(), 2);
        QCOMPARE(kept.count(), 0);
        QCOMPARE(rig.secret()->length(), 0);
        QVERIFY(rig.editor.profileId().isNull());
    }

    void keepsDrafts()
    {
        EditorRig rig;
        QSignalSpy kept(&rig.editor, &ProfileEditor::draftKept);
        rig.editor.startNew();
        rig.type(u"Customer"_s, u"Globex"_s);
        rig.typeSecret(u"typed"_s);
        LoadedProfile loaded = saved();
        const ProfileId id = loaded.profile.listing.id;
        rig.editor.startEdit(std::move(loaded));
        QCOMPARE(kept.count(), 1);
        QCOMPARE(kept[0][0].toUuid(), QUuid());
        QCOMPARE(kept[0][1].toString(), u"New profile"_s);
        QCOMPARE(rig.editor.profileId(), id);

        rig.type(u"Client ID"_s, u"another"_s);
        rig.editor.leave();
        QCOMPARE(kept.count(), 2);
        QCOMPARE(kept[1][0].toUuid(), id);
        QCOMPARE(kept[1][1].toString(), u"Acme · Payments Out"_s);
        QVERIFY(rig.editor.hasDraft(id));
        QVERIFY(rig.editor.hasDraft({}));

        QVERIFY(rig.editor.resumeDraft({}));
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Globex"_s);
        QCOMPARE(rig.secret()->secret().view(), "typed");
        QVERIFY(rig.editor.isModified());
        QVERIFY(!rig.editor.hasDraft({}));

        QVERIFY(rig.editor.resumeDraft(id));
        QCOMPARE(rig.field(u"Client ID"_s)->text(), u"another"_s);
        rig.editor.save();
        rig.editor.saved();
        QVERIFY(!rig.editor.hasDraft(id));
        QVERIFY(!rig.editor.resumeDraft(id));
        rig.editor.discardDraft({});
        QVERIFY(!rig.editor.hasDraft({}));
    }

    void duplicatesWithoutTheClient()
    {
        EditorRig rig;
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        LoadedProfile loaded = saved();
        loaded.profile.listing.alias = u"po"_s;
        loaded.profile.listing.lastUsedMs = 5;
        loaded.profile.note = u"Ask Jo."_s;
        rig.editor.startDuplicate(loaded.profile);
        QVERIFY(rig.editor.profileId().isNull());
        QCOMPARE(rig.field(u"Client ID"_s)->text(), QString());
        QCOMPARE(rig.secret()->length(), 0);
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Acme"_s);
        QCOMPARE(rig.field(u"API or purpose"_s)->text(), u"Payments Out"_s);
        rig.editor.save();
        QCOMPARE(requested.count(), 0); // the environment is to be chosen
        rig.button(u"Production"_s)->click();
        rig.editor.save();
        Profile expected = sageDraft().profile;
        expected.listing.environment = Environment::Production;
        expected.client.clientId.clear();
        expected.note = u"Ask Jo."_s;
        QCOMPARE(requested.at(0).at(0).value<Profile>(), expected);
    }

    void fillsFromTheClipboard()
    {
        EditorRig rig;
        rig.editor.startNew();
        rig.type(u"Customer"_s, u"Acme"_s);
        rig.clipboard = mail;
        rig.field(u"Client ID"_s)->setFocus();
        QTest::keyClick(rig.field(u"Client ID"_s), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(rig.field(u"Client ID"_s)->text(), u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s);
        QCOMPARE(rig.field(u"Audience"_s)->text(), u"s200ukipd/sage200"_s);
        QCOMPARE(rig.secret()->secret().view(), "Kz8-canary-Wq41-mint-Lp07-Qx9A");
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Acme"_s);
        QVERIFY(rig.button(u"Sandbox"_s)->isChecked());
        QCOMPARE(rig.notice()->text(),
                 u"Filled from the clipboard: client id, secret, audience. The text says "
                 "“sandbox”."_s);

        rig.type(u"API or purpose"_s, u"Payments"_s);
        rig.button(u"Undo"_s)->click();
        QVERIFY(!rig.notice()->isVisible());
        QCOMPARE(rig.field(u"Client ID"_s)->text(), QString());
        QCOMPARE(rig.field(u"Audience"_s)->text(), QString());
        QCOMPARE(rig.secret()->length(), 0);
        QVERIFY(!rig.button(u"Sandbox"_s)->isChecked());
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Acme"_s);
        QCOMPARE(rig.field(u"API or purpose"_s)->text(), u"Payments"_s);
    }

    void fillsNothingElse()
    {
        EditorRig rig;
        rig.editor.startNew();
        QVERIFY(!rig.editor.fillFromText(u"nothing to see here"_s));
        QVERIFY(!rig.editor.isModified());
        rig.editor.startEdit(saved());
        QVERIFY(!rig.editor.fillFromText(mail)); // of another client, perhaps
        QVERIFY(!rig.editor.isModified());
    }

    void trimsAndSaysSo()
    {
        EditorRig rig;
        rig.editor.startNew();
        QLineEdit *audience = rig.field(u"Audience"_s);
        audience->setFocus();
        audience->insert(u"s200ukipd/sage200 "_s); // as a paste does
        QCOMPARE(audience->text(), u"s200ukipd/sage200"_s);
        QVERIFY(!rig.message(audience).isEmpty());
        rig.button(u"Undo"_s)->click();
        QCOMPARE(audience->text(), u"s200ukipd/sage200 "_s);
        rig.field(u"Client ID"_s)->setFocus(); // and stays so
        QCOMPARE(audience->text(), u"s200ukipd/sage200 "_s);

        rig.secret()->setFocus();
        rig.secret()->insert(u"a-secret-with-more\n"_s);
        QCOMPARE(rig.secret()->secret().view(), "a-secret-with-more");
        QVERIFY(!rig.message(rig.secret()).isEmpty());
        rig.button(u"Undo"_s)->click();
        QCOMPARE(rig.secret()->secret().view(), "a-secret-with-more\n");
    }

    void opensAnotherProfile()
    {
        EditorRig rig;
        const ProfileDraft draft = sageDraft();
        const KnownProfile known =
            knownProfile(u"Globex"_s, u"Intacct"_s, Environment::Test,
                         draft.profile.client.clientId, draft.profile.client.audience);
        rig.editor.setKnownProfiles({ known });
        QSignalSpy opened(&rig.editor, &ProfileEditor::openProfileRequested);
        rig.editor.startNew();
        rig.fillSage(u"secret"_s);
        rig.field(u"Client ID"_s)->setFocus();
        rig.editor.save();
        rig.editor.showError({});
        rig.field(u"Customer"_s)->setFocus();
        QCOMPARE(rig.message(rig.field(u"Client ID"_s)), u"Already in Globex · Intacct [Test]."_s);
        rig.button(u"Open it"_s)->click();
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toUuid(), known.listing.id);
        QVERIFY(rig.editor.hasDraft({}));
    }

    /// After a lock nothing is stored without the secrets of the saved profile.
    void forgetsSecrets()
    {
        EditorRig rig;
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        QSignalSpy needed(&rig.editor, &ProfileEditor::secretsNeeded);
        rig.editor.startNew();
        rig.type(u"Customer"_s, u"Globex"_s);
        rig.typeSecret(u"typed"_s);
        LoadedProfile loaded = saved();
        LoadedProfile again { loaded.profile, loaded.secrets.clone() };
        rig.editor.startEdit(std::move(loaded));
        rig.type(u"API or purpose"_s, u"Payments In"_s);

        rig.editor.forgetSecrets();
        QVERIFY(rig.editor.isModified());
        QCOMPARE(rig.field(u"API or purpose"_s)->text(), u"Payments In"_s);
        rig.editor.saveAndFetch();
        QCOMPARE(requested.count(), 0);
        QCOMPARE(needed.count(), 1);
        QCOMPARE(needed[0][0].toUuid(), again.profile.listing.id);
        rig.editor.provideSecrets(std::move(again));
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested[0][1].value<SharedProfileSecrets>()->client.clientSecret.view(),
                 "Kz8-canary-Wq41-mint-Lp07-Qx9A");
        rig.editor.saved();

        QVERIFY(rig.editor.resumeDraft({}));
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Globex"_s);
        QCOMPARE(rig.secret()->length(), 0);
    }
};

MINTMARK_TEST(tst_editordrafts, TestEditorDrafts)

#include "tst_editordrafts.moc"
