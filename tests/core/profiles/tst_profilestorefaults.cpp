// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/profiles/storerig.h"
#include "support/fulldisk.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

using Call = KeychainCall;

constexpr qint64 patientMs = 20'000;
constexpr qint64 hastyMs = 1'000; ///< where something hangs

struct Rig : StoreRig
{
    explicit Rig(const QString &folder, qint64 keychainMs = patientMs)
        : StoreRig(folder + u"/profiles.json"_s, keychainMs)
    { }
    std::unique_ptr<FullDisk> fullDisk;
};

LoadedProfile profile(const char *secret)
{
    return acmeProfile(u"Payments Out"_s, secret);
}

std::function<std::optional<Error>(Call)> refuse(Call refused, KeychainState state)
{
    return [refused, state](Call call) {
        return call == refused ? std::optional(keychainError(state)) : std::nullopt;
    };
}

/// A fault at one step of saving, and how a save must end under it.
struct Fault
{
    const char *name;
    std::function<void(Rig &)> begin;
    ErrorCode error;
    qint64 keychainMs = patientMs;
};

const QList<Fault> &faults()
{
    using enum ErrorCode;
    static const QList<Fault> table {
        { "locked", [](Rig &r) { r.system.state = KeychainState::Locked; }, KeychainLocked },
        { "no service", [](Rig &r) { r.system.state = KeychainState::NoService; },
          KeychainNoService },
        { "frozen", [](Rig &r) { r.system.hangs = [](Call) { return true; }; }, KeychainBusy,
          hastyMs },
        { "write refused",
          [](Rig &r) { r.system.refuse = refuse(Call::Write, KeychainState::Denied); },
          KeychainDenied },
        { "write fails",
          [](Rig &r) { r.system.refuse = refuse(Call::Write, KeychainState::Failed); },
          KeychainFailed },
        { "too large", [](Rig &r) { r.system.sizeLimit = 10; }, KeychainTooLarge },
        { "write stores nothing", [](Rig &r) { r.system.dropsWrites = true; }, KeychainNotStored },
        { "disk full, nothing fits",
          [](Rig &r) {
              r.system.before = [&r](Call call) {
                  if (call == Call::Write && !r.fullDisk)
                      r.fullDisk = std::make_unique<FullDisk>(0);
              };
          },
          FileNotWritten },
        { "disk full in mid-file",
          [](Rig &r) {
              r.system.before = [&r](Call call) {
                  if (call == Call::Write && !r.fullDisk)
                      r.fullDisk = std::make_unique<FullDisk>(60);
              };
          },
          FileNotWritten },
        { "the index became a folder",
          [](Rig &r) {
              QFile::remove(r.index.file());
              QDir().mkpath(r.index.file());
          },
          FileUnreadable },
    };
    return table;
}

} // namespace

