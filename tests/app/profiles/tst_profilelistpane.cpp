// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilelistmodel.h"
#include "app/profiles/profilelistpane.h"
#include "app/profiles/profilelistview.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/filterchips.h"
#include "app/widgets/wraplabel.h"
#include "listings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPaintEvent>
#include <QSignalSpy>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;

/// The pane in an active window, with its parts and what it says.
struct Shown
{
    explicit Shown(const Clock &clock, const QList<ProfileListing> &listings) : pane(clock)
    {
        pane.setListings(listings);
        pane.resize(320, 640);
        pane.show();
        pane.activateWindow();
        search = pane.findChild<QLineEdit *>();
        list = pane.findChild<ProfileListView *>();
        model = pane.findChild<ProfileListModel *>();
    }
    bool isActive() { return QTest::qWaitForWindowActive(&pane); }
    QPoint centre(const QModelIndex &index) const { return list->visualRect(index).center(); }
    void click(const QModelIndex &index) const
    {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, centre(index));
    }
    QModelIndex section(const QString &key) const
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->sectionKey(model->index(row, 0)) == key)
                return model->index(row, 0);
        }
        return {};
    }

    ProfileListPane pane;
    QLineEdit *search;
    ProfileListView *list;
    ProfileListModel *model;
    QSignalSpy selected { &pane, &ProfileListPane::selected };
    QSignalSpy activated { &pane, &ProfileListPane::activated };
    QSignalSpy copied { &pane, &ProfileListPane::copyRequested };
};

ProfileId idOf(const QSignalSpy &spy)
{
    return spy.isEmpty() ? ProfileId() : spy.last()[0].value<ProfileId>();
}

QList<ProfileListing> someListings()
{
    QList<ProfileListing> all = test::manyListings(40);
    all[12].lastUsedMs = 1000; // Customer 0002 · Intacct
    return all;
}

/// Remembers what was painted.
class PaintWatch : public QObject
{
    Q_OBJECT
public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }
    QRegion painted;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

} // namespace

class TestProfileListPane : public QObject
{
    Q_OBJECT
private:
    test::FakeClock m_clock;

private Q_SLOTS:
    void names()
    {
        const Shown shown(m_clock, someListings());
        QCOMPARE(shown.search->accessibleName(), u"Customer, profile or client id"_s);
        QCOMPARE(shown.list->accessibleName(), u"Profiles"_s);
    }

    void enterTakesTheBestHit()
    {
        const QList<ProfileListing> all = someListings();
        Shown shown(m_clock, all);
        QVERIFY(shown.isActive());
        shown.pane.focusSearch();
        QTest::keyClicks(shown.search, u"0003 pay"_s);
        QCOMPARE(shown.selected.size(), 0);
        QTest::keyClick(shown.search, Qt::Key_Return);
        QCOMPARE(idOf(shown.selected), all[18].id);
        QCOMPARE(idOf(shown.activated), all[18].id);
        QCOMPARE(shown.selected.size(), 1);
        QCOMPARE(shown.activated.size(), 1);
        QCOMPARE(shown.pane.current(), all[18].id);
        QCOMPARE(shown.pane.searchText(), u"0003 pay"_s);
    }

    void enterWithoutSearchIsForTheOpenProfile()
    {
        const QList<ProfileListing> all = someListings();
        Shown shown(m_clock, all);
        QVERIFY(shown.isActive());
        shown.pane.focusSearch();
        QTest::keyClick(shown.search, Qt::Key_Return);
        QCOMPARE(shown.activated.size(), 0);
        shown.pane.setCurrent(all[3].id);
        QTest::keyClick(shown.search, Qt::Key_Return);
        QCOMPARE(idOf(shown.activated), all[3].id);
    }

