// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profilestore_p.h"

namespace mintmark {

/// Hands the result of a step to a member of the job; the step ends with the job.
template <class Step, class Self, class Answered>
void await(std::unique_ptr<Step> step, Self *self, QPointer<Job> &current, Answered answered)
{
    current = runJob(std::move(step), self,
                     [self, answered](auto result) { (self->*answered)(std::move(result)); });
}

class ProfileStore::LoadJob final : public ResultJob<LoadedProfile>
{
public:
    LoadJob(Private &store, const ProfileId &id) : m_store(store), m_id(id) { }

protected:
    void run() override;
    void stop() override { delete m_step; }

private:
    void onRead(Result<SecretBytes> item);

    Private &m_store;
    const ProfileId m_id;
    ProfileListing m_listing;
    QPointer<Job> m_step;
};

/// Read the former item, write and read back the new one, publish the listing; and when that fails,
/// put the former item back.
class ProfileStore::SaveJob final : public ResultJob<ProfileListing>
{
public:
    SaveJob(Private &store, LoadedProfile wanted, Keep keep);

protected:
    void run() override;
    void stop() override { delete m_step; }

private:
    std::optional<Error> fault() const;
    void onFormerRead(Result<SecretBytes> item);
    void compareWith(const LoadedProfile &former);
    void keepFormerSecret(const LoadedProfile &former);
    void writeAnew();
    void write();
    void onWritten(const Result<bool> &written);
    void publish();
    void rollBack(const Error &error);
    void onRolledBack(const Result<bool> &);

    Keychain &target() const { return m_store.source(listing().inMemory); }
    const ProfileListing &listing() const { return m_wanted.profile.listing; }
    ProfileListing &listing() { return m_wanted.profile.listing; }
    QString key() const { return profileKey(listing().id); }

    Private &m_store;
    LoadedProfile m_wanted;
    SecretBytes m_formerItem;    ///< in the same source; empty: there was none
    bool m_leavesMemory = false; ///< it was kept for the session and goes to the keychain now
    std::optional<Error> m_error;
    QPointer<Job> m_step;
};

class ProfileStore::RemoveJob final : public ResultJob<bool>
{
public:
    RemoveJob(Private &store, const QList<ProfileId> &ids) : m_store(store), m_ids(ids) { }

protected:
    void run() override { next(); }
    void stop() override { delete m_step; }

private:
    void next();
    void onRemoved(const Result<bool> &removed);

    Private &m_store;
    QList<ProfileId> m_ids; ///< those still to do
    QPointer<Job> m_step;
};

class ProfileStore::RecoverJob final : public ResultJob<QList<ProfileListing>>
{
public:
    explicit RecoverJob(Private &store) : m_store(store) { }

protected:
    void run() override;
    void stop() override { delete m_step; }

private:
    void onListed(Result<QList<KeychainItem>> items);
    void next();
    void onRead(Result<SecretBytes> item);
    void publish();

    Private &m_store;
    QStringList m_keys; ///< those still to read
    QList<ProfileListing> m_found;
    QPointer<Job> m_step;
};

} // namespace mintmark
