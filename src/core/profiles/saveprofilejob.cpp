// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profilename.h"
#include "profiles/profilestorejobs.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 formerSecretKeptMs = 7 * dayMs;

/// The item is JSON, which holds Unicode only; other bytes would come back as something else.
bool isUtf8(const SecretBytes &secret)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(secret.view());
    const bool valid = !decoder.hasError();
    wipe(text);
    return valid;
}

bool isStorable(const ProfileSecrets &secrets)
{
    const auto values = [](const std::map<QString, SecretBytes> &map) {
        return std::ranges::all_of(map, [](const auto &entry) { return isUtf8(entry.second); });
    };
    return isUtf8(secrets.client.clientSecret) && isUtf8(secrets.client.privateKey)
        && isUtf8(secrets.previousSecret)
        && values(secrets.client.parameters) && values(secrets.client.headers);
}

Error invalid(const char *field, const char *detail)
{
    return { ErrorCode::ProfileInvalid,
             { { u"field"_s, QCoreApplication::translate("ProfileStore", field) },
               { u"detail"_s, QCoreApplication::translate("ProfileStore", detail) } },
             {} };
}

QString itemLabel(const ProfileListing &listing)
{
    const QString environment = environmentName(listing.environment);
    const QString name = displayName(listing);
    return environment.isEmpty() ? name : name + u" ["_s + environment + u']';
}

} // namespace

ProfileStore::SaveJob::SaveJob(Private &store, LoadedProfile wanted, Keep keep)
    : m_store(store), m_wanted(std::move(wanted))
{
    listing().inMemory = keep == Keep::ForSession;
}

std::optional<Error> ProfileStore::SaveJob::fault() const
{
    if (m_wanted.profile.readOnly)
        return withName({ ErrorCode::ProfileTooNew, {}, {} }, listing());
    if (!listing().inMemory && m_store.readOnly)
        return Error { ErrorCode::IndexReadOnly, { { u"file"_s, m_store.index.file() } }, {} };
    if (listing().name.trimmed().isEmpty())
        return invalid(QT_TRANSLATE_NOOP("ProfileStore", "name"),
                       QT_TRANSLATE_NOOP("ProfileStore", "It is empty."));
    if (!isStorable(m_wanted.secrets))
        return invalid(QT_TRANSLATE_NOOP("ProfileStore", "client secret"),
                       QT_TRANSLATE_NOOP("ProfileStore", "It is not text in UTF-8."));
    if (const ProfileListing *rival = findRival(m_store.table.live(), listing()))
        return profileExists(*rival);
    return {};
}

void ProfileStore::SaveJob::run()
{
    if (const std::optional<Error> error = fault())
        return finish(*error);
    listing().deletedAtMs = {};
    const ProfileListing *known = m_store.table.find(listing().id);
    listing().requestRevision = known == nullptr ? 0 : known->requestRevision;
    if (listing().id.isNull())
        listing().id = QUuid::createUuid();
    m_leavesMemory = !listing().inMemory && ListingTable::has(m_store.table.memory(), listing().id);
    const bool isThere = ListingTable::has(
        listing().inMemory ? m_store.table.memory() : m_store.table.disk(), listing().id);
    if (isThere)
        return await(target().read(key()), this, m_step, &SaveJob::onFormerRead);
    writeAnew();
}

/// There is nothing to compare with: new, from the other source, or gone and entered again.
void ProfileStore::SaveJob::writeAnew()
{
    ++listing().requestRevision;
    ++m_wanted.profile.revision;
    m_wanted.profile.secretSavedAtMs = m_store.clock.nowMs();
    write();
}

void ProfileStore::SaveJob::onFormerRead(Result<SecretBytes> item)
{
    const ErrorCode code = item.ok() ? ErrorCode::Internal : item.error().code;
    if (!item.ok() && code != ErrorCode::KeychainNotFound && code != ErrorCode::KeychainCorrupt)
        return finish(withName(item.error(), listing()));
    const Result<LoadedProfile> former =
        item.ok() ? fromKeychainItem(*item, listing()) : Result<LoadedProfile>(item.error());
    if (former.ok() && former->profile.readOnly)
        return finish(withName({ ErrorCode::ProfileTooNew, {}, {} }, listing()));
    if (!former.ok() && former.error().code == ErrorCode::ProfileTooNew)
        return finish(former.error());
    if (former.ok() && former->profile.revision > m_wanted.profile.revision)
        return finish(withName({ ErrorCode::ProfileChanged, {}, {} }, listing()));
    if (item.ok())
        m_formerItem = item->clone();
    if (!former.ok())
        return writeAnew();
    compareWith(*former);
    write();
}

void ProfileStore::SaveJob::compareWith(const LoadedProfile &former)
{
    m_wanted.profile.revision = former.profile.revision + 1;
    listing().requestRevision =
        former.profile.listing.requestRevision + (sameRequest(m_wanted, former) ? 0 : 1);
    const ClientCredentials &now = m_wanted.secrets.client;
    const ClientCredentials &then = former.secrets.client;
    const bool isSame = now.clientSecret == then.clientSecret && now.privateKey == then.privateKey;
    m_wanted.profile.secretSavedAtMs =
        isSame ? former.profile.secretSavedAtMs : m_store.clock.nowMs();
    if (!(now.clientSecret == then.clientSecret))
        keepFormerSecret(former);
    const qint64 nowMs = m_store.clock.nowMs();
    if (m_wanted.secrets.previousKeptUntilMs.value_or(nowMs) <= nowMs) {
        m_wanted.secrets.previousSecret = {};
        m_wanted.secrets.previousKeptUntilMs = {};
    }
}

void ProfileStore::SaveJob::keepFormerSecret(const LoadedProfile &former)
{
    if (former.secrets.client.clientSecret.isEmpty())
        return;
    m_wanted.secrets.previousSecret = former.secrets.client.clientSecret.clone();
    m_wanted.secrets.previousKeptUntilMs = m_store.clock.nowMs() + formerSecretKeptMs;
}

void ProfileStore::SaveJob::write()
{
    const ClientCredentials &credentials = m_wanted.secrets.client;
    if (credentials.clientSecret.isEmpty() && credentials.privateKey.isEmpty())
        m_wanted.profile.secretSavedAtMs = {};
    if (!listing().inMemory)
        m_store.unconfirmed.insert(key(), listing());
    await(target().write(key(), itemLabel(listing()),
                         toKeychainItem(m_wanted.profile, m_wanted.secrets)),
          this, m_step, &SaveJob::onWritten);
}

void ProfileStore::SaveJob::onWritten(const Result<bool> &written)
{
    // Busy is no answer: it may come later, see Keychain::lateNews.
    if (written.ok() || written.error().code != ErrorCode::KeychainBusy)
        m_store.unconfirmed.remove(key());
    if (!written.ok())
        return finish(withName(written.error(), listing()));
    publish();
}

void ProfileStore::SaveJob::publish()
{
    const Result<void> published = m_store.publish(listing());
    if (!published.ok())
        return rollBack(published.error());
    if (m_leavesMemory)
        m_store.forgetInMemory(listing().id);
    Q_EMIT m_store.q->saved(m_wanted.profile);
    finish(*m_store.q->listing(listing().id));
}

void ProfileStore::SaveJob::rollBack(const Error &error)
{
    m_error = error;
    if (m_formerItem.isEmpty())
        await(target().remove(key()), this, m_step, &SaveJob::onRolledBack);
    else
        await(target().write(key(), itemLabel(listing()), std::move(m_formerItem)), this, m_step,
              &SaveJob::onRolledBack);
}

void ProfileStore::SaveJob::onRolledBack(const Result<bool> &)
{
    finish(*m_error);
}

} // namespace mintmark
