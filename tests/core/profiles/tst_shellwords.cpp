// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/shellwords.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::paste;
using namespace Qt::StringLiterals;

class TestShellWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const QStringList abc { u"curl"_s, u"-d"_s, u"a b"_s };
        QTest::newRow("single") << u"curl -d 'a b'"_s << abc;
        QTest::newRow("double") << u"curl -d \"a b\""_s << abc;
        QTest::newRow("escaped") << u"curl -d a\\ b"_s << abc;
        QTest::newRow("in pieces") << u"curl -d a\" \"'b'"_s << abc;
        QTest::newRow("curled quotes") << u"curl -d ‘a b’"_s << abc;
        QTest::newRow("curled double") << u"curl -d “a b”"_s << abc;
        QTest::newRow("dash of a mail program")
            << u"curl –data x"_s << QStringList({ u"curl"_s, u"--data"_s, u"x"_s });
        QTest::newRow("backslash") << u"curl \\\n  -d \\\n  'a b'"_s << abc;
        QTest::newRow("backslash and a space") << u"curl \\ \n  -d 'a b'"_s << abc;
        QTest::newRow("caret") << u"curl ^\n  -d \"a b\""_s << abc;
        QTest::newRow("backtick") << u"curl `\n  -d 'a b'"_s << abc;
        QTest::newRow("broken by a mail program") << u"curl\n -d 'a b'"_s << abc;
        QTest::newRow("next line is text") << u"curl -d 'a b'\nThanks"_s << abc;
        QTest::newRow("pipe") << u"curl -d 'a b' | jq ."_s << abc;
        QTest::newRow("next command") << u"curl -d 'a b' && ls"_s << abc;
        QTest::newRow("redirection") << u"curl -d 'a b' > file"_s << abc;
        QTest::newRow("ampersand inside")
            << u"curl a=b&c=d"_s << QStringList({ u"curl"_s, u"a=b&c=d"_s });
        QTest::newRow("ANSI C") << u"curl $'it\\'s\\x41\\n'"_s
                                << QStringList({ u"curl"_s, u"it'sA\n"_s });
        QTest::newRow("quote in double")
            << u"curl \"{\\\"a\\\":1}\""_s << QStringList({ u"curl"_s, u"{\"a\":1}"_s });
        QTest::newRow("backslash in single")
            << u"curl 'a\\b'"_s << QStringList({ u"curl"_s, u"a\\b"_s });
        QTest::newRow("cmd") << u"curl ^\"a^\\^\"b^\""_s << QStringList({ u"curl"_s, u"a\"b"_s });
        QTest::newRow("PowerShell") << u"curl \"a`\"b\""_s << QStringList({ u"curl"_s, u"a\"b"_s });
        QTest::newRow("open quote") << u"curl 'a b"_s << QStringList({ u"curl"_s, u"a b"_s });
        QTest::newRow("empty word") << u"curl '' a"_s << QStringList({ u"curl"_s, u""_s, u"a"_s });
    }
    void splits()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, words);
        Findings findings;
        const ShellWords read = shellWords(text, 0, findings);
        QStringList all;
        for (const QStringView word : read.words)
            all << word.toString();
        QCOMPARE(all, words);
        QVERIFY(read.end <= text.size());
    }
};

MINTMARK_TEST(tst_shellwords, TestShellWords)
#include "tst_shellwords.moc"
