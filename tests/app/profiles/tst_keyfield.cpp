// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/keyfield.h"

#include "editorrig.h"
#include "jose/privatekey.h"

#include <QClipboard>
#include <QGuiApplication>
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
    void serviceAccount();
    void noKey_data();
    void noKey();
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
        for (auto *found : rig.editor.findChildren<SecretLineEdit *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }
    static void paste(SecretLineEdit *into, const QByteArray &text)
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
        into->setFocus();
        QTest::keyClick(into, Qt::Key_V, Qt::ControlModifier);
    }
    static void start(EditorRig &rig, const QString &provider)
    {
        rig.editor.startNew();
        QComboBox *box = rig.choice(u"Provider"_s);
        box->setCurrentIndex(box->findData(provider));
        Q_EMIT box->activated(box->currentIndex());
        rig.type(u"Customer"_s, u"Acme"_s);
        rig.type(u"API or purpose"_s, u"Orders"_s);
        rig.button(u"Sandbox"_s)->click();
    }
    struct Saved
    {
        Profile profile;
        SharedProfileSecrets secrets;
    };
    static Saved saved(EditorRig &rig)
    {
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        rig.editor.save();
        if (requested.isEmpty())
            return {};
        return { requested[0][0].value<Profile>(), requested[0][1].value<SharedProfileSecrets>() };
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
    const Saved kept = saved(rig);
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
    passphrase->setFocus();
    QTest::keyClicks(passphrase, u"open sesame"_s);
    const Saved kept = saved(rig);
    QVERIFY(kept.secrets);
    QVERIFY(PrivateKey::from(kept.secrets->client.privateKey).ok()); // without its passphrase
    QVERIFY(!kept.secrets->client.privateKey.view().contains("ENCRYPTED"));
}

/// Everything of Google's file is in its place.
void TestKeyField::serviceAccount()
{
    QByteArray pem = openssl({ u"genpkey"_s, u"-algorithm"_s, u"RSA"_s });
    QVERIFY(!pem.isEmpty());
    pem.replace("\n", "\\n");
    EditorRig rig;
    start(rig, u"google"_s);
    const QByteArray file =
        "{\"type\":\"service_account\",\"client_email\":\"a@p.iam.gserviceaccount.com\","
        "\"client_id\":\"1009\",\"token_uri\":\"https://oauth2.googleapis.com/token\","
        "\"private_key_id\":\"k1\",\"private_key\":\""
        + pem + "\"}";
    rig.clipboard = QString::fromUtf8(file); // other fields would be filled from it
    paste(input(rig, u"Private key"_s), file);
    QCOMPARE(rig.field(u"Service account"_s)->text(), u"a@p.iam.gserviceaccount.com"_s);
    const Saved kept = saved(rig);
    QVERIFY(kept.secrets);
    QCOMPARE(kept.profile.client.clientId, u"a@p.iam.gserviceaccount.com"_s);
    QCOMPARE(kept.profile.client.assertion.keyId, u"k1"_s);
    QVERIFY(!kept.secrets->client.privateKey.isEmpty());
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
    const Saved kept = saved(rig);
    QVERIFY(kept.secrets);
    QVERIFY(kept.secrets->client.privateKey.isEmpty());
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
