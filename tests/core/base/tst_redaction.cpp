// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/redaction.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestRedaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("bearer") << u"Authorization: Bearer CANARY.s3cret~x"_s;
        QTest::newRow("basic") << u"authorization: basic Q0FOQVJZOkNBTkFSWQ=="_s;
        QTest::newRow("jwt") << u"got eyJhbGciOiJub25lIn0.eyJDQU5BUlkiOjF9.CANARY end"_s;
        QTest::newRow("form") << u"grant_type=x&client_secret=CANARY%20x&a=b"_s;
        QTest::newRow("json") << uR"({"client_secret": "CANARY", "a": 1})"_s;
        QTest::newRow("query") << u"https://h/t?access_token=CANARY&x=1"_s;
    }
    void hides()
    {
        QFETCH(QString, text);
        const QString out = redacted(text);
        QVERIFY2(!out.contains(u"CANARY"_s) && !out.contains(u"Q0FOQVJZ"_s), qPrintable(out));
        QVERIFY(out.contains(u"hidden"_s));
    }
    void leavesTheRest()
    {
        QCOMPARE(redacted(u"Connection refused (id.sage.com:443)"_s),
                 u"Connection refused (id.sage.com:443)"_s);
    }
};

MINTMARK_TEST(tst_redaction, TestRedaction)
#include "tst_redaction.moc"
