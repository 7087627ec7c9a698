// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychain.h"
#include "session/tokencache.h"
#include "support/fakekeychainbackend.h"
#include "support/fulldisk.h"
#include "support/resultof.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Call = KeychainCall;

namespace {

TokenSet tokenSet(const QByteArray &token, int requestRevision = 1)
{
    TokenSet set;
    set.accessToken = shareSecret(SecretBytes(token));
    set.tokenType = u"Bearer"_s;
    set.expiresInS = 3600;
    set.sentAtMs = 1'741'597'924'000;
    set.receivedAtMs = 1'741'597'924'100;
    set.requestRevision = requestRevision;
    return set;
}

ProfileListing newListing(int requestRevision = 1)
{
    ProfileListing listing;
    listing.id = QUuid::createUuid();
    listing.requestRevision = requestRevision;
    return listing;
}

/// Two of them on one folder and one keychain are two processes.
struct Process
{
    Process(const QString &folder, FakeKeychainSystem &system, qint64 keychainMs = 20'000)
        : keychain(std::make_unique<FakeKeychainBackend>(system),
                   { keychainMs, keychainMs, keychainMs }),
          cache(folder, keychain)
    { }
    Keychain keychain;
    TokenCache cache;

    QByteArray load(const ProfileListing &listing)
    {
        const auto loaded = resultOf(cache.load(listing));
        if (!loaded.ok())
            return "error";
        return *loaded ? (*loaded)->accessToken->view().toByteArray() : QByteArray("none");
    }
    void store(const ProfileListing &listing, const QByteArray &token)
    {
        QSignalSpy written(&cache, &TokenCache::written);
        cache.store(listing, tokenSet(token, listing.requestRevision));
        if (cache.isWriting() && !written.wait(5'000))
            qFatal("not written");
    }
};

} // namespace

class TestTokenCache : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeKeychainSystem> m_system;

    QString folder() const { return m_folder->filePath(u"mintmark/tokens"_s); }
    QString file(const ProfileListing &listing) const
    {
        return folder() + u'/' + listing.id.toString(QUuid::WithoutBraces);
    }
    QByteArray bytesOf(const ProfileListing &listing) const
    {
        QFile reader(file(listing));
        return reader.open(QIODevice::ReadOnly) ? reader.readAll() : QByteArray();
    }
    void overwrite(const ProfileListing &listing, const QByteArray &bytes) const
    {
        QFile writer(file(listing));
        QVERIFY(writer.open(QIODevice::WriteOnly));
        writer.write(bytes);
    }
    std::unique_ptr<Process> start(qint64 keychainMs = 20'000)
    {
        return std::make_unique<Process>(folder(), *m_system, keychainMs);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_system = std::make_unique<FakeKeychainSystem>();
    }

    void nothingThereIsNoError()
    {
        QCOMPARE(start()->load(newListing()), "none");
        QVERIFY(m_system->calls.isEmpty()); // no file, so nothing a key could open
        QVERIFY(!QDir(folder()).exists());
    }

    void anotherProcessFindsIt()
    {
        const ProfileListing listing = newListing();
        start()->store(listing, "the-token");

        const auto later = start();
        m_system->calls.clear();
        const auto loaded = resultOf(later->cache.load(listing));
        QCOMPARE(**loaded, tokenSet("the-token"));
        QCOMPARE(m_system->count(Call::Read), 1);
        QCOMPARE(later->load(listing), "the-token");
        QCOMPARE(m_system->count(Call::Read), 1); // one read serves any number
    }

    void whatIsExpectedNeedsNoFurtherReading()
    {
        start()->store(newListing(), "another");
        const auto process = start();
        ProfileListing unkept = newListing();
        unkept.inMemory = true;
        m_system->calls.clear();
        process->cache.expectStore(unkept);
        QVERIFY(m_system->calls.isEmpty());

        const ProfileListing listing = newListing();
        process->cache.expectStore(listing);
        QTRY_COMPARE(m_system->count(Call::Read), 1);
        process->store(listing, "the-token");
        QCOMPARE(m_system->count(Call::Read), 1);
        QCOMPARE(start()->load(listing), "the-token");
    }

    void fileIsPrivateAndSealed()
    {
        const ProfileListing listing = newListing();
        start()->store(listing, "the-token");
        const auto owner =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(file(listing)), owner);
        QCOMPARE(QFile::permissions(folder()), owner | QFile::ExeOwner | QFile::ExeUser);
        QVERIFY(!bytesOf(listing).contains("the-token"));
        QVERIFY(!bytesOf(listing).contains("Bearer"));
    }

    void anyDamageIsNoToken()
    {
        const ProfileListing listing = newListing();
        start()->store(listing, "the-token");
        const QByteArray good = bytesOf(listing);
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray damaged = good;
            damaged[i] = static_cast<char>(damaged[i] ^ 1);
            overwrite(listing, damaged);
            QCOMPARE(start()->load(listing), "none");
        }
        for (const QByteArray &damaged : { QByteArray(), good.chopped(1), good + 'x' }) {
            overwrite(listing, damaged);
            QCOMPARE(start()->load(listing), "none");
        }
        overwrite(listing, good);
        QCOMPARE(start()->load(listing), "the-token");
    }

    void boundToProfileAndRevision()
    {
        const ProfileListing listing = newListing(7);
        start()->store(listing, "the-token");
        ProfileListing edited = listing;
        edited.requestRevision = 8;
        QCOMPARE(start()->load(edited), "none");

        const ProfileListing other = newListing(7);
        QVERIFY(QFile::copy(file(listing), file(other)));
        QCOMPARE(start()->load(other), "none");
        QCOMPARE(start()->load(listing), "the-token");
    }

