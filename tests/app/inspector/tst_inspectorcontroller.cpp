// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// The inspector in the whole window, over a keychain and a server of the test's.

#include "app/inspector/inspectorcontroller.h"

#include "app/clipboard/clipboardkeeper.h"
#include "app/inspector/againstrow.h"
#include "app/inspector/pastefield.h"
#include "app/inspector/timerow.h"
#include "app/inspector/tokenfield.h"
#include "app/inspector/verdictcard.h"
#include "app/profiles/quietinputs.h"
#include "app/widgets/actionbutton.h"
#include "app/window/pages.h"
#include "app/window/windowrig.h"
#include "jose/base64url.h"
#include "support/testmain.h"

#include <QClipboard>
#include <QDateTimeEdit>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray token(const QByteArray &audience = "payments")
{
    return base64UrlEncode(R"({"alg":"RS256","kid":"757b50fd"})") + '.'
        + base64UrlEncode(QByteArray(R"({"iss":"https://id.example.com/","aud":"AUDIENCE",)"
                                     R"("azp":"acme-client","iat":1741597924,"exp":1741626724})")
                              .replace("AUDIENCE", audience))
        + '.' + base64UrlEncode(QByteArray(256, 'S'));
}

QString ticket(const QByteArray &text)
{
    return u"Hello,\nthe API says 401 with this one:\nAuthorization: Bearer "_s
        + QString::fromLatin1(text) + u"\nRegards"_s;
}

} // namespace

class TestInspectorController : public QObject
{
    Q_OBJECT
private:
    static ProfileId save(WindowRig &rig, const QString &name, const QString &clientId,
                          const QString &audience)
    {
        LoadedProfile loaded = profileFor(rig.server, name);
        loaded.profile.listing.environment = Environment::Sandbox;
        loaded.profile.client.clientId = clientId;
        loaded.profile.client.audience = audience;
        loaded.profile.revocationEndpoint = rig.server.address(u"/revoke"_s);
        return rig.save(std::move(loaded));
    }

    static InspectorPage *inspect(WindowRig &rig, const QString &text)
    {
        QApplication::clipboard()->setText(text);
        (*rig.window->findChild<Actions *>())[ActionId::InspectClipboard]->trigger();
        return rig.window->findChild<Pages *>()->inspector();
    }

    static Verdict::Line line(const InspectorPage *page, int index)
    {
        return page->card()->verdict().lines.value(index);
    }

