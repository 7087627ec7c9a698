// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilelistview.h"

#include "app/profiles/profilelistmodel.h"
#include "listings.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QAccessible>
#include <QAccessibleTableInterface>

using namespace mintmark;
using namespace Qt::StringLiterals;

/// What assistive technology does with the rows: it toggles them, nothing else is offered.
class TestProfileListView : public QObject
{
    Q_OBJECT
private:
    test::FakeClock m_clock;
    QList<ProfileListing> m_listings = test::manyListings(12);
    ProfileListModel m_model { m_clock };
    ProfileListView m_list { m_model };

    QModelIndex place(int listing) const { return m_model.places(m_listings[listing].id).last(); }
    static QString nameOf(const QModelIndex &index)
    {
        return index.data(Qt::AccessibleTextRole).toString();
    }
    /// Toggles the row that is called so.
    void toggle(const QString &name)
    {
        QAccessibleTableInterface *table =
            QAccessible::queryAccessibleInterface(&m_list)->tableInterface();
        for (int row = 0; row < table->rowCount(); ++row) {
            QAccessibleInterface *cell = table->cellAt(row, 0);
            if (!cell->text(QAccessible::Name).startsWith(name))
                continue;
            cell->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
            return;
        }
        QFAIL("There is no such row.");
    }

private Q_SLOTS:
    void init()
    {
        m_model.setListings(m_listings);
        m_list.setCurrentProfile({});
    }

    void opensTheRowThatIsMeant()
    {
        QSignalSpy selected(&m_list, &ProfileListView::profileSelected);
        toggle(nameOf(place(7)));
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].value<ProfileId>(), m_listings[7].id);
    }

    void anOpenRowStaysOpen()
    {
        m_list.setCurrentProfile(m_listings[7].id);
        toggle(nameOf(place(7)));
        QCOMPARE(m_list.selectionModel()->selectedIndexes(), QModelIndexList { place(7) });
    }

    void aHeadLeavesTheOpenProfile()
    {
        m_list.setCurrentProfile(m_listings[7].id);
        QSignalSpy selected(&m_list, &ProfileListView::profileSelected);
        toggle(nameOf(place(7).parent()));
        for (const QList<QVariant> &said : selected)
            QCOMPARE(said[0].value<ProfileId>(), m_listings[7].id);
        QCOMPARE(m_list.selectionModel()->selectedIndexes(), QModelIndexList { place(7) });
    }
};

MINTMARK_TEST(tst_profilelistview, TestProfileListView)
#include "tst_profilelistview.moc"