    void controlEnterCopies()
    {
        const QList<ProfileListing> all = someListings();
        Shown shown(m_clock, all);
        QVERIFY(shown.isActive());
        shown.pane.focusSearch();
        QTest::keyClicks(shown.search, u"0003 pay"_s);
        QTest::keyClick(shown.search, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(idOf(shown.copied), all[18].id);
        QCOMPARE(shown.activated.size(), 0);
        QCOMPARE(shown.selected.size(), 0);
    }

    void escapeEmptiesTheSearch()
    {
        Shown shown(m_clock, someListings());
        QVERIFY(shown.isActive());
        shown.pane.focusSearch();
        QTest::keyClicks(shown.search, u"pay"_s);
        QVERIFY(shown.model->isFlat());
        QTest::keyClick(shown.search, Qt::Key_Escape);
        QCOMPARE(shown.pane.searchText(), QString());
        QVERIFY(!shown.model->isFlat());
    }

    void downAndUp()
    {
        const QList<ProfileListing> all = someListings();
        Shown shown(m_clock, all);
        QVERIFY(shown.isActive());
        shown.pane.focusSearch();
        QTest::keyClicks(shown.search, u"0003"_s);
        QTest::keyClick(shown.search, Qt::Key_Down);
        QVERIFY(shown.list->hasFocus());
        QCOMPARE(idOf(shown.selected), all[15].id);
        QTest::keyClick(shown.list, Qt::Key_Down);
        QCOMPARE(idOf(shown.selected), all[16].id);
        QTest::keyClick(shown.list, Qt::Key_Up);
        QTest::keyClick(shown.list, Qt::Key_Up);
        QVERIFY(shown.search->hasFocus());
    }

    void typingInTheListSearches()
    {
        Shown shown(m_clock, someListings());
        QVERIFY(shown.isActive());
        shown.list->setFocus();
        QTest::keyClick(shown.list, Qt::Key_P, Qt::NoModifier);
        QVERIFY(shown.search->hasFocus());
        QCOMPARE(shown.pane.searchText(), u"p"_s);
    }

    void keysInTheList()
    {
        const QList<ProfileListing> all = someListings();
        Shown shown(m_clock, all);
        QVERIFY(shown.isActive());
        shown.list->setFocus();
        shown.click(shown.model->places(all[12].id).first());
        QCOMPARE(idOf(shown.selected), all[12].id);
        QTest::keyClick(shown.list, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(idOf(shown.copied), all[12].id);
        QTest::keyClick(shown.list, Qt::Key_Return);
        QCOMPARE(idOf(shown.activated), all[12].id);
    }

    void headsFold()
    {
        Shown shown(m_clock, someListings());
        QVERIFY(shown.isActive());
        QVERIFY(shown.list->isExpanded(shown.section(u"recent"_s)));
        const QModelIndex head = shown.section(u"customer:customer 0003"_s);
        QVERIFY(!shown.list->isExpanded(head));
        shown.click(head);
        QVERIFY(shown.list->isExpanded(head));
        QTest::keyClick(shown.list, Qt::Key_Space);
        QVERIFY(!shown.list->isExpanded(head));
        QTest::keyClick(shown.list, Qt::Key_Return);
        QVERIFY(shown.list->isExpanded(head));
        QCOMPARE(shown.selected.size(), 0);

        // A search, and other listings, change nothing of it.
        shown.search->setText(u"pay"_s);
        shown.search->clear();
        QVERIFY(shown.list->isExpanded(shown.section(u"customer:customer 0003"_s)));
        shown.pane.setListings(test::manyListings(50));
        QVERIFY(shown.list->isExpanded(shown.section(u"customer:customer 0003"_s)));
        QVERIFY(!shown.list->isExpanded(shown.section(u"customer:customer 0002"_s)));
    }

    void fewProfilesAreNotFolded()
    {
        const Shown shown(m_clock, test::manyListings(10));
        QVERIFY(shown.list->isExpanded(shown.section(u"customer:customer 0001"_s)));
    }

    void clickOnTheOpenProfileSaysSoAgain()
    {
        const QList<ProfileListing> all = someListings();
        Shown shown(m_clock, all);
        QVERIFY(shown.isActive());
        shown.pane.setCurrent(all[12].id);
        QCOMPARE(shown.selected.size(), 0);
        shown.click(shown.model->places(all[12].id).first());
        QCOMPARE(idOf(shown.selected), all[12].id);
        QCOMPARE(shown.selected.size(), 1);
    }

    void setCurrentShowsIt()
    {
        const QList<ProfileListing> all = someListings();
        Shown shown(m_clock, all);
        shown.pane.setCurrent(all[38].id);
        QCOMPARE(shown.selected.size(), 0);
        QCOMPARE(shown.pane.current(), all[38].id);
        QVERIFY(shown.list->isExpanded(shown.section(u"customer:customer 0007"_s)));
        const QModelIndex place = shown.model->places(all[38].id).first();
        QVERIFY(shown.list->viewport()->rect().contains(shown.list->visualRect(place)));

        // It stays while a search hides it, and goes with its profile.
        shown.search->setText(u"0001"_s);
        QCOMPARE(shown.pane.current(), all[38].id);
        shown.search->clear();
        QCOMPARE(shown.list->selectionModel()->selectedIndexes().size(), 1);
        shown.pane.setListings(all.first(20));
        QVERIFY(shown.pane.current().isNull());
    }

    void stepsOverHeads()
    {
        const QList<ProfileListing> all = someListings();
        Shown shown(m_clock, all);
        shown.pane.selectNext(1);
        QCOMPARE(idOf(shown.selected), all[12].id); // recent
        shown.pane.selectNext(1);
        QCOMPARE(idOf(shown.selected), all[0].id);
        for (int i = 0; i < 5; ++i)
            shown.pane.selectNext(1);
        QCOMPARE(idOf(shown.selected), all[5].id); // the next customer
        shown.pane.selectNext(-1);
        QCOMPARE(idOf(shown.selected), all[4].id);
    }

    void emptyStates()
    {
        Shown shown(m_clock, {});
        const auto says = [&shown](const QString &text) {
            const auto labels = shown.pane.findChildren<WrapLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&text](const WrapLabel *label) {
                return label->isVisible() && label->text() == text;
            });
        };
        QVERIFY(says(u"No profiles yet"_s));
        QVERIFY(!shown.pane.findChild<FilterChips *>()->isVisible());
        shown.pane.setListings(someListings());
        QVERIFY(shown.list->isVisible());
        QVERIFY(shown.pane.findChild<FilterChips *>()->isVisible());
        shown.search->setText(u"umbrella"_s);
        QVERIFY(says(u"Nothing matches “umbrella”"_s));
        shown.search->setText(u"umbrella corp"_s);
        QVERIFY(says(u"Nothing matches “umbrella corp”"_s));
        const auto buttons = shown.pane.findChildren<ActionButton *>();
        for (ActionButton *button : buttons) {
            if (button->text() == "Clear search"_L1)
                button->click();
        }
        QVERIFY(shown.list->isVisible());
    }

