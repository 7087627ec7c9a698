// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QString>

namespace mintmark::test {

/// A certified authorization server by others, tests/servers/oidc.mjs, in a process of its own; it
/// ends with this object.
class OidcProvider
{
public:
    /// `secret` is the client secret of all clients.
    explicit OidcProvider(const QByteArray &secret);
    ~OidcProvider();
    Q_DISABLE_COPY_MOVE(OidcProvider)

    /// False when it did not start; whatItSaid() tells why.
    bool waitUntilReady(int timeoutMs = 60'000);
    QByteArray whatItSaid();

    QString issuer; ///< known once it is ready, like the others
    QString tokenEndpoint;
    QString jwksUri;
    QString audience;
    QString basicClient; ///< client id for client_secret_basic
    QString postClient;  ///< client id for client_secret_post
    QString oddClient;   ///< for client_secret_basic, with characters that need encoding
    /// PKCS#8 by algorithm, of the clients "mintmark-RS256" … for private_key_jwt. Those for
    /// client_secret_jwt are "mintmark-HS256" … and have the secret of all.
    QMap<QString, QByteArray> privateKeys;

    /// Waits for the next line about a POST to the token endpoint; its status, 0: none came.
    int nextPost(int timeoutMs = 10'000);
    /// Posts answered meanwhile and not yet asked for; -1: the server does not say.
    int furtherPosts();

private:
    QByteArray nextLine(int timeoutMs);

    QProcess m_process;
};

} // namespace mintmark::test
