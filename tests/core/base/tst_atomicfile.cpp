// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/atomicfile.h"

#include "support/fulldisk.h"
#include "support/otherperson.h"
#include "support/testmain.h"

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto onlyOwner =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QStringList names() const
    {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System);
    }

private Q_SLOTS:
    void cleanup()
    {
        for (const QString &name : names())
            QFileInfo(path(name)).isDir() && !QFileInfo(path(name)).isSymLink()
                ? QDir(path(name)).removeRecursively()
                : QFile::remove(path(name));
    }

    void writesPrivatelyWhateverTheUmask()
    {
        const mode_t former = umask(0);
        QVERIFY(writeAtomically(path(u"a"_s), "one").ok());
        QCOMPARE(readWhole(path(u"a"_s)).value(), "one");
        QCOMPARE(QFile::permissions(path(u"a"_s)), onlyOwner);
        // Also where somebody had opened it up.
        QFile::setPermissions(path(u"a"_s), onlyOwner | QFile::ReadOther);
        QVERIFY(writeAtomically(path(u"a"_s), "two").ok());
        QCOMPARE(QFile::permissions(path(u"a"_s)), onlyOwner);
        umask(former);
        QCOMPARE(names(), QStringList { u"a"_s });
    }

    void keepsTheFormerContent()
    {
        const QString file = path(u"a"_s);
        QVERIFY(writeAtomically(file, "one", { .keepBackup = true }).ok());
        QCOMPARE(names(), QStringList { u"a"_s });
        QVERIFY(writeAtomically(file, "two", { .keepBackup = true }).ok());
        QVERIFY(writeAtomically(file, "three", { .keepBackup = true, .sync = false }).ok());
        QCOMPARE(readWhole(file).value(), "three");
        QCOMPARE(readWhole(file + u".bak"_s).value(), "two");
        QCOMPARE(QFile::permissions(file + u".bak"_s), onlyOwner);
        QCOMPARE(names(), (QStringList { u"a"_s, u"a.bak"_s }));
    }

    void fullDiskAtEveryByteLosesNothing()
    {
        const QString file = path(u"a"_s);
        const QByteArray wanted = "the new content";
        for (rlim_t room = 0; room < rlim_t(wanted.size()); ++room) {
            QVERIFY(writeAtomically(file, "old").ok());
            const FullDisk full(room);
            const Result<void> result = writeAtomically(file, wanted, { .keepBackup = true });
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, ErrorCode::FileNotWritten);
            QCOMPARE(result.error().argument(u"file"), file);
            QVERIFY(!result.error().argument(u"said").isEmpty());
            QCOMPARE(readWhole(file).value(), "old");
            QCOMPARE(names(), QStringList { u"a"_s });
        }
    }

    /// A pipe would be waited for, a device read for ever.
    void readsRegularFilesOnly_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("device") << u"/dev/null"_s;
        QTest::newRow("endless device") << u"/dev/zero"_s;
        QTest::newRow("pipe") << path(u"pipe"_s);
        QTest::newRow("folder") << m_folder.path();
    }
    void readsRegularFilesOnly()
    {
        QFETCH(QString, target);
        QCOMPARE(mkfifo(qPrintable(path(u"pipe"_s)), 0600), 0);
        for (const QString &file : { target, path(u"link"_s) }) {
            QVERIFY(file == target || QFile::link(target, file));
            const Result<QByteArray> bytes = readWhole(file);
            QVERIFY(!bytes.ok());
            QCOMPARE(bytes.error().code, ErrorCode::FileUnreadable);
            QCOMPARE(bytes.error().argument(u"file"), file);
        }
        QVERIFY(!readWhole(path(u"nothing"_s)).ok());
    }

    void followsLinksAndKeepsThem()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(u"elsewhere"_s));
        const QString target = path(u"elsewhere/real"_s);
        QVERIFY(QFile::link(target, path(u"link"_s))); // dangling
        QVERIFY(writeAtomically(path(u"link"_s), "one").ok());
        QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
        QVERIFY(!QFileInfo(target).isSymLink());
        QCOMPARE(readWhole(target).value(), "one");

        QVERIFY(QFile::link(path(u"nowhere/at/all"_s), path(u"lost"_s)));
        QCOMPARE(writeAtomically(path(u"lost"_s), "one").error().code, ErrorCode::FileNotWritten);

        QVERIFY(QFile::link(path(u"loop"_s), path(u"loop"_s)));
        QCOMPARE(writeAtomically(path(u"loop"_s), "one").error().code, ErrorCode::FileNotWritten);
        QVERIFY(QFileInfo(path(u"loop"_s)).isSymLink());
    }

    void aFolderInTheWayIsAnError()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(u"a"_s));
        QCOMPARE(writeAtomically(path(u"a"_s), "one", { .keepBackup = true }).error().code,
                 ErrorCode::FileNotWritten);
        QCOMPARE(readWhole(path(u"a"_s)).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(readWhole(path(u"b"_s)).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(names(), QStringList { u"a"_s });
    }

    void readOnlyFolderIsAnErrorAndTouchesNothing()
    {
        QTemporaryDir folder(u"/tmp/mintmark-XXXXXX"_s);
        const QString file = folder.filePath(u"a"_s);
        QVERIFY(writeAtomically(file, "one").ok());
        QVERIFY(OtherPerson::give(file) && OtherPerson::give(folder.path()));
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
        {
            const OtherPerson person;
            QCOMPARE(writeAtomically(file, "two").error().code, ErrorCode::FileNotWritten);
            QCOMPARE(readWhole(file).value(), "one");
        }
        QVERIFY(QFile::setPermissions(folder.path(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void makesFoldersForThisPersonOnly()
    {
        const QString folder = path(u"x/y/mintmark"_s);
        QVERIFY(makePrivateFolder(folder).ok());
        QVERIFY(makePrivateFolder(folder).ok());
        QCOMPARE(QFile::permissions(folder), onlyOwner | QFile::ExeOwner | QFile::ExeUser);
        QVERIFY(writeAtomically(path(u"file"_s), "x").ok());
        QCOMPARE(makePrivateFolder(path(u"file/sub"_s)).error().code, ErrorCode::FileNotWritten);
    }

    void removesLeftoversOnly()
    {
        for (const QString &name :
             { u"a"_s, u"a.bak"_s, u"a.tmp-12"_s, u"a.tmp-bak-12"_s, u"ab.tmp-1"_s })
            QVERIFY(writeAtomically(path(name), "x").ok());
        removeLeftovers(path(u"a"_s));
        QCOMPARE(names(), (QStringList { u"a"_s, u"a.bak"_s, u"ab.tmp-1"_s }));
    }

    void replacesWhatAKilledProcessOfTheSameNumberLeft()
    {
        const QString left = path(u"a.tmp-"_s) + QString::number(getpid());
        QVERIFY(writeAtomically(left, "half").ok());
        QVERIFY(writeAtomically(path(u"a"_s), "whole").ok());
        QCOMPARE(names(), QStringList { u"a"_s });
        QCOMPARE(readWhole(path(u"a"_s)).value(), "whole");
    }
};

MINTMARK_TEST(tst_atomicfile, TestAtomicFile)
#include "tst_atomicfile.moc"