    static void press(const InspectorPage *page, QLatin1StringView button)
    {
        ActionButton *found = page->messageBar()->button(button);
        QVERIFY(found);
        found->click();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void guessesAndCompares()
    {
        WindowRig rig;
        const ProfileId acme = save(rig, u"Payments Out"_s, u"acme-client"_s, u"other"_s);
        const ProfileId globex = save(rig, u"Intacct"_s, u"globex-client"_s, u"payments"_s);
        rig.open();
        const InspectorPage *page = inspect(rig, ticket(token()));
        QTRY_COMPARE(line(page, 0).text, u"Looks like Acme · Payments Out [Sandbox]"_s);
        QVERIFY2(line(page, 0).caption.startsWith(u"Same client id"_s),
                 qPrintable(line(page, 0).caption));
        QTRY_COMPARE(line(page, 1).text, u"Audience is another one: payments"_s);
        QCOMPARE(line(page, 1).caption, u"The profile asks other: its API will answer 401."_s);
        QCOMPARE(line(page, 2).text, u"Signature not checked"_s);
        ChoiceBox *choice = page->againstRow()->choice();
        QCOMPARE(choice->currentText(), u"Acme · Payments Out [Sandbox], guessed"_s);
        QCOMPARE(choice->currentData().toUuid(), acme);

        choice->setCurrentData(globex);
        Q_EMIT choice->activated(choice->currentIndex());
        QTRY_COMPARE(line(page, 1).text, u"Audience as in the profile"_s);
        QVERIFY(line(page, 0).text.startsWith(u"Checked against"_s));
        QVERIFY(!choice->itemText(1).contains(u"guessed"_s));
        QVERIFY(!choice->itemText(2).contains(u"guessed"_s));

        choice->setCurrentIndex(0);
        Q_EMIT choice->activated(0);
        QCOMPARE(line(page, 1).text, u"Audience: payments"_s);
        QCOMPARE(rig.server.count(), 0); // nothing of it was sent
    }

    void noProfileFits()
    {
        WindowRig rig;
        save(rig, u"Payments Out"_s, u"another-client"_s, u"other"_s);
        rig.open();
        const InspectorPage *page = inspect(rig, QString::fromLatin1(token()));
        QTRY_COMPARE(line(page, 0).text, u"No profile fits"_s);
        QCOMPARE(page->againstRow()->choice()->currentText(), u"No profile"_s);
    }

    void saysThatTheKeyringIsLocked()
    {
        WindowRig rig;
        save(rig, u"Payments Out"_s, u"acme-client"_s, u"payments"_s);
        rig.services->workspace().profileFacts().clearMemory();
        rig.keychain.state = KeychainState::Locked;
        rig.open();
        const InspectorPage *page = inspect(rig, QString::fromLatin1(token()));
        QTRY_COMPARE(line(page, 0).linkId, QString(inspectorlink::unlock));
        QVERIFY(line(page, 0).caption.contains(u"locked"_s));
    }

    /// Judged at that time, and said so in the headline.
    void anotherTime()
    {
        WindowRig rig;
        rig.open();
        const InspectorPage *page = inspect(rig, QString::fromLatin1(token()));
        QVERIFY(page->card()->verdict().headline.startsWith(u"Live"_s));
        QVERIFY(!page->timeRow()->isVisible());
        Q_EMIT page->againstRow()->otherTimeRequested();
        QVERIFY(page->timeRow()->isVisible());
        page->timeRow()->field()->setDateTime(
            QDateTime(QDate(2025, 3, 11), QTime(10, 0), Qt::LocalTime));
        QCOMPARE(page->card()->verdict().headline, u"At 11 Mar 10:00:00: Expired"_s);
        QVERIFY(page->card()->verdict().footLeft.contains(u"not now"_s));
        rig.clock->advance(60'000);
        Q_EMIT rig.services->workspace().ticker().tick();
        QCOMPARE(page->card()->verdict().headline, u"At 11 Mar 10:00:00: Expired"_s);
        // By keys: from the year to the month, and there one up.
        page->timeRow()->field()->setSelectedSection(QDateTimeEdit::YearSection);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(page->timeRow()->field(), Qt::Key_Right);
        QTest::keyClick(page->timeRow()->field(), Qt::Key_Up);
        QCOMPARE(page->card()->verdict().headline, u"At 11 Apr 10:00:00: Expired"_s);
        page->timeRow()->close();
        QCOMPARE(page->card()->verdict().headline, u"Live"_s);
    }

    /// Out of a ticket: others have it. The bar offers to revoke it, asks, and says what was said.
    void revokesASharedToken()
    {
        WindowRig rig;
        save(rig, u"Payments Out"_s, u"acme-client"_s, u"payments"_s);
        rig.open();
        rig.server.handler = [](const ServedRequest &) { return ServedAnswer(); };
        const InspectorPage *page = inspect(rig, ticket(token()));
        QVERIFY(page->messageBar()->isVisible());
        QVERIFY2(page->messageBar()->message().cause.startsWith(u"Still usable for"_s),
                 qPrintable(page->messageBar()->message().cause));
        QTRY_VERIFY(page->messageBar()->button(u"revoke"_s));
        press(page, "revoke"_L1);
        QCOMPARE(page->messageBar()->message().cause, u"Revoke this token?"_s);
        QCOMPARE(rig.server.count(), 0);
        press(page, "revoke-now"_L1);
        QTRY_COMPARE(page->messageBar()->message().cause, u"The server answered"_s);
        QCOMPARE(rig.server.count(), 1);
        QCOMPARE(rig.server.request(0).target, QByteArray("/revoke"));
    }

    void sharedTokenIsNoNewsWhenItStoodAlone()
    {
        WindowRig rig;
        rig.open();
        const InspectorPage *page = inspect(rig, QString::fromLatin1(token()));
        QVERIFY(!page->messageBar()->isVisible());
        inspect(rig, ticket(token()));
        QVERIFY(page->messageBar()->isVisible());
        press(page, "copy-reply"_L1);
        const QString reply = QApplication::clipboard()->text();
        QVERIFY(reply.contains(u"still works"_s) && !reply.contains(u"eyJ"_s));
        (*rig.window->findChild<Actions *>())[ActionId::Escape]->trigger();
        QVERIFY(!page->messageBar()->isVisible());
        Q_EMIT rig.services->workspace().ticker().tick();
        QVERIFY(!page->messageBar()->isVisible()); // it was read
    }

    /// The token names its issuer; it is asked for in the bar, by name.
    void asksBeforeKeysAreFetched()
    {
        WindowRig rig;
        rig.open();
        const InspectorPage *page = inspect(rig, QString::fromLatin1(token()));
        Q_EMIT page->card()->linkClicked(inspectorlink::fetchKeys);
        QCOMPARE(page->messageBar()->message().cause, u"Fetch keys from id.example.com?"_s);
        QVERIFY(page->messageBar()->message().known.contains(u"nobody has vouched for it"_s));
        press(page, "not-now"_L1);
        QVERIFY(!page->messageBar()->isVisible());
        QCOMPARE(line(page, 1).text, u"Signature not checked"_s);
    }

    /// What is copied out of the field is cleared like any token.
    void copiedTextIsCleared()
    {
        WindowRig rig;
        rig.open();
        const InspectorPage *page = inspect(rig, QString::fromLatin1(token()));
        Q_EMIT page->field()->copyRequested(shareSecret(SecretBytes(token())));
        ClipboardKeeper &keeper = rig.services->clipboard();
        QCOMPARE(QApplication::clipboard()->text(), QString::fromLatin1(token()));
        QCOMPARE(keeper.status().state, ClipboardStatus::State::Ours);
        QCOMPARE(keeper.status().owner, u"Inspected token"_s);
        QVERIFY(keeper.needsTick());
    }

    void ticketTextOfTheRow()
    {
        WindowRig rig;
        rig.open();
        const InspectorPage *page = inspect(rig, QString::fromLatin1(token()));
        Q_EMIT page->againstRow()->copyForTicketRequested();
        const QString text = QApplication::clipboard()->text();
        QVERIFY2(text.startsWith(u"Live, "_s), qPrintable(text));
        QVERIFY(text.contains(u"aud: payments"_s) && !text.contains(u"eyJ"_s));
        QCOMPARE(rig.services->clipboard().status().state, ClipboardStatus::State::Empty);
    }
};

MINTMARK_TEST(tst_inspectorcontroller, TestInspectorController)
#include "tst_inspectorcontroller.moc"
