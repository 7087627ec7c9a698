// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/oncebody.h"

#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestOnceBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readOnce();
    void inPieces();
    void noWayBack();
    void empty();
};

void TestOnceBody::readOnce()
{
    OnceBody body("swordfish");
    QSignalSpy leaving(&body, &OnceBody::aboutToLeave);
    QVERIFY(body.isSequential());
    QVERIFY(!body.isTouched());
    QCOMPARE(body.bytesAvailable(), 9);
    QCOMPARE(body.readAll(), "swordfish"_ba);
    QCOMPARE(leaving.size(), 1);
    QVERIFY(body.isTouched());
    QVERIFY(body.atEnd());
    QVERIFY(body.readAll().isEmpty());
}

void TestOnceBody::inPieces()
{
    OnceBody body("swordfish");
    QSignalSpy leaving(&body, &OnceBody::aboutToLeave);
    QCOMPARE(body.read(5), "sword"_ba);
    QCOMPARE(body.bytesAvailable(), 4);
    QVERIFY(!body.atEnd());
    QCOMPARE(body.read(50), "fish"_ba);
    QCOMPARE(leaving.size(), 1);
    char byte = 0;
    QCOMPARE(body.read(&byte, 1), -1);
}

void TestOnceBody::noWayBack()
{
    OnceBody body("swordfish");
    QVERIFY(!body.reset());
    QCOMPARE(body.read(1), "s"_ba);
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QVERIFY(!body.isWritable());
    QCOMPARE(body.readAll(), "wordfish"_ba);
}

void TestOnceBody::empty()
{
    OnceBody body({});
    QSignalSpy leaving(&body, &OnceBody::aboutToLeave);
    QVERIFY(body.atEnd());
    char byte = 0;
    QCOMPARE(body.read(&byte, 1), -1);
    QCOMPARE(leaving.size(), 0);
    QVERIFY(!body.isTouched());
}

MINTMARK_TEST(tst_oncebody, TestOnceBody)

#include "tst_oncebody.moc"
