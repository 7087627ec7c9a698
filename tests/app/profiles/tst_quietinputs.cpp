// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/quietinputs.h"

#include "drafts.h"
#include "editorrig.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCompleter>
#include <QWheelEvent>

using namespace mintmark;
using namespace mintmark::test;

namespace {

QVariant valueOf(const QWidget *input)
{
    if (const auto *box = qobject_cast<const QComboBox *>(input))
        return box->currentText();
    return input->property("value");
}

} // namespace

/// Choices, numbers and suggestions, where they stand in the editor.
class TestQuietInputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesTheProviderByTyping()
    {
        EditorRig rig;
        rig.editor.startNew();
        QVERIFY(!rig.field(u"Token address"_s)->isVisible());
        QVERIFY(rig.field(u"Audience"_s)->isVisible());
        QComboBox *provider = rig.choice(u"Provider"_s);
        provider->setFocus();
        QTest::keyClicks(provider, u"OAuth 2.0, client credentials"_s);
        QCOMPARE(provider->currentText(), u"OAuth 2.0, client credentials"_s);
        QVERIFY(rig.field(u"Token address"_s)->isVisible());
        QVERIFY(rig.field(u"Scope"_s)->isVisible());
        QVERIFY(!rig.field(u"Audience"_s)->isVisible());
        QVERIFY(rig.editor.focusWidget() == provider);
        QTest::keyClick(provider, Qt::Key_Tab);
        QVERIFY(rig.editor.focusWidget() != provider);
        QStringList stops;
        QWidget *at = provider;
        do {
            at = at->nextInFocusChain();
            if (qobject_cast<QLineEdit *>(at) && at->isVisible() && at->focusPolicy() & Qt::TabFocus
                && !at->focusProxy())
                stops << at->accessibleName();
        } while (at != provider && stops.size() < 5);
        const QStringList expected { u"API or purpose"_s, u"Token address"_s, u"Client ID"_s,
                                     u"Client secret"_s, u"Scope"_s };
        QCOMPARE(stops, expected);
    }

    /// A closed list can be read and chosen from; the form hears of it.
    void assistiveTechnologyReadsAndChooses()
    {
        EditorRig rig;
        rig.editor.startNew();
        QComboBox *provider = rig.choice(u"Provider"_s);
        QAccessibleInterface *box = QAccessible::queryAccessibleInterface(provider);
        QCOMPARE(box->role(), QAccessible::ComboBox);
        QCOMPARE(box->childCount(), 1);
        QAccessibleInterface *list = box->child(0);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->parent(), box);
        QCOMPARE(list->childCount(), provider->count());
        const int wanted = provider->findText(u"OAuth 2.0, client credentials"_s);
        QVERIFY(wanted >= 0 && wanted != provider->currentIndex());
        for (int row = 0; row < list->childCount(); ++row) {
            QAccessibleInterface *entry = list->child(row);
            QCOMPARE(entry->text(QAccessible::Name), provider->itemText(row));
            QCOMPARE(entry->parent(), list);
            QCOMPARE(list->indexOfChild(entry), row);
            QCOMPARE(bool(entry->state().selected), row == provider->currentIndex());
        }
        QAccessibleInterface *entry = list->child(wanted);
        entry->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(provider->currentIndex(), wanted);
        QVERIFY(entry->state().selected);
        QVERIFY(rig.field(u"Token address"_s)->isVisible());
    }

    void assistiveTechnologyOpensTheList()
    {
        EditorRig rig;
        rig.editor.startNew();
        QComboBox *provider = rig.choice(u"Provider"_s);
        QAccessibleInterface *box = QAccessible::queryAccessibleInterface(provider);
        QVERIFY(!box->state().expanded);
        QVERIFY(box->child(0)->child(1)->state().invisible);
        box->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QTRY_VERIFY(provider->view()->isVisible());
        QVERIFY(box->state().expanded);
        QVERIFY(!box->child(0)->child(1)->state().invisible);
        QVERIFY(provider->view()->isAncestorOf(
            QApplication::widgetAt(box->child(0)->child(1)->rect().center())));
        box->child(0)->child(1)->actionInterface()->doAction(
            QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(!provider->view()->isVisible());
        QCOMPARE(provider->currentIndex(), 1);
    }

    /// Suggestions are offered, never filled in, and go with the focus.
    void suggestsCustomers()
    {
        EditorRig rig;
        rig.editor.setKnownProfiles(
            { knownProfile(u"Globex"_s, u"Intacct"_s, Environment::Test, {}, {}) });
        rig.editor.startNew();
        QWidget *customer = rig.editor.focusWidget();
        QTest::keyClicks(customer, u"Glo "_s);
        QWidget *popup = rig.field(u"Customer"_s)->completer()->popup();
        QTest::keyClick(customer, Qt::Key_Backspace);
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Glo"_s);
        rig.field(u"API or purpose"_s)->setFocus();
        QVERIFY(!popup->isVisible());
        QVERIFY(!customer->hasFocus());
        QTest::keyClicks(rig.editor.focusWidget(), u"Int"_s);
        QCOMPARE(rig.field(u"API or purpose"_s)->text(), u"Int"_s);
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Glo"_s);
    }

    /// A combo box that can be edited is a text field like any other.
    void trimsWhatWasTypedIntoAComboBox()
    {
        EditorRig rig;
        rig.editor.startNew();
        QTest::keyClicks(rig.editor.focusWidget(), u"Acme "_s);
        rig.field(u"API or purpose"_s)->setFocus();
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Acme"_s);
        rig.clipboard = u"Client ID: k1Jq0vWcYxM8sBt2Zr7LdPqE\nAudience: s200ukipd/sage200\n"_s;
        rig.editor.focusField(ProfileField::Customer);
        QTest::keyClick(rig.editor.focusWidget(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(rig.field(u"Client ID"_s)->text(), u"k1Jq0vWcYxM8sBt2Zr7LdPqE"_s);
        QCOMPARE(rig.field(u"Customer"_s)->text(), u"Acme"_s);
    }

    void leavesTheWheelToThePage()
    {
        EditorRig rig;
        rig.editor.startNew();
        rig.editor.focusField(ProfileField::MinValid);
        QWidget *inputs[] { rig.choice(u"Provider"_s), rig.choice(u"Customer"_s),
                            rig.editor.findChild<QSpinBox *>() };
        for (QWidget *input : inputs) {
            const QVariant before = valueOf(input);
            QWheelEvent wheel(QPointF(5, 5), input->mapToGlobal(QPointF(5, 5)), {}, { 0, -120 },
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(input, &wheel);
            QCOMPARE(valueOf(input), before);
        }
    }

    void everyMethodCanBeChosen()
    {
        EditorRig rig;
        rig.editor.startNew();
        QComboBox *proof = rig.choice(u"Client proof"_s);
        QCOMPARE(proof->count(), 8);
        for (int i = 0; i < proof->count(); ++i)
            QVERIFY2(proof->model()->flags(proof->model()->index(i, 0)) & Qt::ItemIsEnabled,
                     qPrintable(proof->itemText(i)));
    }
};

MINTMARK_TEST(tst_quietinputs, TestQuietInputs)

#include "tst_quietinputs.moc"
