// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimspane.h"

#include "app/tokens/claimsview.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/searchfield.h"
#include "pagerig.h"
#include "support/cputimer.h"
#include "support/testmain.h"
#include "tokenexamples.h"


using namespace mintmark;
using namespace mintmark::test;

class TestClaimsPane : public QObject
{
    Q_OBJECT

    /// 30 claims, and some inside of others.
    static TokenContent manyClaims()
    {
        QByteArray payload = R"({"iss":"https://a/","realm_access":{"roles":["admin","user"]})";
        for (int i = 0; i < 28; ++i)
            payload += ",\"c" + QByteArray::number(i) + "\":\"value " + QByteArray::number(i) + '"';
        TokenContent content;
        content.token = parsed(jwsBytes(payload + '}'));
        content.nowMs = exampleNowMs;
        return content;
    }
    static QByteArray hostilePayload()
    {
        return "{\"iss\":\"https://a/"
               "\\u202egro.live\",\"sub\":\"a\\u200bb\\u0000c\\u001b[31m\",\"name\":\"<b>x</b> "
               "&amp; <img "
               "src=http://a/"
               ">\",\"admin\\u200b\":true,\"\":\"\",\"lines\":\"a\\nb\\r\\nc\",\"exp\":1e400,"
               "\"aud\":[\"\\ud800\",\"x\"],\"exp\":\"soon\",\"zalgo\":\"a"
            + QByteArray("\\u0301").repeated(40) + "\",\"long\":\""
            + QByteArray("\\u202e").repeated(90) + "\",\"a\":1,\"b\":2}";
    }
    static QStringList shownNames(const ClaimsView &view, const QModelIndex &parent = {})
    {
        QStringList names;
        for (int row = 0; row < view.model()->rowCount(parent); ++row) {
            const QModelIndex index = view.model()->index(row, 0, parent);
            if (view.isRowHidden(row, parent))
                continue;
            names << index.data().toString();
            if (view.isExpanded(index))
                names << shownNames(view, index);
        }
        return names;
    }

private Q_SLOTS:
    void fewClaimsNeedNoFilter()
    {
        ClaimsPane pane;
        pane.resize(600, 400);
        pane.show();
        TokenContent content;
        content.token = sageToken();
        content.nowMs = exampleNowMs;
        pane.setContent(content);
        QVERIFY(!pane.filter()->isVisible());
        pane.setContent(manyClaims());
        QVERIFY(pane.filter()->isVisible());
        pane.filter()->setText(u"c1"_s);
        pane.setContent(content);
        QVERIFY(!pane.filter()->isVisible());
        QCOMPARE(shownNames(*pane.view()).size(), 10);
    }

