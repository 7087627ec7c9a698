// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/keyfield.h"

#include "app/profiles/editorrow.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "editorrig.h"
#include "jose/privatekey.h"

#include <QLabel>
#include <QProcess>

using namespace mintmark;
using namespace mintmark::test;

/// A private key on its way from a person into the profile.
class TestKeyField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pasted();
    void encrypted();
    void savedEncrypted();
    void serviceAccount();
    void serviceAccountElsewhere_data();
    void serviceAccountElsewhere();
    void serviceAccountWithoutKey();
    void noKey_data();
    void noKey();
    void saved();
    void removed();
    void removedAfterForgetting();
    void missing();

private:
    static QByteArray openssl(const QStringList &arguments)
    {
        QProcess process;
        process.start(u"openssl"_s, arguments);
        return process.waitForFinished() && process.exitCode() == 0
            ? process.readAllStandardOutput()
            : QByteArray();
    }
    static SecretLineEdit *input(const EditorRig &rig, const QString &name)
    {
        return rig.part<SecretLineEdit>(name);
    }
    static void start(EditorRig &rig, const QString &provider)
    {
        rig.start(provider);
        rig.type(u"Customer"_s, u"Acme"_s);
        rig.type(u"API or purpose"_s, u"Orders"_s);
        rig.button(u"Sandbox"_s)->click();
    }
    static QByteArray accountFile();
    static LoadedProfile startSaved(EditorRig &rig);
    static QString label(const QWidget *input)
    {
        const auto *row = qobject_cast<EditorRow *>(input->parentWidget());
        for (const auto *label : row ? row->findChildren<QLabel *>() : QList<QLabel *>()) {
            if (label->buddy() == input && label->isVisible())
                return label->text();
        }
        return {};
    }
    static QString state(const EditorRig &rig)
    {
        QStringList texts;
        for (const auto *label : rig.editor.findChild<KeyField *>()->findChildren<ElidingLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'|');
    }
};

