// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimsview.h"

#include "pagerig.h"
#include "support/testmain.h"
#include "tokenexamples.h"

#include <QAccessible>
#include <QAccessibleTableInterface>

using namespace mintmark;
using namespace mintmark::test;

/// Rows are chosen, never cells, whoever does it.
class TestClaimsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Assistive technology chooses by toggling a cell; what is then copied is of that row.
    void toggledRowsAreTheOnesMeant()
    {
        ClaimsView view;
        view.setToken(parsed(jwsBytes(R"({"iss":"a","o":{"x":[1],"y":2},"exp":3})")), {}, {},
                      exampleNowMs);
        view.expandAll();
        QAccessibleTableInterface *table =
            QAccessible::queryAccessibleInterface(&view)->tableInterface();
        QStringList names;
        for (int row = 0; row < table->rowCount(); ++row) {
            for (const int column : { 0, 1, 1 }) { // the last takes its cell back: the row stays
                QAccessibleInterface *cell = table->cellAt(row, column);
                cell->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
                const QModelIndexList chosen = view.selectionModel()->selectedIndexes();
                QCOMPARE(chosen.size(), 3);
                const QString name = table->cellAt(row, 0)->text(QAccessible::Name);
                QCOMPARE(chosen.first().siblingAtColumn(0).data().toString(), name);
                QCOMPARE(view.currentIndex().siblingAtColumn(0).data().toString(), name);
            }
            names << table->cellAt(row, 0)->text(QAccessible::Name);
        }
        QVERIFY2(names.contains(u"x"_s) && names.contains(u"y"_s), qPrintable(names.join(u' ')));
    }

    void rowsAreChosenByKeysAndMouse()
    {
        ClaimsView view;
        view.resize(600, 400);
        view.setToken(sageToken(), {}, sageContext(), exampleNowMs);
        view.show();
        view.setCurrentIndex(
            view.model()->match(view.model()->index(0, 0), Qt::DisplayRole, u"aud"_s).value(0));
        const QModelIndex aud = view.currentIndex();
        QVERIFY(aud.isValid());
        QCOMPARE(view.selectionModel()->selectedIndexes().size(), 3);
        for (const Qt::Key key : { Qt::Key_Right, Qt::Key_Left }) {
            QTest::keyClick(&view, key);
            QCOMPARE(view.currentIndex(), aud);
        }
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentIndex(), view.indexBelow(aud));
        QCOMPARE(view.selectionModel()->selectedIndexes().size(), 3);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.visualRect(aud.siblingAtColumn(2)).center());
        QCOMPARE(view.selectionModel()->selectedIndexes().size(), 3);
        QCOMPARE(view.currentIndex().siblingAtColumn(0), aud.siblingAtColumn(0));
    }
};

MINTMARK_TEST(tst_claimsview, TestClaimsView)
#include "tst_claimsview.moc"
