// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/attemptsmodel.h"
#include "app/tokens/checkrow.h"
#include "app/tokens/checksview.h"
#include "app/tokens/claimsmodel.h"
#include "app/tokens/claimsview.h"
#include "app/tokens/encodedview.h"
#include "app/tokens/exchangeview.h"
#include "app/tokens/tokentabs.h"
#include "app/tokens/tokenview.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/linkbutton.h"
#include "app/widgets/tabbadge.h"
#include "app/widgets/wraplabel.h"
#include "base/displaytext.h"
#include "pagerig.h"
#include "support/cputimer.h"
#include "support/testmain.h"
#include "tokenexamples.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStringTokenizer>
#include <QTabBar>

#include <algorithm>

using namespace mintmark;
using namespace mintmark::test;
using Place = RegisteredName::Place;

class TestTokenViews : public QObject
{
    Q_OBJECT

    static void choose(ClaimsView &view, const QString &name)
    {
        const ClaimsModel *model = view.claims();
        const QModelIndexList found = model->match(model->index(0, 0, model->group(Place::Claims)),
                                                   Qt::DisplayRole, name, 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        view.setCurrentIndex(found.first());
    }

    static ExchangeRecord exchange()
    {
        ExchangeRecord record;
        record.startedAtMs = exampleNowMs;
        record.method = u"POST"_s;
        record.url = u"https://id.example.com/token"_s;
        record.request = u"POST /token HTTP/1.1\n\n{\"client_secret\":\"secret#1\"}"_s;
        record.status = 400;
        record.reason = u"Bad Request"_s;
        record.answerHead = u"HTTP/1.1 400 Bad Request\nX: a\u202Eb"_s;
        record.answerBody = u"<b>x</b><img src=http://a/>"_s;
        record.timings = { 1, 0, 20, 2, 23 };
        record.error =
            Error { ErrorCode::InvalidRequest, { { u"host"_s, u"id.example.com"_s } }, {} };
        return record;
    }

    static QStringList rowNames(const ChecksView &view)
    {
        QStringList names;
        for (const CheckRow *row : view.findChildren<CheckRow *>())
            names << row->accessibleName();
        return names;
    }
    static WrapLabel *summary(const ChecksView &view)
    {
        for (WrapLabel *label : view.findChildren<WrapLabel *>()) {
            if (label->text().contains(u" made."_s) && label->isVisibleTo(&view))
                return label;
        }
        return nullptr;
    }
    static bool shows(const QWidget &view, const QString &text)
    {
        const auto labels = view.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    }
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void copiesTheExactValue()
    {
        ClaimsView view;
        view.setToken(parsed(jwsBytes("{\"n\":10000000000000000999,\"bidi\":\"a\xE2\x80\xAE"
                                      "b\"}")),
                      {}, {}, exampleNowMs);
        QSignalSpy copied(&view, &ClaimsView::copyTextRequested);
        choose(view, u"n"_s);
        QTest::keySequence(&view, QKeySequence(QKeySequence::Copy));
        QCOMPARE(copied.takeFirst(), (QList<QVariant> { u"10000000000000000999"_s, u"claim n"_s }));
        choose(view, u"bidi"_s);
        QTest::keySequence(&view, QKeySequence(QKeySequence::Copy));
        QCOMPARE(copied.takeFirst().value(0).toString(), u"a\u202Eb"_s);
        view.copyMember();
        QCOMPARE(copied.takeFirst().value(0).toString(), u"\"bidi\":\"a\u202Eb\""_s);
    }

    void theMenuCopiesToo()
    {
        ClaimsView view;
        view.resize(600, 400);
        view.setToken(sageToken(), {}, sageContext(), exampleNowMs);
        view.show();
        choose(view, u"aud"_s);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QCoreApplication::sendEvent(view.viewport(), &event);
        auto *menu = view.findChild<QMenu *>();
        QVERIFY(menu);
        QSignalSpy copied(&view, &ClaimsView::copyTextRequested);
        menu->actions().first()->trigger();
        QCOMPARE(copied.value(0).value(0).toString(), u"s200ukipd/sage200"_s);
    }

    void aNewTokenKeepsTheChosenClaim()
    {
        ClaimsView view;
        view.setToken(sageToken(), {}, sageContext(), exampleNowMs);
        QVERIFY(!view.isExpanded(view.claims()->group(Place::Header)));
        choose(view, u"scope"_s);
        view.expand(view.claims()->group(Place::Header));
        view.setToken(parsed(jwsBytes(R"({"jti":"2","scope":"other"})")), {}, {}, exampleNowMs);
        QCOMPARE(view.currentIndex().siblingAtColumn(1).data().toString(), u"other"_s);
        QVERIFY(view.isExpanded(view.claims()->group(Place::Header)));
    }

    void paintsWhateverIsInIt()
    {
        ClaimsView view;
        view.resize(500, 400);
        const QByteArray payload = "{\"a\":\"\xE2\x80\xAE\xE2\x80\x8B" + QByteArray(5'000, 'x')
            + "\",\"b\":\"\xD7\x90\xD7\x91 \xE6\xBC\xA2\","
              "\"c\":\"\",\"\":null,\"d\":[],\"e\":{},\"f\":\"\xE2\x80\xAE\"}";
        view.setToken(parsed(jwsBytes(payload)),
                      { { CheckCode::UnsafeText, Severity::Warning, u"Odd."_s } }, {},
                      exampleNowMs);
        view.expandAll();
        for (const bool below : { false, true }) {
            view.setMeaningBelow(below);
            view.show();
            QVERIFY(!pictured(view, u"claims-odd-%1"_s.arg(below)).isNull());
        }
        // Three lines at most, however long the text is.
        const QModelIndex first = view.claims()->index(0, 1, view.claims()->group(Place::Claims));
        QVERIFY(view.visualRect(first).height() < 90);
    }

    void theSignatureIsHidden()
    {
        TokenView view;
        view.setToken(sageToken());
        view.resize(700, 500);
        view.show();
        const QString signature = QString::fromLatin1(base64UrlEncode(QByteArray(256, 'S')));
        QVERIFY(!view.encoded()->shownText().contains(signature));
        QVERIFY(view.encoded()->shownText().contains(u"•••••••• 342 characters hidden"_s));
        QTest::mousePress(view.revealButton(), Qt::LeftButton);
        QVERIFY(view.encoded()->shownText().endsWith(signature));
        QVERIFY(view.encoded()->accessibleDescription().isEmpty());
        QTest::mouseRelease(view.revealButton(), Qt::LeftButton);
        QVERIFY(!view.encoded()->shownText().contains(signature));
        QTest::mousePress(view.revealButton(), Qt::LeftButton);
        view.hide();
        QVERIFY(!view.encoded()->isRevealed());
    }

    void hidesWhatIsUsable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("opaque") << QByteArray("2YotnFZFEjr1zCsicMWpAA")
                                << u"•••••••• 22 characters hidden"_s;
        QTest::newRow("encrypted")
            << QByteArray("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AAAA.BBBB.CCCC.DDDD")
            << u"eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.•••••••• 19 characters hidden"_s;
        QTest::newRow("unsecured")
            << QByteArray("eyJhbGciOiJub25lIn0.e30.") << u"eyJhbGciOiJub25lIn0.e30."_s;
    }
    void hidesWhatIsUsable()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, shown);
        EncodedView view;
        view.resize(1'000, 100);
        view.setToken(parsed(text));
        QCOMPARE(view.shownText(), shown);
    }

