// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "joseexamples.h"

#include "jose/tokenscan.h"
#include "support/cputimer.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

QDir folder()
{
    return QDir(QStringLiteral(MINTMARK_TEST_DATA) + u"/tickets"_s);
}

QByteArray contents(const QString &name)
{
    QFile file(folder().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList ticketNames()
{
    QStringList names;
    for (const QString &file : folder().entryList({ u"*.txt"_s }, QDir::Files, QDir::Name))
        names << file.chopped(4);
    return names;
}

/// What was found, in the words of the files beside the texts. The tokens are made up.
QJsonObject asObject(const FoundToken &token)
{
    QStringList cleaned;
    for (const Cleaning cleaning : token.cleaned)
        cleaned << cleaningCode(cleaning);
    return { { u"offset"_s, token.offset },
             { u"length"_s, token.length },
             { u"kind"_s, QString(tokenKindName(token.kind)) },
             { u"cleaned"_s, QJsonArray::fromStringList(cleaned) },
             { u"text"_s, QString::fromUtf8(token.text->view()) } };
}

QByteArray asJson(const QJsonArray &tokens)
{
    return QJsonDocument(tokens).toJson(QJsonDocument::Indented);
}

QByteArrayList textsOf(const QList<FoundToken> &found)
{
    QByteArrayList texts;
    for (const FoundToken &token : found)
        texts << token.text->view().toByteArray();
    return texts;
}

} // namespace

class TestTokenScan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsInTickets_data();
    void findsWhatIsInTickets();
    void hasManyTickets();
    void findsATokenWrappedAtAnyWidth_data();
    void findsATokenWrappedAtAnyWidth();
    void findsTheTokensOfTheStandards();
    void findsNoMoreThanItSays();
    void isFastOnTickets();
    void isLinearOnHostileTexts_data();
    void isLinearOnHostileTexts();
    void survivesMutations();
};

void TestTokenScan::findsWhatIsInTickets_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : ticketNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestTokenScan::findsWhatIsInTickets()
{
    QFETCH(QString, name);
    const QByteArray text = contents(name + u".txt"_s);
    const QJsonDocument expected = QJsonDocument::fromJson(contents(name + u".json"_s));
    QVERIFY(expected.isObject());
    QJsonArray found;
    for (const FoundToken &token : scanTokens(text))
        found.append(asObject(token));
    const QByteArray actual = asJson(found);
    const QByteArray wanted = asJson(expected[u"tokens"].toArray());
    if (actual != wanted)
        qWarning("found %s\nexpected %s", actual.constData(), wanted.constData());
    QVERIFY(actual == wanted);
}

void TestTokenScan::hasManyTickets()
{
    QVERIFY(ticketNames().size() >= 60);
}

void TestTokenScan::findsATokenWrappedAtAnyWidth_data()
{
    QTest::addColumn<QByteArray>("separator");
    QTest::newRow("LF") << "\n"_ba;
    QTest::newRow("CR LF") << "\r\n"_ba;
    QTest::newRow("indented") << "\n        "_ba;
    QTest::newRow("quoted") << "\n> "_ba;
    QTest::newRow("quoted twice") << "\n> > "_ba;
    QTest::newRow("soft") << "=\n"_ba;
    QTest::newRow("br") << "<br />\n"_ba;
}

void TestTokenScan::findsATokenWrappedAtAnyWidth()
{
    QFETCH(QByteArray, separator);
    for (const QByteArray &token : { QByteArray(rfc7515::a1), QByteArray(rfc7515::a2),
                                     QByteArray(rfc7515::a3), QByteArray(rfc7516a1) }) {
        for (qsizetype width = 32; width < 110; width += 3) {
            QByteArray wrapped = token;
            for (qsizetype at = (token.size() - 1) / width * width; at > 0; at -= width)
                wrapped.insert(at, separator);
            const QByteArray text = "Token:\n" + wrapped + "\n\nRegards,\nAnna\n";
            const QList<FoundToken> found = scanTokens(text);
            QCOMPARE(textsOf(found), QByteArrayList { token });
            QCOMPARE(found.first().offset, 7);
            QCOMPARE(found.first().length, wrapped.size());
            // The next line is none of the token's.
            QCOMPARE(textsOf(scanTokens("Token:\n" + wrapped + "\nRegards,\nAnna\n")),
                     QByteArrayList { token });
        }
    }
}

void TestTokenScan::findsTheTokensOfTheStandards()
{
    const QByteArrayList tokens = { rfc7515::a1, rfc7515::a2, rfc7515::a3,
                                    rfc7515::a4, rfc7515::a5, rfc7516a1 };
    QCOMPARE(textsOf(scanTokens(tokens.join('\n'))), tokens);
    QCOMPARE(textsOf(scanTokens(tokens.join("\r\n\r\n"))), tokens);
    QCOMPARE(textsOf(scanTokens(tokens.join(' '))), tokens);
    QCOMPARE(textsOf(scanTokens(tokens.join("\",\""))), tokens);
    for (const QByteArray &token : tokens) {
        const QList<FoundToken> found = scanTokens(token);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().length, token.size());
        QCOMPARE(found.first().kind, Token::parse(token).kind());
        QVERIFY(found.first().cleaned.isEmpty());
    }
}

