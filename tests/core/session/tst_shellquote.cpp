// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/bashwords.h"
#include "session/shellquote.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// Every byte a word can have, alone and in company, and random ones.
QList<QByteArray> nastyWords()
{
    QList<QByteArray> words { "",      "'",    "''",    "a'b",      "\\",           "\\'",
                              "$(id)", "`id`", "$HOME", "\"",       "!!",           "~",
                              "*",     "-n",   "a b",   "\n",       "\n\n",         "\r\n",
                              "#",     "=ls",  "{a,b}", "\xC3\xA9", "\xE2\x80\x99", "\xFF\xFE",
                              "a\\\nb" };
    QByteArray all;
    for (int byte = 1; byte < 256; ++byte) {
        words << QByteArray(1, static_cast<char>(byte));
        all += static_cast<char>(byte);
    }
    words << all;
    QRandomGenerator random(1);
    for (int i = 0; i < 200; ++i) {
        QByteArray word;
        for (int length = random.bounded(1, 40); length > 0; --length)
            word += static_cast<char>(random.bounded(1, 256));
        words << word;
    }
    return words;
}

} // namespace

class TestShellQuote : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shellsGiveTheWordsBack_data();
    void shellsGiveTheWordsBack();
    void leavesHarmlessWordsBare_data();
    void leavesHarmlessWordsBare();
    void quotesForPowerShell_data();
    void quotesForPowerShell();
};

void TestShellQuote::shellsGiveTheWordsBack_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<bool>("always");
    QTest::newRow("bash") << u"bash"_s << true;
    QTest::newRow("bash, bare where possible") << u"bash"_s << false;
    QTest::newRow("sh") << u"sh"_s << true;
    QTest::newRow("sh, bare where possible") << u"sh"_s << false;
}

void TestShellQuote::shellsGiveTheWordsBack()
{
    QFETCH(QString, shell);
    QFETCH(bool, always);
    const QList<QByteArray> words = nastyWords();
    QByteArray script = "printf '%s\\0'";
    for (const QByteArray &word : words)
        script += ' ' + shellQuoted(word, always);
    QCOMPARE(wordsOf(shellOutput(script + '\n', shell)), words);
}

void TestShellQuote::leavesHarmlessWordsBare_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("quoted");
    const auto row = [](const QByteArray &text, const QByteArray &quoted) {
        QTest::newRow(text.isEmpty() ? "empty" : text.constData()) << text << quoted;
    };
    row("acme/payments-out@sandbox", "acme/payments-out@sandbox");
    row("https://api.example.com:8443/v1/a_b+c%20d,e",
        "https://api.example.com:8443/v1/a_b+c%20d,e");
    row("", "''");
    row("a b", "'a b'");
    row("a=b", "'a=b'");
    row("?x&y", "'?x&y'");
    row("it's", R"('it'\''s')");
    row("caf\xC3\xA9", "'caf\xC3\xA9'");
}

void TestShellQuote::leavesHarmlessWordsBare()
{
    QFETCH(QByteArray, text);
    QTEST(shellQuoted(text, false), "quoted");
    QCOMPARE(shellQuoted(text).front(), '\'');
}

/// about_Quoting_Rules: nothing is expanded in single quotes, a doubled one is one. The tokenizer
/// takes U+2018 to U+201B for single quotes too.
void TestShellQuote::quotesForPowerShell_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("plain") << "eyJ.a-b_c"_ba
                           << "'eyJ.a-b_c'"_ba;
    QTest::newRow("empty") << ""_ba
                           << "''"_ba;
    QTest::newRow("dollar and backtick") << "$a`n\"b"_ba
                                         << "'$a`n\"b'"_ba;
    QTest::newRow("straight") << "it's"_ba
                              << "'it''s'"_ba;
    QTest::newRow("U+2018") << "\xE2\x80\x98"_ba
                            << "'\xE2\x80\x98\xE2\x80\x98'"_ba;
    QTest::newRow("U+2019") << "a\xE2\x80\x99"_ba
                            << "'a\xE2\x80\x99\xE2\x80\x99'"_ba;
    QTest::newRow("U+201A") << "\xE2\x80\x9A"_ba
                            << "'\xE2\x80\x9A\xE2\x80\x9A'"_ba;
    QTest::newRow("U+201B") << "\xE2\x80\x9B"_ba
                            << "'\xE2\x80\x9B\xE2\x80\x9B'"_ba;
    QTest::newRow("U+201C is another") << "\xE2\x80\x9C"_ba
                                       << "'\xE2\x80\x9C'"_ba;
    QTest::newRow("U+2017 is another") << "\xE2\x80\x97"_ba
                                       << "'\xE2\x80\x97'"_ba;
    QTest::newRow("cut-off sequence") << "\xE2\x80"_ba
                                      << "'\xE2\x80'"_ba;
}

void TestShellQuote::quotesForPowerShell()
{
    QFETCH(QByteArray, text);
    QTEST(powerShellQuoted(text), "quoted");
}

MINTMARK_TEST(tst_shellquote, TestShellQuote)
#include "tst_shellquote.moc"
