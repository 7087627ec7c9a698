// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/keychain/keyringrig.h"
#include "keychain/keychain.h"
#include "keychain/qtkeychainbackend.h"
#include "support/resultof.h"
#include "support/testmain.h"

#include <QProcess>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr KeychainLimits limits { .probeMs = 10'000, .operationMs = 20'000, .promptMs = 60'000 };
constexpr int promptMs = 20'000; ///< until the system has drawn its window, on a loaded machine

bool xdotool(const QStringList &arguments)
{
    return QProcess::execute(u"xdotool"_s, arguments) == 0;
}

bool promptIsOpen()
{
    QProcess search;
    search.start(u"xdotool"_s, { u"search"_s, u"--onlyvisible"_s, u"--name"_s, u"Unlock"_s });
    return search.waitForFinished() && search.exitCode() == 0;
}

/// The window has the keyboard.
bool promptIsReady()
{
    QProcess focus;
    focus.start(u"xdotool"_s, { u"getwindowfocus"_s, u"getwindowname"_s });
    return focus.waitForFinished() && focus.readAllStandardOutput().startsWith("Unlock");
}

} // namespace

/// With GNOME's own prompt on a screen of its own: tests/support/with-display.sh around
/// tests/support/with-keyring.sh --mode locked --display.
class TestKeyringPrompt : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<ResultJob<KeychainStatus>> m_unlock;

private Q_SLOTS:
    void init()
    {
        QVERIFY(keyring::lock());
        m_keychain = std::make_unique<Keychain>(makeQtKeychainBackend(limits.probeMs), limits);
        m_unlock = m_keychain->unlock();
        m_unlock->start();
        QTRY_VERIFY_WITH_TIMEOUT(promptIsReady(), promptMs);
        QVERIFY(!m_unlock->isFinished());
    }
    void cleanup()
    {
        m_unlock.reset();
        m_keychain.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!promptIsOpen(), promptMs);
    }

    void theRightPasswordOpensIt()
    {
        QVERIFY(xdotool({ u"type"_s, u"--delay"_s, u"12"_s,
                          qEnvironmentVariable("MINTMARK_KEYRING_PASSWORD") }));
        QVERIFY(xdotool({ u"key"_s, u"Return"_s }));
        QTRY_VERIFY_WITH_TIMEOUT(m_unlock->isFinished(), promptMs);
        QCOMPARE(m_unlock->result().value(),
                 (KeychainStatus { KeychainState::Ok, u"GNOME Keyring"_s }));
        QVERIFY(resultOf(m_keychain->write(u"k"_s, u"l"_s, SecretBytes("value"))).ok());
    }

    void dismissingItIsDenied()
    {
        QVERIFY(xdotool({ u"key"_s, u"Escape"_s }));
        QTRY_VERIFY_WITH_TIMEOUT(m_unlock->isFinished(), promptMs);
        QCOMPARE(m_unlock->result().error().code, ErrorCode::KeychainDenied);
        QCOMPARE(resultOf(m_keychain->read(u"k"_s)).error().code, ErrorCode::KeychainLocked);
    }

    void cancellingTakesItAway()
    {
        m_unlock->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!promptIsOpen(), promptMs);
        QCOMPARE(m_unlock->result().error().code, ErrorCode::Cancelled);
    }
};

MINTMARK_TEST(tst_keyringprompt, TestKeyringPrompt)
#include "tst_keyringprompt.moc"
