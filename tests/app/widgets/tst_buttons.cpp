// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/widgets/accessibletoggle.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/filterchips.h"
#include "app/widgets/segmentedchoice.h"
#include "app/widgets/startcard.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QMenu>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestButtons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enterAndSpacePress_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Return") << Qt::Key_Return;
        QTest::newRow("Enter") << Qt::Key_Enter;
        QTest::newRow("Space") << Qt::Key_Space;
    }

    void enterAndSpacePress()
    {
        QFETCH(Qt::Key, key);
        ActionButton button(u"Copy token"_s, ButtonRole::Primary);
        QSignalSpy clicked(&button, &QPushButton::clicked);
        QTest::keyClick(&button, key);
        QCOMPARE(clicked.count(), 1);
        StartCard card(Icon::Clip, u"Add"_s, u"Something"_s, u"Ctrl+N"_s);
        QSignalSpy chosen(&card, &QAbstractButton::clicked);
        QTest::keyClick(&card, key);
        QCOMPARE(chosen.count(), 1);
    }

    void followsItsAction()
    {
        QAction action(u"&Fetch && go"_s);
        action.setShortcut(Qt::Key_F5);
        ActionButton button;
        button.setAction(&action);
        QCOMPARE(button.text(), u"Fetch & go"_s);
        QSignalSpy triggered(&action, &QAction::triggered);
        button.click();
        QCOMPARE(triggered.count(), 1);
        action.setEnabled(false);
        QVERIFY(!button.isEnabled());
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&button);
        QVERIFY(!access->text(QAccessible::Name).contains(u"F5"_s));
    }

    void disabledSaysWhy()
    {
        ActionButton button(u"Try"_s);
        button.setDisabledReason(u"There is no <API> yet."_s);
        QVERIFY(!button.isEnabled());
        QVERIFY(button.toolTip().contains(u"There is no &lt;API&gt; yet."_s));
        button.setDisabledReason({});
        QVERIFY(button.isEnabled());
    }

    void arrowIsAButtonOfItsOwn()
    {
        QMenu menu;
        ActionButton button(u"Copy token"_s);
        const int before = button.sizeHint().width();
        button.setSplitMenu(&menu, u"Copy as"_s);
        QCOMPARE(button.sizeHint().width(), before + 30);
        QCOMPARE(button.splitArrow()->accessibleName(), u"Copy as"_s);
        QVERIFY(button.splitArrow()->focusPolicy() & Qt::TabFocus);
    }

    void segmentsMayHaveNoneChosen()
    {
        SegmentedChoice choice({ u"Production"_s, u"Sandbox"_s, u"Test"_s });
        QSignalSpy chosen(&choice, &SegmentedChoice::chosen);
        QCOMPARE(choice.currentIndex(), -1);
        choice.segment(1)->click();
        QCOMPARE(choice.currentIndex(), 1);
        QTest::keyClick(&choice, Qt::Key_Right);
        QCOMPARE(choice.currentIndex(), 2);
        QCOMPARE(chosen.count(), 2);
        choice.setCurrentIndex(-1);
        QCOMPARE(choice.currentIndex(), -1);
        QCOMPARE(chosen.count(), 2);
    }

    void assistiveTechnologyChooses()
    {
        installAccessibleToggles();
        const auto toggle = [](QWidget *widget) {
            QAccessibleActionInterface *actions =
                QAccessible::queryAccessibleInterface(widget)->actionInterface();
            QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::toggleAction()));
            actions->doAction(QAccessibleActionInterface::toggleAction());
        };
        SegmentedChoice choice({ u"Form"_s, u"JSON"_s });
        choice.setCurrentIndex(0);
        QSignalSpy chosen(&choice, &SegmentedChoice::chosen);
        toggle(choice.segment(1));
        QCOMPARE(choice.currentIndex(), 1);
        QVERIFY(!choice.segment(0)->isChecked());
        QCOMPARE(chosen.count(), 1);
        toggle(choice.segment(1));
        QCOMPARE(choice.currentIndex(), 1);
        QAccessibleInterface *segment = QAccessible::queryAccessibleInterface(choice.segment(1));
        QCOMPARE(segment->role(), QAccessible::RadioButton);
        QCOMPARE(segment->text(QAccessible::Name), u"JSON"_s);
        QVERIFY(segment->state().checked);

        QCheckBox box(u"Keep it"_s);
        QSignalSpy clicked(&box, &QAbstractButton::clicked);
        toggle(&box);
        QVERIFY(box.isChecked());
        QCOMPARE(clicked.count(), 1);
        toggle(&box);
        QVERIFY(!QAccessible::queryAccessibleInterface(&box)->state().checked);
        box.setEnabled(false);
        toggle(&box);
        QVERIFY(!box.isChecked());
    }

    /// However long a name is: chips go on in the next line, and end where the list ends.
    void chipsStayInside()
    {
        const QString longName = u"Needs another secret than it has now"_s;
        FilterChips chips;
        chips.setChoices({ { u"all"_s, u"All"_s, 212 },
                           { u"live"_s, u"Live"_s, 4 },
                           { u"long"_s, longName, 60 } });
        chips.setCurrent(u"long"_s);
        const int width = 160;
        for (const bool folded : { false, true }) {
            chips.setFolded(folded);
            QVERIFY(chips.minimumSizeHint().width() <= width);
            chips.resize(width, chips.heightForWidth(width));
            chips.show();
            const QRect room = chips.rect();
            for (const auto *button : chips.findChildren<QAbstractButton *>()) {
                const QRect place(button->mapTo(&chips, QPoint()), button->size());
                QVERIFY2(!button->isVisible() || room.contains(place), qPrintable(button->text()));
            }
        }
        chips.setFolded(false);
        QTRY_VERIFY(chips.chip(u"long"_s)->isVisible());
        QVERIFY(chips.chip(u"long"_s)->toolTip().contains(longName));
        QVERIFY(chips.chip(u"all"_s)->toolTip().isEmpty());
        QVERIFY(chips.chip(u"long"_s)->y() > chips.chip(u"all"_s)->y());
    }

    void chipsAlwaysHaveOne()
    {
        FilterChips chips;
        chips.setChoices({ { u"all"_s, u"All"_s, 212 }, { u"live"_s, u"Live"_s, 4 } });
        QCOMPARE(chips.current(), u"all"_s);
        QSignalSpy chosen(&chips, &FilterChips::chosen);
        chips.chip(u"live"_s)->click();
        QCOMPARE(chips.current(), u"live"_s);
        QCOMPARE(chosen.count(), 1);
        chips.setChoices({ { u"all"_s, u"All"_s, 212 } });
        QCOMPARE(chips.current(), u"all"_s);
    }
};

MINTMARK_TEST(tst_buttons, TestButtons)
#include "tst_buttons.moc"
