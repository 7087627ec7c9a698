// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profileeditor.h"
#include "app/profiles/profilelistpane.h"
#include "app/widgets/messagebar.h"
#include "app/widgets/secretlineedit.h"
#include "app/window/windowrig.h"
#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// The window, a TLS server with an authority nobody knows, and files to choose.
class NetworkRig : public WindowRig
{
public:
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file.fileName();
    }

    /// `clients`: the server takes nobody without a certificate of theirs.
    void serve(const TestCertificate *clients = nullptr)
    {
        QSslConfiguration tls = authority.issue({}).configuration();
        if (clients) {
            tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
            tls.setCaCertificates({ clients->certificate() });
        }
        if (!tlsServer.listenTls(tls))
            qFatal("no port");
    }

    ProfileId saveProfile(ClientAuthenticationMethod method)
    {
        LoadedProfile loaded = profileFor(server);
        loaded.profile.listing.environment = Environment::Sandbox;
        loaded.profile.client.tokenEndpoint =
            u"https://127.0.0.1:%1/token"_s.arg(tlsServer.port());
        loaded.profile.client.authentication = method;
        return save(std::move(loaded));
    }

    void openProfile()
    {
        open();
        window->findChild<ProfileListPane *>()->selectNext(1);
    }

    template <class Widget> Widget *part(const QString &name) const
    {
        for (auto *found : window->findChildren<Widget *>()) {
            if (found->accessibleName() == name)
                return found;
        }
        return nullptr;
    }
    void press(const QString &text) const
    {
        for (auto *button : window->findChildren<QAbstractButton *>()) {
            if (button->text() == text && button->isVisible())
                return button->click();
        }
        QTest::qFail(qPrintable(u"There is no button "_s + text), __FILE__, __LINE__);
    }

    const TestCertificate authority = TestCertificate::authority(u"Acme Root"_s);
    LoopbackServer tlsServer { [this](const ServedRequest &) {
        return TokenServer::token("token-" + QByteArray::number(tlsServer.requests().size()));
    } };
};

} // namespace

/// Network settings as a person meets them in the window.
class TestWindowNetwork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// RFC 8705 §2.1, with a certificate from a PKCS#12 file.
    void provesTheClientByCertificate()
    {
        NetworkRig rig;
        const TestCertificate clients = TestCertificate::authority(u"Clients"_s);
        rig.serve(&clients);
        CertificateRecipe recipe;
        recipe.commonName = u"payments-out"_s;
        recipe.usage = "clientAuth";
        recipe.from = QDateTime::fromMSecsSinceEpoch(rig.clock->nowMs()).addDays(-1);
        const QString file =
            rig.write(u"client.p12"_s, clients.issue(recipe).pkcs12("of the key"));
        const QString caFile = rig.write(u"ca.pem"_s, rig.authority.pem());
        const ProfileId id = rig.saveProfile(ClientAuthenticationMethod::ClientSecretPost);
        rig.openProfile();

        rig.action(u"Edit"_s)->trigger();
        QTRY_VERIFY(rig.window->findChild<ProfileEditor *>());
        QTRY_VERIFY(rig.window->findChild<ProfileEditor *>()->isVisible());
        auto *proof = rig.part<QComboBox>(u"Client proof"_s);
        proof->setCurrentText(u"Client certificate (mTLS) · tls_client_auth"_s);
        QCOMPARE(proof->currentText(), u"Client certificate (mTLS) · tls_client_auth"_s);
        Q_EMIT proof->activated(proof->currentIndex());
        rig.window->findChild<ProfileEditor *>()->focusField(ProfileField::NetworkSource);
        rig.press(u"Own"_s);
        rig.part<QLineEdit>(u"CA file"_s)->setText(caFile);
        rig.part<QLineEdit>(u"Client certificate"_s)->setText(file);
        rig.part<SecretLineEdit>(u"Key passphrase"_s)->setFocus();
        QTest::keyClicks(rig.part<SecretLineEdit>(u"Key passphrase"_s), u"of the key"_s);
        rig.action(u"Save and fetch"_s)->trigger();

        const TokenSession &session = rig.services->workspace().session();
        QTRY_VERIFY(session.state(id).tokenSet);
        QCOMPARE(session.state(id).tokenSet->accessToken->view(), "token-1");
        QCOMPARE(rig.tlsServer.requests().size(), 1);
        const ServedRequest &request = rig.tlsServer.requests().constFirst();
        QCOMPARE(request.clientCertificate.subjectInfo(QSslCertificate::CommonName),
                 QStringList { u"payments-out"_s });
        QVERIFY(!request.body.contains("client_secret"));
    }
};

MINTMARK_TEST(tst_windownetwork, TestWindowNetwork)

#include "tst_windownetwork.moc"
