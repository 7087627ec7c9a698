// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profileindex.h"

#include "base/atomicfile.h"
#include "base/filelock.h"
#include "support/fulldisk.h"
#include "support/otherperson.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

ProfileListing listing(const QString &name)
{
    ProfileListing result;
    result.id = QUuid::createUuidV5(QUuid(), name);
    result.customer = u"Acme"_s;
    result.name = name;
    return result;
}

ProfileListing fullListing()
{
    ProfileListing result = listing(u"Payments \"Out\" \u00fc"_s);
    result.environment = Environment::Production;
    result.alias = u"po"_s;
    result.pinned = true;
    result.requestRevision = 4;
    result.lastUsedMs = 1'741'597'924'123;
    result.lastResult = u"ok"_s;
    result.lastCheckedMs = 1'741'597'924'124;
    result.tokenExpiresMs = 1'741'626'724'000;
    result.secretExpiresOn = QDate(2027, 2, 28);
    result.deletedAtMs = 1'741'597'999'000;
    return result;
}

} // namespace

class TestProfileIndex : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    Result<QList<ProfileListing>> add(const ProfileListing &added)
    {
        return ProfileIndex(m_file).change(
            [&added](QList<ProfileListing> &listings) { listings << added; });
    }
    QList<ProfileListing> read() const { return ProfileIndex(m_file).read()->listings; }
    QStringList names() const
    {
        return QDir(QFileInfo(m_file).absolutePath()).entryList(QDir::Files | QDir::Hidden);
    }
    void overwrite(const QByteArray &bytes) const { QVERIFY(writeAtomically(m_file, bytes).ok()); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"config/mintmark/profiles.json"_s);
    }

    void aMissingFileIsAnEmptyList()
    {
        const Result<ProfileIndex::Contents> contents = ProfileIndex(m_file).read();
        QVERIFY(contents.ok());
        QVERIFY(contents->listings.isEmpty() && contents->warning.isEmpty() && !contents->readOnly);
        QVERIFY(!QFileInfo::exists(QFileInfo(m_file).absolutePath()));
    }

    void keepsEveryFieldPrivately()
    {
        ProfileListing inMemory = listing(u"demo"_s);
        inMemory.inMemory = true;
        QVERIFY(add(fullListing()).ok());
        QVERIFY(add(inMemory).ok());
        QCOMPARE(read(), QList { fullListing() });
        const auto onlyOwner =
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(m_file), onlyOwner);
        QCOMPARE(QFile::permissions(QFileInfo(m_file).absolutePath()),
                 onlyOwner | QFile::ExeOwner | QFile::ExeUser);
        QVERIFY(add(listing(u"b"_s)).ok());
        QCOMPARE(QFile::permissions(m_file + u".bak"_s), onlyOwner);
    }

    void hasTheFieldNamesOfTheDesign()
    {
        QVERIFY(add(fullListing()).ok());
        const QJsonObject root = QJsonDocument::fromJson(readWhole(m_file).value()).object();
        QCOMPARE(root["version"_L1].toInt(), 1);
        QCOMPARE(root["profiles"_L1][0].toObject().keys(),
                 (QStringList { u"alias"_s, u"customer"_s, u"deleted_at"_s, u"environment"_s,
                                u"id"_s, u"last_checked"_s, u"last_result"_s, u"last_used"_s,
                                u"name"_s, u"pinned"_s, u"request_revision"_s,
                                u"secret_expires_on"_s, u"token_expires"_s }));
    }

    void writesNothingWhenNothingChanged()
    {
        QVERIFY(add(listing(u"a"_s)).ok());
        const QDateTime before = QFileInfo(m_file).lastModified();
        QVERIFY(ProfileIndex(m_file).change([](QList<ProfileListing> &) {}).ok());
        QCOMPARE(QFileInfo(m_file).lastModified(), before);
        QVERIFY(!QFile::exists(m_file + u".bak"_s));
    }

    void tracesOfUseLeaveTheBackupAlone()
    {
        QVERIFY(add(listing(u"a"_s)).ok());
        QVERIFY(add(listing(u"b"_s)).ok());
        const QByteArray backup = readWhole(m_file + u".bak"_s).value();
        QVERIFY(ProfileIndex(m_file)
                    .change([](QList<ProfileListing> &listings) { listings[0].lastUsedMs = 5; })
                    .ok());
        QCOMPARE(read()[0].lastUsedMs, 5);
        QCOMPARE(readWhole(m_file + u".bak"_s).value(), backup);
    }

    void keepsWhatItDoesNotKnow()
    {
        QVERIFY(add(listing(u"a"_s)).ok());
        overwrite("{\"version\":1,\"theme\":\"x\",\"profiles\":[{\"id\":\""
                  + listing(u"a"_s).id.toByteArray()
                  + "\",\"name\":\"a\",\"icon\":\"star\"},"
                    "{\"id\":\"of another kind\",\"name\":\"z\"},7]}");
        QVERIFY(ProfileIndex(m_file)
                    .change([](QList<ProfileListing> &listings) {
                        QCOMPARE(listings.size(), 1);
                        listings[0].pinned = true;
                        listings << listing(u"b"_s);
                    })
                    .ok());
        const QJsonObject root = QJsonDocument::fromJson(readWhole(m_file).value()).object();
        QCOMPARE(root["theme"_L1].toString(), u"x"_s);
        QCOMPARE(root["profiles"_L1][0]["icon"_L1].toString(), u"star"_s);
        QCOMPARE(root["profiles"_L1][0]["pinned"_L1].toBool(), true);
        QCOMPARE(root["profiles"_L1][2]["id"_L1].toString(), u"of another kind"_s);
        QCOMPARE(root["profiles"_L1][3].toInt(), 7);
    }

    void oddEntriesDoNotHideTheOthers()
    {
        QVERIFY(add(listing(u"a"_s)).ok());
        const QByteArray id = listing(u"a"_s).id.toByteArray();
        overwrite("{\"version\":1,\"profiles\":[{\"id\":\"" + id
                  + "\",\"name\":5,\"environment\":\"moon\",\"last_used\":\"x\",\"secret_expires_"
                    "on\":\"2\"},"
                    "{\"id\":\""
                  + id + "\",\"name\":\"twice\"}]}");
        ProfileListing expected;
        expected.id = listing(u"a"_s).id;
        QCOMPARE(read(), QList { expected });
    }

    void damagedFileIsMovedAsideAndTheBackupTaken_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\x00\xff\x13garbage", 10);
        QTest::newRow("cut off") << QByteArray("{\"version\":1,\"profiles\":[{\"id\":");
        QTest::newRow("no version") << QByteArray("{\"profiles\":[]}");
        QTest::newRow("no profiles") << QByteArray("{\"version\":1}");
        QTest::newRow("array") << QByteArray("[1]");
    }
    void damagedFileIsMovedAsideAndTheBackupTaken()
    {
        QFETCH(const QByteArray, damage);
        QVERIFY(add(listing(u"a"_s)).ok());
        QVERIFY(add(listing(u"b"_s)).ok());
        overwrite(damage);
        const ProfileIndex::Contents contents = ProfileIndex(m_file).read().value();
        QCOMPARE(contents.listings, QList { listing(u"a"_s) });
        QVERIFY(!contents.warning.isEmpty());
        const QStringList aside = names().filter(u".corrupt-"_s);
        QCOMPARE(aside.size(), 1);
        QVERIFY(contents.warning.contains(aside[0]));
        QCOMPARE(readWhole(QFileInfo(m_file).dir().filePath(aside[0])).value(), damage);
        // The next one sees a whole file again.
        QVERIFY(ProfileIndex(m_file).read()->warning.isEmpty());
        QCOMPARE(read(), QList { listing(u"a"_s) });
    }

    void damagedWithoutBackupStartsAnewAndKeepsBoth()
    {
        QVERIFY(add(listing(u"a"_s)).ok());
        overwrite("broken");
        QVERIFY(writeAtomically(m_file + u".bak"_s, "broken too").ok());
        QVERIFY(add(listing(u"b"_s)).ok());
        QCOMPARE(read(), QList { listing(u"b"_s) });
        QCOMPARE(names().filter(u".corrupt-"_s).size(), 2);
    }

    void newerVersionIsReadOnly()
    {
        QVERIFY(add(listing(u"a"_s)).ok());
        const QByteArray newer = "{\"version\":2,\"profiles\":[{\"id\":\""
            + listing(u"a"_s).id.toByteArray() + "\",\"name\":\"a\",\"customer\":\"Acme\"}]}";
        overwrite(newer);
        const ProfileIndex::Contents contents = ProfileIndex(m_file).read().value();
        QVERIFY(contents.readOnly);
        QCOMPARE(contents.listings, QList { listing(u"a"_s) });
        QCOMPARE(add(listing(u"b"_s)).error().code, ErrorCode::IndexReadOnly);
        QCOMPARE(readWhole(m_file).value(), newer);
    }

    void shortWriteLeavesTheFormerList()
    {
        QVERIFY(add(listing(u"a"_s)).ok());
        const auto result = [this] {
            const FullDisk full(50);
            return add(listing(u"b"_s));
        }();
        QCOMPARE(result.error().code, ErrorCode::FileNotWritten);
        QCOMPARE(result.error().argument(u"file"), m_file);
        QCOMPARE(read(), QList { listing(u"a"_s) });
        QVERIFY(names().filter(u".tmp"_s).isEmpty());
    }

    void danglingLinkIsFollowed()
    {
        QVERIFY(makePrivateFolder(QFileInfo(m_file).absolutePath()).ok());
        const QString target = m_folder->filePath(u"elsewhere.json"_s);
        QVERIFY(QFile::link(target, m_file));
        QVERIFY(ProfileIndex(m_file).read().ok());
        QVERIFY(add(listing(u"a"_s)).ok());
        QVERIFY(QFileInfo(m_file).isSymLink());
        QVERIFY(QFile::exists(target));
        QCOMPARE(read(), QList { listing(u"a"_s) });
    }

    void readOnlyFolderIsReadOnlyIndex()
    {
        QTemporaryDir folder(u"/tmp/mintmark-XXXXXX"_s);
        m_file = folder.filePath(u"profiles.json"_s);
        QVERIFY(add(listing(u"a"_s)).ok());
        QVERIFY(QFile::remove(m_file + u".lock"_s));
        QVERIFY(OtherPerson::give(folder.path()) && OtherPerson::give(m_file));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto [contents, changed] = [this] {
            const OtherPerson person;
            return std::pair(ProfileIndex(m_file).read(), add(listing(u"b"_s)));
        }();
        QFile::setPermissions(folder.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(contents.ok());
        QVERIFY(contents->readOnly);
        QCOMPARE(contents->listings, QList { listing(u"a"_s) });
        QCOMPARE(changed.error().code, ErrorCode::IndexReadOnly);
    }

    void twoProcessesLoseNoUpdate()
    {
        constexpr int writers = 4;
        constexpr int each = 50;
        QVERIFY(add(listing(u"shared"_s)).ok());
        std::vector<pid_t> children;
        for (int writer = 0; writer < writers; ++writer) {
            const pid_t child = fork();
            if (child == 0) {
                bool fine = true;
                for (int i = 0; i < each; ++i)
                    fine = ProfileIndex(m_file)
                               .change([writer, i](QList<ProfileListing> &listings) {
                                   listings << listing(u"%1-%2"_s.arg(writer).arg(i));
                                   ++listings[0].requestRevision;
                               })
                               .ok()
                        && fine;
                _exit(fine ? 0 : 1);
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = -1;
            QCOMPARE(waitpid(child, &status, 0), child);
            QCOMPARE(status, 0);
        }
        const QList<ProfileListing> merged = read();
        QCOMPARE(merged.size(), 1 + writers * each);
        QCOMPARE(merged[0].requestRevision, writers * each);
    }

    void killedWritersLeaveAWholeFile()
    {
        QVERIFY(add(listing(u"first"_s)).ok());
        for (int round = 0; round < 20; ++round) {
            int saves[2];
            QCOMPARE(pipe(saves), 0);
            const pid_t child = fork();
            if (child == 0) {
                for (int i = 0;; ++i) {
                    (void)ProfileIndex(m_file).change(
                        [i](QList<ProfileListing> &listings) { listings[0].requestRevision = i; });
                    (void)!write(saves[1], "", 1);
                }
            }
            // Killed somewhere in the next save.
            char byte = 0;
            for (int i = 0; i <= round % 4; ++i)
                QCOMPARE(::read(saves[0], &byte, 1), 1);
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            close(saves[0]);
            close(saves[1]);
            const Result<ProfileIndex::Contents> contents = ProfileIndex(m_file).read();
            QVERIFY(contents.ok());
            QVERIFY(contents->warning.isEmpty());
            QCOMPARE(contents->listings.size(), 1);
        }
        QVERIFY(add(listing(u"last"_s)).ok());
        QVERIFY(names().filter(u".tmp"_s).isEmpty());
    }

    void waitsForAnotherWriterAndThenGivesUp()
    {
        QVERIFY(add(listing(u"a"_s)).ok());
        const FileLock lock(m_file + u".lock"_s, 0);
        QVERIFY(lock.isHeld());
        const Error error = add(listing(u"b"_s)).error();
        QCOMPARE(error.code, ErrorCode::FileNotWritten);
        QVERIFY(!error.argument(u"said").isEmpty());
    }

    void opensManyInNoTime()
    {
        QList<ProfileListing> many;
        for (int i = 0; i < 1'000; ++i) {
            ProfileListing one = fullListing();
            one.id = QUuid::createUuid();
            many << one;
        }
        QVERIFY(ProfileIndex(m_file)
                    .change([&many](QList<ProfileListing> &listings) { listings = many; })
                    .ok());
        QBENCHMARK
        {
            QCOMPARE(read().size(), 1'000);
        }
    }
};

MINTMARK_TEST(tst_profileindex, TestProfileIndex)
#include "tst_profileindex.moc"
