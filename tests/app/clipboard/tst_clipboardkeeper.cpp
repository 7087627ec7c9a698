// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Against a real X server: the clipboard is read and filled by xclip, which is another program.

#include "app/clipboard/clipboardkeeper.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QWidget>

using namespace mintmark;
using namespace Qt::StringLiterals;
using State = ClipboardStatus::State;

namespace {

const QString acme = u"Acme · Payments Out"_s;
constexpr qint64 second = 1000;

/// Runs xclip while this program goes on answering it.
struct Xclip
{
    int exitCode = -1;
    QByteArray output;
};
Xclip xclip(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    if (!input.isEmpty()) // the part that stays behind to answer must not hold our pipe
        process.setStandardOutputFile(QProcess::nullDevice());
    process.start(u"xclip"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (finished.isEmpty() && !finished.wait(10'000))
        return {};
    return { process.exitCode(), input.isEmpty() ? process.readAllStandardOutput() : QByteArray() };
}

/// What another program gets, or nothing.
QByteArray pasted(const QString &selection = u"clipboard"_s)
{
    const Xclip read = xclip({ u"-selection"_s, selection, u"-o"_s });
    return read.exitCode == 0 ? read.output : QByteArray();
}

/// Returns once the other program really owns the selection: xclip ends before the X server has been
/// told by the part of it that stays behind.
void copyElsewhere(const QByteArray &text, const QString &selection = u"clipboard"_s)
{
    xclip({ u"-selection"_s, selection }, text);
    QTRY_COMPARE(pasted(selection), text);
}

QByteArray target(const QString &name)
{
    return xclip({ u"-selection"_s, u"clipboard"_s, u"-o"_s, u"-t"_s, name }).output;
}

SecretBytes secret(QByteArrayView text = "eyJhbGciOi.eyJhdWQi.c2lnbmF0dXJl")
{
    return SecretBytes(text);
}

} // namespace

class TestClipboardKeeper : public QObject
{
    Q_OBJECT
private:
    test::FakeClock m_clock;

private Q_SLOTS:
    void initTestCase() { QCOMPARE(QGuiApplication::platformName(), u"xcb"_s); }

    void marksSecrets()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret(), acme);
        QCOMPARE(pasted(), "eyJhbGciOi.eyJhdWQi.c2lnbmF0dXJl"_ba);
        QCOMPARE(target(u"UTF8_STRING"_s), "eyJhbGciOi.eyJhdWQi.c2lnbmF0dXJl"_ba);
        const QByteArrayList targets = target(u"TARGETS"_s).split('\n');
        QVERIFY(targets.contains("x-kde-passwordManagerHint"));
        QCOMPARE(target(u"x-kde-passwordManagerHint"_s), "secret"_ba);
        QCOMPARE(keeper.status(),
                 (ClipboardStatus { State::Ours, acme, m_clock.bootMs() + 60 * second }));
    }

    void beyondAscii()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(SecretBytes::fromString(u"Bearer pÄ–\U0001F600"), acme);
        QCOMPARE(QString::fromUtf8(pasted()), u"Bearer pÄ–\U0001F600"_s);
        QCOMPARE(keeper.text(), u"Bearer pÄ–\U0001F600"_s);
    }

