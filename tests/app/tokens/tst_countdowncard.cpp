// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/countdowncard.h"

#include "app/theme/look.h"
#include "app/tokens/verdictlook.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/elidinglabel.h"
#include "app/widgets/linkbutton.h"
#include "app/widgets/timebar.h"
#include "app/widgets/timedisplay.h"
#include "app/widgets/verdictline.h"
#include "pagerig.h"
#include "support/testmain.h"
#include "tokenexamples.h"

using namespace mintmark;
using namespace mintmark::test;

class TestCountdownCard : public QObject
{
    Q_OBJECT

    static bool says(const QWidget &card, const QString &text)
    {
        const auto labels = card.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisibleTo(&card) && label->text() == text;
        });
    }

private Q_SLOTS:
    void everyBar_data()
    {
        QTest::addColumn<int>("bar");
        QTest::addColumn<int>("tone");
        QTest::addColumn<int>("shape");
        QTest::addColumn<QColor>("color");
        const Theme theme = makeTheme(ThemeName::Light);
        const auto row = [](const char *name, Verdict::Bar bar, Tone tone, TimeBar::Shape shape,
                            QColor color) {
            QTest::newRow(name) << static_cast<int>(bar) << static_cast<int>(tone)
                                << static_cast<int>(shape) << color;
        };
        row("live", Verdict::Bar::Filled, Tone::Ok, TimeBar::Shape::Filled, theme.accent);
        row("ending", Verdict::Bar::Filled, Tone::Warning, TimeBar::Shape::Filled, theme.warnLine);
        row("wrong signature", Verdict::Bar::Filled, Tone::Fault, TimeBar::Shape::Filled,
            theme.errLine);
        row("expired", Verdict::Bar::EndCap, Tone::Fault, TimeBar::Shape::EndCap, theme.errLine);
        row("not yet", Verdict::Bar::Hollow, Tone::Warning, TimeBar::Shape::Hollow, theme.warnLine);
        row("no end", Verdict::Bar::Hatched, Tone::Neutral, TimeBar::Shape::Hatched, theme.text2);
        row("none", Verdict::Bar::Empty, Tone::Neutral, TimeBar::Shape::Empty, theme.text2);
    }
    void everyBar()
    {
        QFETCH(int, bar);
        QFETCH(int, tone);
        QFETCH(int, shape);
        QFETCH(QColor, color);
        CountdownCard card;
        Verdict verdict = liveVerdict();
        verdict.bar = static_cast<Verdict::Bar>(bar);
        verdict.barTone = static_cast<Tone>(tone);
        card.setVerdict(verdict);
        QCOMPARE(static_cast<int>(card.bar()->shape()), shape);
        QCOMPARE(makeTheme(ThemeName::Light).*card.bar()->colorRole(), color);
        QVERIFY(qAbs(card.bar()->fraction() - 0.9625) < 0.01);
    }

    void saysWhatTheVerdictSays()
    {
        CountdownCard card;
        card.setVerdict(liveVerdict());
        for (const QString &text :
             { u"Live"_s, u"7 h 42 min left"_s, u"Audience as in the profile"_s,
               u"Fetched 09:12:04 · lives 8 h"_s, u"Expires 17:12:04 · 16:12:04 UTC"_s })
            QVERIFY2(says(card, text), qPrintable(text));
        QSignalSpy link(&card, &CountdownCard::linkClicked);
        QVERIFY(!card.lines()[0]->link()->isVisibleTo(&card));
        card.lines()[1]->link()->click();
        QCOMPARE(link.value(0).value(0).toString(), u"edit-keys"_s);
        QVERIFY(!card.lines()[2]->isVisibleTo(&card));
    }

    void fourLinesAtMost()
    {
        CountdownCard card;
        Verdict verdict = liveVerdict();
        while (verdict.lines.size() < 6)
            verdict.lines.append(verdict.lines.first());
        card.setVerdict(verdict);
        QCOMPARE(card.lines().size(), 4);
        QVERIFY(card.lines()[3]->isVisibleTo(&card));
    }

    void whileARequestRuns()
    {
        CountdownCard card;
        QSignalSpy cancelled(&card, &CountdownCard::cancelRequested);
        card.setVerdict(running({}, false));
        QVERIFY(says(card, u"Fetching…"_s));
        QCOMPARE(card.display()->text(), u"1.4 s"_s);
        card.setVerdict(running(liveVerdict(), true));
        QCOMPARE(card.display()->text(), u"7 h 42 min left"_s);
        QVERIFY(says(card, u"1.4 s"_s));
        const auto links = card.findChildren<LinkButton *>();
        const auto cancel = std::find_if(links.begin(), links.end(), [](LinkButton *button) {
            return button->text() == u"Cancel"_s;
        });
        QVERIFY(cancel != links.end() && (*cancel)->isVisibleTo(&card));
        (*cancel)->click();
        QCOMPARE(cancelled.size(), 1);
        card.setVerdict(liveVerdict());
        QVERIFY(!(*cancel)->isVisibleTo(&card));
        QVERIFY(!says(card, u"1.4 s"_s));
    }

    void locked()
    {
        CountdownCard card;
        QSignalSpy unlock(&card, &CountdownCard::unlockRequested);
        Verdict verdict = noTokenVerdict();
        auto *button = card.findChild<ActionButton *>();
        card.setVerdict(verdict);
        QVERIFY(!button->isVisibleTo(&card));
        verdict.showUnlock = true;
        card.setVerdict(verdict);
        QVERIFY(button->isVisibleTo(&card));
        button->click();
        QCOMPARE(unlock.size(), 1);
    }

    /// Whatever it says, it has one height, in each shape, from nothing to two lines.
    void keepsItsHeight_data()
    {
        QTest::addColumn<bool>("stacked");
        QTest::newRow("beside") << false;
        QTest::newRow("stacked") << true;
    }
    void keepsItsHeight()
    {
        QFETCH(bool, stacked);
        CountdownCard card;
        card.setStacked(stacked);
        Verdict locked = noTokenVerdict();
        locked.showUnlock = true;
        Verdict dash = noTokenVerdict();
        dash.readingText = u"–"_s;
        QSet<int> heights;
        for (const Verdict &verdict : { noTokenVerdict(), locked, dash, liveVerdict(),
                                        running({}, false), running(liveVerdict(), true) }) {
            card.setVerdict(verdict);
            heights.insert(card.sizeHint().height());
        }
        QCOMPARE(heights.size(), 1);
        Verdict three = liveVerdict();
        three.lines.append(three.lines.first());
        card.setVerdict(three);
        const int tall = card.sizeHint().height();
        card.setVerdict(
            running(liveVerdict(), true)); // a line may go only when the answer is there
        QCOMPARE(card.sizeHint().height(), tall);
    }

    void digitsDoNotMove()
    {
        CountdownCard card;
        Verdict verdict = liveVerdict();
        QSet<QString> seen;
        for (const char *digits : { "42", "11", "07", "58" }) {
            verdict.reading[1].digits = QString::fromLatin1(digits);
            card.setVerdict(verdict);
            QStringList places;
            for (const qreal left : card.display()->cellPositions())
                places << QString::number(left);
            seen.insert(places.join(u' '));
        }
        QCOMPARE(seen.size(), 1);
    }

    void iconsHaveTheirNames()
    {
        for (const char *name : { "check", "clock", "cross", "warn", "error", "help", "lock",
                                  "fetch", "target", "seal", "sealq" })
            QCOMPARE(IconSet::name(iconByName(QString::fromLatin1(name))),
                     QString::fromLatin1(name));
        QCOMPARE(iconByName(u"no such"_s), Icon::Info);
    }

    void showsWordsAsTheyAre()
    {
        CountdownCard card;
        Verdict verdict = liveVerdict();
        verdict.lines[0].text = u"<b>x</b><img src=http://a/>"_s;
        card.setVerdict(verdict);
        const auto labels = card.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

MINTMARK_TEST(tst_countdowncard, TestCountdownCard)
#include "tst_countdowncard.moc"
