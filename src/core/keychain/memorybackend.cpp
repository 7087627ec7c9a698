// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/memorybackend.h"

#include "base/directjob.h"

namespace mintmark {

using namespace Qt::StringLiterals;

std::unique_ptr<ResultJob<SecretBytes>> MemoryBackend::read(const QString &key)
{
    return makeDirectJob<SecretBytes>([this, key]() -> Result<SecretBytes> {
        const auto item = m_items.find(key);
        if (item == m_items.end())
            return keychainError(KeychainState::NotFound);
        return item->second.value.clone();
    });
}

std::unique_ptr<ResultJob<bool>> MemoryBackend::write(const QString &key, const QString &label,
                                                      SecretBytes value)
{
    return makeDirectJob<bool>([this, key, item = Item { label, std::move(value) }]() mutable {
        m_items.insert_or_assign(key, std::move(item));
        return Result<bool>(true);
    });
}

std::unique_ptr<ResultJob<bool>> MemoryBackend::remove(const QString &key)
{
    return makeDirectJob<bool>([this, key] {
        m_items.erase(key);
        return Result<bool>(true);
    });
}

std::unique_ptr<ResultJob<KeychainStatus>> MemoryBackend::probe()
{
    return makeDirectJob<KeychainStatus>([] {
        return Result<KeychainStatus>({ KeychainState::Ok, u"memory"_s });
    });
}

std::unique_ptr<ResultJob<KeychainStatus>> MemoryBackend::unlock()
{
    return probe();
}

std::unique_ptr<ResultJob<QList<KeychainItem>>> MemoryBackend::list()
{
    return makeDirectJob<QList<KeychainItem>>([this] {
        QList<KeychainItem> items;
        for (const auto &[key, item] : m_items)
            items << KeychainItem { key, item.label };
        return Result<QList<KeychainItem>>(items);
    });
}

} // namespace mintmark