/// The key of RFC 8037 appendix A.1.
void TestKeyField::pasted()
{
    EditorRig rig;
    start(rig, u"okta-org"_s);
    rig.type(u"Domain"_s, u"acme.okta.com"_s);
    QVERIFY(input(rig, u"Private key"_s)->isVisible());
    paste(input(rig, u"Private key"_s),
          "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
          "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
          "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
    const SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    const Result<PrivateKey> key = PrivateKey::from(kept.secrets->client.privateKey);
    QVERIFY(key.ok());
    QCOMPARE(key->description(), u"Ed25519"_s);
    QVERIFY(kept.secrets->client.clientSecret.isEmpty());
    QCOMPARE(kept.profile.client.authentication, ClientAuthenticationMethod::PrivateKeyJwt);
}

void TestKeyField::encrypted()
{
    const QByteArray pem = openssl({ u"genpkey"_s, u"-algorithm"_s, u"ed25519"_s, u"-aes256"_s,
                                     u"-pass"_s, u"pass:open sesame"_s });
    QVERIFY(!pem.isEmpty());
    EditorRig rig;
    start(rig, u"okta-org"_s);
    SecretLineEdit *passphrase = input(rig, u"Passphrase of the key"_s);
    QVERIFY(!passphrase->isVisible());
    paste(input(rig, u"Private key"_s), pem);
    QVERIFY(passphrase->isVisible());
    QCOMPARE(label(passphrase), u"Passphrase"_s); // and stays when it is filled
    const QString asks =
        u"This key is encrypted: its passphrase opens it, and is not kept."_s;
    QCOMPARE(rig.message(passphrase), asks);
    QCOMPARE(rig.message(input(rig, u"Private key"_s)), QString()); // none is missing
    passphrase->setFocus();
    QTest::keyClicks(passphrase, u"open says me"_s);
    QCOMPARE(rig.message(passphrase), asks); // nobody is told off while typing
    QTest::keyClick(passphrase, Qt::Key_Tab);
    const QString wrong = u"The passphrase does not open the private key. Enter it again; upper and "
                          "lower case count."_s;
    QCOMPARE(rig.message(passphrase), wrong);
    QVERIFY(!rig.save().secrets);
    QVERIFY(rig.editor.isVisible());
    passphrase->setFocus();
    passphrase->selectAll();
    QTest::keyClicks(passphrase, u"open sesame"_s);
    QCOMPARE(rig.message(passphrase), QString());
    QVERIFY2(state(rig).contains(u"Ed25519 · encrypted PEM · thumbprint "), qPrintable(state(rig)));
    const SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    QVERIFY(PrivateKey::from(kept.secrets->client.privateKey).ok()); // without its passphrase
    QVERIFY(!kept.secrets->client.privateKey.view().contains("ENCRYPTED"));
}

/// As an import may bring it: its passphrase is all that is missing.
void TestKeyField::savedEncrypted()
{
    const QByteArray pem = openssl({ u"genpkey"_s, u"-algorithm"_s, u"ed25519"_s, u"-aes256"_s,
                                     u"-pass"_s, u"pass:open sesame"_s });
    EditorRig rig;
    start(rig, u"okta-org"_s);
    SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    kept.profile.listing.id = QUuid::createUuid();
    kept.profile.hasPrivateKey = true;
    rig.editor.setSaving(false);
    ProfileSecrets secrets = kept.secrets->clone();
    secrets.client.privateKey = SecretBytes(pem);
    rig.editor.startEdit({ kept.profile, std::move(secrets) });
    SecretLineEdit *passphrase = input(rig, u"Passphrase of the key"_s);
    rig.editor.focusField(ProfileField::PrivateKeyPassphrase);
    QVERIFY(passphrase->isVisible() && passphrase->hasFocus());
    QVERIFY2(rig.message(passphrase).contains(u"is encrypted"), qPrintable(rig.message(passphrase)));
    QVERIFY(rig.save().secrets); // it stands in the way of nothing else
    rig.editor.setSaving(false);
    passphrase->setFocus();
    QTest::keyClicks(passphrase, u"open sesame"_s);
    QVERIFY2(state(rig).contains(u"Ed25519"), qPrintable(state(rig)));
    kept = rig.save();
    QVERIFY(kept.secrets);
    QVERIFY(PrivateKey::from(kept.secrets->client.privateKey).ok());
}

QByteArray TestKeyField::accountFile()
{
    QByteArray pem = openssl({ u"genpkey"_s, u"-algorithm"_s, u"RSA"_s });
    pem.replace("\n", "\\n");
    return "{\"type\":\"service_account\",\"client_email\":\"a@p.iam.gserviceaccount.com\","
           "\"client_id\":\"1009\",\"token_uri\":\"https://oauth2.googleapis.com/token\","
           "\"private_key_id\":\"k1\",\"private_key\":\""
        + pem + "\"}";
}

/// Everything of Google's file is in its place.
void TestKeyField::serviceAccount()
{
    EditorRig rig;
    start(rig, u"google"_s);
    const QByteArray file = accountFile();
    rig.clipboard = QString::fromUtf8(file); // other fields would be filled from it
    paste(input(rig, u"Private key"_s), file);
    QCOMPARE(rig.field(u"Service account"_s)->text(), u"a@p.iam.gserviceaccount.com"_s);
    const SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    QCOMPARE(kept.profile.client.clientId, u"a@p.iam.gserviceaccount.com"_s);
    QCOMPARE(kept.profile.client.assertion.keyId, u"k1"_s);
    QVERIFY(!kept.secrets->client.privateKey.isEmpty());
}

void TestKeyField::serviceAccountElsewhere_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("field");
    QTest::newRow("account") << u"google"_s << u"Service account"_s;
    QTest::newRow("scope") << u"google"_s << u"Scope"_s;
    QTest::newRow("another preset") << u"sage-id"_s << u"Client ID"_s;
    QTest::newRow("secret of another") << u"auth0"_s << u"Client secret"_s;
    QTest::newRow("name") << u"generic"_s << u"API or purpose"_s;
    QTest::newRow("no field") << u"okta"_s << QString();
}