    void leavesThePrimarySelectionAlone()
    {
        copyElsewhere("selected text", u"primary"_s);
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret(), acme);
        QCOMPARE(pasted(u"primary"_s), "selected text"_ba);
        keeper.clearNow();
        QCOMPARE(pasted(u"primary"_s), "selected text"_ba);
        keeper.copyText(u"claims"_s);
        QCOMPARE(pasted(u"primary"_s), "selected text"_ba);
    }

    void clearsAfterAWhile()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret(), acme);
        QCOMPARE(keeper.secondsLeft(), 60);
        m_clock.advance(59 * second + 1);
        keeper.tick();
        QCOMPARE(keeper.secondsLeft(), 1);
        QVERIFY(!pasted().isEmpty());
        m_clock.advance(second);
        keeper.tick();
        QCOMPARE(keeper.status(), (ClipboardStatus { State::Cleared, acme, {} }));
        QVERIFY(!keeper.needsTick());
        QVERIFY(pasted().isEmpty());
    }

    void clearsWithoutTicks()
    {
        const SystemClock clock;
        ClipboardKeeper keeper(clock);
        keeper.setClearAfter(1);
        keeper.copySecret(secret(), acme);
        QSignalSpy changed(&keeper, &ClipboardKeeper::changed);
        QVERIFY(changed.wait(4000));
        QCOMPARE(keeper.status().state, State::Cleared);
        QVERIFY(pasted().isEmpty());
    }

    void settingTheClockProlongsNothing()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret(), acme);
        m_clock.setWall(m_clock.nowMs() - 3600 * second);
        QCOMPARE(keeper.secondsLeft(), 60);
        m_clock.advance(60 * second);
        keeper.tick();
        QCOMPARE(keeper.status().state, State::Cleared);
    }

    void neverByItself()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.setClearAfter(0);
        keeper.copySecret(secret(), acme);
        QVERIFY(!keeper.secondsLeft());
        m_clock.advance(3600 * second);
        keeper.tick();
        QCOMPARE(keeper.status().state, State::Ours);
        QVERIFY(!pasted().isEmpty());
    }

    void leavesWhatAnotherProgramCopied()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret(), acme);
        QSignalSpy changed(&keeper, &ClipboardKeeper::changed);
        copyElsewhere("USERDATA");
        QTRY_COMPARE(keeper.status(), ClipboardStatus());
        QCOMPARE(changed.size(), 1);
        m_clock.advance(60 * second);
        keeper.tick();
        keeper.clearNow();
        QCOMPARE(pasted(), "USERDATA"_ba);
        QCOMPARE(keeper.text(), u"USERDATA"_s);
    }

    void keepsWhatAPersonKeeps()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret(), acme);
        keeper.keep();
        QCOMPARE(keeper.status(), (ClipboardStatus { State::Kept, acme, {} }));
        m_clock.advance(600 * second);
        keeper.tick();
        QVERIFY(!pasted().isEmpty());
        keeper.clearNow();
        QCOMPARE(keeper.status().state, State::Cleared);
        QVERIFY(pasted().isEmpty());
    }

    void theLastCopyCounts()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret("first"), acme);
        m_clock.advance(50 * second);
        keeper.copySecret(secret("second"), u"Globex · Intacct"_s);
        QCOMPARE(keeper.secondsLeft(), 60);
        QCOMPARE(keeper.status().owner, u"Globex · Intacct"_s);
        m_clock.advance(20 * second);
        keeper.tick();
        QCOMPARE(pasted(), "second"_ba);
    }

    void ordinaryTextStays()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret(), acme);
        keeper.copyText(u"aud: s200ukipd/sage200"_s);
        QCOMPARE(keeper.status(), ClipboardStatus());
        QVERIFY(!target(u"TARGETS"_s).contains("passwordManagerHint"));
        m_clock.advance(600 * second);
        keeper.tick();
        keeper.clearNow();
        QCOMPARE(pasted(), "aud: s200ukipd/sage200"_ba);
    }

    void clearsAtTheEndOfTheProgram()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.copySecret(secret(), acme);
        QVERIFY(QMetaObject::invokeMethod(qGuiApp, "aboutToQuit"));
        QVERIFY(pasted().isEmpty());
    }

    void clearsWhenItGoes()
    {
        {
            ClipboardKeeper keeper(m_clock);
            keeper.copySecret(secret(), acme);
        }
        QVERIFY(pasted().isEmpty());
    }

    void keptStaysAtTheEnd()
    {
        {
            ClipboardKeeper keeper(m_clock);
            keeper.copySecret(secret("kept"), acme);
            keeper.keep();
        }
        QCOMPARE(pasted(), "kept"_ba);
    }

    /// As on a compositor that did not listen: the secret is still there when the focus comes back,
    /// and only with a key or a click it can be taken off.
    void saysWhenNobodyListenedAndTriesAgain()
    {
        ClipboardKeeper keeper(m_clock);
        keeper.setNeedsFocus(true);
        keeper.copySecret(secret("still there"), acme);
        QVERIFY(QGuiApplication::applicationState() != Qt::ApplicationActive);
        keeper.clearNow();
        QCOMPARE(keeper.status(), (ClipboardStatus { State::NotConfirmed, acme, {} }));
        ClipboardKeeper compositor(m_clock);
        compositor.copySecret(secret("still there"), acme);
        keeper.clearNow();
        QCOMPARE(pasted(), "still there"_ba);

        QWidget window;
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(keeper.status().state, State::NotConfirmed);
        QTest::keyClick(&window, Qt::Key_Shift);
        QTRY_COMPARE(keeper.status(), (ClipboardStatus { State::Cleared, acme, {} }));
        QVERIFY(pasted().isEmpty());
        // An empty text that is still marked: no manager brings the secret back.
        QVERIFY(target(u"TARGETS"_s).contains("x-kde-passwordManagerHint"));
    }
};

MINTMARK_TEST(tst_clipboardkeeper, TestClipboardKeeper)
#include "tst_clipboardkeeper.moc"
