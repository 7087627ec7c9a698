// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "jose/signaturestatus.h"
#include "jose/token.h"
#include "oauth/exchangerecord.h"
#include "profiles/profile.h"
#include "profiles/requestchange.h"
#include "session/tokenset.h"

#include <QList>

#include <memory>
#include <optional>

namespace mintmark {

/// What is known of one profile's token, for window and command line.
struct SessionState
{
    enum class Step { Idle, ReadingProfile, ReadingCache, Fetching, Renewing };
    Step step = Step::Idle;
    std::optional<qint64> startedAtMs; ///< wall clock, while a request runs
    std::optional<Profile> profile;    ///< as last loaded, without secrets
    std::optional<TokenSet> tokenSet;
    std::shared_ptr<const Token> token; ///< parsed from tokenSet
    std::optional<Error> lastError;     ///< of the last fetch or read; cleared by the next
    QList<ExchangeRecord> records;      ///< newest first, this process only, no secrets
    SignatureStatus signature = SignatureStatus::NotChecked;
    QString signatureKeyId;  ///< kid or thumbprint of the key that decided; empty: none did
    QString signatureReason; ///< why it is not checked, one translated sentence, or empty

    bool isRunning() const { return step == Step::Fetching || step == Step::Renewing; }
    /// Parses it too. Null: no token any more. The same set again keeps the signature status.
    void setTokenSet(const std::optional<TokenSet> &set);
    /// What came of checking the token's signature.
    void setSignature(SignatureStatus status, const QString &keyId = {},
                      const QString &reason = {});
    /// Newest first, the oldest beyond 50 go.
    void addRecord(const ExchangeRecord &record);
};

/// What can be said of a signature when there are no keys: unsecured, or not checked.
SignatureStatus signatureStatusWithoutKeys(const Token &token);

/// What a caller wants of TokenSession::token().
struct TokenDemand
{
    enum class Mode {
        CachedOrNew, ///< a cached one that is good enough, else the profile's way to a new one
        Renew,       ///< the profile's renewal policy; GET falls back to the POST once
        New,         ///< the POST, whatever is cached
    };
    Mode mode = Mode::CachedOrNew;
    /// Seconds a cached token must have left, exactly; nullopt: the profile's, at most 20 % of the
    /// lifetime.
    std::optional<int> minValidS;
    /// Asked otherwise than the profile says, this once ("Try client_credentials"); saved by the
    /// caller only after success.
    RequestChange change;
};

} // namespace mintmark
