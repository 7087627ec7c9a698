// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/secretserviceunlock.h"

#include "core/keychain/fakesecretservice.h"
#include "keychain/secretservicenames.h"
#include "support/resultof.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace mintmark;
using namespace mintmark::secretservice;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

/// Against a service whose prompts the test answers; on a session bus of its own without any
/// keyring (tests/support/with-keyring.sh --mode none).
class TestSecretServiceUnlock : public QObject
{
    Q_OBJECT
private:
    QDBusConnection m_server =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"fake"_s);
    std::unique_ptr<FakeSecretService> m_service;
    std::unique_ptr<FakeCollection> m_collection;
    std::unique_ptr<FakePrompt> m_prompt;

    static std::unique_ptr<UnlockJob> unlock(bool prompts = true)
    {
        return std::make_unique<UnlockJob>(QDBusConnection::sessionBus(), 5'000, prompts);
    }
    void answer(bool dismissed)
    {
        m_collection->locked = dismissed;
        Q_EMIT m_prompt->Completed(dismissed, QDBusVariant(QString()));
    }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeSecretService>();
        m_collection = std::make_unique<FakeCollection>();
        m_prompt = std::make_unique<FakePrompt>();
        const auto slots_ = QDBusConnection::ExportAllSlots;
        QVERIFY(m_server.registerObject(servicePath, m_service.get(), slots_));
        QVERIFY(m_server.registerObject(m_service->defaultCollection.path(), m_collection.get(),
                                        QDBusConnection::ExportAllProperties));
        QVERIFY(m_server.registerObject(m_service->prompt.path(), m_prompt.get(),
                                        slots_ | QDBusConnection::ExportAllSignals));
        QVERIFY(m_server.registerService(busName));
    }
    void cleanup()
    {
        m_server.unregisterService(busName);
        m_server.unregisterObject(servicePath, QDBusConnection::UnregisterTree);
    }

    void answeredPromptUnlocks()
    {
        auto job = unlock();
        job->start();
        QTRY_VERIFY(m_prompt->shown);
        QVERIFY(!job->isFinished());
        answer(false);
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->result()->state, KeychainState::Ok);
    }

    void dismissedPromptIsDenied()
    {
        auto job = unlock();
        job->start();
        QTRY_VERIFY(m_prompt->shown);
        answer(true);
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->result().error().code, ErrorCode::KeychainDenied);
    }

    // Some say "not dismissed" after three wrong passwords: the collection decides.
    void completedButStillLockedIsLocked()
    {
        auto job = unlock();
        job->start();
        QTRY_VERIFY(m_prompt->shown);
        Q_EMIT m_prompt->Completed(false, QDBusVariant(QString()));
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->result()->state, KeychainState::Locked);
    }

    void noPromptNeeded()
    {
        m_service->prompt = QDBusObjectPath(u"/"_s);
        m_collection->locked = false;
        QCOMPARE(resultOf<KeychainStatus>(unlock())->state, KeychainState::Ok);
        m_collection->locked = true;
        QCOMPARE(resultOf<KeychainStatus>(unlock())->state, KeychainState::Locked);
        QVERIFY(!m_prompt->shown);
    }

    void cancelWithdrawsThePrompt()
    {
        auto job = unlock();
        job->start();
        QTRY_VERIFY(m_prompt->shown);
        job->cancel();
        QTRY_VERIFY(job->isFinished());
        QTRY_VERIFY(m_prompt->withdrawn);
    }

    void whereNobodyCanAnswerItGivesUpInTime()
    {
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(resultOf<KeychainStatus>(unlock(false))->state, KeychainState::Locked);
        QVERIFY(elapsed.elapsed() < 2'000);
        QTRY_VERIFY(m_prompt->withdrawn);
    }

    void noCollectionIsMadeWithAPrompt()
    {
        m_service->defaultCollection = QDBusObjectPath(u"/"_s);
        auto probe = std::make_unique<ProbeJob>(QDBusConnection::sessionBus(), 5'000);
        QCOMPARE(resultOf<KeychainStatus>(std::move(probe))->state, KeychainState::Locked);
        auto job = unlock();
        job->start();
        QTRY_VERIFY(m_prompt->shown);
        QCOMPARE(m_service->createdAs, u"default"_s);
        m_service->defaultCollection =
            QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s);
        answer(false);
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(job->result()->state, KeychainState::Ok);
    }
};

MINTMARK_TEST(tst_secretserviceunlock, TestSecretServiceUnlock)
#include "tst_secretserviceunlock.moc"
