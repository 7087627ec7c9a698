// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profileeditor.h"

#include "app/profiles/requestpreview.h"
#include "drafts.h"
#include "editorrig.h"
#include "oauth/tokenrequest.h"

#include <QAccessible>
#include <QMetaProperty>
#include <QScrollArea>
#include <QScrollBar>

using namespace mintmark;
using namespace mintmark::test;

namespace {

const QString canary = u"Kz8-canary-Wq41-mint-Lp07-Qx9A"_s;

LoadedProfile saved()
{
    ProfileDraft draft = sageDraft();
    draft.profile.listing.id = QUuid::createUuid();
    draft.profile.secretSummary = summarize(draft.secrets.client.clientSecret);
    draft.profile.secretSavedAtMs = 1'741'000'000'000; // 3 March 2025
    return { draft.profile, std::move(draft.secrets) };
}

/// Everything a widget can be asked for: properties, accessible texts.
QStringList textsOf(QWidget *widget)
{
    QStringList texts;
    for (int i = 0; i < widget->metaObject()->propertyCount(); ++i)
        texts << widget->metaObject()->property(i).read(widget).toString();
    for (const QByteArray &name : widget->dynamicPropertyNames())
        texts << widget->property(name.constData()).toString();
    if (QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget)) {
        for (const auto part :
             { QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help })
            texts << interface->text(part);
        if (QAccessibleTextInterface *text = interface->textInterface())
            texts << text->text(0, text->characterCount());
    }
    return texts;
}

} // namespace

class TestProfileEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void savesWhatWasTyped()
    {
        EditorRig rig;
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        rig.editor.startNew();
        rig.fillSage(canary);
        rig.editor.saveAndFetch();
        QCOMPARE(requested.count(), 1);
        const auto profile = requested[0][0].value<Profile>();
        Profile expected = sageDraft().profile;
        QCOMPARE(profile, expected);
        const auto secrets = requested[0][1].value<SharedProfileSecrets>();
        QCOMPARE(secrets->client.clientSecret.view(), canary.toUtf8());
        QVERIFY(requested[0][2].toBool());

        QVERIFY(!rig.button(u"Save"_s)->isEnabled());
        rig.editor.save(); // once is enough
        QCOMPARE(requested.count(), 1);
        rig.editor.saved();
        QVERIFY(!rig.editor.isModified());
        QVERIFY(rig.button(u"Save"_s)->isEnabled());
        QCOMPARE(rig.secret()->length(), 0);
    }

    void savesEveryField()
    {
        EditorRig rig;
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        LoadedProfile loaded = saved();
        Profile &profile = loaded.profile;
        profile.note = u"Two\nlines"_s;
        profile.listing.alias = u"po"_s;
        profile.listing.pinned = true;
        profile.listing.secretExpiresOn = QDate(2027, 3, 31);
        profile.client.scope = u"read write"_s;
        profile.client.resources = { u"https://a.example"_s, u"https://b.example"_s };
        profile.client.authentication = ClientAuthenticationMethod::ClientSecretBasic;
        profile.client.basicEncoding = BasicEncoding::Raw;
        profile.client.extraParameters = { { u"tenant"_s, u"1"_s, ParameterType::Number, false },
                                           { u"pin"_s, {}, ParameterType::String, true } };
        profile.client.headers = { { u"X-A"_s, u"b"_s, false }, { u"X-Key"_s, {}, true } };
        profile.client.renewal = RenewalPolicy::RefreshToken;
        profile.client.renewalEndpoint = u"https://id.sage.com/renew"_s;
        profile.client.network.caFile = u"/etc/ca.pem"_s;
        profile.client.network.timeoutSeconds = 12;
        profile.client.network.allowHttp = true;
        profile.minValidS = 90;
        profile.autoRenew = true;
        profile.expectedAudience = u"other"_s;
        profile.issuer = u"https://id.sage.com/"_s;
        profile.jwksUri = u"https://id.sage.com/jwks"_s;
        profile.introspectionEndpoint = u"https://id.sage.com/introspect"_s;
        profile.revocationEndpoint = u"https://id.sage.com/revoke"_s;
        profile.apiMethod = u"HEAD"_s;
        profile.apiUrl = u"https://api.sage.com/v1"_s;
        profile.revision = 7;
        loaded.secrets.client.parameters.emplace(u"pin"_s, SecretBytes("1234"));
        loaded.secrets.client.headers.emplace(u"X-Key"_s, SecretBytes("k"));
        loaded.secrets.previousSecret = SecretBytes("former");
        loaded.secrets.unknownFields = SecretBytes("{\"x\":1}");
        const Profile before = profile;
        const ProfileSecrets secretsBefore = loaded.secrets.clone();

        rig.editor.startEdit(std::move(loaded));
        QVERIFY(!rig.editor.isModified());
        rig.type(u"API or purpose"_s, u"Payments In"_s);
        QVERIFY(rig.editor.isModified());
        rig.editor.save();
        QCOMPARE(requested.count(), 1);
        Profile expected = before;
        expected.listing.name = u"Payments In"_s;
        QCOMPARE(requested[0][0].value<Profile>(), expected);
        const auto secrets = requested[0][1].value<SharedProfileSecrets>();
        QVERIFY(secrets->client == secretsBefore.client);
        QCOMPARE(secrets->previousSecret.view(), "former");
        QCOMPARE(secrets->unknownFields.view(), "{\"x\":1}");
    }

    void saysWhatBlocks()
    {
        EditorRig rig;
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        rig.editor.startNew(u"Acme"_s);
        rig.type(u"API or purpose"_s, u"Payments Out"_s);
        QCOMPARE(rig.message(rig.button(u"Test"_s)), QString());
        rig.editor.save();
        QCOMPARE(requested.count(), 0);
        QVERIFY(rig.editor.focusWidget() == rig.button(u"Production"_s));
        QCOMPARE(
            rig.message(rig.button(u"Test"_s)),
            u"Choose the environment: nobody should have to guess whether this is production."_s);
        rig.button(u"Test"_s)->click();
        QCOMPARE(rig.message(rig.button(u"Test"_s)), QString());
        rig.editor.saveAndFetch(); // nothing to fetch with yet
        QCOMPARE(requested.count(), 0);
        QVERIFY(rig.editor.focusWidget() == rig.field(u"Client ID"_s));
        rig.editor.save();
        QCOMPARE(requested.count(), 1);
    }

    void opensTheGroupWithTheProblem()
    {
        EditorRig rig;
        rig.editor.startNew();
        rig.fillSage(canary);
        QLineEdit *issuer = rig.field(u"Issuer"_s);
        QVERIFY(!issuer->isVisible());
        issuer->setText(u"nowhere"_s);
        rig.editor.save();
        QVERIFY(issuer->isVisible());
        QVERIFY(rig.editor.focusWidget() == issuer);
        auto *scroll = rig.editor.findChild<QScrollArea *>();
        const QRect shown(scroll->widget()->mapFrom(scroll->viewport(), QPoint()),
                          scroll->viewport()->size());
        QVERIFY(shown.contains(QRect(issuer->mapTo(scroll->widget(), QPoint()), issuer->size())));
    }

    /// Nothing new appears while somebody types; leaving the field shows it.
    void judgesFieldsThatWereLeft()
    {
        EditorRig rig;
        rig.editor.startNew();
        rig.type(u"Audience"_s, u"sage 200"_s);
        QLineEdit *audience = rig.field(u"Audience"_s);
        QCOMPARE(rig.message(audience), QString());
        rig.field(u"Client ID"_s)->setFocus();
        QVERIFY(rig.message(audience).startsWith(u"There is a space after “sage”."_s));
        rig.button(u"Remove it"_s)->click();
        QCOMPARE(audience->text(), u"sage200"_s);
        QCOMPARE(rig.message(audience), QString());
    }

    void previewsTheBytes()
    {
        EditorRig rig;
        rig.editor.startNew();
        rig.editor.togglePreview();
        auto *preview = rig.editor.findChild<RequestPreview *>();
        QCOMPARE(preview->headline(), u"The profile has no client_id yet."_s);
        rig.fillSage(canary);
        const ProfileDraft draft = sageDraft();
        const auto request = TokenRequest::from(draft.profile.client, draft.secrets.client);
        QCOMPARE(preview->headline(),
                 u"Exactly these %1 bytes are sent."_s.arg(request->http().bytes().size()));
        QCOMPARE(preview->text(), request->http().preview().replace(u"\r\n"_s, u"\n"_s));
        QVERIFY(!preview->text().contains(canary));
        rig.editor.togglePreview();
        QVERIFY(!preview->isVisible());
    }

    void showsASavedSecretAsText()
    {
        EditorRig rig;
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        rig.editor.startEdit(saved());
        auto *field = rig.editor.findChild<SecretField *>();
        QVERIFY2(field->savedText().startsWith(
                     u"Saved 3 March · 30 characters · ends in …Qx9A · fingerprint "_s),
                 qPrintable(field->savedText()));
        rig.button(u"Replace client secret"_s)->click();
        QVERIFY(field->isReplacing());
        QVERIFY(rig.editor.focusWidget() == field->edit()->lineEdit());
        QVERIFY(!rig.editor.isModified()); // nothing typed: the saved one stays
        QTest::keyClicks(field->edit()->lineEdit(), u"new-secret"_s);
        QVERIFY(rig.editor.isModified());
        rig.button(u"Keep the saved one"_s)->click();
        QVERIFY(!rig.editor.isModified());
        rig.editor.startReplacingSecret();
        QTest::keyClicks(field->edit()->lineEdit(), u"new-secret"_s);
        rig.editor.save();
        const auto secrets = requested.at(0).at(1).value<SharedProfileSecrets>();
        QCOMPARE(secrets->client.clientSecret.view(), "new-secret");
    }

    void tellsNobodyTheSecret()
    {
        EditorRig rig;
        rig.editor.startNew();
        rig.fillSage(canary);
        rig.editor.togglePreview();
        rig.editor.saveAndFetch();
        rig.editor.showError({ ErrorCode::KeychainLocked, {}, {} });
        const auto search = [&rig] {
            for (QWidget *widget : rig.editor.findChildren<QWidget *>()) {
                for (const QString &text : textsOf(widget))
                    QVERIFY2(!text.contains(canary), widget->metaObject()->className());
            }
        };
        search();
        rig.editor.saved();
        rig.editor.startEdit(saved());
        search();
        QTest::mousePress(rig.button(u"Show while pressed"_s), Qt::LeftButton);
        search();
        QTest::mouseRelease(rig.button(u"Show while pressed"_s), Qt::LeftButton);
    }

    void showsErrors()
    {
        EditorRig rig;
        QSignalSpy cures(&rig.editor, &ProfileEditor::cureRequested);
        rig.editor.startNew();
        rig.fillSage(canary);
        rig.editor.save();
        rig.editor.showError({ ErrorCode::KeychainLocked, {}, {} });
        QVERIFY(rig.button(u"Save"_s)->isEnabled());
        rig.button(u"Keep for this session only"_s)->click();
        QCOMPARE(cures.count(), 1);
        QCOMPARE(cures[0][0].value<Cure>(), Cure::KeepForSession);
        rig.editor.showError({ ErrorCode::EndpointInvalid, { { u"address"_s, u"x"_s } }, {} });
        QTRY_VERIFY(rig.button(cureText(Cure::EditAddress)));
        rig.button(cureText(Cure::EditAddress))->click();
        QVERIFY(rig.editor.focusWidget() == rig.field(u"Token address"_s));
    }

    void fitsNarrowWindows()
    {
        EditorRig rig;
        rig.editor.startNew();
        rig.editor.saveAndFetch();
        for (auto *head : rig.editor.findChildren<QAbstractButton *>()) {
            if (head->isCheckable() && !head->isChecked()
                && head->metaObject()->className() == QByteArrayView("mintmark::FoldHeader"))
                head->click();
        }
        rig.button(u"Add parameter"_s)->click();
        rig.button(u"Add header"_s)->click();
        QVERIFY(rig.editor.minimumSizeHint().width() <= 580);
        QVERIFY(rig.editor.minimumSizeHint().height() <= 420);
        auto *scroll = rig.editor.findChild<QScrollArea *>();
        for (const int width : { 580, 640, 660, 720, 900 }) {
            rig.editor.resize(width, 480);
            QTRY_COMPARE(scroll->widget()->width(), scroll->viewport()->width());
        }
    }

    void isReadOnlyForANewerVersion()
    {
        EditorRig rig;
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        LoadedProfile loaded = saved();
        loaded.profile.readOnly = true;
        rig.editor.startEdit(std::move(loaded));
        QVERIFY(!rig.field(u"Client ID"_s)->isEnabled());
        QVERIFY(!rig.button(u"Save"_s)->isEnabled());
        rig.editor.save();
        QCOMPARE(requested.count(), 0);
    }
};

MINTMARK_TEST(tst_profileeditor, TestProfileEditor)

#include "tst_profileeditor.moc"
