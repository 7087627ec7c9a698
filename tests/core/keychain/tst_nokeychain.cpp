// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/keychain/keyringrig.h"
#include "keychain/keychain.h"
#include "keychain/qtkeychainbackend.h"
#include "support/resultof.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

/// Where there is no keychain to speak to: no session bus, no service, a service that cannot start.
class TestNoKeychain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingIsRefusedAndNothingWritten()
    {
        Keychain keychain(makeQtKeychainBackend(5'000), { 5'000, 5'000, 5'000 });
        const QString key = u"mintmark/v1/profile/none"_s;
        const QByteArray secret = "canary-4d1f";
        const auto code = [](const auto &result) {
            return result.ok() ? ErrorCode::Internal : result.error().code;
        };
        QCOMPARE(code(resultOf(keychain.read(key))), ErrorCode::KeychainNoService);
        QCOMPARE(code(resultOf(keychain.write(key, u"label"_s, SecretBytes(secret)))),
                 ErrorCode::KeychainNoService);
        QCOMPARE(code(resultOf(keychain.remove(key))), ErrorCode::KeychainNoService);
        QCOMPARE(code(resultOf(keychain.list())), ErrorCode::KeychainNoService);
        QCOMPARE(code(resultOf(keychain.unlock())), ErrorCode::KeychainNoService);
        QCOMPARE(keychain.status().state, KeychainState::NoService);
        QCOMPARE(keyring::filesHolding(secret), QStringList());
        QCOMPARE(keyring::filesHolding(secret.toBase64()), QStringList());
    }
};

MINTMARK_TEST(tst_nokeychain, TestNoKeychain)
#include "tst_nokeychain.moc"
