// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"
#include "base/ticker.h"
#include "keychain/keychain.h"
#include "oauth/httpexchange.h"
#include "profiles/profilestore.h"
#include "session/presetadjustments.h"
#include "session/profilefactscache.h"
#include "session/programnetwork.h"
#include "session/revokeflow.h"
#include "session/tokencache.h"
#include "session/tokensession.h"

#include <memory>

namespace mintmark {

/// Where things lie. Defaults: $XDG_CONFIG_HOME/mintmark and $XDG_CACHE_HOME/mintmark.
struct WorkspaceOptions
{
    QString configFolder;
    QString cacheFolder;
    /// Demo: no keychain is touched and nothing is written; profiles come through addMemoryProfile.
    bool memoryOnly = false;
    KeychainLimits keychainLimits;
    ExchangeLimits exchangeLimits;
    static WorkspaceOptions standard();
};

/// Builds and owns all of core, for window and command line alike. No globals: who needs a part
/// gets a reference. Construction touches nothing; profiles().open() reads the index, and says what
/// is wrong with it; the keychain waits for its first use.
class Workspace
{
public:
    explicit Workspace(WorkspaceOptions options);
    /// For tests: own clock and backend.
    Workspace(WorkspaceOptions options, std::unique_ptr<Clock> clock,
              std::unique_ptr<KeychainBackend> backend);
    ~Workspace();

    const Clock &clock() const { return *m_clock; }
    Ticker &ticker() { return *m_ticker; }
    Keychain &keychain() { return *m_keychain; }
    ProfileStore &profiles() { return *m_profiles; }
    TokenSession &session() { return *m_session; }
    TokenCache &cache() { return *m_cache; }
    ProfileFactsCache &profileFacts() { return *m_facts; }
    ProgramNetwork &network() { return *m_network; }
    PresetAdjustments &presetAdjustments() { return *m_adjustments; }
    const ExchangeLimits &exchangeLimits() const { return m_exchangeLimits; }
    /// Start the returned flow; see there for `token`.
    std::unique_ptr<RevokeFlow> revoke(const ProfileId &id, SharedSecret token = {});

private:
    const ExchangeLimits m_exchangeLimits;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Ticker> m_ticker;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<Keychain> m_memory;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<TokenCache> m_cache;
    std::unique_ptr<ProfileFactsCache> m_facts;
    std::unique_ptr<ProgramNetwork> m_network;
    std::unique_ptr<PresetAdjustments> m_adjustments;
    std::unique_ptr<TokenSession> m_session;
};

} // namespace mintmark