    void filters()
    {
        QList<ProfileListing> all = someListings();
        all[7].lastResult = u"refused"_s;
        Shown shown(m_clock, all);
        auto *chips = shown.pane.findChild<FilterChips *>();
        chips->chip(u"failing"_s)->click();
        QCOMPARE(shown.model->rowCount(), 1);
        all[7].lastResult = u"ok"_s;
        shown.pane.setListings(all); // the chip goes, and with it the filter
        QCOMPARE(chips->current(), u"all"_s);
        QVERIFY(!shown.model->isFlat());
    }

    void buttonsFollowTheActions()
    {
        Shown shown(m_clock, {});
        QAction create(u"New…"_s);
        create.setShortcut(QKeySequence(u"Ctrl+N"_s));
        QAction inspect(u"Inspect a token"_s);
        shown.pane.setActions(&create, &inspect);
        const QSignalSpy triggered(&create, &QAction::triggered);
        const auto buttons = shown.pane.findChildren<ActionButton *>();
        const auto found =
            std::find_if(buttons.begin(), buttons.end(), [](const ActionButton *button) {
                return button->text() == "New profile"_L1;
            });
        QVERIFY(found != buttons.end());
        (*found)->click();
        QCOMPARE(triggered.size(), 1);
        create.setEnabled(false);
        QVERIFY(!(*found)->isEnabled());
    }

    void tickPaintsOnlyTheRowsThatChanged()
    {
        QList<ProfileListing> all = test::manyListings(10);
        all[2].tokenExpiresMs = m_clock.nowMs() + 5 * minute;
        all[3].tokenExpiresMs = m_clock.nowMs() + 50 * minute + 30 * second;
        Shown shown(m_clock, all);
        QVERIFY(shown.isActive());
        QVERIFY(QTest::qWaitForWindowExposed(&shown.pane));
        QVERIFY(shown.pane.needsTick());
        PaintWatch watch(shown.list->viewport());
        shown.list->viewport()->update();
        QTRY_VERIFY(!watch.painted.isEmpty()); // everything that was still to be painted
        watch.painted = {};
        m_clock.advance(second);
        shown.pane.tick();
        QTRY_VERIFY(!watch.painted.isEmpty());
        const QModelIndex changed = shown.model->places(all[2].id).first();
        QCOMPARE(watch.painted.boundingRect(), shown.list->visualRect(changed));
    }

    void hiddenNeedsNoTick()
    {
        QList<ProfileListing> all = test::manyListings(10);
        all[2].tokenExpiresMs = m_clock.nowMs() + 5 * minute;
        Shown shown(m_clock, all);
        const QSignalSpy needed(&shown.pane, &ProfileListPane::tickNeeded);
        shown.pane.hide();
        QVERIFY(!shown.pane.needsTick());
        QVERIFY(!needed.isEmpty());
    }

    /// Printed, not judged: the machine may be busy.
    void keyToListFiltered()
    {
        Shown shown(m_clock, test::manyListings(10'000));
        QVERIFY(shown.isActive());
        shown.pane.focusSearch();
        double worst = 0;
        for (const QChar key : u"customer 19 pay"_s) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(shown.search, key.toLatin1());
            shown.list->viewport()->repaint();
            const double ms = double(timer.nsecsElapsed()) / 1e6;
            worst = qMax(worst, ms);
            qInfo("10,000 profiles, key '%c' to the list painted: %.2f ms, %d rows", key.toLatin1(),
                  ms, shown.model->rowCount());
        }
        qInfo("worst: %.2f ms", worst);
        QVERIFY(shown.model->rowCount() > 50);
    }
};

MINTMARK_TEST(tst_profilelistpane, TestProfileListPane)
#include "tst_profilelistpane.moc"
