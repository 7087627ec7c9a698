// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/profiles/storerig.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Keep = ProfileStore::Keep;

/// Keychain, memory, other processes, and a list that was lost.
class TestProfileStoreSources : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"profiles.json"_s);
    }

    void sessionProfilesTouchNeitherKeychainNorFile()
    {
        StoreRig rig(m_file);
        rig.system.state = KeychainState::NoService;
        const Result<ProfileListing> kept = rig.save(acmeProfile(), Keep::ForSession);
        QVERIFY(kept.ok());
        QVERIFY(kept->inMemory);
        QCOMPARE(rig.load(kept->id)->secrets.client.clientSecret, SecretBytes("s3cret"));
        QVERIFY(rig.store.changeListing(kept->id, [](ProfileListing &l) { l.pinned = true; }).ok());
        QVERIFY(rig.store.remove(kept->id).ok());
        QVERIFY(rig.store.restore(kept->id).ok());
        QVERIFY(rig.store.listing(kept->id)->pinned);
        QVERIFY(rig.system.calls.isEmpty());
        QVERIFY(!QFile::exists(m_file));

        // Later the keychain is there, and the profile moves into it.
        rig.system.state = KeychainState::Ok;
        LoadedProfile loaded = std::move(rig.load(kept->id).value());
        const Result<ProfileListing> moved = rig.save(loaded);
        QVERIFY(moved.ok());
        QCOMPARE(moved->id, kept->id);
        QVERIFY(!moved->inMemory);
        QCOMPARE(rig.onDisk(), QList { *moved });
        QCOMPARE(rig.load(kept->id)->secrets.client.clientSecret, SecretBytes("s3cret"));
        QCOMPARE(resultOf(rig.memory.read(profileKey(kept->id))).error().code,
                 ErrorCode::KeychainNotFound);
    }

    void twoProcessesSeeEachOther()
    {
        StoreRig first(m_file);
        StoreRig second(m_file);
        QVERIFY(second.store.listings().isEmpty());
        const ProfileListing saved = *first.save(acmeProfile());
        QTRY_COMPARE(second.store.listings(), QList { saved });
        QCOMPARE(second.save(acmeProfile()).error().code, ErrorCode::ProfileExists);
        const ProfileListing other = *second.save(acmeProfile(u"Other"_s));
        QTRY_COMPARE(first.store.listings().size(), 2);
        QVERIFY(
            first.store.changeListing(saved.id, [](ProfileListing &l) { l.pinned = true; }).ok());
        QVERIFY(
            second.store.changeListing(other.id, [](ProfileListing &l) { l.pinned = true; }).ok());
        QTRY_VERIFY(first.store.listings()[0].pinned && first.store.listings()[1].pinned);
        QCOMPARE(first.onDisk().size(), 2);
    }

    void whoDoesNotWatchLosesNothing()
    {
        StoreRig first(m_file);
        StoreRig second(m_file);
        ProfileStore quiet(first.index, first.keychain, first.memory, first.clock);
        QVERIFY(quiet.open(ProfileStore::Watching::No).ok());
        QVERIFY(first.save(acmeProfile()).ok());
        QTRY_COMPARE(second.store.listings().size(), 1);
        QVERIFY(quiet.listings().isEmpty());
        const LoadedProfile other = acmeProfile(u"Other"_s);
        QVERIFY(resultOf(quiet.save(other.profile, other.secrets.clone(), StoreRig::Keep::InKeychain))
                    .ok());
        QCOMPARE(first.onDisk().size(), 2);
    }

    void aNameTakenByAnotherProcessMeanwhileIsRolledBack()
    {
        StoreRig first(m_file);
        StoreRig second(m_file);
        // The other one saves while this one waits for the keychain.
        first.system.before = [&](KeychainCall call) {
            if (call == KeychainCall::Write && second.onDisk().isEmpty())
                QVERIFY(second.save(acmeProfile()).ok());
        };
        QCOMPARE(first.save(acmeProfile()).error().code, ErrorCode::ProfileExists);
        QVERIFY(first.system.items.isEmpty());
        QCOMPARE(first.onDisk().size(), 1);
    }

    void recoversAListThatWasLost()
    {
        StoreRig rig(m_file);
        const ProfileListing a = *rig.save(acmeProfile());
        const ProfileListing b = *rig.save(acmeProfile(u"Other"_s));
        QVERIFY(QFile::remove(m_file));
        rig.system.items.append({ u"mintmark/v1/cache-key"_s, {}, "x" });
        rig.system.items.append({ profileKey(QUuid::createUuid()), {}, "damaged" });
        rig.system.items.append({ u"x"_s, {}, "x" });

        QTRY_VERIFY(rig.store.listings().isEmpty());
        const ProfileListing rival = *rig.save(acmeProfile());
        const Result<QList<ProfileListing>> recovered = resultOf(rig.store.recover());
        QVERIFY(recovered.ok());
        QCOMPARE(recovered->size(), 2);
        QCOMPARE(rig.store.listings().size(), 3);
        QCOMPARE(rig.store.listing(a.id)->name, u"Payments Out (2)"_s);
        QCOMPARE(rig.store.listing(b.id)->name, u"Other"_s);
        QCOMPARE(rig.store.listing(rival.id)->name, u"Payments Out"_s);
        QVERIFY(rig.load(a.id).ok());
        QCOMPARE(resultOf(rig.store.recover())->size(), 0);
    }
};

MINTMARK_TEST(tst_profilestoresources, TestProfileStoreSources)
#include "tst_profilestoresources.moc"
