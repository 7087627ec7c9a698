// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychainbackend.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestKeychainBackend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statesAndErrorsMapBothWays()
    {
        using enum KeychainState;
        for (const KeychainState state :
             { NotFound, Locked, Denied, NoService, Busy, TooLarge, Corrupt, Failed })
            QCOMPARE(keychainState(keychainError(state)), state);
        QCOMPARE(keychainState({ ErrorCode::KeychainNotStored, {}, {} }), Failed);
        QCOMPARE(keychainState({ ErrorCode::Internal, {}, {} }), Failed);
    }
    void carriesWhatTheSystemSaid()
    {
        const Error error = keychainError(KeychainState::Failed, u"org.freedesktop.DBus.Error"_s);
        QCOMPARE(error.argument(u"said"), u"org.freedesktop.DBus.Error"_s);
        QVERIFY(keychainError(KeychainState::Failed).arguments.isEmpty());
    }
};

MINTMARK_TEST(tst_keychainbackend, TestKeychainBackend)
#include "tst_keychainbackend.moc"
