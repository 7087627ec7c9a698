// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"

#include <QList>
#include <QSslCertificate>
#include <QString>

#include <compare>

namespace mintmark {

/// Which way requests leave this computer. Loopback never goes through a proxy.
struct ProxySettings
{
    enum class Kind {
        Inherited, ///< as the program's settings say
        System,    ///< as the desktop or http_proxy, https_proxy and no_proxy say
        None,
        Http, ///< the one named here, always by CONNECT
    };
    Kind kind = Kind::Inherited;
    QString host;
    int port = 8080;
    QString user; ///< empty: no login; the password is in NetworkSecrets
    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
    friend std::weak_ordering operator<=>(const ProxySettings &, const ProxySettings &) = default;
};

/// Where the certificate is that proves the client in the TLS handshake (RFC 8705).
enum class ClientCertificateSource {
    Inherited, ///< the program's settings decide; nothing there: none
    Files,     ///< clientCertificateFile and clientKeyFile, read for each request
    Stored,    ///< NetworkSecrets::clientIdentity
};

/// How a request travels, without a secret: the program has such settings, and each profile. What is
/// as constructed is inherited.
struct NetworkSettings
{
    ProxySettings proxy;
    QString caFile;           ///< PEM; empty: inherited, and in the end the system's
    bool caFileAdded = false; ///< trusted beside the system's certificates instead of in their place
    ClientCertificateSource clientCertificate = ClientCertificateSource::Inherited;
    QString clientCertificateFile; ///< PEM, leaf first, or PKCS#12
    QString clientKeyFile;         ///< PEM; empty: the key is in the certificate's file
    int timeoutSeconds = 0;        ///< for the whole exchange; 0: inherited
    bool allowHttp = false;        ///< http to a host that is not loopback; never inherited

    static constexpr int usualTimeoutSeconds = 30;

    bool isInherited() const { return *this == NetworkSettings(); }
    friend bool operator==(const NetworkSettings &, const NetworkSettings &) = default;
    friend std::weak_ordering operator<=>(const NetworkSettings &, const NetworkSettings &) = default;
};

/// What of them is secret and lies in the keychain.
struct NetworkSecrets
{
    SharedSecret proxyPassword;
    SharedSecret clientIdentity; ///< PEM with certificate and key, or PKCS#12 as it is
    SharedSecret keyPassphrase;  ///< of the key or of the PKCS#12

    friend bool operator==(const NetworkSecrets &a, const NetworkSecrets &b)
    {
        return sameSecret(a.proxyPassword, b.proxyPassword)
            && sameSecret(a.clientIdentity, b.clientIdentity)
            && sameSecret(a.keyPassphrase, b.keyPassphrase);
    }
};

/// What one exchange goes by.
struct NetworkAccess
{
    NetworkSettings settings;
    NetworkSecrets secrets;
    /// Further authorities a person trusts for this host: TrustedAuthorities::forHost().
    QList<QSslCertificate> trusted;

    friend bool operator==(const NetworkAccess &, const NetworkAccess &) = default;
};

/// `own` where it says something, else `program`. A part comes from one of both as a whole: a proxy
/// with its login, a certificate with its key and passphrase.
NetworkAccess merged(const NetworkAccess &program, const NetworkAccess &own);
/// The time limit in milliseconds, the usual one when nothing is said.
qint64 deadlineMs(const NetworkSettings &settings);

} // namespace mintmark
