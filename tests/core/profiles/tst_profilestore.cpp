// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profilestore.h"

#include "base/atomicfile.h"
#include "core/profiles/storerig.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24LL * 60 * 60 * 1000;
using Keep = ProfileStore::Keep;

} // namespace

class TestProfileStore : public QObject
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

    void savesItemThenListing()
    {
        StoreRig rig(m_file);
        QSignalSpy changed(&rig.store, &ProfileStore::listingsChanged);
        bool listedBefore = false;
        rig.system.before = [&](KeychainCall call) {
            listedBefore = listedBefore || (call == KeychainCall::Write && !rig.onDisk().isEmpty());
        };
        const Result<ProfileListing> saved = rig.save(acmeProfile());
        QVERIFY(saved.ok());
        QVERIFY(!listedBefore);
        QVERIFY(!saved->id.isNull());
        QCOMPARE(saved->requestRevision, 1);
        QCOMPARE(rig.store.listings(), QList { *saved });
        QCOMPARE(rig.onDisk(), QList { *saved });
        QCOMPARE(rig.store.listing(saved->id), *saved);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(rig.system.items[0].label, u"Acme · Payments Out [Sandbox]"_s);

        const Result<LoadedProfile> loaded = rig.load(saved->id);
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->secrets.client.clientSecret, SecretBytes("s3cret"));
        QCOMPARE(loaded->profile.revision, 1);
        QCOMPARE(loaded->profile.secretSavedAtMs, rig.clock.nowMs());
        QVERIFY(!readWhole(m_file)->contains("s3cret"));
        QVERIFY(!readWhole(m_file)->contains("client"));
    }

    void raisesRevisionsAsTheRequestChanges()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        LoadedProfile loaded = std::move(rig.load(saved.id).value());
        loaded.profile.note = u"note"_s;
        loaded.profile.listing.alias = u"po"_s;
        const ProfileListing noted = *rig.save(loaded);
        QCOMPARE(noted.requestRevision, 1);
        QCOMPARE(noted.alias, u"po"_s);
        loaded = std::move(rig.load(saved.id).value());
        QCOMPARE(loaded.profile.revision, 2);
        QVERIFY(rig.store.changeListing(saved.id, [](ProfileListing &l) { l.tokenExpiresMs = 5; })
                    .ok());
        loaded.profile.client.audience = u"api"_s;
        const ProfileListing changed = *rig.save(loaded);
        QCOMPARE(changed.requestRevision, 2);
        QVERIFY(!changed.tokenExpiresMs); // that token was asked for differently
        QCOMPARE(rig.load(saved.id)->profile.listing.requestRevision, 2);
    }

    void keepsTheFormerSecretForSevenDays()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        rig.clock.advance(day);
        LoadedProfile loaded = std::move(rig.load(saved.id).value());
        loaded.secrets.client.clientSecret = SecretBytes("newer");
        QCOMPARE(rig.save(loaded)->requestRevision, 2);
        loaded = std::move(rig.load(saved.id).value());
        QCOMPARE(loaded.secrets.previousSecret, SecretBytes("s3cret"));
        QCOMPARE(loaded.secrets.previousKeptUntilMs, rig.clock.nowMs() + 7 * day);
        QCOMPARE(loaded.profile.secretSavedAtMs, rig.clock.nowMs());

        rig.clock.advance(7 * day);
        loaded.profile.note = u"note"_s;
        QVERIFY(rig.save(loaded).ok());
        loaded = std::move(rig.load(saved.id).value());
        QVERIFY(loaded.secrets.previousSecret.isEmpty());
        QCOMPARE(loaded.profile.secretSavedAtMs, rig.clock.nowMs() - 7 * day);
    }

    void aNewPrivateKeyIsANewRequest()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        rig.clock.advance(day);
        LoadedProfile loaded = std::move(rig.load(saved.id).value());
        loaded.secrets.client.privateKey = SecretBytes("-----BEGIN PRIVATE KEY-----\n");
        QCOMPARE(rig.save(loaded)->requestRevision, 2);
        loaded = std::move(rig.load(saved.id).value());
        QCOMPARE(loaded.secrets.client.privateKey, SecretBytes("-----BEGIN PRIVATE KEY-----\n"));
        QCOMPARE(loaded.profile.secretSavedAtMs, rig.clock.nowMs());
        QVERIFY(loaded.secrets.previousSecret.isEmpty());
    }

    void traceOfUseSurvivesAnOpenEditor()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        LoadedProfile inEditor = std::move(rig.load(saved.id).value());
        QVERIFY(
            rig.store.changeListing(saved.id, [](ProfileListing &l) { l.lastUsedMs = 77; }).ok());
        inEditor.profile.note = u"note"_s;
        QCOMPARE(rig.save(inEditor)->lastUsedMs, 77);
    }

    void refusesToOverwriteWhatWasSavedElsewhere()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        LoadedProfile first = std::move(rig.load(saved.id).value());
        LoadedProfile second = std::move(rig.load(saved.id).value());
        first.profile.note = u"first"_s;
        second.profile.note = u"second"_s;
        QVERIFY(rig.save(first).ok());
        QCOMPARE(rig.save(second).error().code, ErrorCode::ProfileChanged);
        QCOMPARE(rig.load(saved.id)->profile.note, u"first"_s);
    }

    void refusesRivalNames()
    {
        StoreRig rig(m_file);
        QVERIFY(rig.save(acmeProfile()).ok());
        const Error error = rig.save(acmeProfile(u"payments-out"_s)).error();
        QCOMPARE(error.code, ErrorCode::ProfileExists);
        QCOMPARE(error.argument(u"name"), u"acme/payments-out@sandbox"_s);
        const ProfileListing other = *rig.save(acmeProfile(u"Intacct"_s));
        QCOMPARE(
            rig.store.changeListing(other.id, [](ProfileListing &l) { l.name = u"PAYMENTS OUT"_s; })
                .error()
                .code,
            ErrorCode::ProfileExists);
        QVERIFY(
            rig.store.changeListing(other.id, [](ProfileListing &l) { l.alias = u"x"_s; }).ok());
        LoadedProfile third = acmeProfile(u"Third"_s);
        third.profile.listing.alias = u"X"_s;
        QCOMPARE(rig.save(third).error().code, ErrorCode::ProfileExists);
        QCOMPARE(rig.save(third, Keep::ForSession).error().code, ErrorCode::ProfileExists);
        QCOMPARE(rig.system.items.size(), 2);
        QCOMPARE(rig.onDisk().size(), 2);
    }

    void refusesBeforeAnythingIsWritten()
    {
        StoreRig rig(m_file);
        LoadedProfile nameless = acmeProfile(u" "_s);
        QCOMPARE(rig.save(nameless).error().code, ErrorCode::ProfileInvalid);
        QCOMPARE(rig.save(acmeProfile(u"a"_s, "\xff\xfe")).error().code, ErrorCode::ProfileInvalid);
        LoadedProfile newer = acmeProfile();
        newer.profile.readOnly = true;
        QCOMPARE(rig.save(newer).error().code, ErrorCode::ProfileTooNew);
        QVERIFY(rig.system.calls.isEmpty());
    }

    void newerIndexIsNotTouched()
    {
        QVERIFY(writeAtomically(m_file, "{\"version\":9,\"profiles\":[]}").ok());
        StoreRig rig(m_file);
        QVERIFY(rig.store.isReadOnly());
        QCOMPARE(rig.save(acmeProfile()).error().code, ErrorCode::IndexReadOnly);
        QVERIFY(rig.system.calls.isEmpty());
        QVERIFY(rig.save(acmeProfile(), Keep::ForSession).ok());
    }

    void loadsNothingThatIsNotThere()
    {
        StoreRig rig(m_file);
        QCOMPARE(rig.load(QUuid::createUuid()).error().code, ErrorCode::NoSuchProfile);
        const ProfileListing saved = *rig.save(acmeProfile());
        rig.system.items.clear();
        const Error gone = rig.load(saved.id).error();
        QCOMPARE(gone.code, ErrorCode::KeychainNotFound);
        QCOMPARE(gone.argument(u"name"), u"Acme · Payments Out"_s);
        rig.system.state = KeychainState::Locked;
        QCOMPARE(rig.load(saved.id).error().code, ErrorCode::KeychainLocked);
        QCOMPARE(rig.store.listings().size(), 1);
    }

    void anItemOfAnotherProfileIsNotBelieved()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        const ProfileListing other = *rig.save(acmeProfile(u"Other"_s));
        rig.system.readsAs = rig.item(other.id);
        QCOMPARE(rig.load(saved.id).error().code, ErrorCode::KeychainCorrupt);
    }

    void enteringALostProfileAgainRestoresIt()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        for (const QByteArray &damage : { QByteArray(), QByteArray("garbage") }) {
            rig.system.items.clear();
            if (!damage.isEmpty())
                rig.system.items.append({ profileKey(saved.id), {}, damage });
            LoadedProfile again = acmeProfile();
            again.profile.listing = saved;
            const Result<ProfileListing> restored = rig.save(again);
            QVERIFY(restored.ok());
            QVERIFY(restored->requestRevision > saved.requestRevision);
            QVERIFY(rig.load(saved.id).ok());
        }
    }

    void changesListingsWithoutTheKeychain()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        rig.system.state = KeychainState::Locked;
        rig.system.calls.clear();
        QVERIFY(rig.store
                    .changeListing(saved.id,
                                   [](ProfileListing &l) {
                                       l.name = u"Renamed"_s;
                                       l.pinned = true;
                                       l.id = QUuid();
                                   })
                    .ok());
        QCOMPARE(rig.store.listing(saved.id)->name, u"Renamed"_s);
        QCOMPARE(rig.onDisk(), rig.store.listings());
        QVERIFY(rig.system.calls.isEmpty());
        QCOMPARE(rig.store.changeListing(QUuid::createUuid(), [](ProfileListing &) {}).error().code,
                 ErrorCode::NoSuchProfile);
    }

    void leavesTracesOfManyInOneWriting()
    {
        StoreRig rig(m_file);
        const ProfileId first = rig.save(acmeProfile())->id;
        const ProfileId second = rig.save(acmeProfile(u"Other"_s))->id;
        QSignalSpy changed(&rig.store, &ProfileStore::listingsChanged);
        const auto use = [](ProfileListing &listing) {
            listing.lastUsedMs = 5;
            listing.name = u"No trace"_s;
        };
        QVERIFY(
            rig.store.leaveTraces({ { first, use }, { QUuid::createUuid(), use }, { second, use } })
                .ok());
        QCOMPARE(changed.size(), 1);
        for (const ProfileListing &listing : rig.onDisk()) {
            QCOMPARE(listing.lastUsedMs, 5);
            QVERIFY(listing.name != u"No trace"_s);
        }
        QCOMPARE(rig.onDisk().size(), 2);
        QVERIFY(rig.store.leaveTraces({}).ok());
        QCOMPARE(changed.size(), 1);
    }

    void deletesWithATombstoneAndRestores()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        QVERIFY(rig.store.remove(saved.id).ok());
        QVERIFY(rig.store.listings().isEmpty());
        QCOMPARE(rig.store.deletedListings().size(), 1);
        QCOMPARE(rig.store.deletedListings()[0].deletedAtMs, rig.clock.nowMs());
        QCOMPARE(rig.load(saved.id).error().code, ErrorCode::NoSuchProfile);
        QVERIFY(!rig.item(saved.id).isEmpty());

        const ProfileListing successor = *rig.save(acmeProfile()); // the name is free
        QCOMPARE(rig.store.restore(saved.id).error().code, ErrorCode::ProfileExists);
        QVERIFY(rig.store.remove(successor.id).ok());
        QVERIFY(rig.store.restore(saved.id).ok());
        QCOMPARE(rig.store.listings(), QList { saved });
        QVERIFY(rig.load(saved.id).ok());
    }

    void sweepsAfterSevenDays()
    {
        StoreRig rig(m_file);
        const ProfileListing old = *rig.save(acmeProfile());
        const ProfileListing recent = *rig.save(acmeProfile(u"Recent"_s));
        QVERIFY(rig.store.remove(old.id).ok());
        rig.clock.advance(1);
        QVERIFY(rig.store.remove(recent.id).ok());
        rig.clock.advance(7 * day - 1);

        rig.system.state = KeychainState::Locked; // then nothing is forgotten either
        rig.store.sweepDeleted();
        QTRY_COMPARE(rig.keychain.status().state, KeychainState::Locked);
        QCOMPARE(rig.store.deletedListings().size(), 2);

        rig.system.state = KeychainState::Ok;
        rig.store.sweepDeleted();
        QTRY_COMPARE(rig.store.deletedListings().size(), 1);
        QVERIFY(rig.item(old.id).isEmpty());
        QVERIFY(!rig.item(recent.id).isEmpty());
        QCOMPARE(rig.onDisk().size(), 1);
    }

    void removesForGoodOnlyWhatWasDeleted()
    {
        StoreRig rig(m_file);
        const ProfileListing saved = *rig.save(acmeProfile());
        QCOMPARE(resultOf(rig.store.removeForGood({ saved.id })).error().code,
                 ErrorCode::NoSuchProfile);
        QVERIFY(!rig.item(saved.id).isEmpty());
        QVERIFY(rig.store.remove(saved.id).ok());
        QVERIFY(resultOf(rig.store.removeForGood({ saved.id })).ok());
        QVERIFY(rig.system.items.isEmpty());
        QVERIFY(!rig.store.listing(saved.id));
    }
};

MINTMARK_TEST(tst_profilestore, TestProfileStore)
#include "tst_profilestore.moc"
