// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/loopbackserver.h"

#include "jose/signer.h"

#include <QHash>

#include <optional>

namespace mintmark {

struct DemoParameters;

/// What the demo's authorization server answers, without sockets and clocks: a function of the
/// request, the time and the tokens given out before.
///
/// Every client id is known, and its secret is "demo-secret-for-" and the id. /oauth/token gives
/// JWTs (RFC 9068) for 8 h, /short/token for 90 s, /other/token for another audience than asked;
/// /opaque/token gives tokens that only introspection (RFC 7662) can read. GET with a live token
/// renews it.
class DemoAnswers
{
public:
    DemoAnswers(SigningKey key, QByteArray issuer);

    ServedAnswer answer(const ServedRequest &request, qint64 nowMs);
    /// POSTs to token endpoints and renewal GETs so far.
    int tokenRequests() const { return m_tokenRequests; }

private:
    struct Endpoint;
    struct Grant; ///< what a token was given for
    static const Endpoint endpoints[];

    ServedAnswer token(const Endpoint &endpoint, const ServedRequest &request, qint64 nowMs);
    ServedAnswer issue(const Endpoint &endpoint, const Grant &grant, qint64 nowMs);
    ServedAnswer renew(const Endpoint &endpoint, const ServedRequest &request, qint64 nowMs);
    ServedAnswer introspect(const ServedRequest &request, qint64 nowMs) const;
    ServedAnswer revoke(const ServedRequest &request);
    ServedAnswer payments(const ServedRequest &request, qint64 nowMs) const;
    ServedAnswer metadata() const;

    QByteArray claims(const Grant &grant) const;
    const Grant *liveGrant(const QByteArray &token, qint64 nowMs) const;
    /// Nothing when the client is who it says.
    std::optional<ServedAnswer> refusal(const DemoParameters &parameters) const;
    QByteArray defaultAudience() const { return m_issuer + "/api"; }

    SigningKey m_key;
    QByteArray m_issuer;
    QHash<QByteArray, Grant> m_grants; ///< by token; the expired ones go
    int m_tokenRequests = 0;
};

struct DemoAnswers::Grant
{
    QByteArray clientId;
    QByteArray audience;
    QByteArray asked; ///< the audience that was asked for
    QByteArray scope;
    QByteArray id;
    qint64 issuedS = 0;
    qint64 expiresS = 0;
};

} // namespace mintmark
