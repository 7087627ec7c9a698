// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/programnetwork.h"

#include "keychain/keychain.h"
#include "keychain/memorybackend.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestProgramNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<Keychain>(std::make_unique<MemoryBackend>(), KeychainLimits());
    }
    void nothingIsSet()
    {
        ProgramNetwork network(m_folder->path(), *m_keychain, m_clock);
        QVERIFY(network.settings().isInherited());
        QCOMPARE(network.known(), std::optional(NetworkAccess()));
        QVERIFY(!network.fault());
    }
    void secretsGoToTheKeychain()
    {
        NetworkAccess access;
        access.settings.proxy = { ProxySettings::Kind::Http, u"proxy.test"_s, 3128, u"me"_s };
        access.settings.timeoutSeconds = 12;
        access.secrets.proxyPassword = shareSecret(SecretBytes("canary"));
        {
            ProgramNetwork network(m_folder->path(), *m_keychain, m_clock);
            QVERIFY(run(*network.save(access)));
            QCOMPARE(network.known(), std::optional(access));
        }
        QFile file(m_folder->filePath(u"network.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("proxy.test") && !text.contains("canary"), text.constData());
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

        ProgramNetwork again(m_folder->path(), *m_keychain, m_clock);
        QCOMPARE(again.settings(), access.settings);
        QVERIFY(!again.known()); // the keychain has to be asked, once
        const auto job = again.access();
        QVERIFY(run(*job));
        QCOMPARE(*job->result(), access);
        QCOMPARE(again.known(), std::optional(access));
    }
    void keychainIsNotAskedForNothing()
    {
        NetworkAccess access;
        access.settings.caFile = u"/ca.pem"_s;
        ProgramNetwork network(m_folder->path(), *m_keychain, m_clock);
        QVERIFY(run(*network.save(access)));
        QCOMPARE(ProgramNetwork(m_folder->path(), *m_keychain, m_clock).known(), std::optional(access));
    }
    void damagedFile()
    {
        QFile file(m_folder->filePath(u"network.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"network\":{\"proxy\":\"socks9://\"}}");
        file.close();
        ProgramNetwork network(m_folder->path(), *m_keychain, m_clock);
        QVERIFY(network.settings().isInherited());
        QVERIFY(network.fault().has_value());
        QCOMPARE(network.fault()->code, ErrorCode::FileUnreadable);
    }
    /// One person's decision for one server is never one for all.
    void httpIsNotAllowedForAll()
    {
        QFile file(m_folder->filePath(u"network.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"network\":{\"allow_http\":true}}");
        file.close();
        QVERIFY(!ProgramNetwork(m_folder->path(), *m_keychain, m_clock).settings().allowHttp);
    }

private:
    template <class T> bool run(ResultJob<T> &job)
    {
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        return finished.wait(5'000) && job.result().ok();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Keychain> m_keychain;
    FakeClock m_clock;
};

MINTMARK_TEST(tst_programnetwork, TestProgramNetwork)

#include "tst_programnetwork.moc"
