// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychainbackend.h"

#include <map>

namespace mintmark {

/// Items in memory until the program ends: the demo, "keep for this session", and tests. Its
/// status is Ok with the service name "memory".
class MemoryBackend final : public KeychainBackend
{
public:
    std::unique_ptr<ResultJob<SecretBytes>> read(const QString &key) override;
    std::unique_ptr<ResultJob<bool>> write(const QString &key, const QString &label,
                                           SecretBytes value) override;
    std::unique_ptr<ResultJob<bool>> remove(const QString &key) override;
    std::unique_ptr<ResultJob<KeychainStatus>> probe() override;
    std::unique_ptr<ResultJob<KeychainStatus>> unlock() override;
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list() override;
    qsizetype sizeLimit() const override { return 0; }

private:
    struct Item
    {
        QString label;
        SecretBytes value;
    };
    std::map<QString, Item> m_items;
};

} // namespace mintmark
