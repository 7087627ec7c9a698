// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/sessionrig.h"
#include "support/testmain.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Keep = ProfileStore::Keep;

class TestWorkspace : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QStringList everything() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void standardFolders()
    {
        QStandardPaths::setTestModeEnabled(false);
        const WorkspaceOptions options = WorkspaceOptions::standard();
        QVERIFY(options.configFolder.endsWith(u"/mintmark"_s));
        QVERIFY(options.cacheFolder.endsWith(u"/mintmark"_s));
        QVERIFY(options.configFolder != options.cacheFolder);
        QVERIFY(!options.memoryOnly);
        QCOMPARE(options.keychainLimits.probeMs, 1'000);
        QCOMPARE(options.exchangeLimits.deadlineMs, 0); // as the network settings say
    }

    void constructionTouchesNothing()
    {
        FakeKeychainSystem keychain;
        {
            SessionRig rig(m_folder->path(), keychain);
            QCoreApplication::sendPostedEvents();
            QVERIFY(!rig.workspace.keychain().isStatusKnown());
            QVERIFY(!rig.workspace.ticker().isRunning());
        }
        QVERIFY(keychain.calls.isEmpty());
        QVERIFY(everything().isEmpty());
    }

    void memoryOnlyWritesNothing()
    {
        const QString former = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        TokenServer server;
        WorkspaceOptions options = SessionRig::optionsFor(m_folder->path(), 20'000);
        options.memoryOnly = true;
        {
            Workspace workspace(options);
            QVERIFY(workspace.profiles().open().ok());
            const auto save = [&](const QString &name, Keep keep) {
                LoadedProfile loaded = profileFor(server, name);
                return resultOf(
                    workspace.profiles().save(loaded.profile, loaded.secrets.clone(), keep));
            };
            const auto saved = save(u"Demo"_s, Keep::ForSession);
            QVERIFY(saved.ok());
            QCOMPARE(text(resultOf(workspace.session().token(saved->id, {}))), "token-1");
            QCOMPARE(text(resultOf(workspace.session().token(saved->id, {}))), "token-1");
            QCOMPARE(save(u"To disk"_s, Keep::InKeychain).error().code, ErrorCode::IndexReadOnly);
            QCOMPARE(workspace.profiles().listings().size(), 1);
        }
        QVERIFY(everything().isEmpty());
        QVERIFY(QDir::setCurrent(former));
    }

    void partsKnowEachOther()
    {
        FakeKeychainSystem keychain;
        TokenServer server;
        SessionRig rig(m_folder->path(), keychain);
        const ProfileId id = rig.save(profileFor(server));
        QCOMPARE(text(rig.token(id)), "token-1");
        QVERIFY(rig.waitForCache());
        QVERIFY(QFile::exists(m_folder->filePath(u"config/mintmark/profiles.json"_s)));
        QVERIFY(QFile::exists(
            m_folder->filePath(u"cache/mintmark/tokens/"_s + id.toString(QUuid::WithoutBraces))));
        QVERIFY(!keychain.value(u"mintmark/v1/cache-key"_s).isEmpty());
    }
};

MINTMARK_TEST(tst_workspace, TestWorkspace)
#include "tst_workspace.moc"
