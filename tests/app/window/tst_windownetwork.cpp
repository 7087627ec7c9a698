// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profileeditor.h"
#include "app/widgets/secretlineedit.h"
#include "app/window/networkrig.h"

#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

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

    /// RFC 8414 §3: one GET without credentials, only after the press, and Undo brings all back.
    void findsAddresses()
    {
        NetworkRig rig;
        QString issuer;
        LoopbackServer server([&issuer](const ServedRequest &) {
            ServedAnswer answer;
            answer.body = "{\"issuer\":\"" + issuer.toUtf8() + R"(",)"
                + R"("token_endpoint":"https://login.example.com/token",)"
                + R"("jwks_uri":"https://login.example.com/keys",)"
                + R"("revocation_endpoint":"http://login.example.com/revoke",)"
                + R"("token_endpoint_auth_methods_supported":["tls_client_auth","client_secret_basic"]})";
            return answer;
        });
        QVERIFY(server.listen());
        issuer = u"http://127.0.0.1:%1"_s.arg(server.port());
        rig.serve();
        rig.saveProfile(ClientAuthenticationMethod::ClientSecretPost);
        rig.openProfile();
        rig.action(u"Edit"_s)->trigger();
        QTRY_VERIFY(rig.window->findChild<ProfileEditor *>());
        QTRY_VERIFY(rig.window->findChild<ProfileEditor *>()->isVisible());
        auto *address = rig.part<QLineEdit>(u"Token address"_s);
        const QString before = address->text();

        rig.press(u"Find addresses from the issuer…"_s);
        rig.part<QLineEdit>(u"Issuer to ask"_s)->setText(issuer);
        QVERIFY(rig.shows(u"Asks 127.0.0.1 what it publishes."_s));
        QCOMPARE(server.requests().size(), 0);
        rig.press(u"Ask"_s);
        QTRY_COMPARE(address->text(), u"https://login.example.com/token"_s);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().constFirst().method, "GET");
        QVERIFY(server.requests().constFirst().body.isEmpty());
        QCOMPARE(rig.part<QLineEdit>(u"Issuer"_s)->text(), issuer);
        QCOMPARE(rig.part<QLineEdit>(u"Address of its keys"_s)->text(),
                 u"https://login.example.com/keys"_s);
        QCOMPARE(rig.part<QLineEdit>(u"Revocation"_s)->text(), QString());
        QVERIFY(rig.shows(u"Filled from 127.0.0.1: token address, address of its keys. The token "
                          "address is on login.example.com. Published, but not usable: revocation."_s));
        QVERIFY(rig.shows(u"127.0.0.1 does not take client_secret_post."_s));

        rig.press(u"Undo"_s);
        QCOMPARE(address->text(), before);
        QCOMPARE(rig.part<QLineEdit>(u"Issuer"_s)->text(), QString());
        QVERIFY(!rig.shows(u"does not take client_secret_post"_s));
    }

    void saysWhyNoAddressesWereFound()
    {
        NetworkRig rig;
        rig.server.handler = [](const ServedRequest &) {
            ServedAnswer answer;
            answer.status = 404;
            return answer;
        };
        rig.serve();
        rig.saveProfile(ClientAuthenticationMethod::ClientSecretPost);
        rig.openProfile();
        rig.action(u"Edit"_s)->trigger();
        QTRY_VERIFY(rig.window->findChild<ProfileEditor *>());
        QTRY_VERIFY(rig.window->findChild<ProfileEditor *>()->isVisible());
        rig.press(u"Find addresses from the issuer…"_s);
        auto *issuer = rig.part<QLineEdit>(u"Issuer to ask"_s);
        issuer->setText(u"http://id.example.com"_s);
        rig.press(u"Ask"_s);
        QVERIFY(rig.shows(u"id.example.com"_s));
        QCOMPARE(rig.server.count(), 0);
        issuer->setText(rig.server.address({}));
        rig.press(u"Ask"_s);
        QTRY_COMPARE(rig.server.count(), 2);
        QTRY_VERIFY(rig.shows(u"127.0.0.1 publishes nothing about this issuer (HTTP 404)."_s));
        QVERIFY(issuer->isVisible());
    }
};

MINTMARK_TEST(tst_windownetwork, TestWindowNetwork)

#include "tst_windownetwork.moc"