void TestTokenScan::findsNoMoreThanItSays()
{
    const QByteArray text = (QByteArray(rfc7515::a1) + '\n').repeated(maximumFoundTokens + 10);
    QCOMPARE(scanTokens(text).size(), maximumFoundTokens);
}

/// 50 ms in a release build; with sanitizers and a busy machine, many times that.
void TestTokenScan::isFastOnTickets()
{
    QByteArray all;
    for (const QString &name : ticketNames())
        all += contents(name + u".txt"_s) + '\n';
    QByteArray text;
    while (text.size() < 1024 * 1024)
        text += all;
    CpuTimer timer;
    const auto found = scanTokens(text);
    const qint64 elapsed = timer.elapsed();
    qInfo("%lld ms for %lld tokens", static_cast<long long>(elapsed),
          static_cast<long long>(found.size()));
    QVERIFY2(elapsed < 3000, qPrintable(QString::number(elapsed)));
    QVERIFY(found.size() > 500);
}

void TestTokenScan::isLinearOnHostileTexts_data()
{
    QTest::addColumn<QByteArray>("piece");
    const QByteArray header = "eyJhbGciOiJSUzI1NiJ9";
    for (const QByteArray &piece :
         QByteArrayList { "A",
                          "eyJ",
                          ".",
                          "eyJ.",
                          ".eyJ",
                          "eyJ\n",
                          "eyJ.\n",
                          "eyJ ",
                          header,
                          header + '.',
                          header + '\n',
                          header + ".\n",
                          header + ". ",
                          header + "...",
                          header + "<b>",
                          header + "</b>",
                          header + "%2E",
                          header + "&#46;",
                          header + "=\n",
                          header + "\\n",
                          "eyJ<",
                          "eyJ&",
                          "eyJ%",
                          "eyJ\\",
                          "eyJ\"\n",
                          ">",
                          "\n> ",
                          "Bearer ",
                          "Bearer Bearer1",
                          "access_token=",
                          "access_token=a1b2c3d4e5f6g7 ",
                          "ab1Cd2Ef3.",
                          "\xE2\x80\xA6",
                          "eyJ\xE2\x80\xA6",
                          "***",
                          "\xC2\xA0",
                          "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNk\n",
                          "eyJhIjoxfQ.QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNk\n",
                          "\r",
                          "=\r\n",
                          "{\"signature\":",
                          "{\"signature\":\"a\"}",
                          "{\"payload\":\"e30\",\"signature\":\"\",\"a\":",
                          "\"\n\"" })
        QTest::newRow(piece.toPercentEncoding().constData()) << piece;
}

void TestTokenScan::isLinearOnHostileTexts()
{
    QFETCH(QByteArray, piece);
    const bool named = piece == "A" || piece == "eyJ" || piece == ".";
    const qsizetype size = (named ? 1024 : 64) * 1024;
    // By itself, and behind the beginning of a token.
    for (const QByteArray &before : { QByteArray(), "eyJhbGciOiJSUzI1NiJ9."_ba }) {
        const QByteArray text = before + piece.repeated(size / piece.size());
        CpuTimer timer;
        const auto found = scanTokens(text);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(found.size() <= maximumFoundTokens);
    }
}

void TestTokenScan::survivesMutations()
{
    QRandomGenerator random(11);
    const QStringList names = ticketNames();
    for (int i = 0; i < 800; ++i) {
        QByteArray text = contents(names[i % names.size()] + u".txt"_s);
        for (int changes = random.bounded(1, 12); changes > 0 && !text.isEmpty(); --changes) {
            const qsizetype at = random.bounded(static_cast<int>(text.size()));
            constexpr QByteArrayView spice = "\n\r=%&<>\\\"'._- eyJ{}*\xE2\x80\xA6\0";
            switch (random.bounded(4)) {
            case 0:
                text.remove(at, random.bounded(1, 40));
                break;
            case 1:
                text.insert(at, spice[random.bounded(static_cast<int>(spice.size()))]);
                break;
            case 2:
                text[at] = static_cast<char>(random.bounded(256));
                break;
            default:
                text.truncate(at + 1);
            }
        }
        qsizetype end = 0;
        for (const FoundToken &token : scanTokens(text)) {
            QVERIFY(token.offset >= end || token.signature > 0);
            QVERIFY(token.length > 0 && !token.text->isEmpty());
            end = token.offset + token.length;
            QVERIFY(end <= text.size());
        }
    }
}

MINTMARK_TEST(tst_tokenscan, TestTokenScan)
#include "tst_tokenscan.moc"