void TestKeyField::serviceAccountElsewhere()
{
    QFETCH(QString, provider);
    QFETCH(QString, field);
    EditorRig rig;
    start(rig, provider);
    const Profile before = rig.save().profile;
    rig.editor.setSaving(false);
    const QByteArray file = accountFile();
    rig.clipboard = QString::fromUtf8(file);
    if (field.isEmpty())
        QVERIFY(rig.editor.fillFromText(rig.clipboard));
    else
        paste(rig.field(field), file);
    QCOMPARE(rig.choice(u"Provider"_s)->currentData().toString(), u"google"_s);
    QVERIFY(rig.notice()->isVisible());
    SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    rig.editor.setSaving(false);
    QCOMPARE(kept.profile.listing, before.listing);
    QCOMPARE(kept.profile.client.clientId, u"a@p.iam.gserviceaccount.com"_s);
    QCOMPARE(kept.profile.client.grantType, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s);
    QCOMPARE(kept.profile.client.tokenEndpoint, u"https://oauth2.googleapis.com/token"_s);
    QCOMPARE(kept.profile.client.assertion.keyId, u"k1"_s);
    QVERIFY(PrivateKey::from(kept.secrets->client.privateKey).ok());
    QVERIFY(kept.secrets->client.clientSecret.isEmpty());

    rig.notice()->button()->click(); // Undo
    kept = rig.save();
    QVERIFY(kept.secrets);
    QVERIFY(kept.secrets->client.privateKey.isEmpty());
    QCOMPARE(kept.profile.client, before.client);
    QCOMPARE(kept.profile.provider, provider);
}

/// It is recognised all the same, and the field of the key says what is wrong.
void TestKeyField::serviceAccountWithoutKey()
{
    EditorRig rig;
    start(rig, u"sage-id"_s);
    rig.clipboard = u"{\"type\":\"service_account\",\"client_email\":\"a@p.example\","
                    "\"token_uri\":\"https://oauth2.googleapis.com/token\","
                    "\"private_key\":\"-----BEGIN PRIVATE KEY-----\"}"_s;
    paste(rig.field(u"Client ID"_s), rig.clipboard.toUtf8());
    SecretLineEdit *key = input(rig, u"Private key"_s);
    QVERIFY(key->isVisible());
    QVERIFY2(rig.message(key).startsWith(u"The private key cannot be read."),
             qPrintable(rig.message(key)));
}

void TestKeyField::noKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("words") << QByteArray("not a key");
    QTest::newRow("public") << openssl({ u"version"_s });
}

void TestKeyField::noKey()
{
    QFETCH(QByteArray, text);
    EditorRig rig;
    start(rig, u"okta-org"_s);
    paste(input(rig, u"Private key"_s), text);
    QVERIFY(!rig.save().secrets);
    QVERIFY(rig.message(input(rig, u"Private key"_s)).startsWith(u"The private key cannot be read."));
    // Nothing in the field is no key to complain about.
    input(rig, u"Private key"_s)->selectAll();
    QTest::keyClick(input(rig, u"Private key"_s), Qt::Key_Delete);
    const SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    QVERIFY(kept.secrets->client.privateKey.isEmpty());
}

/// It says what it is; what cannot be read does not take its place.
void TestKeyField::saved()
{
    const QByteArray pem = openssl({ u"genpkey"_s, u"-algorithm"_s, u"RSA"_s });
    EditorRig rig;
    start(rig, u"okta-org"_s);
    paste(input(rig, u"Private key"_s), pem);
    SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    kept.profile.listing.id = QUuid::createUuid();
    kept.profile.hasPrivateKey = true;
    rig.editor.setSaving(false);
    rig.editor.startEdit({ kept.profile, kept.secrets->clone() });
    QVERIFY2(state(rig).startsWith(u"Saved key · RSA 2048 · PEM · thumbprint "),
             qPrintable(state(rig)));
    paste(input(rig, u"Private key"_s), "no key");
    QVERIFY(!rig.save().secrets);
    input(rig, u"Private key"_s)->selectAll();
    QTest::keyClick(input(rig, u"Private key"_s), Qt::Key_Delete);
    QVERIFY(!rig.editor.isModified());
    QVERIFY(state(rig).startsWith(u"Saved key"));

    // Cleared from memory, it is still in the keychain; one that comes after that stays.
    rig.type(u"API or purpose"_s, u"Payments"_s);
    rig.editor.forgetSecrets();
    QCOMPARE(state(rig), u"Saved key"_s);
    QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
    QSignalSpy needed(&rig.editor, &ProfileEditor::secretsNeeded);
    const QByteArray other = openssl({ u"genpkey"_s, u"-algorithm"_s, u"ed25519"_s });
    paste(input(rig, u"Private key"_s), other);
    rig.editor.save();
    QCOMPARE(needed.size(), 1);
    rig.editor.provideSecrets({ kept.profile, kept.secrets->clone() });
    QCOMPARE(requested.size(), 1);
    const auto secrets = requested[0][1].value<SharedProfileSecrets>();
    QCOMPARE(PrivateKey::from(secrets->client.privateKey)->description(), u"Ed25519"_s);
}

