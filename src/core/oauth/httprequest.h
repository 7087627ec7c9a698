// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace mintmark {

/// A run of bytes that is secret, in HttpRequest::bytes() counting.
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
    HttpRequest() = default;
    HttpRequest(QByteArray method, QUrl url);

    /// Values are validated by the caller (TokenRequest::from): tokens and visible characters only.
    void addHeader(QByteArray name, QByteArray value);
    /// `value` is hidden from `secretFrom` on ("Basic " and "Bearer " stay readable).
    void addSecretHeader(QByteArray name, SecretBytes value, qsizetype secretFrom);
    /// Sets Content-Type and Content-Length too. `secrets` count bytes of `body`.
    void setBody(QByteArray contentType, SecretBytes body, QList<SecretRange> secrets);

    const QByteArray &method() const { return m_method; }
    const QUrl &url() const { return m_url; }
    QString host() const { return m_url.host(); }
    int port() const;
    const SecretBytes &body() const { return m_body; }

    struct Header
    {
        QByteArray name;
        SecretBytes value;
        qsizetype secretFrom = -1; ///< -1: nothing secret in it
    };
    /// In the order they are sent, after Host.
    const std::vector<Header> &headers() const { return m_headers; }

    /// Head and body as they are sent (request line, Host, headers, empty line, body).
    SecretBytes bytes() const;
    /// Number of bytes of bytes().
    qsizetype size() const;
    /// bytes() as text, each secret replaced by "••••••••" (or by placeholder(n), n from 1).
    QString preview() const;

private:
    QByteArray m_method;
    QUrl m_url;
    std::vector<Header> m_headers;
    SecretBytes m_body;
    QList<SecretRange> m_bodySecrets;
};

} // namespace mintmark
