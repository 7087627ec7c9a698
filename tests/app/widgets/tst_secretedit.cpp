// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "app/widgets/secretedit.h"
#include "app/widgets/secretlineedit.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMetaProperty>
#include <QMimeData>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

const QString canary = u"Kz8-canary-Wq41-mint-Lp07-Qx9A"_s;

QByteArray bytesOf(const SecretEdit &edit)
{
    return edit.secret().view().toByteArray();
}

} // namespace

class TestSecretEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typesAsAnyFieldDoes()
    {
        SecretEdit edit;
        QSignalSpy edited(&edit, &SecretEdit::edited);
        SecretLineEdit *line = edit.lineEdit();
        QTest::keyClicks(line, u"Green-42"_s);
        QCOMPARE(bytesOf(edit), "Green-42");
        QTest::keyClick(line, Qt::Key_Backspace);
        QTest::keyClick(line, Qt::Key_Home);
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, u"g"_s);
        QCOMPARE(bytesOf(edit), "green-4");
        QTest::keyClick(line, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClicks(line, u"R"_s);
        QCOMPARE(bytesOf(edit), "gReen-4");
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_Delete);
        QVERIFY(edit.isEmpty());
        QCOMPARE(edited.count(), 13);
    }

    /// No text, property, accessible value or undo step of any widget holds the secret.
    void heldNowhereElse()
    {
        SecretEdit edit;
        QTest::keyClicks(edit.lineEdit(), canary);
        QCOMPARE(edit.lineEdit()->text(), QString(canary.size(), QChar(0x2022)));
        QTest::keyClick(edit.lineEdit(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit.secret().view(), canary.toUtf8());

        QList<QObject *> all = edit.findChildren<QObject *>();
        all.append(&edit);
        for (QObject *object : all) {
            const QMetaObject *type = object->metaObject();
            for (int i = 0; i < type->propertyCount(); ++i)
                QVERIFY(!type->property(i).read(object).toString().contains(canary));
            if (auto *widget = qobject_cast<QWidget *>(object)) {
                QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
                for (const auto what : { QAccessible::Name, QAccessible::Value,
                                         QAccessible::Description })
                    QVERIFY(!access->text(what).contains(canary));
                if (QAccessibleTextInterface *text = access->textInterface())
                    QVERIFY(!text->text(0, text->characterCount()).contains(canary));
            }
        }
    }

    void copyAndCutGiveNothing()
    {
        QApplication::clipboard()->setText(u"before"_s);
        SecretEdit edit;
        QTest::keyClicks(edit.lineEdit(), canary);
        QTest::keyClick(edit.lineEdit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit.lineEdit(), Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(edit.lineEdit(), Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
        QCOMPARE(edit.secret().view(), canary.toUtf8());
    }

    void pasteReplacesTheSelection()
    {
        SecretEdit edit;
        QSignalSpy pasted(&edit, &SecretEdit::pasted);
        QTest::keyClicks(edit.lineEdit(), u"old"_s);
        QApplication::clipboard()->setText(canary);
        QTest::keyClick(edit.lineEdit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit.lineEdit(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit.secret().view(), canary.toUtf8());
        QCOMPARE(pasted.count(), 1);
    }

    /// By hand: printf %s 'SECRET' | sha256sum | cut -c1-4
    void summary_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("short") << u"hunter2"_s << u"7 characters"_s;
        QTest::newRow("16") << u"abcdefghijklmnop"_s << u"16 characters · ends in …mnop"_s;
        QTest::newRow("26") << u"abcdefghijklmnopqrstuvwxyz"_s
                            << u"26 characters · ends in …wxyz · fingerprint 71C4"_s;
    }

    void summary()
    {
        QFETCH(QString, secret);
        SecretEdit edit;
        edit.setSecret(SecretBytes::fromString(secret));
        QTEST(edit.summaryText(), "expected");
        edit.setConcealed(true);
        QVERIFY(edit.summaryText().isEmpty() || !edit.isVisible());
    }

    void readOnlyStaysAsItIs()
    {
        SecretEdit edit;
        edit.setSecret(SecretBytes::fromString(canary));
        edit.setReadOnly(true);
        QTest::keyClicks(edit.lineEdit(), u"x"_s);
        QTest::keyClick(edit.lineEdit(), Qt::Key_Backspace);
        QCOMPARE(edit.secret().view(), canary.toUtf8());
    }
};

MINTMARK_TEST(tst_secretedit, TestSecretEdit)
#include "tst_secretedit.moc"
