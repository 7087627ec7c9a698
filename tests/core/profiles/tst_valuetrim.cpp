// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/valuetrim.h"

#include "profiles/profiletext.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestValueTrim : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trims_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("trimmed");
        QTest::addColumn<QString>("note");
        QTest::newRow("nothing") << u"abc"_s << u"abc"_s << QString();
        QTest::newRow("empty") << QString() << QString() << QString();
        QTest::newRow("line break")
            << u"abc\n"_s << u"abc"_s << u"Removed a line break at the end."_s;
        QTest::newRow("CR LF") << u"abc\r\n"_s << u"abc"_s << u"Removed a line break at the end."_s;
        QTest::newRow("space before")
            << u" abc"_s << u"abc"_s << u"Removed a space at the beginning."_s;
        QTest::newRow("spaces after") << u"abc  "_s << u"abc"_s << u"Removed a space at the end."_s;
        QTest::newRow("tab") << u"abc\t"_s << u"abc"_s << u"Removed a tab at the end."_s;
        QTest::newRow("no-break space")
            << u"abc\u00a0"_s << u"abc"_s << u"Removed a no-break space at the end."_s;
        QTest::newRow("zero width")
            << u"\ufeffabc"_s << u"abc"_s << u"Removed an invisible character at the beginning."_s;
        QTest::newRow("quotes") << u"\"abc\""_s << u"abc"_s
                                << u"Removed the quotation marks around it."_s;
        QTest::newRow("German quotes")
            << u"„abc“"_s << u"abc"_s << u"Removed the quotation marks around it."_s;
        QTest::newRow("half a quote")
            << u"abc'"_s << u"abc"_s << u"Removed a quotation mark at the end."_s;
        QTest::newRow("quotes, comma")
            << u"\"abc\","_s << u"abc"_s
            << u"Removed the quotation marks around it. Removed a comma at the end."_s;
        QTest::newRow("two sorts")
            << u"abc \n"_s << u"abc"_s
            << u"Removed a line break at the end. Removed a space at the end."_s;
        QTest::newRow("inside stays") << u"a b,\"c"_s << u"a b,\"c"_s << QString();
        QTest::newRow("other marks stay") << u"-abc.!"_s << u"-abc.!"_s << QString();
        QTest::newRow("only waste")
            << u" \n"_s << QString()
            << u"Removed a space at the beginning. Removed a line break at the beginning."_s;
    }
    void trims()
    {
        QFETCH(const QString, value);
        QFETCH(const QString, trimmed);
        QFETCH(const QString, note);
        QString said = u"before"_s;
        QCOMPARE(trimmedValue(value, &said), trimmed);
        QCOMPARE(said, note);
        QCOMPARE(trimmedValue(value, nullptr), trimmed);
    }

    void keepsTheNotesApart()
    {
        const paste::TrimmedView view = paste::trimmed(u" abc,\n");
        QCOMPARE(view.value, u"abc");
        QCOMPARE(view.notes,
                 QStringList({ u"Removed a space at the beginning."_s,
                               u"Removed a line break at the end."_s,
                               u"Removed a comma at the end."_s }));
    }
};

MINTMARK_TEST(tst_valuetrim, TestValueTrim)
#include "tst_valuetrim.moc"
