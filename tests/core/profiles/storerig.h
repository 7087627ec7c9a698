// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychain/keychain.h"
#include "keychain/memorybackend.h"
#include "profiles/profilestore.h"
#include "support/fakeclock.h"
#include "support/fakekeychainbackend.h"
#include "support/resultof.h"

namespace mintmark::test {

/// A store over a faulty keychain and a real file. Two rigs on one file are two processes.
struct StoreRig
{
    using Keep = ProfileStore::Keep;

    explicit StoreRig(const QString &file, qint64 keychainMs = 20'000)
        : index(file), limits { keychainMs, keychainMs, keychainMs }
    {
        if (!store.open().ok())
            qFatal("index unreadable");
    }

    FakeKeychainSystem system;
    FakeClock clock;
    ProfileIndex index;
    KeychainLimits limits;
    Keychain keychain { std::make_unique<FakeKeychainBackend>(system), limits };
    Keychain memory { std::make_unique<MemoryBackend>(), limits };
    ProfileStore store { index, keychain, memory, clock };

    Result<ProfileListing> save(const LoadedProfile &loaded, Keep keep = Keep::InKeychain)
    {
        return resultOf(store.save(loaded.profile, loaded.secrets.clone(), keep));
    }
    Result<LoadedProfile> load(const ProfileId &id) { return resultOf(store.load(id)); }
    QList<ProfileListing> onDisk() const { return index.read()->listings; }
    QByteArray item(const ProfileId &id) const { return system.value(profileKey(id)); }
};

inline LoadedProfile acmeProfile(const QString &name = QStringLiteral("Payments Out"),
                                 const char *secret = "s3cret")
{
    LoadedProfile loaded;
    loaded.profile.listing.customer = QStringLiteral("Acme");
    loaded.profile.listing.name = name;
    loaded.profile.listing.environment = Environment::Sandbox;
    loaded.profile.client.clientId = QStringLiteral("id");
    loaded.secrets.client.clientSecret = SecretBytes(QByteArrayView(secret));
    return loaded;
}

} // namespace mintmark::test