    void decodesAsItStands()
    {
        TokenView view;
        view.setToken(parsed(jwsBytes("{ \"a\" : 1.50 }")));
        view.resize(700, 500);
        view.show();
        QStringList texts;
        const auto edits = view.findChildren<QPlainTextEdit *>();
        for (const QPlainTextEdit *edit : edits) {
            QVERIFY(edit->isReadOnly());
            texts << edit->toPlainText();
        }
        QCOMPARE(texts,
                 (QStringList { u"{\"alg\":\"RS256\",\"kid\":\"757b50fd\",\"typ\":\"JWT\"}"_s,
                                u"{ \"a\" : 1.50 }"_s }));
    }

    /// Nothing of it is left out, and copying knows nothing of the screen.
    void showsMuch_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("10,000 claims") << payloadOfClaims(10'000);
        QTest::newRow("1 MiB in one claim")
            << "{\"a\":\"" + QByteArray(1024 * 1024 - 100, 'x') + "\"}";
        QTest::newRow("what must be escaped")
            << "{\"a\":\"" + QByteArray("\u202e").repeated(80'000) + "\"}";
        QTest::newRow("pairs") << "{\"a\":\"" + QByteArray("\U0001F600").repeated(200'000) + "\"}";
    }
    void showsMuch()
    {
        QFETCH(QByteArray, payload);
        TokenView view;
        view.resize(700, 500);
        view.show();
        CpuTimer timer;
        view.setToken(parsed(jwsBytes(payload)));
        QCoreApplication::sendPostedEvents(); // layouts
        QVERIFY(
            !pictured(view, u"token-"_s + QString::fromLatin1(QTest::currentDataTag())).isNull());
        const qint64 shownMs = timer.restart();
        auto *decoded = view.findChildren<QPlainTextEdit *>().last();
        decoded->moveCursor(QTextCursor::End);
        QVERIFY(!view.grab().isNull());
        qInfo("shown in %lld ms, scrolled in %lld ms", shownMs, timer.elapsed());
        QVERIFY(shownMs < 1'000 && timer.elapsed() < 1'000);
        QCOMPARE(tooLow(view), QStringList());
        const QString text = decoded->toPlainText();
        QCOMPARE(QString(text).remove(u'\n'), displayText(QString::fromUtf8(payload)).text);
        QVERIFY(QStringView(text).isValidUtf16());
        for (const QStringView line : QStringView(text).tokenize(u'\n'))
            QVERIFY(line.isValidUtf16());
        QSignalSpy copied(&view, &TokenView::copyTextRequested);
        auto *copy = view.findChildren<ActionButton *>().last();
        QCOMPARE(copy->accessibleName(), u"Copy the whole payload"_s);
        QVERIFY(copy->isVisible());
        copy->click();
        QCOMPARE(copied.first().first().toString().toUtf8(), payload);
    }

    void saysWhatIsLeftOut()
    {
        TokenView view;
        view.resize(700, 500);
        view.show();
        view.setToken(parsed(jwsBytes("{\"a\":\"" + QByteArray(2'000'000, 'x') + "\"}")));
        QCOMPARE(view.findChildren<WrapLabel *>().last()->text(),
                 u"Only the beginning is shown here: 2,000,008 bytes in all. "
                 "Long lines are broken for the screen."_s);
        QVERIFY(view.findChildren<ActionButton *>().last()->isVisible());
        view.setToken(sageToken());
        QVERIFY(!view.findChildren<WrapLabel *>().last()->isVisible());
        QVERIFY(!view.findChildren<ActionButton *>().last()->isVisible());
        view.setToken(parsed(jwsBytes("\xff\xfe")));
        QCOMPARE(view.findChildren<WrapLabel *>().last()->text(),
                 u"Not all of it is UTF-8 text."_s);
        QVERIFY(!view.findChildren<ActionButton *>().last()->isVisible());
    }

    void countsWhatIsWrong()
    {
        TokenTabs tabs;
        TokenContent content;
        content.token = sageToken();
        content.checks = { { CheckCode::Expired, Severity::Warning, u"A. B."_s },
                           { CheckCode::LongLifetime, Severity::Info, u"C."_s },
                           { CheckCode::AlgorithmNone, Severity::Error, u"D."_s } };
        tabs.setContent(content);
        auto *badge = qobject_cast<TabBadge *>(
            tabs.bar()->tabButton(TokenTabs::ChecksTab, QTabBar::RightSide));
        QVERIFY(badge);
        QCOMPARE(badge->text(), u"2"_s);
        content.checks = {};
        tabs.setContent(content);
        QVERIFY(!tabs.bar()->tabButton(TokenTabs::ChecksTab, QTabBar::RightSide));
    }

    void worstChecksFirst()
    {
        ChecksView view;
        TokenContent content;
        content.token = sageToken();
        content.context = sageContext();
        content.checks = { { CheckCode::LongLifetime, Severity::Info, u"C."_s },
                           { CheckCode::AlgorithmNone, Severity::Error, u"D. E."_s } };
        view.setContent(content);
        QCOMPARE(rowNames(view), (QStringList { u"Fault: D. E."_s, u"Note: C."_s }));
        QCOMPARE(summary(view)->text(), u"9 checks were made."_s);
        summary(view)->link()->click();
        QCOMPARE(rowNames(view).size(), 9);
        QCOMPARE(rowNames(view).mid(0, 3),
                 (QStringList { u"Fault: D. E."_s, u"Note: C."_s,
                                u"In order: The token names its end, and it is not over."_s }));
        summary(view)->link()->click();
        QCOMPARE(rowNames(view).size(), 2);
    }

    /// Nothing found is no proof that something was looked at: it says how much was.
    void nothingToComplainAbout()
    {
        ChecksView view;
        view.resize(600, 400);
        view.show();
        QVERIFY(shows(view, u"No token yet"_s));
        TokenContent content;
        content.token = sageToken();
        content.context = sageContext();
        content.context.issuer = u"https://id.sage.com/"_s;
        content.context.environment = u"production"_s;
        view.setContent(content);
        QVERIFY(shows(view, u"Nothing to complain about"_s));
        QVERIFY(shows(view, u"11 checks were made."_s));
        auto *all = view.findChild<EmptyState *>()->button();
        QCOMPARE(all->text(), u"Show all checks"_s);
        all->click();
        QVERIFY(!shows(view, u"Nothing to complain about"_s));
        QCOMPARE(rowNames(view).size(), 11);
        // Without claims there is less to look at.
        content.token = parsed("2YotnFZFEjr1zCsicMWpAA");
        view.setContent(content);
        QCOMPARE(rowNames(view).size(), 5);
    }

    void exchangesArePlainText()
    {
        ExchangeView view;
        view.setRecord(exchange());
        QVERIFY(view.request()->isReadOnly() && view.answer()->isReadOnly());
        QCOMPARE(view.answer()->toPlainText(),
                 u"HTTP/1.1 400 Bad Request\nX: a\\u{202E}b\n\n<b>x</b><img src=http://a/>"_s);
        const auto labels = view.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    /// A token that came in an odd answer is a token; what was odd stands beside it.
    void exchangesTellWhatWasOdd()
    {
        ExchangeRecord record = exchange();
        record.status = 200;
        record.reason = u"OK"_s;
        record.error.reset();
        record.notes = { u"There is no token_type"_s, u"a\u202eb"_s };
        ExchangeView view;
        view.setRecord(record);
        const auto labels = view.findChildren<WrapLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const WrapLabel *label) {
            return label->text().startsWith(u"200 OK")
                && label->text().endsWith(u" · There is no token_type · a\\u{202E}b"_s);
        }));
    }

    void attemptsAreARow()
    {
        AttemptsModel model;
        const QAbstractItemModelTester tester(&model);
        ExchangeRecord first = exchange();
        ExchangeRecord second = exchange();
        second.status = 0;
        second.timings.totalMs = 30'000;
        model.setRecords({ first }, exampleNowMs);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setRecords({ second, first }, exampleNowMs);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.index(0).data().toString(), u"09:29:54 no answer 30.0 s"_s);
        QCOMPARE(model.index(1).data().toString(), u"09:29:54 refused 23 ms"_s);
        first.error = {};
        model.setRecords({ first }, exampleNowMs);
        QCOMPARE(model.index(0).data().toString(), u"09:29:54 ok 23 ms"_s);
        QCOMPARE(model.index(0).data(AttemptsModel::FailedRole).toBool(), false);
        first.purpose = u"keys"_s;
        model.setRecords({ first }, exampleNowMs);
        QCOMPARE(model.index(0).data().toString(), u"09:29:54 keys ok 23 ms"_s);
    }
};

MINTMARK_TEST(tst_tokenviews, TestTokenViews)
#include "tst_tokenviews.moc"
