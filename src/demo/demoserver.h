// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/loopbackserver.h"

#include "jose/signer.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace mintmark {

class Clock;

/// An authorization server on a loopback port of its own, with keys made at start:
/// token endpoint (JSON and form, Basic and body, client_credential and client_credentials), GET
/// renewal, discovery, JWKS, introspection, revocation, a protected API, short- and long-lived and
/// opaque tokens, and endpoints that fail on purpose.
class DemoServer : public QObject
{
    Q_OBJECT
public:
    explicit DemoServer(const Clock &clock, QObject *parent = nullptr);
    ~DemoServer() override;

    /// False when no loopback port could be had.
    bool start();
    QUrl issuer() const;       ///< http://127.0.0.1:port
    int tokenRequests() const; ///< POSTs and renewal GETs seen

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark
