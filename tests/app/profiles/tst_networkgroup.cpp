// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/networkgroup.h"

#include "app/profiles/networkwords.h"
#include "app/widgets/foldgroup.h"
#include "drafts.h"
#include "editorrig.h"
#include "support/testcertificates.h"

#include <QCheckBox>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;

using Kind = ProxySettings::Kind;

namespace {

LoadedProfile saved(const NetworkAccess &network = {})
{
    ProfileDraft draft = genericDraft();
    draft.profile.listing.id = QUuid::createUuid();
    draft.profile.secretSummary = summarize(draft.secrets.client.clientSecret);
    draft.profile.client.network = network.settings;
    draft.secrets.client.network = network.secrets;
    return { draft.profile, std::move(draft.secrets) };
}

SharedSecret secret(const char *text)
{
    return shareSecret(SecretBytes(text));
}

/// The editor with the network group open, and what it hands over when it saves.
class NetworkRig : public EditorRig
{
public:
    explicit NetworkRig(const NetworkAccess &network = {})
    {
        editor.startEdit(saved(network));
        editor.focusField(ProfileField::NetworkSource);
    }

    template <class Widget> Widget *part(const QString &name) const
    {
        for (auto *found : editor.findChildren<Widget *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }
    bool isShown(const QString &name) const { return part<QWidget>(name)->isVisible(); }
    void choose(const QString &box, const QString &text) const
    {
        QComboBox *combo = choice(box);
        combo->setCurrentText(text);
        Q_EMIT combo->activated(combo->currentIndex());
    }
    QString summary() const
    {
        for (auto *fold : editor.findChildren<FoldGroup *>()) {
            if (fold->findChild<NetworkGroup *>())
                return fold->summary();
        }
        return {};
    }
    NetworkAccess save()
    {
        QSignalSpy requested(&editor, &ProfileEditor::saveRequested);
        editor.save();
        if (requested.size() != 1)
            return {};
        const auto secrets = requested[0][1].value<SharedProfileSecrets>();
        return { requested[0][0].value<Profile>().client.network, secrets->client.network, {} };
    }
};

} // namespace

class TestNetworkGroup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatIsInherited()
    {
        NetworkRig rig;
        QCOMPARE(rig.summary(), u"as in Settings: system proxy · system certificates · 30 s"_s);
        QVERIFY(!rig.isShown(u"CA file"_s));
        NetworkSettings program;
        program.proxy = { Kind::Http, u"proxy.acme.local"_s, 8080, {} };
        program.caFile = u"/etc/acme/ca.pem"_s;
        program.timeoutSeconds = 12;
        rig.editor.setProgramNetwork(program);
        QCOMPARE(rig.summary(),
                 u"as in Settings: proxy proxy.acme.local:8080 · only ca.pem · 12 s"_s);

        rig.button(u"Own"_s)->click();
        QVERIFY(rig.isShown(u"CA file"_s));
        QCOMPARE(rig.field(u"CA file"_s)->placeholderText(), u"as in Settings: only ca.pem"_s);
        QCOMPARE(rig.part<QSpinBox>(u"Time limit"_s)->text(), u"as in Settings: 12 s"_s);
        QCOMPARE(rig.choice(u"Proxy"_s)->currentText(),
                 u"As in Settings: proxy proxy.acme.local:8080"_s);
        rig.part<QSpinBox>(u"Time limit"_s)->setValue(5);
        QCOMPARE(rig.summary(), u"proxy proxy.acme.local:8080 · only ca.pem · 5 s"_s);
        QVERIFY(rig.save().settings.proxy.kind == Kind::Inherited);
    }

    void keepsAllItWasGiven()
    {
        NetworkAccess network;
        network.settings.proxy = { Kind::Http, u"::1"_s, 3128, u"me"_s };
        network.settings.caFile = u"/etc/ca.pem"_s;
        network.settings.caFileAdded = true;
        network.settings.clientCertificate = ClientCertificateSource::Stored;
        network.settings.timeoutSeconds = 7;
        network.settings.allowHttp = true;
        network.secrets = { secret("pw"), secret("PKCS#12 \x01\xff"), secret("phrase") };
        NetworkRig rig(network);
        QVERIFY(!rig.editor.isModified());
        QVERIFY(rig.save() == network);
    }

    void forgetsWhatItHadOfItsOwn()
    {
        NetworkAccess network;
        network.settings.proxy = { Kind::Http, u"proxy.acme.local"_s, 3128, u"me"_s };
        network.secrets.proxyPassword = secret("pw");
        NetworkRig rig(network);
        rig.button(u"As in Settings"_s)->click();
        QVERIFY(rig.editor.isModified());
        QVERIFY(rig.save() == NetworkAccess());
    }

    void typesAProxy()
    {
        NetworkRig rig;
        rig.button(u"Own"_s)->click();
        rig.choose(u"Proxy"_s, u"HTTP proxy"_s);
        QVERIFY(rig.isShown(u"Proxy password"_s));
        rig.editor.save();
        QCOMPARE(rig.message(rig.field(u"Proxy address"_s)),
                 u"The proxy needs a host, e.g. proxy.example.com, and a port."_s);
        rig.field(u"Proxy address"_s)->setText(u"http://proxy.acme.local:3128"_s); // as pasted
        QCOMPARE(rig.field(u"Proxy address"_s)->text(), u"proxy.acme.local"_s);
        rig.type(u"Proxy user"_s, u"me"_s);
        auto *password = rig.part<SecretLineEdit>(u"Proxy password"_s);
        password->setFocus();
        QTest::keyClicks(password, u"pw"_s);
        QVERIFY(!password->text().contains(u"pw"_s));
        const NetworkAccess network = rig.save();
        QVERIFY(network.settings.proxy
                == (ProxySettings { Kind::Http, u"proxy.acme.local"_s, 3128, u"me"_s }));
        QVERIFY(sameSecret(network.secrets.proxyPassword, secret("pw")));
    }

    void readsTheCertificateIntoTheKeychain()
    {
        CertificateRecipe recipe;
        recipe.usage = "clientAuth";
        const TestCertificate client = TestCertificate::selfSigned(recipe);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"client.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(client.pem() + client.keyPem());
        file.close();

        NetworkRig rig;
        rig.button(u"Own"_s)->click();
        QVERIFY(!rig.isShown(u"Keep certificate and key in the keychain"_s));
        rig.field(u"Client certificate"_s)->setText(file.fileName());
        auto *keep = rig.part<QCheckBox>(u"Keep certificate and key in the keychain"_s);
        QVERIFY(keep->isVisible());
        rig.field(u"Client key"_s)->setText(u"/nonexistent/key.pem"_s);
        keep->click();
        QVERIFY(!keep->isChecked());
        QVERIFY(!rig.message(keep).isEmpty());
        QCOMPARE(rig.field(u"Client certificate"_s)->text(), file.fileName());

        rig.field(u"Client key"_s)->clear();
        keep->click();
        QVERIFY(keep->isChecked());
        const NetworkAccess network = rig.save();
        QCOMPARE(network.settings.clientCertificate, ClientCertificateSource::Stored);
        QCOMPARE(network.settings.clientCertificateFile, QString());
        QVERIFY(network.secrets.clientIdentity->view().contains("PRIVATE KEY"));
        const QString named = rig.field(u"Client certificate"_s)->placeholderText();
        QVERIFY2(named.startsWith(u"Saved certificate · server under test · PEM · ends "_s),
                 qPrintable(named));

        NetworkAccess sealed;
        sealed.settings.clientCertificate = ClientCertificateSource::Stored;
        sealed.secrets.clientIdentity = shareSecret(SecretBytes(client.pkcs12("phrase")));
        const auto words = [&sealed] { return savedCertificateWords(sealed.secrets); };
        QCOMPARE(words(), u"Saved certificate · PKCS#12"_s);
        sealed.secrets.keyPassphrase = secret("phrase");
        QVERIFY(words().startsWith(u"Saved certificate · server under test · PKCS#12 · ends "_s));
        sealed.secrets = {};
        QCOMPARE(words(), u"Saved certificate"_s);
    }

    /// Only saving removes it, and until then another tick brings it back.
    void removesTheKeptCertificate()
    {
        NetworkAccess network;
        network.settings.clientCertificate = ClientCertificateSource::Stored;
        network.secrets = { {}, secret("PEM"), secret("phrase") };
        NetworkRig rig(network);
        auto *keep = rig.part<QCheckBox>(u"Keep certificate and key in the keychain"_s);
        keep->click();
        QVERIFY(keep->isVisible());
        QCOMPARE(rig.message(keep), u"Saving removes them from the keychain."_s);
        QVERIFY(rig.editor.isModified());
        keep->click();
        QVERIFY(!rig.editor.isModified());
        QVERIFY(rig.save() == network);
        rig.editor.setSaving(false);
        keep->click();
        const ProfileId id = rig.editor.profileId();
        rig.editor.leave(); // and comes back to it
        QVERIFY(rig.editor.resumeDraft(id));
        rig.editor.focusField(ProfileField::KeepCertificate);
        keep->click();
        QVERIFY(!rig.editor.isModified());
        keep->click();
        QVERIFY(rig.save() == NetworkAccess());
    }

    void removesTheKeptCertificateAfterForgetting()
    {
        NetworkAccess network;
        network.settings.clientCertificate = ClientCertificateSource::Stored;
        network.secrets = { {}, secret("PEM"), secret("phrase") };
        LoadedProfile loaded = saved(network);
        EditorRig rig;
        rig.editor.startEdit({ loaded.profile, loaded.secrets.clone() });
        rig.type(u"API or purpose"_s, u"Payments In"_s);
        rig.editor.forgetSecrets();
        rig.editor.focusField(ProfileField::KeepCertificate);
        rig.part<QCheckBox>(u"Keep certificate and key in the keychain"_s)->click();
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        rig.editor.save();
        rig.editor.provideSecrets(std::move(loaded));
        QCOMPARE(requested.size(), 1);
        QVERIFY(requested[0][1].value<SharedProfileSecrets>()->client.network == NetworkSecrets());
    }

    void saysThatAFileIsMissing()
    {
        NetworkAccess network;
        network.settings.caFile = u"/nonexistent/ca.pem"_s;
        NetworkRig rig(network);
        QCOMPARE(rig.message(rig.field(u"CA file"_s)), u"There is no such file here."_s);
    }

    /// After "Clear from memory" nothing of them is left in the page, and all of it is saved again.
    void isForgottenAndReadAgain()
    {
        NetworkAccess network;
        network.settings.proxy = { Kind::Http, u"proxy.acme.local"_s, 3128, u"me"_s };
        network.settings.clientCertificate = ClientCertificateSource::Stored;
        network.secrets = { secret("pw"), secret("PEM"), secret("phrase") };
        LoadedProfile loaded = saved(network);
        LoadedProfile again { loaded.profile, loaded.secrets.clone() };
        EditorRig rig;
        rig.editor.startEdit(std::move(loaded));
        rig.type(u"API or purpose"_s, u"Payments In"_s);
        rig.editor.forgetSecrets();
        for (const auto *edit : rig.editor.findChildren<SecretLineEdit *>())
            QCOMPARE(edit->length(), 0);
        QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
        rig.editor.save();
        rig.editor.provideSecrets(std::move(again));
        QCOMPARE(requested.size(), 1);
        const auto secrets = requested[0][1].value<SharedProfileSecrets>();
        QVERIFY(secrets->client.network == network.secrets);
        QVERIFY(requested[0][0].value<Profile>().client.network == network.settings);
    }
};

MINTMARK_TEST(tst_networkgroup, TestNetworkGroup)

#include "tst_networkgroup.moc"
