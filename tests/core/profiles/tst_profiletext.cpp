// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profiletext.h"

#include "oauth/clientauthentication.h"
#include "support/cputimer.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

QDir folder()
{
    return QDir(QStringLiteral(MINTMARK_TEST_DATA) + u"/paste"_s);
}

QByteArray contents(const QString &name)
{
    QFile file(folder().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList pastedNames()
{
    QStringList names;
    for (const QString &file : folder().entryList({ u"*.txt"_s }, QDir::Files, QDir::Name))
        names << file.chopped(4);
    return names;
}

/// What was read, in the words of the files beside the texts. The secrets are made up.
QJsonObject fieldsOf(const ProfileText &text)
{
    QJsonObject fields;
    const auto put = [&fields](const QString &name, const std::optional<QString> &value) {
        if (value)
            fields[name] = *value;
    };
    put(u"client_id"_s, text.clientId);
    if (text.clientSecret)
        fields[u"client_secret"_s] = QString::fromUtf8(text.clientSecret->view());
    put(u"audience"_s, text.audience);
    put(u"token_endpoint"_s, text.tokenEndpoint);
    put(u"scope"_s, text.scope);
    put(u"grant_type"_s, text.grantType);
    if (text.environment) {
        fields[u"environment"_s] = wireName(*text.environment);
        fields[u"environment_word"_s] = text.environmentWord;
    }
    if (text.body)
        fields[u"body"_s] = *text.body == BodyFormat::Json ? u"json"_s : u"form"_s;
    if (text.authentication)
        fields[u"authentication"_s] = wireName(*text.authentication);
    return fields;
}

QByteArray asJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

/// However the text is damaged: the id never becomes the secret, nor the secret the id.
void compareMutated(const QString &mutated, const QJsonObject &expected)
{
    const QJsonObject found = fieldsOf(readProfileText(mutated));
    if (!expected.contains(u"client_secret"_s))
        return; // only read: it must not crash
    for (const QString &field : { u"client_id"_s, u"client_secret"_s }) {
        const QString value = found[field].toString();
        const QString other =
            expected[field == u"client_id"_s ? u"client_secret"_s : u"client_id"_s].toString();
        QVERIFY2(value.isEmpty() || value != other, qPrintable(mutated));
    }
}

} // namespace

class TestProfileText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : pastedNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void reads()
    {
        QFETCH(const QString, name);
        QJsonObject expected = QJsonDocument::fromJson(contents(name + u".json"_s)).object();
        const QJsonArray notes = expected.take(u"notes"_s).toArray();
        const ProfileText read = readProfileText(QString::fromUtf8(contents(name + u".txt"_s)));
        QCOMPARE(asJson(fieldsOf(read)), asJson(expected));
        for (const QJsonValue &note : notes)
            QVERIFY2(read.notes.contains(note.toString()), qPrintable(read.notes.join(u'\n')));
    }

    void thereAreEnoughTexts()
    {
        const QStringList names = pastedNames();
        const auto hostile = std::count_if(names.begin(), names.end(), [](const QString &name) {
            return name.startsWith(u"hostile");
        });
        QVERIFY(names.size() - hostile >= 24);
        QVERIFY(hostile >= 12);
    }

    void sameWithOtherLineEnds_data() { reads_data(); }
    void sameWithOtherLineEnds()
    {
        QFETCH(const QString, name);
        QString text = QString::fromUtf8(contents(name + u".txt"_s)).remove(u'\r');
        const QJsonObject expected = fieldsOf(readProfileText(text));
        QCOMPARE(asJson(fieldsOf(readProfileText(QString(text).replace(u"\n"_s, u"\r\n"_s)))),
                 asJson(expected));
        if (!text.contains(u"=\n")) // forwarded
            QCOMPARE(asJson(fieldsOf(
                         readProfileText(u"> "_s + QString(text).replace(u"\n"_s, u"\n> "_s)))),
                     asJson(expected));
    }

    void namesItsFields()
    {
        const ProfileText read =
            readProfileText(u"Audience: urn:a:b\nClient secret: Aa1-Bb2_Cc3\nClient ID: abc-1\n"_s);
        QCOMPARE(read.fieldNames(), QStringList({ u"client id"_s, u"secret"_s, u"audience"_s }));
        QVERIFY(!read.isEmpty());
        QVERIFY(readProfileText(u"Good morning"_s).isEmpty());
        QVERIFY(readProfileText({}).isEmpty());
    }

    void tellsCredentialsFromTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("credentials");
        QTest::newRow("mail") << u"Client ID: abc-1\nClient secret: Aa1-Bb2_Cc3"_s << true;
        QTest::newRow("one field") << u"client_id=abc-1"_s << true;
        QTest::newRow("token") << u"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."_s << false;
        QTest::newRow("header") << u"Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."_s
                                << false;
        QTest::newRow("response")
            << u"{\"access_token\":\"eyJh\",\"scope\":\"a:b\",\"token_type\":\"Bearer\"}"_s
            << false;
        QTest::newRow("address") << u"https://id.sage.com/oauth/token"_s << false;
        QTest::newRow("prose") << u"The client secret is in the safe."_s << false;
    }
    void tellsCredentialsFromTokens()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, credentials);
        QCOMPARE(looksLikeCredentials(text), credentials);
    }

    void saysEachTrim_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("note");
        QTest::newRow("comma") << u"Aa1-Bb2_Cc3,"_s << u"Removed a comma at the end."_s;
        QTest::newRow("no-break space")
            << u"Aa1-Bb2_Cc3\u00a0"_s << u"Removed a no-break space at the end."_s;
        QTest::newRow("zero width")
            << u"\u200bAa1-Bb2_Cc3"_s << u"Removed an invisible character at the beginning."_s;
        QTest::newRow("quotes") << u"“Aa1-Bb2_Cc3”"_s
                                << u"Removed the quotation marks around it."_s;
        QTest::newRow("full stop") << u"Aa1-Bb2_Cc3."_s << u"Removed a full stop at the end."_s;
    }
    void saysEachTrim()
    {
        QFETCH(const QString, secret);
        QFETCH(const QString, note);
        const ProfileText read =
            readProfileText(u"Client ID: abc-1\nClient secret: %1\nBye"_s.arg(secret));
        QVERIFY(read.clientSecret.has_value());
        QCOMPARE(*read.clientSecret, SecretBytes("Aa1-Bb2_Cc3"));
        QVERIFY2(read.notes.contains(note), qPrintable(read.notes.join(u'\n')));
    }

    void survivesAnything_data() { reads_data(); }
    void survivesAnything()
    {
        QFETCH(const QString, name);
        const QString text = QString::fromUtf8(contents(name + u".txt"_s));
        const QJsonObject expected = QJsonDocument::fromJson(contents(name + u".json"_s)).object();
        static constexpr char16_t odd[] =
            u"'\"\\{}[]<>=:,;|&\n\t ^`$%*()\u00a0\u200b\u201c\u2019-.eA0";
        QRandomGenerator random(20251124);
        for (int round = 0; round < 20; ++round) {
            QString mutated = text;
            for (int change = random.bounded(1, 8); change > 0 && !mutated.isEmpty(); --change) {
                const auto at = random.bounded(int(mutated.size()));
                if (random.bounded(3) == 0)
                    mutated.remove(at, 1);
                else
                    mutated.insert(at, QChar(odd[random.bounded(int(std::size(odd) - 1))]));
            }
            compareMutated(mutated, expected);
            compareMutated(text.left(random.bounded(int(text.size()))), expected);
        }
    }

    void readsLargeTextsQuickly_data()
    {
        QTest::addColumn<QString>("filling");
        QTest::newRow("prose")
            << u"The quick brown fox asks for the client secret: nobody knows it, and the id is secret = none. "_s;
        QTest::newRow("lines") << u"key: value\nclient: Acme\nName\tValue\n"_s;
        QTest::newRow("brackets") << u"{\"a\":["_s;
        QTest::newRow("quotes") << u"'\"“`"_s;
        QTest::newRow("equals") << u"a=b&c=d&client_id="_s;
        QTest::newRow("addresses") << u"https://x.example/a?token=b "_s;
        QTest::newRow("tags") << u"<a b=\"c\">"_s;
        QTest::newRow("labels") << u"Client ID\n"_s;
        QTest::newRow("commas") << u"client_id,client_secret;"_s;
        QTest::newRow("one word") << u"x"_s;
        QTest::newRow("requests") << u"POST /a HTTP/1.1\nHost: b\n\n"_s;
        QTest::newRow("commands") << u"curl -d a http://b.example; Basic "_s;
    }
    void readsLargeTextsQuickly()
    {
        QFETCH(const QString, filling);
        constexpr qsizetype size = 1024 * 1024;
        QString text = filling.repeated(size / filling.size());
        test::CpuTimer timer;
        readProfileText(text);
        // 50 ms is meant; sanitizers and busy machines take longer, a square of the length takes
        // minutes.
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

MINTMARK_TEST(tst_profiletext, TestProfileText)
#include "tst_profiletext.moc"
