// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/manyprofiles.h"

#include "sessionrig.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using Call = KeychainCall;
using Then = VisitProfilesJob::Then;

class TestManyProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_system = std::make_unique<FakeKeychainSystem>();
        m_rig = std::make_unique<SessionRig>(m_folder->path(), *m_system);
        for (const char *name : { "A", "B", "C" }) {
            LoadedProfile loaded = profileFor(m_server, QString::fromLatin1(name));
            if (*name == 'B')
                loaded.profile.client.body = BodyFormat::Form;
            m_rig->save(std::move(loaded));
        }
        m_system->calls.clear();
    }

    void findsWithoutStoring()
    {
        const auto found = visit(isJson, Then::Nothing);
        QCOMPARE(names(found.done), u"A C"_s);
        QCOMPARE(names(found.left), u"B"_s);
        QCOMPARE(m_system->count(Call::Write), 0);
    }

    void storesWhatItChanges()
    {
        QSignalSpy saved(&m_rig->profiles(), &ProfileStore::saved);
        const auto changed = visit(toForm, Then::Store);
        QCOMPARE(names(changed.done), u"A C"_s);
        QCOMPARE(names(changed.left), u"B"_s);
        QVERIFY(changed.failed.isEmpty());
        QCOMPARE(changed.done.first().requestRevision, 2);
        QCOMPARE(m_system->count(Call::Write), 2);
        QCOMPARE(saved.size(), 2);
        for (const ProfileListing &listing : m_rig->profiles().listings()) {
            const auto now = resultOf(m_rig->profiles().load(listing.id));
            LoadedProfile expected = profileFor(m_server, listing.name);
            expected.profile.client.body = BodyFormat::Form;
            QCOMPARE(now->profile.client, expected.profile.client);
            QVERIFY(now->secrets.client == expected.secrets.client);
            QVERIFY(now->secrets.previousSecret.isEmpty());
        }
    }

    /// A keyring that stores something else is found out, and the others are changed all the same.
    void failuresAreNamed()
    {
        int writes = 0;
        m_system->refuse = [&writes](Call call) -> std::optional<Error> {
            if (call == Call::Write && ++writes == 1)
                return Error { ErrorCode::KeychainDenied, {}, {} };
            return {};
        };
        const auto changed = visit(toForm, Then::Store);
        QCOMPARE(names(changed.done), u"C"_s);
        QCOMPARE(changed.failed.size(), 1);
        QCOMPARE(changed.failed.first().listing.name, u"A"_s);
        QCOMPARE(changed.failed.first().error.code, ErrorCode::KeychainDenied);
    }

    void aLockedKeychainIsAskedOnce()
    {
        m_system->state = KeychainState::Locked;
        const auto changed = visit(toForm, Then::Store);
        QCOMPARE(changed.failed.size(), 3);
        QCOMPARE(changed.failed.last().error.code, ErrorCode::KeychainLocked);
        QCOMPARE(m_system->count(Call::Probe), 1);
    }

    void stoppedAfterTheOneUnderWay()
    {
        VisitProfilesJob job(m_rig->profiles(), m_rig->profiles().listings(), toForm, Then::Store);
        QList<qsizetype> progress;
        connect(&job, &VisitProfilesJob::progressed, this,
                [&](qsizetype done, qsizetype total) { progress << done << total; });
        m_system->before = [&job](Call call) {
            if (call == Call::Write)
                job.stopSoon();
        };
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        QVERIFY(finished.wait());
        QCOMPARE(names(job.result()->done), u"A"_s);
        QCOMPARE(job.result()->notAsked, 2);
        QCOMPARE(progress, QList<qsizetype>({ 1, 3 }));
        QCOMPARE(m_system->count(Call::Write), 1);
    }

    void thoseInMemoryStayThere()
    {
        const ProfileId id = m_rig->save(profileFor(m_server, u"D"_s), ProfileStore::Keep::ForSession);
        VisitProfilesJob::Visit change = toForm;
        const auto changed =
            resultOf(std::unique_ptr<ResultJob<ProfilesVisited>>(new VisitProfilesJob(
                m_rig->profiles(), { m_rig->listing(id) }, change, Then::Store)));
        QCOMPARE(names(changed->done), u"D"_s);
        QVERIFY(m_rig->listing(id).inMemory);
        QCOMPARE(m_system->count(Call::Write), 0);
    }

private:
    static bool isJson(LoadedProfile &loaded)
    {
        return loaded.profile.client.body == BodyFormat::Json;
    }
    static bool toForm(LoadedProfile &loaded)
    {
        return std::exchange(loaded.profile.client.body, BodyFormat::Form) == BodyFormat::Json;
    }
    ProfilesVisited visit(const VisitProfilesJob::Visit &each, Then then)
    {
        auto visited = resultOf(std::unique_ptr<ResultJob<ProfilesVisited>>(new VisitProfilesJob(
            m_rig->profiles(), m_rig->profiles().listings(), each, then)));
        return visited.ok() ? *visited : ProfilesVisited();
    }
    static QString names(const QList<ProfileListing> &listings)
    {
        QStringList names;
        for (const ProfileListing &listing : listings)
            names << listing.name;
        return names.join(u' ');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeKeychainSystem> m_system;
    std::unique_ptr<SessionRig> m_rig;
    TokenServer m_server;
};

MINTMARK_TEST(tst_manyprofiles, TestManyProfiles)
#include "tst_manyprofiles.moc"
