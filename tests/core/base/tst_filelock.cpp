// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/filelock.h"

#include "support/testmain.h"

#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestFileLock : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void oneHolderAtATime()
    {
        const QString file = m_folder.filePath(u"lock"_s);
        auto first = std::make_unique<FileLock>(file, 0);
        QVERIFY(first->isHeld());
        QVERIFY(!FileLock(file, 5).isHeld());
        first.reset();
        QVERIFY(FileLock(file, 0).isHeld());
        QVERIFY(QFile::exists(file));
    }
    void isFreeOnceItsHolderWasKilled()
    {
        const QByteArray file = QFile::encodeName(m_folder.filePath(u"killed"_s));
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            const FileLock lock(QFile::decodeName(file), 0);
            const char held = lock.isHeld() ? '1' : '0';
            (void)!write(ready[1], &held, 1);
            while (true)
                pause();
        }
        char held = '0';
        QCOMPARE(read(ready[0], &held, 1), 1);
        close(ready[0]);
        close(ready[1]);
        QCOMPARE(held, '1');
        QVERIFY(!FileLock(QFile::decodeName(file), 0).isHeld());
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        QVERIFY(FileLock(QFile::decodeName(file), 0).isHeld());
    }
    void tellsWhenItMayNotBeMade()
    {
        const FileLock lock(m_folder.filePath(u"no/such/folder"_s), 0);
        QVERIFY(!lock.isHeld());
        QVERIFY(lock.isForbidden());
    }
};

MINTMARK_TEST(tst_filelock, TestFileLock)
#include "tst_filelock.moc"