/// A profile with a key in the keychain is open.
LoadedProfile TestKeyField::startSaved(EditorRig &rig)
{
    start(rig, u"okta-org"_s);
    paste(input(rig, u"Private key"_s), openssl({ u"genpkey"_s, u"-algorithm"_s, u"ed25519"_s }));
    SavedDraft kept = rig.save();
    if (!kept.secrets)
        return {};
    kept.profile.listing.id = QUuid::createUuid();
    kept.profile.hasPrivateKey = true;
    rig.editor.setSaving(false);
    rig.editor.startEdit({ kept.profile, kept.secrets->clone() });
    return { kept.profile, kept.secrets->clone() };
}

/// Only saving removes it, and until then it can be had back.
void TestKeyField::removed()
{
    EditorRig rig;
    start(rig, u"okta-org"_s);
    QVERIFY(!rig.button(u"Remove the private key"_s)); // there is none
    const LoadedProfile loaded = startSaved(rig);
    QVERIFY(loaded.profile.hasPrivateKey);
    const QString saved = state(rig);
    QVERIFY(rig.button(u"Remove the private key"_s));
    rig.button(u"Remove the private key"_s)->click();
    QVERIFY(rig.editor.isModified());
    QCOMPARE(state(rig), u"Saving the profile removes the key from the keychain."_s);
    QCOMPARE(rig.message(input(rig, u"Private key"_s)), u"This request needs a private key."_s);
    rig.button(u"Keep the private key"_s)->click();
    QVERIFY(!rig.editor.isModified());
    QCOMPARE(state(rig), saved);

    rig.button(u"Remove the private key"_s)->click();
    QComboBox *provider = rig.choice(u"Provider"_s); // what loads the page anew
    for (const auto &id : { u"generic"_s, u"okta-org"_s }) {
        provider->setCurrentIndex(provider->findData(id));
        Q_EMIT provider->activated(provider->currentIndex());
    }
    QCOMPARE(state(rig), u"Saving the profile removes the key from the keychain."_s);
    rig.editor.leave(); // and comes back to it
    QVERIFY(rig.editor.resumeDraft(loaded.profile.listing.id));
    QCOMPARE(state(rig), u"Saving the profile removes the key from the keychain."_s);
    rig.button(u"Keep the private key"_s)->click();
    QVERIFY(!rig.editor.isModified());
    rig.button(u"Remove the private key"_s)->click();
    const SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    QVERIFY(kept.secrets->client.privateKey.isEmpty());
    QVERIFY(!kept.profile.hasPrivateKey);
    rig.editor.setSaving(false);

    // Another one takes its place after all.
    paste(input(rig, u"Private key"_s), openssl({ u"genpkey"_s, u"-algorithm"_s, u"RSA"_s }));
    QVERIFY2(state(rig).startsWith(u"RSA 2048"), qPrintable(state(rig)));
    QVERIFY(!rig.save().secrets->client.privateKey.isEmpty());
}

void TestKeyField::removedAfterForgetting()
{
    EditorRig rig;
    LoadedProfile loaded = startSaved(rig);
    rig.type(u"API or purpose"_s, u"Payments"_s);
    rig.editor.forgetSecrets();
    QCOMPARE(state(rig), u"Saved key"_s);
    rig.button(u"Remove the private key"_s)->click();
    QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
    rig.editor.save();
    rig.editor.provideSecrets(std::move(loaded));
    QCOMPARE(requested.size(), 1);
    QVERIFY(requested[0][1].value<SharedProfileSecrets>()->client.privateKey.isEmpty());
    QVERIFY(!requested[0][0].value<Profile>().hasPrivateKey);
}

void TestKeyField::missing()
{
    EditorRig rig;
    start(rig, u"google"_s);
    rig.type(u"Service account"_s, u"a@p.iam.gserviceaccount.com"_s);
    rig.type(u"Scope"_s, u"s"_s);
    rig.editor.saveAndFetch();
    QCOMPARE(rig.message(input(rig, u"Private key"_s)),
             u"Google needs the service account's key: the JSON file, or the PEM text in it."_s);
}

MINTMARK_TEST(tst_keyfield, TestKeyField)

#include "tst_keyfield.moc"
