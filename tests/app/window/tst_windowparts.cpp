// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/actions.h"
#include "app/settings/windowsettings.h"
#include "app/start/startpage.h"
#include "app/tokens/copyguard.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/noticebar.h"
#include "app/widgets/startcard.h"
#include "app/window/listplacement.h"
#include "app/window/windownotice.h"

#include <QFile>
#include <QTemporaryDir>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

ProfileListing listingIn(Environment environment)
{
    ProfileListing listing;
    listing.id = QUuid::createUuid();
    listing.environment = environment;
    return listing;
}

} // namespace

class TestWindowParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void productionTakesTwoPressesOnce()
    {
        CopyGuard guard(60'000);
        const ProfileListing production = listingIn(Environment::Production);
        const ProfileListing other = listingIn(Environment::Production);
        QVERIFY(guard.press(listingIn(Environment::Sandbox)));
        QVERIFY(!guard.press(production));
        QVERIFY(guard.isArmed(production.id));
        QVERIFY(guard.press(production));
        QVERIFY(!guard.isArmed(production.id));
        QVERIFY(guard.press(production)); // then silent for the session
        QVERIFY(!guard.press(other)); // but not for the next profile
    }

    void theSecondPressMustComeSoon()
    {
        CopyGuard guard(1);
        const ProfileListing production = listingIn(Environment::Production);
        QSignalSpy changed(&guard, &CopyGuard::changed);
        QVERIFY(!guard.press(production));
        QTRY_VERIFY(!guard.isArmed(production.id));
        QCOMPARE(changed.count(), 2);
        QVERIFY(!guard.press(production));
    }

    void settingsAreRemembered()
    {
        const QTemporaryDir folder;
        {
            WindowSettings settings(folder.path());
            QCOMPARE(settings.theme(), ThemeChoice::FollowSystem);
            QCOMPARE(settings.clearClipboardAfterS(), 60);
            QCOMPARE(settings.listWidth(), 320);
            settings.setTheme(ThemeChoice::Dark);
            settings.setListWidth(1'000);
            settings.setListShown(false);
            settings.setGeometry("where");
        }
        const WindowSettings settings(folder.path());
        QCOMPARE(settings.theme(), ThemeChoice::Dark);
        QCOMPARE(settings.listWidth(), 420); // as wide as it gets
        QCOMPARE(settings.isListShown(), false);
        QCOMPARE(settings.geometry(), "where");
    }

    void oddSettingsBecomeUsual()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"window.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\ntheme=puce\nclear_clipboard_after_s=0\nlist_width=wide\n");
        file.close();
        const WindowSettings settings(folder.path());
        QCOMPARE(settings.theme(), ThemeChoice::FollowSystem);
        QCOMPARE(settings.clearClipboardAfterS(), 5);
        QCOMPARE(settings.listWidth(), 320);
    }

    void theDemoRemembersNothing()
    {
        WindowSettings settings({});
        settings.setTheme(ThemeChoice::Dark);
        QCOMPARE(settings.theme(), ThemeChoice::FollowSystem);
    }

    void everyShortcutStandsOnce()
    {
        QWidget window;
        const Actions actions(&window);
        QList<QKeySequence> seen;
        for (int i = 0; i <= static_cast<int>(ActionId::Last); ++i) {
            const QAction *action = actions[static_cast<ActionId>(i)];
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!seen.contains(keys), qPrintable(keys.toString()));
                seen.append(keys);
            }
        }
        QVERIFY(window.actions().contains(actions[ActionId::FetchNew]));
        QCOMPARE(actions[ActionId::FetchNew]->shortcuts(),
                 (QList<QKeySequence> { Qt::Key_F5, Qt::CTRL | Qt::Key_R }));
    }

    void noticeOffersUndo()
    {
        QWidget window;
        WindowNotice notice(&window);
        window.show();
        int undone = 0;
        notice.show(BarKind::Info, u"Deleted Acme."_s, { u"Undo"_s, [&] { ++undone; }, 10 });
        auto *bar = notice.findChild<NoticeBar *>();
        QCOMPARE(bar->button()->text(), u"Undo (10)"_s);
        bar->button()->click();
        QCOMPARE(undone, 1);
        QVERIFY(notice.isHidden());
        QVERIFY(!notice.dismiss());
        notice.show(BarKind::Info, u"Deleted Globex."_s, { u"Undo"_s, [&] { ++undone; }, 10 });
        QVERIFY(notice.dismiss());
        QCOMPARE(undone, 1);
    }

    void listLiesOverThePageInANarrowWindow()
    {
        auto *list = new QWidget;
        auto *pages = new QWidget;
        ListPlacement placement(list, pages);
        QSignalSpy narrow(&placement, &ListPlacement::narrowChanged);
        placement.resize(1120, 700);
        placement.show();
        QVERIFY(!placement.isOverlay());
        QCOMPARE(list->width(), 320);

        placement.resize(900, 600);
        QCOMPARE(narrow.count(), 1);
        QVERIFY(list->isVisible());
        QCOMPARE(list->width(), 260);

        placement.resize(640, 480);
        QVERIFY(placement.isOverlay());
        QVERIFY(!list->isVisible());
        QCOMPARE(pages->width(), placement.width());
        placement.setListShown(true);
        QVERIFY(list->isVisible());
        QCOMPARE(pages->width(), placement.width());
        placement.closeOverlay();
        QVERIFY(!list->isVisible());

        placement.resize(1120, 700);
        QVERIFY(list->isVisible());
        QCOMPARE(list->width(), 320);
    }

    void startPageTriggersItsActions()
    {
        QAction add;
        QAction inspect;
        QAction demo;
        StartPage page(&add, &inspect, &demo);
        page.resize(800, 600);
        QList<QSignalSpy *> spies;
        for (QAction *action : { &add, &inspect, &demo })
            spies.append(new QSignalSpy(action, &QAction::triggered));
        const QList<StartCard *> cards = page.findChildren<StartCard *>();
        QCOMPARE(cards.size(), 3);
        for (int i = 0; i < 3; ++i) {
            cards[i]->click();
            QCOMPARE(spies[i]->count(), 1);
        }
        qDeleteAll(spies);
        QVERIFY(page.minimumSizeHint().width() <= 640);
        QVERIFY2(page.minimumSizeHint().height() <= 420,
                 qPrintable(QString::number(page.minimumSizeHint().height())));
    }
};

MINTMARK_TEST(tst_windowparts, TestWindowParts)
#include "tst_windowparts.moc"
