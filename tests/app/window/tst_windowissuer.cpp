// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profileeditor.h"
#include "app/tokens/countdowncard.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/messagebar.h"
#include "app/window/networkrig.h"
#include "app/window/pages.h"
#include "core/session/keyserver.h"

#include <QLineEdit>

using namespace mintmark;
using namespace mintmark::test;

namespace {

/// A fetched token that names an issuer, for a profile that has none.
class IssuerRig : public NetworkRig
{
public:
    IssuerRig()
    {
        const QByteArray token =
            keys.key.signCompact(keys.key.header("JWT"_L1),
                                 R"({"exp":1741626724,"iss":")" + keys.issuer().toUtf8() + R"("})");
        server.handler = [token](const ServedRequest &) { return TokenServer::token(token); };
        id = save(profileFor(server));
        openProfile();
        action(u"Fetch new"_s)->trigger();
    }

    TokenPage *page() const { return window->findChild<TokenPage *>(); }
    MessageBar *bar() const { return page()->findChild<MessageBar *>(); }
    Verdict::Line signature() const
    {
        for (const Verdict::Line &line : page()->findChild<CountdownCard *>()->verdict().lines) {
            if (line.text.startsWith(u"Signature"_s))
                return line;
        }
        return {};
    }
    void askForKeys() const
    {
        QTRY_COMPARE(signature().linkId, u"edit-keys"_s);
        Q_EMIT page()->findChild<CountdownCard *>()->linkClicked(signature().linkId);
        QVERIFY(bar()->isVisible());
        QCOMPARE(bar()->message().cause, u"Fetch keys from 127.0.0.1?"_s);
        QVERIFY(bar()->message().known.contains(u"nobody has vouched for it"_s));
    }

    KeyServer keys;
    ProfileId id;
};

} // namespace

/// The token page asks before the issuer that a token names becomes the profile's.
class TestWindowIssuer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Nothing is fetched before the answer; then the keys are, and the signature is checked.
    void savesTheIssuerOfTheToken()
    {
        IssuerRig rig;
        rig.askForKeys();
        QCOMPARE(rig.keys.asked(), QByteArrayList());
        rig.press(u"Save as issuer"_s);
        QVERIFY(!rig.bar()->isVisible());
        const TokenSession &session = rig.services->workspace().session();
        QTRY_COMPARE(session.state(rig.id).profile->issuer, rig.keys.issuer());
        QTRY_COMPARE(rig.signature().text, u"Signature verified"_s);
        QVERIFY(rig.keys.asked().contains("GET /jwks"));
    }

    void opensTheEditorForAnother()
    {
        IssuerRig rig;
        rig.askForKeys();
        rig.press(u"Set another…"_s);
        const Pages *pages = rig.window->findChild<Pages *>();
        QTRY_COMPARE(pages->page(), Pages::Page::Editor);
        auto *issuer = rig.part<QLineEdit>(u"Issuer"_s);
        QVERIFY(issuer);
        QTRY_VERIFY(issuer->hasFocus());
        QVERIFY(issuer->text().isEmpty());
        QCOMPARE(rig.keys.asked(), QByteArrayList());
    }
};

MINTMARK_TEST(tst_windowissuer, TestWindowIssuer)
#include "tst_windowissuer.moc"
