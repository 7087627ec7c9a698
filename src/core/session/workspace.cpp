// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/workspace.h"

#include "keychain/keychainmodule.h"
#include "keychain/memorybackend.h"

#include <QStandardPaths>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

QString ownFolder(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + u"/mintmark"_s;
}

std::unique_ptr<KeychainBackend> backendFor(const WorkspaceOptions &options)
{
    if (options.memoryOnly)
        return std::make_unique<MemoryBackend>();
    return loadedKeychain(keychainModuleFile(), options.keychainLimits.probeMs);
}

} // namespace

WorkspaceOptions WorkspaceOptions::standard()
{
    WorkspaceOptions options;
    options.configFolder = ownFolder(QStandardPaths::GenericConfigLocation);
    options.cacheFolder = ownFolder(QStandardPaths::GenericCacheLocation);
    return options;
}

Workspace::Workspace(WorkspaceOptions options)
    : Workspace(options, std::make_unique<SystemClock>(), backendFor(options))
{ }

Workspace::Workspace(WorkspaceOptions options, std::unique_ptr<Clock> clock,
                     std::unique_ptr<KeychainBackend> backend)
    : m_exchangeLimits(options.exchangeLimits),
      m_clock(std::move(clock)),
      m_ticker(std::make_unique<Ticker>(*m_clock)),
      m_keychain(std::make_unique<Keychain>(std::move(backend), options.keychainLimits)),
      m_memory(
          std::make_unique<Keychain>(std::make_unique<MemoryBackend>(), options.keychainLimits))
{
    const bool onDisk = !options.memoryOnly;
    m_profiles = std::make_unique<ProfileStore>(
        ProfileIndex(onDisk ? options.configFolder + u"/profiles.json"_s : QString()), *m_keychain,
        *m_memory, *m_clock);
    m_cache = std::make_unique<TokenCache>(onDisk ? options.cacheFolder + u"/tokens"_s : QString(),
                                           *m_keychain);
    m_facts = std::make_unique<ProfileFactsCache>(
        onDisk ? options.cacheFolder + u"/profile-facts"_s : QString(), *m_profiles,
        m_cache->key());
    m_network = std::make_unique<ProgramNetwork>(onDisk ? options.configFolder : QString(), *m_keychain,
                                                 *m_clock);
    m_adjustments =
        std::make_unique<PresetAdjustments>(onDisk ? options.configFolder : QString());
    m_session = std::make_unique<TokenSession>(*m_profiles, *m_cache, *m_clock, options.exchangeLimits,
                                               m_network.get());
}

Workspace::~Workspace() = default;

std::unique_ptr<RevokeFlow> Workspace::revoke(const ProfileId &id, SharedSecret token)
{
    const RevokeServices services { *m_profiles, *m_cache,         *m_session,
                                    *m_clock,    m_exchangeLimits, m_network.get() };
    return std::make_unique<RevokeFlow>(services, id, std::move(token));
}

} // namespace mintmark
