// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectorpage.h"

#include "app/inspector/foundline.h"
#include "app/inspector/pastefield.h"
#include "app/inspector/tokenfield.h"
#include "app/inspector/verdictcard.h"
#include "app/tokens/checksview.h"
#include "app/tokens/claimsmodel.h"
#include "app/tokens/claimspane.h"
#include "app/tokens/claimsview.h"
#include "app/tokens/encodedview.h"
#include "app/tokens/tokentabs.h"
#include "app/tokens/tokenview.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/linkbutton.h"
#include "app/widgets/noticebar.h"
#include "app/widgets/wraplabel.h"
#include "pagerig.h"
#include "support/cputimer.h"
#include "support/testmain.h"
#include "tokenexamples.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QUrl>

using namespace mintmark;
using namespace mintmark::test;

namespace {

QString opaque()
{
    return u"2YotnFZFEjr1zCsicMWpAAf00f0f00f0f00f"_s;
}

/// RFC 7516 Appendix A.1, its parts shortened: nobody decrypts it.
QString encrypted()
{
    return u"eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.OKOawDo13gRp2ojaHV7L.48V1_ALb6US04U3b."
           "5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX.XFBoMYUZodetZdvTiFvSkQ"_s;
}

QString damaged()
{
    return QString::fromLatin1(jwsBytes(sageClaims().first(200)));
}

QString sage()
{
    return QString::fromLatin1(jwsBytes(sageClaims()));
}

/// Whether it may be dropped on the page; if so, it is.
bool drop(InspectorPage &page, const QMimeData &data)
{
    QDragEnterEvent enter({ 20, 20 }, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(&page, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event({ 20, 20 }, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&page, &event);
    return event.isAccepted();
}

} // namespace

class TestInspectorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void looksRight_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("text");
        const struct
        {
            const char *name;
            QString text;
        } texts[] = {
            { "empty", {} },          { "jws", u"Authorization: Bearer "_s + sage() },
            { "opaque", opaque() },   { "jwe", encrypted() },
            { "damaged", damaged() }, { "nothing", u"eyJ#.x"_s },
        };
        for (const QSize size : { QSize(1120, 720), QSize(860, 600), QSize(640, 480) }) {
            for (const auto &text : texts) {
                QTest::addRow("inspect-light-%d-%s", size.width(), text.name)
                    << static_cast<int>(ThemeChoice::Light) << size << text.text;
                QTest::addRow("inspect-dark-%d-%s", size.width(), text.name)
                    << static_cast<int>(ThemeChoice::Dark) << size << text.text;
            }
        }
    }
    void looksRight()
    {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        QFETCH(QString, text);
        const Dress dress(static_cast<ThemeChoice>(theme));
        InspectorPage page;
        page.setNow(exampleNowMs);
        page.setText(text);
        const Host window(page, size);
        pictured(page, QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(scrolledSideways(page), QStringList());
        QCOMPARE(cutOff(page), QStringList());
        QCOMPARE(tooLow(page).join(u'|'), QString());
        const QSize least = page.minimumSizeHint();
        QVERIFY(least.width() <= 640 && least.height() <= 420);
    }

    void readsAToken()
    {
        InspectorPage page;
        page.setNow(exampleNowMs);
        QVERIFY(page.isEmpty());
        page.setText(u"Bearer "_s + sage() + u'\n');
        QVERIFY(!page.isEmpty());
        const Verdict &verdict = page.card()->verdict();
        QCOMPARE(verdict.headline, u"Live"_s);
        QCOMPARE(joinedParts(verdict.reading), u"7 h 42 min"_s);
        QCOMPARE(verdict.footLeft, u"Issued 09:12:04 · lives 8 h"_s);
        QCOMPARE(verdict.footRight, u"Expires 17:12:04 · 17:12:04 UTC"_s);
        QCOMPARE(verdict.lines.value(0).text, u"Audience: s200ukipd/sage200"_s);
        QCOMPARE(verdict.lines.value(1).text, u"Signature not checked"_s);
        QVERIFY(!page.foundLine()->text().isEmpty());
        page.clear();
        QVERIFY(page.isEmpty());
        QCOMPARE(page.card()->verdict(), Verdict());
    }

    /// A ticket: every token in it, one after the other, and what was taken away from them.
    void readsAWholeTicket()
    {
        InspectorPage page;
        page.setNow(exampleNowMs);
        const QString ticket = u"> Hi, the API says 401 with this one:\n> Authorization: Bearer "_s
            + sage().first(60) + u"\n> "_s + sage().sliced(60) + u"\n\nand with the old one: "_s
            + damaged() + u"\nRegards"_s;
        page.setText(ticket);
        FoundLine *note = page.foundLine();
        QVERIFY2(note->text().startsWith(u"Token 1 of 2, found in a text of 6 lines."_s),
                 qPrintable(note->text()));
        QCOMPARE(page.card()->verdict().headline, u"Live"_s);
        note->next()->click();
        QVERIFY(note->text().startsWith(u"Token 2 of 2"_s));
        QCOMPARE(page.card()->verdict().headline, u"Not a usable token"_s);
        note->next()->click();
        QCOMPARE(page.card()->verdict().headline, u"Live"_s);
        note->previous()->click();
        QVERIFY(note->text().startsWith(u"Token 2 of 2"_s));
        page.clear();
        QVERIFY(page.isEmpty());
        QVERIFY(note->text().isEmpty());
    }

    /// The word is said of a signature that was checked, and here none is.
    void neverSaysVerified()
    {
        for (const QString &text : { sage(), opaque(), encrypted() }) {
            InspectorPage page;
            page.setNow(exampleNowMs);
            page.setText(text);
            QString said = page.card()->verdict().headline;
            for (const Verdict::Line &line : page.card()->verdict().lines) {
                QVERIFY(line.link.isEmpty() && line.linkId.isEmpty());
                said += line.text + line.caption;
            }
            QVERIFY2(!said.contains(u"verified"_s) && !said.contains(u"valid"_s), qPrintable(said));
        }
    }

    void timePasses()
    {
        InspectorPage page;
        page.setNow(exampleNowMs);
        page.setText(sage());
        const Host window(page, { 1120, 720 });
        page.setNow(exampleNowMs + 60'000);
        QCOMPARE(joinedParts(page.card()->verdict().reading), u"7 h 41 min"_s);
        QCOMPARE(page.tabs()->checks()->checks(), QList<TokenCheck>());
        page.setNow(1'741'626'724'000 + 720'000);
        QCOMPARE(page.card()->verdict().headline, u"Expired"_s);
        QCOMPARE(joinedParts(page.card()->verdict().reading), u"12 min"_s);
        QCOMPARE(page.tabs()->checks()->checks().value(0).code, CheckCode::Expired);
    }

    void kindsSayWhatTheyAre()
    {
        InspectorPage page;
        page.setNow(exampleNowMs);
        page.setText(opaque());
        QVERIFY(page.tabs()->claims()->isBlank());
        page.setText(encrypted());
        QVERIFY(!page.tabs()->claims()->isBlank());
        QVERIFY(page.tabs()->claims()->notice()->text().startsWith(u"Encrypted for the API."_s));
        const ClaimsModel *claims = page.tabs()->claims()->view()->claims();
        QVERIFY(!claims->hasClaims());
        QVERIFY(claims->group(RegisteredName::Place::Header).isValid());
        page.setText(damaged());
        QVERIFY2(page.tabs()->claims()->notice()->text().contains(u"recovered, not verified."_s),
                 qPrintable(page.tabs()->claims()->notice()->text()));
        QVERIFY(!page.tabs()->claims()->isBlank());
        page.setText(sage());
        QVERIFY(!page.tabs()->claims()->notice()->isVisibleTo(&page));
    }

    void pasteLeavesNothingInTheField()
    {
        InspectorPage page;
        page.setNow(exampleNowMs);
        const Host window(page, { 1120, 720 });
        QVERIFY(page.field()->isEditing());
        QMimeData data;
        data.setText(sage());
        QMetaObject::invokeMethod(page.field()->editor(), "pasted", Q_ARG(QString, sage()));
        QVERIFY(!page.field()->isEditing());
        QVERIFY(page.field()->editor()->toPlainText().isEmpty());
        QVERIFY(!page.field()->encoded()->shownText().contains(u"U1NTU1NT"_s)); // the signature
        QVERIFY(page.field()->encoded()->shownText().contains(u"342 characters hidden"_s));
        QTest::mouseClick(page.field()->encoded()->viewport(), Qt::LeftButton, {}, { 20, 20 });
        QVERIFY(page.field()->isEditing());
        QCOMPARE(page.field()->editor()->toPlainText(), sage());
        QVERIFY(!page.isEmpty());
    }

    void takesDroppedText()
    {
        InspectorPage page;
        page.setNow(exampleNowMs);
        QMimeData data;
        data.setText(u"Bearer "_s + sage());
        QVERIFY(drop(page, data));
        QCOMPARE(page.card()->verdict().headline, u"Live"_s);
        QVERIFY(!page.foundLine()->text().isEmpty());
    }

    /// One local file; neither two nor one elsewhere, which would have to be fetched.
    void takesADroppedFile()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"ticket.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Authorization: Bearer " + sage().toLatin1());
        file.close();
        const QUrl url = QUrl::fromLocalFile(file.fileName());
        const QUrl missing = QUrl::fromLocalFile(folder.filePath(u"gone.txt"_s));
        InspectorPage page;
        page.setNow(exampleNowMs);
        QMimeData data;
        data.setUrls({ url, missing });
        QVERIFY(!drop(page, data));
        data.setUrls({ QUrl(u"https://example.com/ticket.txt"_s) });
        QVERIFY(!drop(page, data));
        QVERIFY(page.isEmpty());
        data.setUrls({ url });
        QVERIFY(drop(page, data));
        QCOMPARE(page.card()->verdict().headline, u"Live"_s);
        data.setUrls({ missing });
        QVERIFY(drop(page, data));
        QVERIFY2(page.foundLine()->text().contains(u"gone.txt"_s),
                 qPrintable(page.foundLine()->text()));
        QCOMPARE(page.card()->verdict().headline, u"Live"_s); // as it was
    }

    void typingStaysInTheField()
    {
        InspectorPage page;
        page.setNow(exampleNowMs);
        const Host window(page, { 1120, 720 });
        page.focusField();
        QTest::keyClicks(page.field()->editor(), u"abc.def"_s);
        QVERIFY(page.field()->isEditing());
        QCOMPARE(page.field()->editor()->toPlainText(), u"abc.def"_s);
        QVERIFY(!page.isEmpty());
        page.setText(sage()); // what comes from outside replaces it
        QVERIFY(!page.field()->isEditing());
        QCOMPARE(page.card()->verdict().headline, u"Live"_s);
    }

    /// No freeze, whatever is pasted.
    void copesWithMuch_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QByteArray many = "{";
        for (int i = 0; i < 2'000; ++i)
            many += "\"claim" + QByteArray::number(i)
                + "\":\"https://example.com/a/rather/long/value/for/claim/" + QByteArray::number(i)
                + "\",";
        QTest::newRow("2000 claims") << many + "\"exp\":1741626724}";
        QTest::newRow("one long text") << "{\"a\":\"" + QByteArray(700'000, 'x') + "\"}";
        QTest::newRow("one long list")
            << "{\"a\":[" + QByteArray(300'000, '1').replace("1", "1,") + "1]}";
    }
    void copesWithMuch()
    {
        QFETCH(QByteArray, payload);
        const QString text = QString::fromLatin1(jwsBytes(payload));
        InspectorPage page;
        page.setNow(exampleNowMs);
        Host window(page, { 1120, 720 });
        CpuTimer timer;
        page.setText(text);
        window.settle();
        const qint64 claims = timer.restart();
        page.showTab(TokenTabs::TokenTab);
        window.settle();
        const qint64 token = timer.restart();
        page.setNow(exampleNowMs + 1'000);
        window.settle();
        const qint64 tick = timer.elapsed();
        QVERIFY2(claims < 300 && token < 300 && tick < 100,
                 qPrintable(u"%1 %2 %3 ms"_s.arg(claims).arg(token).arg(tick)));
    }
};

MINTMARK_TEST(tst_inspectorpage, TestInspectorPage)
#include "tst_inspectorpage.moc"