    void memoryIsBoundToTheRevision()
    {
        ProfileListing listing = newListing(7);
        const auto process = start();
        process->store(listing, "the-token");
        listing.requestRevision = 8;
        QCOMPARE(process->load(listing), "none");
    }

    void newerFileWins()
    {
        const ProfileListing listing = newListing();
        const auto first = start();
        const auto second = start();
        first->store(listing, "one");
        QCOMPARE(second->load(listing), "one");
        first->store(listing, "two"); // same size, same tick of the clock
        QCOMPARE(second->load(listing), "two");
        second->cache.forget(listing.id);
        QCOMPARE(first->load(listing), "none");
        QVERIFY(!QFile::exists(file(listing)));
    }

    void newerKeyIsFound()
    {
        // Each made a key at the same time; the keychain keeps that of the second.
        const ProfileListing listing = newListing();
        const auto first = start();
        first->store(newListing(), "x");
        m_system->items.clear();
        start()->store(listing, "the-token");
        QCOMPARE(first->load(listing), "the-token");
    }

    void memoryProfilesAreNeverWritten()
    {
        ProfileListing listing = newListing();
        listing.inMemory = true;
        const auto process = start();
        process->store(listing, "the-token");
        QVERIFY(!process->cache.isWriting());
        QCOMPARE(process->load(listing), "the-token");
        QVERIFY(!QDir(folder()).exists());
        QVERIFY(m_system->calls.isEmpty());
    }

    void withoutAFolderAllIsMemory()
    {
        Process process(QString(), *m_system);
        const ProfileListing listing = newListing();
        process.store(listing, "the-token");
        QCOMPARE(process.load(listing), "the-token");
        process.cache.forget(listing.id);
        QCOMPARE(process.load(listing), "none");
        QVERIFY(m_system->calls.isEmpty());
    }

    void withoutAKeychainAllIsMemory()
    {
        const ProfileListing listing = newListing();
        start()->store(listing, "old");
        m_system->state = KeychainState::Locked;
        const auto process = start();
        QCOMPARE(process->load(listing), "none");
        process->store(listing, "new");
        QCOMPARE(process->load(listing), "new");
        // The file kept the old one; it is not taken for news once the keychain is there again.
        m_system->state = KeychainState::Ok;
        QCOMPARE(process->load(listing), "new");
        QCOMPARE(start()->load(listing), "old");
    }

    void fullDiskLeavesTheOldFile()
    {
        const ProfileListing listing = newListing();
        const auto process = start();
        process->store(listing, "old");
        {
            const FullDisk full(20);
            process->store(listing, "new");
        }
        QCOMPARE(process->load(listing), "new");
        QCOMPARE(start()->load(listing), "old");
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 2); // and the lock
    }

    void clearedMemoryIsReadAgain()
    {
        const ProfileListing listing = newListing();
        ProfileListing inMemory = newListing();
        inMemory.inMemory = true;
        const auto process = start();
        process->store(listing, "the-token");
        process->store(inMemory, "gone");
        process->cache.clearMemory();
        m_system->calls.clear();
        QCOMPARE(process->load(inMemory), "none");
        QVERIFY(m_system->calls.isEmpty());
        QCOMPARE(process->load(listing), "the-token");
        QCOMPARE(m_system->count(Call::Read), 1);
    }

    void clearingEndsWhatIsUnderWay()
    {
        const ProfileListing listing = newListing();
        start()->store(listing, "the-token");
        const auto process = start();
        QSignalSpy written(&process->cache, &TokenCache::written);
        process->cache.store(newListing(), tokenSet("another"));
        auto loading = process->cache.load(listing);
        loading->start();
        QVERIFY(process->cache.isWriting());
        QCoreApplication::sendPostedEvents(); // the load has begun to wait for the key
        process->cache.clearMemory();
        QCOMPARE(written.size(), 1);
        QVERIFY(!process->cache.isWriting());
        QTRY_VERIFY(loading->isFinished());
        QVERIFY(loading->result().ok() && !*loading->result());
    }

    void cancelledLoadIsCancelled()
    {
        const ProfileListing listing = newListing();
        start()->store(listing, "the-token");
        const auto process = start();
        auto loading = process->cache.load(listing);
        loading->start();
        QCoreApplication::sendPostedEvents();
        loading->cancel();
        QTRY_VERIFY(loading->isFinished());
        QCOMPARE(loading->result().error().code, ErrorCode::Cancelled);
        QCOMPARE(process->load(listing), "the-token");
    }

    void forgettingTheLastUnwrittenIsSaid()
    {
        const ProfileListing listing = newListing();
        const auto process = start();
        QSignalSpy written(&process->cache, &TokenCache::written);
        process->cache.store(listing, tokenSet("the-token"));
        process->cache.forget(listing.id);
        QCOMPARE(written.size(), 1);
        QCOMPARE(process->load(listing), "none");
    }

    void leftoversOfTheKilledGo()
    {
        const ProfileListing listing = newListing();
        const auto process = start();
        process->store(listing, "one");
        QFile leftover(file(listing) + u".tmp-99999"_s);
        QVERIFY(leftover.open(QIODevice::WriteOnly));
        process->store(listing, "two");
        QVERIFY(!leftover.exists());
    }
};

MINTMARK_TEST(tst_tokencache, TestTokenCache)
#include "tst_tokencache.moc"
