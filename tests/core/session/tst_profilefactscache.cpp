// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "sessionrig.h"

#include "session/profilefactscache.h"
#include "support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Call = KeychainCall;
using State = KnownFacts::State;

namespace {

LoadedProfile profile(const QString &name, const QString &clientId)
{
    LoadedProfile loaded;
    loaded.profile.listing.name = name;
    loaded.profile.listing.environment = Environment::Sandbox;
    loaded.profile.client.tokenEndpoint = u"https://ID.example.com/oauth/token"_s;
    loaded.profile.client.clientId = clientId;
    loaded.profile.client.audience = u"requested-audience"_s;
    loaded.profile.issuer = u"https://issuer.example.com"_s;
    loaded.secrets.client.clientSecret = SecretBytes("s3cret-of-the-client");
    return loaded;
}

/// A computer with a keychain and a folder; each process() is another run of the program.
struct Computer
{
    QTemporaryDir folder;
    FakeKeychainSystem system;

    std::unique_ptr<SessionRig> process()
    {
        return std::make_unique<SessionRig>(folder.path(), system);
    }
    QString file() const { return folder.filePath(u"cache/mintmark/profile-facts"_s); }
    QByteArray bytes() const
    {
        QFile reader(file());
        return reader.open(QIODevice::ReadOnly) ? reader.readAll() : QByteArray();
    }
    void damage(qsizetype at)
    {
        QByteArray all = bytes();
        all[at] = static_cast<char>(all.at(at) ^ 1);
        QFile writer(file());
        QVERIFY(writer.open(QIODevice::WriteOnly));
        writer.write(all);
    }
};

KnownFacts factsOf(SessionRig &rig)
{
    ProfileFactsCache &cache = rig.workspace.profileFacts();
    const auto known = resultOf(cache.facts());
    QSignalSpy written(&cache, &ProfileFactsCache::written);
    if (cache.isWriting() && !written.wait(5'000))
        qFatal("never written");
    return known.ok() ? *known : KnownFacts { State::Incomplete, {}, -1, known.error() };
}

QStringList clientIds(const KnownFacts &known)
{
    QStringList ids;
    for (const ProfileFacts &facts : known.facts)
        ids << facts.clientId;
    ids.sort();
    return ids;
}

} // namespace

class TestProfileFactsCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsItemsOnceAndThenTheFile()
    {
        Computer computer;
        auto first = computer.process();
        const ProfileId id = first->save(profile(u"One"_s, u"client-one"_s));
        first->save(profile(u"Two"_s, u"client-two"_s));
        first.reset();

        auto second = computer.process();
        const KnownFacts known = factsOf(*second);
        QCOMPARE(known.state, State::Complete);
        QCOMPARE(known.missing, 0);
        QCOMPARE(clientIds(known), (QStringList { u"client-one"_s, u"client-two"_s }));
        const ProfileFacts wanted { id, Environment::Sandbox, 1, 1, u"client-one"_s,
                                    u"requested-audience"_s, u"https://issuer.example.com"_s,
                                    u"id.example.com"_s };
        QVERIFY(known.facts.contains(wanted));
        second.reset();

        auto third = computer.process();
        const int before = computer.system.count(Call::Read);
        QCOMPARE(factsOf(*third), known);
        QCOMPARE(computer.system.count(Call::Read) - before, 1); // the key
        QCOMPARE(factsOf(*third), known);
        QCOMPARE(computer.system.count(Call::Read) - before, 1);
    }

    void theFileTellsNothing()
    {
        Computer computer;
        auto rig = computer.process();
        rig->save(profile(u"One"_s, u"client-one"_s));
        factsOf(*rig);
        const QByteArray sealed = computer.bytes();
        QVERIFY(!sealed.isEmpty());
        for (const QByteArray &text : { "client-one"_ba, "requested-audience"_ba,
                                        "example.com"_ba, "s3cret"_ba, "client_id"_ba })
            QVERIFY(!sealed.contains(text));
        QCOMPARE(QFileInfo(computer.file()).permissions()
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void damageMeansReadingAgain()
    {
        Computer computer;
        auto rig = computer.process();
        rig->save(profile(u"One"_s, u"client-one"_s));
        factsOf(*rig);
        const qsizetype size = computer.bytes().size();
        for (const qsizetype at : { qsizetype(0), size / 2, size - 1 }) {
            computer.damage(at);
            auto next = computer.process();
            const KnownFacts known = factsOf(*next);
            QCOMPARE(known.state, State::Complete);
            QCOMPARE(clientIds(known), QStringList { u"client-one"_s });
        }
        QVERIFY(QFile::remove(computer.file()));
        QCOMPARE(clientIds(factsOf(*computer.process())), QStringList { u"client-one"_s });
    }

    void anotherProcessSaves()
    {
        Computer computer;
        auto here = computer.process();
        const ProfileId id = here->save(profile(u"One"_s, u"client-one"_s));
        factsOf(*here);

        auto there = computer.process();
        factsOf(*there);
        auto loaded = resultOf(there->profiles().load(id));
        QVERIFY(loaded.ok());
        loaded->profile.issuer = u"https://other.example.com"_s; // shapes no request
        QVERIFY(!there->save({ loaded->profile, loaded->secrets.clone() }).isNull());
        factsOf(*there);

        const KnownFacts known = factsOf(*here);
        QCOMPARE(known.facts.size(), 1);
        QCOMPARE(known.facts.first().issuer, u"https://other.example.com"_s);
    }

    void deletedProfilesLeave()
    {
        Computer computer;
        auto rig = computer.process();
        const ProfileId gone = rig->save(profile(u"One"_s, u"client-one"_s));
        rig->save(profile(u"Two"_s, u"client-two"_s));
        factsOf(*rig);
        const qsizetype before = computer.bytes().size();
        QVERIFY(rig->profiles().remove(gone).ok());
        ProfileFactsCache &cache = rig->workspace.profileFacts();
        QTRY_VERIFY(!cache.isWriting());
        QVERIFY(computer.bytes().size() < before);
        QCOMPARE(clientIds(factsOf(*rig)), QStringList { u"client-two"_s });
    }

    void aLockedKeychainIsSaidAndNotUnlocked()
    {
        Computer computer;
        auto rig = computer.process();
        rig->save(profile(u"One"_s, u"client-one"_s));
        rig.reset();
        computer.system.state = KeychainState::Locked;
        auto next = computer.process();
        KnownFacts known = factsOf(*next);
        QCOMPARE(known.state, State::Locked);
        QCOMPARE(known.missing, 1);
        QVERIFY(known.facts.isEmpty());
        QCOMPARE(known.error->code, ErrorCode::KeychainLocked);
        QCOMPARE(computer.system.count(Call::Unlock), 0);
        computer.system.state = KeychainState::Ok;
        QCOMPARE(clientIds(factsOf(*next)), QStringList { u"client-one"_s });
    }

    void profilesInMemoryHaveNoFile()
    {
        Computer computer;
        auto rig = computer.process();
        rig->save(profile(u"One"_s, u"client-one"_s), ProfileStore::Keep::ForSession);
        rig->workspace.profileFacts().clearMemory();
        QCOMPARE(clientIds(factsOf(*rig)), QStringList { u"client-one"_s });
        QVERIFY(!QFileInfo::exists(computer.file()));
    }

    void startTouchesNothing()
    {
        Computer computer;
        auto first = computer.process();
        first->save(profile(u"One"_s, u"client-one"_s));
        factsOf(*first);
        first.reset();
        const QByteArray before = computer.bytes();
        const int reads = computer.system.count(Call::Read);
        auto next = computer.process(); // opens the index
        QVERIFY(next->workspace.profileFacts().known().isEmpty());
        QSignalSpy answered(&next->workspace.keychain(), &Keychain::statusChanged);
        next->workspace.keychain().refreshStatus();
        QVERIFY(answered.wait(5'000)); // whatever was begun before has had its turn
        QCOMPARE(computer.system.count(Call::Read), reads);
        QCOMPARE(computer.bytes(), before);
    }
};

MINTMARK_TEST(tst_profilefactscache, TestProfileFactsCache)
#include "tst_profilefactscache.moc"