    void findsClaims_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("name") << u"C27"_s << QStringList { u"c27"_s };
        QTest::newRow("value") << u"value 27"_s << QStringList { u"c27"_s };
        QTest::newRow("meaning") << u"who made"_s << QStringList { u"iss"_s };
        QTest::newRow("inside") << u"adm"_s
                                << QStringList { u"realm_access"_s, u"roles"_s, u"1"_s };
        QTest::newRow("header") << u"757b"_s << QStringList { u"Header"_s, u"kid"_s };
        QTest::newRow("blanks around") << u"  c27 "_s << QStringList { u"c27"_s };
        QTest::newRow("nothing") << u"zzz"_s << QStringList();
    }
    void findsClaims()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        ClaimsPane pane;
        pane.resize(600, 400);
        pane.show();
        pane.setContent(manyClaims());
        const QStringList before = shownNames(*pane.view());
        pane.filter()->setText(text);
        QCOMPARE(shownNames(*pane.view()), names);
        QCOMPARE(pane.filterResult()->text(),
                 names.isEmpty() ? u"Nothing in this token matches \"zzz\"."_s : u"1 found"_s);
        QTest::keyClick(pane.filter(), Qt::Key_Escape);
        QCOMPARE(pane.filter()->text(), QString());
        QCOMPARE(shownNames(*pane.view()), before);
        QCOMPARE(pane.filterResult()->text(), QString());
    }

    /// What stands after the first many is folded, and found like everything else.
    void findsClaimsOnPages()
    {
        QByteArray payload = "{\"c0\":0";
        for (int i = 1; i < 5'000; ++i)
            payload += ",\"c" + QByteArray::number(i) + "\":0";
        TokenContent content;
        content.token = parsed(jwsBytes(payload + '}'));
        content.nowMs = exampleNowMs;
        ClaimsPane pane;
        pane.resize(600, 400);
        pane.show();
        pane.setContent(content);
        pane.filter()->setText(u"c4321"_s);
        QCOMPARE(shownNames(*pane.view()), (QStringList { u"4,001 to 5,000"_s, u"c4321"_s }));
        QCOMPARE(pane.filterResult()->text(), u"1 found"_s);
        pane.filter()->clear();
        QCOMPARE(shownNames(*pane.view()).size(), 2'003);
    }

    void typingInTheTableFinds()
    {
        ClaimsPane pane;
        pane.resize(600, 400);
        pane.show();
        pane.setContent(manyClaims());
        QTest::keyClicks(pane.view(), u"c2"_s.left(1));
        QCOMPARE(pane.filter()->text(), u"c"_s);
        QTest::keyClicks(pane.filter(), u"27"_s);
        QTest::keyClick(pane.filter(), Qt::Key_Down);
        QCOMPARE(pane.view()->currentIndex().siblingAtColumn(0).data().toString(), u"c27"_s);
        // A new token is searched too.
        pane.setContent(manyClaims());
        QCOMPARE(shownNames(*pane.view()), QStringList { u"c27"_s });
    }

    void looksRight_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("width");
        const std::pair<const char *, ThemeChoice> themes[] = {
            { "light", ThemeChoice::Light },
            { "dark", ThemeChoice::Dark },
            { "contrast", ThemeChoice::HighContrast },
        };
        for (const auto &[name, choice] : themes) {
            for (const char *state : { "all", "found", "nothing", "hostile", "pages" }) {
                for (const int width : { 420, 800 })
                    QTest::addRow("claims-%s-%s-%d", name, state, width)
                        << static_cast<int>(choice) << QString::fromLatin1(state) << width;
            }
        }
    }
    void looksRight()
    {
        QFETCH(int, theme);
        QFETCH(QString, state);
        QFETCH(int, width);
        const Dress dress(static_cast<ThemeChoice>(theme));
        TokenContent content = manyClaims();
        if (state == u"hostile")
            content.token = parsed(jwsBytes(hostilePayload()));
        ClaimsPane pane;
        pane.view()->setMeaningBelow(width < 600);
        pane.resize(width, 460);
        pane.show();
        if (state == u"pages") {
            QByteArray payload = "{\"c0\":0";
            for (int i = 1; i < 5'000; ++i)
                payload += ",\"c" + QByteArray::number(i) + "\":" + QByteArray::number(i);
            content.token = parsed(jwsBytes(payload + '}'));
        }
        pane.setContent(content);
        if (state == u"found")
            pane.filter()->setText(u"adm"_s);
        if (state == u"nothing")
            pane.filter()->setText(u"a text that is long and \u202e turned around"_s);
        if (state == u"pages")
            pane.view()->scrollToBottom();
        pictured(pane, QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(scrolledSideways(pane), QStringList());
        QCOMPARE(cutOff(pane), QStringList());
    }

    /// At once, as far as a person can tell; the bound leaves room for a busy machine and a build
    /// without optimization.
    void showsMuchAtOnce_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("10,000 claims") << payloadOfClaims(10'000);
        QTest::newRow("100,000 claims")
            << "{" + QByteArray("\"\":1,").repeated(100'000) + "\"\":1}";
        QTest::newRow("1 MiB in one claim") << "{\"a\":\"" + QByteArray(1024 * 1024, 'x') + "\"}";
        QTest::newRow("1 MiB of what must be escaped")
            << "{\"a\":\"" + QByteArray("\\u202e").repeated(170'000) + "\"}";
    }
    void showsMuchAtOnce()
    {
        QFETCH(QByteArray, payload);
        ClaimsPane pane;
        pane.resize(700, 500);
        pane.show();
        TokenContent content;
        content.token = parsed(jwsBytes(payload));
        content.nowMs = exampleNowMs;
        CpuTimer timer;
        pane.setContent(content);
        QVERIFY(!pane.grab().isNull());
        const qint64 shownMs = timer.restart();
        pane.view()->scrollToBottom();
        QVERIFY(!pane.grab().isNull());
        const qint64 scrolledMs = timer.elapsed();
        timer.restart();
        pane.filter()->setText(u"zzz"_s);
        QVERIFY(!pane.grab().isNull());
        const qint64 searchedMs = timer.elapsed();
        qInfo("shown in %lld ms, scrolled in %lld ms, searched in %lld ms", shownMs, scrolledMs,
              searchedMs);
        QVERIFY(shownMs < 1'000 && scrolledMs < 1'000 && searchedMs < 1'000);
    }
};

MINTMARK_TEST(tst_claimspane, TestClaimsPane)
#include "tst_claimspane.moc"
