// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <vector>

namespace mintmark {

/// A run of bytes that is secret.
struct SecretRange
{
    qsizetype offset = 0;
    qsizetype length = 0;
    friend bool operator==(const SecretRange &, const SecretRange &) = default;
};

/// One HTTP/1.1 request, complete: bytes() is what goes over the socket and preview() the same with
/// its secrets hidden, so the two cannot differ. Move-only: it holds secrets.
class HttpRequest
{
public:
    struct Header
    {
        QByteArray name;
        SecretBytes value;
        qsizetype secretFrom = -1; ///< -1: nothing secret in it
    };

    HttpRequest() = default;
    /// `url` without user info and fragment. Host comes first among the headers, Content-Length last;
    /// a default port is left out of both address and Host.
    HttpRequest(QByteArray method, QUrl url);

    /// Values are validated by the caller (TokenRequest::from): tokens and visible characters only.
    /// A header that is there already is replaced, in its place.
    void addHeader(QByteArray name, QByteArray value);
    /// `value` is hidden from `secretFrom` on ("Basic " and "Bearer " stay readable).
    void addSecretHeader(QByteArray name, SecretBytes value, qsizetype secretFrom);
    bool hasHeader(QByteArrayView name) const; ///< case-insensitive
    /// Sets Content-Type, unless it is there already, and Content-Length. `secrets` count bytes of
    /// `body`, ascending.
    void setBody(QByteArray contentType, SecretBytes body, QList<SecretRange> secrets);
    /// A secret as it is before it was encoded: servers echo that one, and it must be known to be hidden.
    void addPlainSecret(SecretBytes secret) { m_plainSecrets.push_back(std::move(secret)); }

    const QByteArray &method() const { return m_method; }
    const QUrl &url() const { return m_url; }
    QString host() const { return m_url.host(); }
    int port() const;
    QByteArray target() const; ///< path and query, as on the request line
    /// All, in the order they are sent.
    const std::vector<Header> &headers() const { return m_headers; }
    const SecretBytes &body() const { return m_body; }
    const std::vector<SecretBytes> &plainSecrets() const { return m_plainSecrets; }

    /// Head and body as they are sent (request line, headers, empty line, body).
    SecretBytes bytes() const;
    /// Number of bytes of bytes().
    qsizetype size() const;
    /// bytes() as text, each secret replaced by "••••••••".
    QString preview() const;
    /// bytes() as text, each secret replaced by what `shown` makes of it, in order.
    QString text(const std::function<QString(QByteArrayView secret)> &shown) const;

private:
    std::vector<Header>::iterator find(QByteArrayView name);
    void put(Header header);

    QByteArray m_method;
    QUrl m_url;
    std::vector<Header> m_headers;
    SecretBytes m_body;
    QList<SecretRange> m_bodySecrets;
    std::vector<SecretBytes> m_plainSecrets;
};

} // namespace mintmark
