// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profileeditor.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/messagebar.h"
#include "app/window/networkrig.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace mintmark;
using namespace mintmark::test;

namespace {

/// Sends its root along, as an interceptor does.
class TrustRig : public NetworkRig
{
public:
    TrustRig()
    {
        CertificateRecipe recipe;
        recipe.commonName = u"id.acme.example"_s;
        if (!tlsServer.listenTls(authority.issue(recipe).configuration({ authority })))
            qFatal("no port");
        id = saveProfile(ClientAuthenticationMethod::ClientSecretPost);
        openProfile();
        action(u"Fetch new"_s)->trigger();
    }

    MessageBar *bar() const
    {
        return window->findChild<TokenPage *>()->findChild<MessageBar *>();
    }
    bool says(const QString &cause) const { return bar()->isVisible() && bar()->message().cause == cause; }
    bool hasToken() { return services->workspace().session().state(id).tokenSet.has_value(); }
    TrustedAuthorities &trusted() { return services->workspace().network().trusted(); }

    ProfileId id;
};

const QString untrusted = u"The certificate of 127.0.0.1 is not trusted"_s;

} // namespace

/// What can be done about a certificate nobody here trusts.
class TestWindowTrust : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheChain()
    {
        TrustRig rig;
        QTRY_VERIFY(rig.says(untrusted));
        rig.press(u"Show certificate"_s);
        auto *text = rig.part<QPlainTextEdit>(u"Certificates"_s);
        QTRY_VERIFY(text->isVisible());
        QVERIFY(text->isReadOnly());
        const QString shown = text->toPlainText();
        const auto sha256 = rig.authority.certificate().digest(QCryptographicHash::Sha256);
        for (const QString &part :
             { u"Subject: id.acme.example\nIssuer: Acme Root\nNames: "_s, u"localhost"_s,
               u"Subject: Acme Root\nIssuer: itself\nValid: "_s,
               u"SHA-256: "_s + QString::fromLatin1(sha256.toHex(':')).toUpper() })
            QVERIFY2(shown.contains(part), qPrintable(shown));
    }

    /// Nothing is trusted and nothing is sent before the second press.
    void trustsForToday()
    {
        TrustRig rig;
        QTRY_VERIFY(rig.says(untrusted));
        rig.press(u"Trust for today…"_s);
        QVERIFY(rig.says(u"Trust “Acme Root” for 127.0.0.1 until the end of today?"_s));
        QVERIFY(rig.bar()->message().known.contains(u"SHA-256"_s));
        QVERIFY(rig.trusted().entries().isEmpty());
        rig.press(u"Do not trust it"_s);
        QVERIFY(rig.says(untrusted));
        QVERIFY(rig.tlsServer.requests().isEmpty());

        rig.press(u"Trust for today…"_s);
        rig.press(u"Trust it for today"_s);
        QTRY_VERIFY(rig.hasToken());
        QCOMPARE(rig.tlsServer.requests().size(), 1);
        QCOMPARE(rig.trusted().entries().size(), 1);
        QCOMPARE(rig.trusted().entries().constFirst().until, TrustedAuthorities::Until::EndOfDay);
    }

    void trustsAlways()
    {
        TrustRig rig;
        QTRY_VERIFY(rig.says(untrusted));
        rig.press(u"Trust always…"_s);
        QVERIFY(rig.says(u"Trust “Acme Root” for 127.0.0.1 from now on?"_s));
        rig.press(u"Trust it always"_s);
        QTRY_VERIFY(rig.hasToken());
        QCOMPARE(rig.trusted().entries().constFirst().until, TrustedAuthorities::Until::Forgotten);
    }

    void opensTheProfileAtItsCaFile()
    {
        TrustRig rig;
        QTRY_VERIFY(rig.says(untrusted));
        rig.press(u"Use a CA file for this profile…"_s);
        QTRY_VERIFY(rig.window->findChild<ProfileEditor *>());
        auto *file = rig.part<QLineEdit>(u"CA file"_s);
        QTRY_VERIFY(file->isVisible());
    }

    void opensTheProfileAtItsClientCertificate()
    {
        NetworkRig rig;
        rig.serve();
        rig.saveProfile(ClientAuthenticationMethod::TlsClientAuth);
        rig.openProfile();
        rig.action(u"Fetch new"_s)->trigger();
        rig.press(u"Set a client certificate…"_s);
        QTRY_VERIFY(rig.window->findChild<ProfileEditor *>());
        QTRY_VERIFY(rig.part<QLineEdit>(u"Client certificate"_s)->isVisible());
        QVERIFY(rig.tlsServer.requests().isEmpty());
    }

    /// No root was sent, so none can be trusted.
    void offersNoTrustWithoutARoot()
    {
        NetworkRig rig;
        rig.serve();
        rig.saveProfile(ClientAuthenticationMethod::ClientSecretPost);
        rig.openProfile();
        rig.action(u"Fetch new"_s)->trigger();
        auto *bar = rig.window->findChild<TokenPage *>()->findChild<MessageBar *>();
        QTRY_VERIFY(bar->isVisible());
        QStringList buttons;
        for (const BarButton &button : bar->message().buttons)
            buttons << button.text;
        QCOMPARE(buttons,
                 (QStringList { u"Show certificate"_s, u"Use a CA file for this profile…"_s }));
    }
};

MINTMARK_TEST(tst_windowtrust, TestWindowTrust)

#include "tst_windowtrust.moc"
