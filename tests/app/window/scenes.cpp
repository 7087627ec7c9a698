// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/scenes.h"

#include "app/inspector/againstrow.h"
#include "app/inspector/inspectorpage.h"
#include "app/inspector/timerow.h"
#include "app/inspector/verdictcard.h"
#include "app/profiles/profilelistpane.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/errorbar.h"
#include "app/window/editorscenes.h"
#include "app/window/pages.h"
#include "jose/base64url.h"
#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>

#include <algorithm>

namespace mintmark::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray signedToken(const QByteArray &payload)
{
    return base64UrlEncode(R"({"alg":"RS256","kid":"757b50fd","typ":"JWT"})") + '.'
        + base64UrlEncode(payload) + '.' + base64UrlEncode(QByteArray(256, 'S'));
}

/// As the Sage guide describes them; made at the time the rig's clock shows at first.
QByteArray sageToken(const QByteArray &audience = "s200ukipd/sage200", int lifetimeS = 28'800)
{
    return signedToken(R"({"iss":"https://id.sage.com/","aud":")" + audience + R"(","exp":)"
                       + QByteArray::number(1'741'597'924 + lifetimeS)
                       + R"(,"iat":1741597924,"azp":"k1Jq0vWcYxM8sBt2Zr7LdPqE",)"
                         R"("scope":"payments:read payments:write",)"
                         R"("organisationId":"ab1f78b2-384e-4e20-b366-6f90b8763e6e",)"
                         R"("sourceProduct":"sage.brazil.one","gty":"client-credentials"})");
}

LoadedProfile sageProfile(const WindowRig &rig, const QString &customer, const QString &name,
                          Environment environment)
{
    LoadedProfile loaded = profileFor(rig.server, name);
    loaded.profile.provider = u"sage-id"_s;
    loaded.profile.listing.customer = customer;
    loaded.profile.listing.environment = environment;
    loaded.profile.client.body = BodyFormat::Json;
    loaded.profile.client.grantType = u"client_credential"_s;
    loaded.profile.client.clientId = u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s;
    loaded.profile.client.audience = u"s200ukipd/sage200"_s;
    loaded.profile.secretSavedAtMs = 1'741'000'000'000;
    loaded.secrets.client.clientSecret =
        SecretBytes("kN4uF0sW2aPz7LrT5bVx8mQc1dHj6Yg3eRoKi9Ut-Qx9A");
    return loaded;
}

/// The list of the pictures; the first one is what a scene is about.
void saveProfiles(WindowRig &rig, Environment first, const char *othersId = nullptr)
{
    const qint64 now = rig.clock->nowMs();
    const auto save = [&](const char *customer, const char *name, Environment environment,
                          std::optional<qint64> expires = {}, const QString &result = {}) {
        LoadedProfile loaded =
            sageProfile(rig, QLatin1StringView(customer), QLatin1StringView(name), environment);
        loaded.profile.listing.tokenExpiresMs = expires;
        loaded.profile.listing.lastResult = result;
        if (othersId && rig.services->workspace().profiles().listings().size() > 0)
            loaded.profile.client.clientId = QLatin1StringView(othersId);
        rig.save(std::move(loaded));
    };
    save("Acme", "Payments Out", first);
    save("Acme", "Provider API", Environment::Sandbox);
    save("Acme", "Provider API (old)", Environment::Development, now - 3'600'000);
    save("Globex", "Intacct", Environment::Production, now + 238'000);
    save("Globex", "Intacct", Environment::Test);
    save("Initech", "Payments Out", Environment::Production, {}, u"refused"_s);
}

void noProfiles(WindowRig &) { }
void sandbox(WindowRig &rig)
{
    saveProfiles(rig, Environment::Sandbox);
}
void production(WindowRig &rig)
{
    saveProfiles(rig, Environment::Production);
}
void lockedSandbox(WindowRig &rig)
{
    sandbox(rig);
    rig.keychain.state = KeychainState::Locked;
}

QAction *action(WindowRig &rig, ActionId id)
{
    return (*rig.window->findChild<Actions *>())[id];
}

TokenPage *tokenPage(WindowRig &rig)
{
    return rig.window->findChild<TokenPage *>();
}

void nothing(WindowRig &) { }

void openFirst(WindowRig &rig)
{
    const QList<ProfileListing> listings = rig.services->workspace().profiles().listings();
    const auto first = std::find_if(listings.begin(), listings.end(), [](const auto &listing) {
        return listing.customer == u"Acme"_s && listing.name == u"Payments Out"_s;
    });
    QVERIFY(first != listings.end());
    Q_EMIT rig.window->findChild<ProfileListPane *>()->selected(first->id);
    const TokenSession &session = rig.services->workspace().session();
    QTRY_VERIFY(session.state(first->id).step == SessionState::Step::Idle);
}

void fetch(WindowRig &rig, const QByteArray &token, int lifetimeS, qint64 passedMs)
{
    rig.server.handler = [=](const ServedRequest &) {
        return TokenServer::token(token, lifetimeS);
    };
    openFirst(rig);
    QSignalSpy done(&rig.services->workspace().session(), &TokenSession::tokenSetChanged);
    action(rig, ActionId::FetchNew)->trigger();
    QTRY_VERIFY(done.size() > 0);
    const ProfileId id = rig.window->findChild<ProfileListPane *>()->current();
    QTRY_VERIFY(rig.services->workspace().profiles().listing(id)->tokenExpiresMs);
    rig.clock->advance(passedMs);
    Q_EMIT rig.services->workspace().ticker().tick();
}

void live(WindowRig &rig)
{
    fetch(rig, sageToken(), 28'800, 1'070'000);
}
void ending(WindowRig &rig)
{
    fetch(rig, sageToken("s200ukipd/sage200", 3'600), 3'600, 3'362'000);
}
void expired(WindowRig &rig)
{
    fetch(rig, sageToken(), 28'800, 29'520'000);
}
void opaque(WindowRig &rig)
{
    fetch(rig, "2YotnFZFEjr1zCsicMWpAA5b9fa0c1d7e3f2", 3'600, 60'000);
}
void otherAudience(WindowRig &rig)
{
    fetch(rig, sageToken("sage200uk"), 28'800, 1'070'000);
}

void refused(WindowRig &rig)
{
    live(rig);
    rig.server.handler = [](const ServedRequest &) {
        ServedAnswer answer;
        answer.status = 401;
        answer.body = R"({"error":"invalid_client","error_description":"Unauthorized"})";
        return answer;
    };
    action(rig, ActionId::FetchNew)->trigger();
    QTRY_VERIFY(tokenPage(rig)->hasMessage());
}

void copied(WindowRig &rig)
{
    live(rig);
    action(rig, ActionId::CopyToken)->trigger();
    QTRY_VERIFY(!QApplication::clipboard()->text().isEmpty());
}

void checks(WindowRig &rig)
{
    otherAudience(rig);
    tokenPage(rig)->showTab(1);
}
void encoded(WindowRig &rig)
{
    live(rig);
    tokenPage(rig)->showTab(2);
}
void requests(WindowRig &rig)
{
    refused(rig);
    action(rig, ActionId::Escape)->trigger();
    tokenPage(rig)->showTab(3);
}

void newProfile(WindowRig &rig)
{
    action(rig, ActionId::NewProfile)->trigger();
}
void pastedProfile(WindowRig &rig)
{
    QApplication::clipboard()->setText(
        u"Hello,\nhere are the sandbox credentials for Sage ID:\n"
        "Client ID: k1Jq0vWcYxM8sBt2Zr7LdPqE\n"
        "Client Secret: kN4uF0sW2aPz7LrT5bVx8mQc1dHj6Yg3eRoKi9Ut-Qx9A\n"
        "Audience: s200ukipd/sage 200\n"_s);
    action(rig, ActionId::NewFromClipboard)->trigger();
}
void unfinishedProfile(WindowRig &rig)
{
    pastedProfile(rig);
    action(rig, ActionId::Save)->trigger();
}
void existingProfile(WindowRig &rig)
{
    openFirst(rig);
    action(rig, ActionId::EditProfile)->trigger();
    auto *pages = rig.window->findChild<Pages *>();
    QTRY_COMPARE(pages->page(), Pages::Page::Editor);
}

void editorNetwork(WindowRig &rig)
{
    existingProfile(rig);
    ownNetwork(rig);
}
void editorIssuer(WindowRig &rig)
{
    existingProfile(rig);
    issuerField(rig);
}
template <void (*play)(WindowRig &)> void onNewProfile(WindowRig &rig)
{
    newProfile(rig);
    play(rig);
}
void settingsPage(WindowRig &rig)
{
    action(rig, ActionId::Settings)->trigger();
}

/// A profile whose server has a root nobody here trusts.
void untrustedServer(WindowRig &rig)
{
    const TestCertificate root = TestCertificate::authority(u"Acme Corp Proxy CA"_s);
    auto *server = new LoopbackServer([](const ServedRequest &) { return ServedAnswer(); },
                                      &rig.services->workspace().profiles());
    QVERIFY(server->listenTls(root.issue({}).configuration({ root })));
    LoadedProfile loaded = sageProfile(rig, u"Hooli"_s, u"Payments Out"_s, Environment::Sandbox);
    loaded.profile.client.tokenEndpoint =
        u"https://127.0.0.1:%1/oauth/token"_s.arg(server->port());
    rig.save(std::move(loaded));
}
void untrusted(WindowRig &rig)
{
    rig.window->findChild<ProfileListPane *>()->selectNext(1);
    action(rig, ActionId::FetchNew)->trigger();
    const auto *bar = tokenPage(rig)->findChild<MessageBar *>();
    QTRY_VERIFY(bar->isVisible());
}
void pressCure(WindowRig &rig, Cure cure)
{
    untrusted(rig);
    auto *bar = tokenPage(rig)->findChild<MessageBar *>();
    QTRY_VERIFY(bar->button(cureButtonId(cure)));
    bar->button(cureButtonId(cure))->click();
}
void certificate(WindowRig &rig)
{
    pressCure(rig, Cure::ShowCertificate);
}
void trustQuestion(WindowRig &rig)
{
    pressCure(rig, Cure::TrustAuthority);
}

void inspect(WindowRig &rig, const QByteArray &text)
{
    QApplication::clipboard()->setText(QString::fromUtf8(text));
    action(rig, ActionId::InspectClipboard)->trigger();
}
void inspectNothing(WindowRig &rig)
{
    action(rig, ActionId::Inspect)->trigger();
}
void inspectJws(WindowRig &rig)
{
    inspect(rig, "Authorization: Bearer " + sageToken());
}
void inspectDamaged(WindowRig &rig)
{
    inspect(rig, sageToken().first(260));
}
void inspectOpaque(WindowRig &rig)
{
    inspect(rig, "2YotnFZFEjr1zCsicMWpAA5b9fa0c1d7e3f2");
}
/// Of one profile of many, which asks for another audience; the token is live, and a ticket is read
/// by many.
void inspectTicket(WindowRig &rig)
{
    inspect(rig, "Hello,\n\nsince this morning the API answers 401:\n\n> Authorization: Bearer "
                + sageToken("sage200uk") + "\n\nand with the old one, too:\n\n> "
                + sageToken("sage200uk", 600).first(300) + "\n\nRegards, Hooli\n");
    const auto *page = rig.window->findChild<InspectorPage *>();
    QTRY_COMPARE(page->card()->verdict().lines.value(1).tone, Tone::Fault);
}
void inspectAtAnotherTime(WindowRig &rig)
{
    inspectTicket(rig);
    const auto *page = rig.window->findChild<InspectorPage *>();
    Q_EMIT page->againstRow()->otherTimeRequested();
    page->timeRow()->field()->setDateTime(
        QDateTime::fromMSecsSinceEpoch(1'741'597'924'000 + 30'000'000));
}
void oneOfMany(WindowRig &rig)
{
    saveProfiles(rig, Environment::Sandbox, "h0l1Qs7vXk2Mn9Rt4Bz6PdYw");
}
void inspectJwe(WindowRig &rig)
{
    inspect(rig,
            base64UrlEncode(R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"api-2"})") + '.'
                + base64UrlEncode(QByteArray(256, 'K')) + '.' + base64UrlEncode(QByteArray(12, 'I'))
                + '.' + base64UrlEncode(QByteArray(400, 'C')) + '.'
                + base64UrlEncode(QByteArray(16, 'T')));
}

} // namespace

const QList<Scene> &scenes()
{
    static const QList<Scene> all {
        { "start", noProfiles, nothing, true },
        { "choose", sandbox, nothing },
        { "editor-new", sandbox, newProfile },
        { "editor-pasted", sandbox, pastedProfile, true },
        { "editor-findings", sandbox, unfinishedProfile, true },
        { "editor-existing", sandbox, existingProfile },
        { "editor-network", sandbox, editorNetwork, true },
        { "editor-issuer", sandbox, editorIssuer },
        { "editor-assertion", sandbox, onNewProfile<signedProof>, true },
        { "editor-passphrase", sandbox, onNewProfile<wrongPassphrase>, true },
        { "editor-certificate", sandbox, onNewProfile<clientCertificate> },
        { "settings", sandbox, settingsPage, true },
        { "token-none", sandbox, openFirst },
        { "token-live", sandbox, live, true },
        { "token-copied", sandbox, copied },
        { "token-ending-production", production, ending },
        { "token-refused", production, refused, true },
        { "token-expired", sandbox, expired },
        { "token-opaque", sandbox, opaque },
        { "token-other-audience", sandbox, otherAudience },
        { "token-locked", lockedSandbox, openFirst },
        { "token-untrusted", untrustedServer, untrusted },
        { "token-certificate", untrustedServer, certificate },
        { "token-trust", untrustedServer, trustQuestion, true },
        { "tab-checks", sandbox, checks, true },
        { "tab-token", sandbox, encoded },
        { "tab-requests", sandbox, requests, true },
        { "inspector-empty", sandbox, inspectNothing },
        { "inspector-jws", sandbox, inspectJws, true },
        { "inspector-jwe", sandbox, inspectJwe },
        { "inspector-damaged", sandbox, inspectDamaged, true },
        { "inspector-opaque", sandbox, inspectOpaque },
        { "inspector-ticket", oneOfMany, inspectTicket, true },
        { "inspector-at", oneOfMany, inspectAtAnotherTime },
    };
    return all;
}

const Scene &sceneNamed(const QByteArray &name)
{
    const auto found = std::find_if(scenes().begin(), scenes().end(),
                                    [&](const Scene &scene) { return scene.name == name; });
    if (found == scenes().end())
        qFatal("no such scene");
    return *found;
}

void present(WindowRig &rig, const Scene &scene)
{
    QApplication::clipboard()->clear();
    scene.prepare(rig);
    rig.open();
    rig.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
    scene.play(rig);
}

} // namespace mintmark::test
