// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychain.h"
#include "session/cachekey.h"
#include "support/fakekeychainbackend.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Call = KeychainCall;
using Want = CacheKey::Want;

namespace {

const QString itemKey = u"mintmark/v1/cache-key"_s;

struct Rig
{
    explicit Rig(FakeKeychainSystem &system, qint64 keychainMs = 20'000)
        : keychain(std::make_unique<FakeKeychainBackend>(system),
                   { keychainMs, keychainMs, keychainMs })
    { }
    Keychain keychain;
    CacheKey key { keychain };

    SharedSecret ask(Want want)
    {
        QSignalSpy settled(&key, &CacheKey::settled);
        key.ask(want);
        if (!settled.isEmpty() || !settled.wait(5'000))
            qFatal("not settled, or not from the event loop");
        return key.key();
    }
};

} // namespace

class TestCacheKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isMadeOnlyWhenWanted()
    {
        FakeKeychainSystem system;
        Rig rig(system);
        QVERIFY(!rig.ask(Want::Existing));
        QVERIFY(system.items.isEmpty());

        const SharedSecret made = rig.ask(Want::ExistingOrNew);
        QCOMPARE(made->size(), 32);
        QCOMPARE(system.value(itemKey), made->view().toByteArray());
        QCOMPARE(system.count(Call::Write), 1);
    }

    void isReadOnce()
    {
        FakeKeychainSystem system;
        system.items.append({ itemKey, {}, QByteArray(32, 'k') });
        Rig rig(system);
        QCOMPARE(rig.ask(Want::Existing)->view().toByteArray(), QByteArray(32, 'k'));
        QVERIFY(rig.ask(Want::Existing));
        QVERIFY(rig.ask(Want::ExistingOrNew));
        QCOMPARE(system.count(Call::Read), 1);
        QCOMPARE(system.count(Call::Write), 0);
    }

    void whoAsksMeanwhileGetsTheSame()
    {
        FakeKeychainSystem system;
        Rig rig(system);
        QSignalSpy settled(&rig.key, &CacheKey::settled);
        rig.key.ask(Want::Existing);
        rig.key.ask(Want::ExistingOrNew); // the stronger wish counts
        rig.key.ask(Want::Existing);
        QVERIFY(rig.key.isAsking());
        QVERIFY(settled.wait(5'000));
        QVERIFY(rig.key.key());
        QVERIFY(!rig.key.isAsking());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(system.count(Call::Write), 1);
    }

    void whatHasAnotherSizeIsReplaced()
    {
        FakeKeychainSystem system;
        system.items.append({ itemKey, {}, "no key" });
        Rig rig(system);
        QVERIFY(!rig.ask(Want::Existing));
        QCOMPARE(system.value(itemKey), "no key");
        QVERIFY(rig.ask(Want::ExistingOrNew));
        QCOMPARE(system.value(itemKey).size(), 32);
    }

    void noKeychainMeansNoKey_data()
    {
        QTest::addColumn<KeychainState>("state");
        QTest::newRow("locked") << KeychainState::Locked;
        QTest::newRow("none") << KeychainState::NoService;
    }
    void noKeychainMeansNoKey()
    {
        QFETCH(KeychainState, state);
        FakeKeychainSystem system;
        system.items.append({ itemKey, {}, QByteArray(32, 'k') });
        system.state = state;
        Rig rig(system);
        QVERIFY(!rig.ask(Want::ExistingOrNew));
        QCOMPARE(system.value(itemKey), QByteArray(32, 'k')); // a locked key is not an absent one
        QCOMPARE(system.count(Call::Write), 0);

        system.state = KeychainState::Ok;
        QCOMPARE(rig.ask(Want::Existing)->view().toByteArray(), QByteArray(32, 'k'));
    }

    void frozenKeychainMeansNoKey()
    {
        FakeKeychainSystem system;
        system.hangs = [](Call) { return true; };
        Rig rig(system, 50);
        QVERIFY(!rig.ask(Want::ExistingOrNew));
        system.letGo();
    }

    void keyThatIsNotKeptIsNotUsed()
    {
        FakeKeychainSystem system;
        system.dropsWrites = true;
        Rig rig(system);
        QVERIFY(!rig.ask(Want::ExistingOrNew));
    }

    void keyOfAnotherProcessWins()
    {
        FakeKeychainSystem system;
        system.before = [&system](Call call) {
            // Between our reading and our writing; theirs is the last word.
            if (call == Call::Write)
                system.items.append({ itemKey, {}, QByteArray(32, 'o') });
        };
        system.appendsWrites = true;
        Rig rig(system);
        QCOMPARE(rig.ask(Want::ExistingOrNew)->view().toByteArray(), QByteArray(32, 'o'));
    }

    void forgottenIsReadAgain()
    {
        FakeKeychainSystem system;
        Rig rig(system);
        const QByteArray made = rig.ask(Want::ExistingOrNew)->view().toByteArray();
        rig.key.forget();
        QVERIFY(!rig.key.key());
        QCOMPARE(rig.ask(Want::Existing)->view().toByteArray(), made);
    }

    void forgettingEndsTheWait()
    {
        FakeKeychainSystem system;
        Rig rig(system);
        QSignalSpy settled(&rig.key, &CacheKey::settled);
        rig.key.ask(Want::ExistingOrNew);
        rig.key.forget();
        QCOMPARE(settled.size(), 1);
        QVERIFY(!rig.key.key());
        QVERIFY(!rig.key.isAsking());
        QVERIFY(rig.ask(Want::ExistingOrNew));
    }
};

MINTMARK_TEST(tst_cachekey, TestCacheKey)
#include "tst_cachekey.moc"
