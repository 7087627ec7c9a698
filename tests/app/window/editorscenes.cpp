// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/editorscenes.h"

#include "app/profiles/codeedit.h"
#include "app/profiles/networkgroup.h"
#include "app/profiles/profileeditor.h"
#include "app/widgets/secretlineedit.h"
#include "oauth/clientauthentication.h"
#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>

namespace mintmark::test {

using namespace Qt::StringLiterals;

namespace {

ProfileEditor *editorOf(WindowRig &rig)
{
    return rig.window->findChild<ProfileEditor *>();
}

/// Of the row, whatever its label is in this language.
QComboBox *boxOf(WindowRig &rig, ProfileField field)
{
    for (const auto *row : editorOf(rig)->findChildren<EditorRow *>()) {
        if (row->id() == field)
            return qobject_cast<QComboBox *>(row->field());
    }
    return nullptr;
}

void choose(WindowRig &rig, ProfileField field, int index)
{
    QComboBox *box = boxOf(rig, field);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void chooseProvider(WindowRig &rig, const QString &id)
{
    choose(rig, ProfileField::Provider, boxOf(rig, ProfileField::Provider)->findData(id));
}

void chooseProof(WindowRig &rig, ClientAuthenticationMethod method)
{
    const QComboBox *box = boxOf(rig, ProfileField::Authentication);
    for (int i = 0; i < box->count(); ++i) {
        if (box->itemText(i).endsWith(wireName(method)))
            return choose(rig, ProfileField::Authentication, i);
    }
}

void type(WindowRig &rig, ProfileField field, const QString &text)
{
    editorOf(rig)->focusField(field);
    for (const auto *row : editorOf(rig)->findChildren<EditorRow *>()) {
        if (row->id() != field)
            continue;
        QWidget *input = row->field()->focusProxy() ? row->field()->focusProxy() : row->field();
        QTest::keyClicks(input, text);
    }
}

/// The field of the key, then that of its passphrase.
QList<SecretLineEdit *> keyInputs(WindowRig &rig)
{
    for (const auto *row : editorOf(rig)->findChildren<EditorRow *>()) {
        if (row->id() == ProfileField::PrivateKey)
            return row->field()->findChildren<SecretLineEdit *>();
    }
    return {};
}

void handOver(SecretLineEdit *input, const QByteArray &text)
{
    input->setSecret(SecretBytes(text));
    Q_EMIT input->secretEdited();
}

} // namespace

void ownNetwork(WindowRig &rig)
{
    ProfileEditor *editor = editorOf(rig);
    editor->focusField(ProfileField::CaFile); // settings of its own
    choose(rig, ProfileField::Proxy, boxOf(rig, ProfileField::Proxy)->count() - 1);
    editor->focusField(ProfileField::ProxyUser);
}

void issuerField(WindowRig &rig)
{
    editorOf(rig)->focusField(ProfileField::Issuer);
    for (auto *button : rig.window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == u"Find addresses from the issuer…"_s)
            button->click();
    }
}

void signedProof(WindowRig &rig)
{
    CertificateRecipe recipe;
    recipe.commonName = u"Acme client"_s;
    recipe.from = QDateTime({ 2025, 1, 1 }, { 0, 0 }, Qt::UTC);
    recipe.to = QDateTime({ 2027, 3, 3 }, { 0, 0 }, Qt::UTC);
    const TestCertificate certificate = TestCertificate::selfSigned(recipe);
    chooseProvider(rig, u"generic"_s);
    type(rig, ProfileField::TokenEndpoint, u"https://login.example.com/oauth/token"_s);
    type(rig, ProfileField::ClientId, u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s);
    chooseProof(rig, ClientAuthenticationMethod::PrivateKeyJwt);
    handOver(keyInputs(rig).first(), certificate.keyPem());
    type(rig, ProfileField::AssertionKeyId, u"2025-key"_s);
    type(rig, ProfileField::AssertionClaims, uR"(["tenant"])"_s);
    editorOf(rig)->focusField(ProfileField::AssertionCertificate);
    editorOf(rig)->findChild<CodeEdit *>()->setPlainText(QString::fromLatin1(certificate.pem()));
    editorOf(rig)->focusField(ProfileField::AssertionAlgorithm);
}

void wrongPassphrase(WindowRig &rig)
{
    chooseProvider(rig, u"google"_s);
    const QByteArray pem = TestCertificate::selfSigned({}).encryptedKeyPem("open sesame");
    type(rig, ProfileField::ClientId, u"orders@acme.iam.gserviceaccount.com"_s);
    const QList<SecretLineEdit *> inputs = keyInputs(rig);
    handOver(inputs.first(), pem);
    inputs.first()->home(false); // a picture that is the same whatever was drawn before it
    inputs.last()->setFocus();
    QTest::keyClicks(inputs.last(), u"open says me"_s);
    QTest::keyClick(inputs.last(), Qt::Key_Tab);
}

void clientCertificate(WindowRig &rig)
{
    chooseProvider(rig, u"keycloak"_s);
    type(rig, ProfileField::ClientId, u"acme-orders"_s);
    chooseProof(rig, ClientAuthenticationMethod::TlsClientAuth);
    editorOf(rig)->saveAndFetch();
    editorOf(rig)->focusField(ProfileField::Authentication);
}

} // namespace mintmark::test
