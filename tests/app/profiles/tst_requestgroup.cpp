// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"

#include "editorrig.h"
#include "oauth/clientauthentication.h"
#include "oauth/provider.h"
#include "support/testcertificates.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;

/// How the client proves itself, as the server behind the preset has it.
class TestRequestGroup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownMethodsFirst_data();
    void ownMethodsFirst();
    void everyMethodCanBeChosen();
    void aCertificateIsAskedFor();
    void ownNamesAndQuirks();

private:
    static QStringList names(const QComboBox *box)
    {
        QStringList names;
        for (int i = 0; i < box->count(); ++i)
            names << box->itemText(i).section(u" · "_s, -1);
        names.removeDuplicates(); // Basic is there encoded and not
        return names;
    }
    /// All but the proof and what it takes is there.
    static void startAtProof(EditorRig &rig)
    {
        rig.start(u"generic"_s);
        rig.type(u"Customer"_s, u"Acme"_s);
        rig.type(u"API or purpose"_s, u"Orders"_s);
        rig.button(u"Sandbox"_s)->click();
        rig.type(u"Token address"_s, u"https://as.example.com/token"_s);
        rig.type(u"Client ID"_s, u"acme"_s);
        rig.editor.focusField(ProfileField::Authentication);
    }
};

void TestRequestGroup::ownMethodsFirst_data()
{
    QTest::addColumn<QStringList>("own");
    QTest::newRow("google") << QStringList { u"none"_s };
    QTest::newRow("okta-org") << QStringList { u"private_key_jwt"_s };
    QTest::newRow("auth0") << QStringList { u"client_secret_post"_s, u"client_secret_basic"_s,
                                            u"private_key_jwt"_s, u"tls_client_auth"_s };
    QTest::newRow("keycloak") << QStringList { u"client_secret_basic"_s, u"client_secret_post"_s,
                                               u"client_secret_jwt"_s, u"private_key_jwt"_s,
                                               u"tls_client_auth"_s };
}

void TestRequestGroup::ownMethodsFirst()
{
    QFETCH(const QStringList, own);
    EditorRig rig;
    rig.start(QString::fromLatin1(QTest::currentDataTag()));
    QComboBox *proof = rig.choice(u"Client proof"_s);
    QCOMPARE(names(proof).first(own.size()), own);
    QCOMPARE(names(proof).size(), 7); // the others are there as well
    QVERIFY(proof->currentText().endsWith(own.first()));
}

/// By its plain words, and saved under its standard's name.
void TestRequestGroup::everyMethodCanBeChosen()
{
    const std::pair<QString, QString> methods[] {
        { u"In the body"_s, u"client_secret_post"_s },
        { u"HTTP Basic header"_s, u"client_secret_basic"_s },
        { u"Signed JWT, shared secret"_s, u"client_secret_jwt"_s },
        { u"Signed JWT, private key"_s, u"private_key_jwt"_s },
        { u"Client certificate (mTLS)"_s, u"tls_client_auth"_s },
        { u"Self-signed client certificate (mTLS)"_s, u"self_signed_tls_client_auth"_s },
        { u"None"_s, u"none"_s },
    };
    EditorRig rig;
    startAtProof(rig);
    for (const auto &[words, name] : methods) {
        rig.chooseByKeys(u"Client proof"_s, words);
        const SavedDraft saved = rig.save();
        rig.editor.setSaving(false);
        QVERIFY2(saved.secrets, qPrintable(name));
        QCOMPARE(wireName(saved.profile.client.authentication), name);
    }
}

/// Where it is chosen is said, and led to; a program's own one will do.
void TestRequestGroup::aCertificateIsAskedFor()
{
    EditorRig rig;
    startAtProof(rig);
    rig.chooseByKeys(u"Client proof"_s, u"Client certificate"_s);
    QComboBox *proof = rig.choice(u"Client proof"_s);
    QCOMPARE(rig.message(proof), u"Certificate and key stand under Network."_s);
    QLineEdit *certificate = rig.part<QLineEdit>(u"Client certificate"_s);
    QVERIFY(!certificate->isVisible());
    QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
    rig.editor.saveAndFetch();
    QVERIFY(requested.isEmpty());
    QVERIFY(certificate->isVisible());
    QVERIFY(certificate->hasFocus());
    QCOMPARE(rig.message(certificate), u"This request needs a client certificate."_s);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"client.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(TestCertificate::selfSigned({}).pem());
    file.close();
    rig.type(u"Client certificate"_s, file.fileName());
    rig.editor.saveAndFetch();
    QCOMPARE(requested.size(), 1);
    rig.editor.setSaving(false);

    NetworkSettings program;
    program.clientCertificate = ClientCertificateSource::Files;
    program.clientCertificateFile = file.fileName();
    rig.editor.setProgramNetwork(program);
    rig.button(u"As in Settings"_s)->click();
    rig.editor.saveAndFetch();
    QCOMPARE(requested.size(), 2);
}

/// What the server's own pages call a field, and what is to be known of it, and not with the next.
void TestRequestGroup::ownNamesAndQuirks()
{
    EditorRig rig;
    rig.start(u"salesforce"_s);
    QVERIFY(rig.field(u"Consumer key"_s)->isVisible());
    QVERIFY(!rig.part<QLineEdit>(u"Client ID"_s));
    rig.start(u"keycloak"_s);
    QVERIFY(rig.field(u"Client ID"_s)->isVisible());
    rig.editor.focusField(ProfileField::Audience);
    QCOMPARE(rig.message(rig.field(u"Audience"_s)),
             u"The audience cannot be asked for: a mapper of the client or of a client scope adds "
             "it."_s);
    rig.start(u"sage-id"_s);
    QCOMPARE(rig.message(rig.field(u"Audience"_s)), QString());
    rig.editor.focusField(ProfileField::GrantType);
    QCOMPARE(rig.message(rig.field(u"Grant type"_s)),
             u"The guide spells the grant type client_credential; the standard says "
             "client_credentials."_s);
    // Each of every preset is under a field.
    for (const Provider &provider : providers()) {
        rig.start(provider.id);
        QStringList said;
        for (const auto *message : rig.editor.findChildren<FieldMessage *>())
            said << message->text();
        for (const ProviderQuirk &quirk : provider.quirks)
            QVERIFY2(said.join(u'\n').contains(quirk.sentence), qPrintable(quirk.sentence));
    }
}

MINTMARK_TEST(tst_requestgroup, TestRequestGroup)

#include "tst_requestgroup.moc"