class TestProfileStoreFaults : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    static void addRows()
    {
        QTest::addColumn<qsizetype>("row");
        for (qsizetype i = 0; i < faults().size(); ++i)
            QTest::newRow(faults()[i].name) << i;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewProfileIsSavedWholeOrNotAtAll_data() { addRows(); }
    void aNewProfileIsSavedWholeOrNotAtAll()
    {
        QFETCH(const qsizetype, row);
        Rig rig(m_folder->path(), faults()[row].keychainMs);
        faults()[row].begin(rig);
        const Result<ProfileListing> saved = rig.save(profile("new"));
        rig.fullDisk.reset();
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().code, faults()[row].error);
        QVERIFY(rig.store.listings().isEmpty());
        QVERIFY(rig.system.items.isEmpty());
    }

    void aChangedProfileKeepsItsFormerState_data() { addRows(); }
    void aChangedProfileKeepsItsFormerState()
    {
        QFETCH(const qsizetype, row);
        Rig rig(m_folder->path(), faults()[row].keychainMs);
        const ProfileListing before = *rig.save(profile("former"));
        const QByteArray item = rig.system.value(profileKey(before.id));
        LoadedProfile changed = std::move(resultOf(rig.store.load(before.id)).value());
        changed.secrets.client.clientSecret = SecretBytes("new");
        changed.profile.listing.name = u"Renamed, and with a name that is a little longer"_s;
        faults()[row].begin(rig);
        const Result<ProfileListing> saved = rig.save(changed);
        rig.fullDisk.reset();
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().code, faults()[row].error);
        QCOMPARE(rig.store.listings(), QList { before });
        QCOMPARE(rig.system.value(profileKey(before.id)), item);
    }

    void deletionNeedsOnlyTheIndex_data() { addRows(); }
    void deletionNeedsOnlyTheIndex()
    {
        QFETCH(const qsizetype, row);
        Rig rig(m_folder->path(), faults()[row].keychainMs);
        const ProfileListing before = *rig.save(profile("former"));
        const QByteArray item = rig.system.value(profileKey(before.id));
        faults()[row].begin(rig);
        if (rig.system.before)
            rig.system.before(Call::Write);
        const bool removed = rig.store.remove(before.id).ok();
        rig.fullDisk.reset();
        const bool aboutTheDisk = faults()[row].error == ErrorCode::FileNotWritten
            || faults()[row].error == ErrorCode::FileUnreadable;
        QCOMPARE(removed, !aboutTheDisk);
        QCOMPARE(rig.store.listings().isEmpty(), removed);
        QCOMPARE(rig.system.value(profileKey(before.id)), item);
    }

    void aLateNewItemJoinsTheList()
    {
        Rig rig(m_folder->path(), hastyMs);
        rig.system.hangs = [](Call call) { return call == Call::Write; };
        QCOMPARE(rig.save(profile("late")).error().code, ErrorCode::KeychainBusy);
        QVERIFY(rig.store.listings().isEmpty());
        rig.system.letGo();
        QTRY_COMPARE(rig.store.listings().size(), 1);
        const ProfileId id = rig.store.listings()[0].id;
        QCOMPARE(resultOf(rig.store.load(id))->secrets.client.clientSecret, SecretBytes("late"));
        QCOMPARE(rig.index.read()->listings.size(), 1);
    }

    void aCancelledSaveIsNotHalfDone()
    {
        Rig rig(m_folder->path());
        LoadedProfile wanted = profile("cancelled");
        rig.system.hangs = [](Call call) { return call == Call::Write; };
        auto job =
            rig.store.save(wanted.profile, wanted.secrets.clone(), ProfileStore::Keep::InKeychain);
        job->start();
        QTRY_COMPARE(rig.system.count(Call::Write), 1);
        job->cancel();
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->result().error().code, ErrorCode::Cancelled);
        // What the keychain had begun is stored, and so it is listed.
        rig.system.letGo();
        QTRY_COMPARE(rig.store.listings().size(), 1);
        QCOMPARE(rig.system.items.size(), 1);
    }

    void anItemNewerThanTheIndexVoidsCachedTokens()
    {
        Rig rig(m_folder->path());
        const ProfileListing before = *rig.save(profile("former"));
        LoadedProfile changed = std::move(resultOf(rig.store.load(before.id)).value());
        changed.secrets.client.clientSecret = SecretBytes("new");
        // The process ends between item and index.
        changed.profile.listing.requestRevision = 2;
        rig.system.items[0].value =
            toKeychainItem(changed.profile, changed.secrets).view().toByteArray();
        QCOMPARE(resultOf(rig.store.load(before.id))->profile.listing.requestRevision, 2);
        QCOMPARE(rig.store.listing(before.id)->requestRevision, 2);
        QCOMPARE(rig.index.read()->listings[0].requestRevision, 2);
    }
};

MINTMARK_TEST(tst_profilestorefaults, TestProfileStoreFaults)
#include "tst_profilestorefaults.moc"
