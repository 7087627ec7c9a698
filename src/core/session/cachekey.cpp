// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/cachekey.h"

#include "keychain/keychain.h"
#include "session/sealing.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

QString cacheKeyName()
{
    return u"mintmark/v1/cache-key"_s;
}

} // namespace

CacheKey::CacheKey(Keychain &keychain, QObject *parent) : QObject(parent), m_keychain(keychain) { }

void CacheKey::ask(Want want)
{
    m_mayCreate = m_mayCreate || want == Want::ExistingOrNew;
    if (m_running)
        return;
    if (m_key)
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT settled(); }, Qt::QueuedConnection);
    else
        read();
}

void CacheKey::read()
{
    m_running = runJob(m_keychain.read(cacheKeyName()), this, [this](Result<SecretBytes> item) {
        if (item.ok() && item->size() == sealingKeySize)
            return settle(shareSecret(std::move(item).value()));
        // What has another size is no key of ours; one is made in its place.
        const bool absent = item.ok() || item.error().code == ErrorCode::KeychainNotFound;
        if (absent && m_mayCreate)
            return write();
        settle({});
    });
}

void CacheKey::write()
{
    SecretBytes key = newSealingKey();
    if (key.isEmpty())
        return settle({});
    const SharedSecret made = shareSecret(key.clone());
    const QString label = QCoreApplication::translate("CacheKey", "Mintmark: key of kept tokens");
    m_running =
        runJob(m_keychain.write(cacheKeyName(), label, std::move(key)), this,
               [this, made](const Result<bool> &written) {
                   // Another process may have made one at the same moment: its key is the
                   // one that was read back, and as good as ours.
                   m_mayCreate = false;
                   if (!written.ok() && written.error().code == ErrorCode::KeychainNotStored)
                       return read();
                   settle(written.ok() ? made : SharedSecret());
               });
}

void CacheKey::settle(SharedSecret key)
{
    m_running = nullptr;
    m_mayCreate = false;
    m_key = std::move(key);
    Q_EMIT settled();
}

void CacheKey::forget()
{
    m_key.reset();
    if (!m_running)
        return;
    delete m_running;
    settle({});
}

} // namespace mintmark
