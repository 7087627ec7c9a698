// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/rowstate.h"

#include "oauth/parameters.h"
#include "oauth/provider.h"
#include "session/expiry.h"

namespace mintmark {

RowState rowState(const SessionState &state, bool hasDraft, qint64 nowMs)
{
    RowState row;
    row.running = state.isRunning();
    row.draft = hasDraft;
    if (state.profile) {
        const bool hasSecret = state.profile->secretSummary.characters > 0;
        row.noSecret = missingField(providerById(state.profile->provider), state.profile->client,
                                    hasSecret)
            == parameter::clientSecret;
    }
    if (state.tokenSet && state.token)
        row.lifetimeMs = expiryOf(*state.tokenSet, *state.token, nowMs).lifetimeMs;
    return row;
}

} // namespace mintmark
