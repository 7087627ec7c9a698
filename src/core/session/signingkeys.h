// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/signatureverifier.h"
#include "oauth/httpexchange.h"

#include <QObject>
#include <QUuid>

#include <memory>
#include <optional>
#include <tuple>

namespace mintmark {

class Clock;
class ProfileStore;
class ProgramNetwork;
struct Profile;

/// Where the keys of a profile come from: its JWKS address, else its issuer's metadata. Never from a
/// token.
struct KeySource
{
    QString issuer;
    QString jwksUri;
    NetworkSettings network; ///< the profile's own; no client certificate is shown for public keys
    /// The profile whose item has the password of its proxy; null: none is needed.
    QUuid proxyLogin {};

    static KeySource of(const Profile &profile);
    /// Nobody said where keys are, so none are asked for.
    bool isEmpty() const { return issuer.isEmpty() && jwksUri.isEmpty(); }
    friend bool operator==(const KeySource &, const KeySource &) = default;
    friend bool operator<(const KeySource &a, const KeySource &b)
    {
        return std::tie(a.issuer, a.jwksUri, a.network, a.proxyLogin)
            < std::tie(b.issuer, b.jwksUri, b.network, b.proxyLogin);
    }
};

/// What came of checking a signature, for a SessionState.
struct SignatureFinding
{
    SignatureStatus status = SignatureStatus::NotChecked;
    QString keyId;  ///< kid, or thumbprint, of the key that decided
    QString reason; ///< why it could not be checked, one translated sentence; else empty
    friend bool operator==(const SignatureFinding &, const SignatureFinding &) = default;
};

/// The published keys of issuers, in memory for a day. They are fetched for a token that they could
/// verify, and once more for one that those in memory do not verify: keys are rotated, and a kid may
/// be new (at most every 60 s). Nothing is repeated by itself, and no failure is more than a reason.
class SigningKeys : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 refetchMs = 60'000;
    static constexpr qint64 keptMs = 24 * 3'600'000;

    /// `network`: the program's settings, `profiles`: where a profile's proxy password is; null for
    /// none. Both are asked before a fetch that needs them; what they do not give is left out.
    SigningKeys(const Clock &clock, ExchangeLimits limits, ProgramNetwork *network = nullptr,
                ProfileStore *profiles = nullptr, QObject *parent = nullptr);
    ~SigningKeys() override;

    /// Checks `token` with the keys of `source`, which is not empty. The finding, when the keys in
    /// memory or the token itself decide; else nothing, and checked() follows. `who` is told of the
    /// exchanges.
    std::optional<SignatureFinding> check(const QUuid &who, std::shared_ptr<const Token> token,
                                          const KeySource &source);
    /// Who waits is not told any more; a fetch nobody waits for ends.
    void drop(const QUuid &who);

Q_SIGNALS:
    void recorded(const QUuid &who, const mintmark::ExchangeRecord &record);
    void checked(const QUuid &who, const std::shared_ptr<const mintmark::Token> &token,
                 const mintmark::SignatureFinding &finding);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// What is said until the keys are there.
QString fetchingKeysSentence();
/// Why there are no keys, in one translated sentence; safe to show.
QString withoutKeysSentence(const Error &error);

} // namespace mintmark
