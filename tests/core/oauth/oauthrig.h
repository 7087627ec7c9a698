// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/loopbackserver.h"
#include "oauth/tokenjob.h"
#include "support/testcertificates.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

#include <memory>

namespace mintmark::test {

/// What is searched for in everything that people may read. It has characters that each encoding
/// spells in its own way.
inline const QString canary = QStringLiteral("Cq7/canary+Zx93 =\"\u00fc%41\\&<Qx9A");

/// What a fetch came to.
struct Fetched
{
    Result<TokenResponse> result { Error {} };
    ExchangeRecord record;
    qint64 tookMs = 0;

    /// Nothing: it went well.
    std::optional<ErrorCode> code() const
    {
        return result ? std::nullopt : std::optional(result.error().code);
    }
    Error error() const { return result ? Error {} : result.error(); }
};

/// Runs a TokenJob to its end. Nothing hangs in most tests, so the deadline is a patient one.
Fetched fetched(Result<TokenRequest> request, ExchangeLimits limits = { 20'000, 1024 * 1024 },
                NetworkSecrets secrets = {});

/// A token request as Sage's guide has it, to `endpoint`.
ClientConfiguration sageLike(const QString &endpoint);
ClientCredentials withSecret(const QString &secret = canary);

/// A whole answer with a token, and one that refuses.
ServedAnswer tokenAnswer();
ServedAnswer jsonAnswer(int status, const QByteArray &json);

/// A server that always gives the same answer, over http or https.
class FixedServer
{
public:
    /// `tls` makes it an https server.
    explicit FixedServer(ServedAnswer answer, const QSslConfiguration *tls = nullptr);

    /// "http://127.0.0.1:40001/oauth/token"
    QString address(const QString &host = QStringLiteral("127.0.0.1")) const;

    ServedAnswer answer;
    LoopbackServer server;

private:
    QString m_scheme;
};

/// A root, an intermediate that is sent along, and a good certificate for loopback.
class TestAuthority
{
public:
    TestAuthority();

    const QSslConfiguration &good() const { return m_good; }
    /// A PEM file with the root.
    QString caFile() const { return m_file.fileName(); }
    /// What trusts it and nobody else.
    NetworkAccess access() const
    {
        NetworkAccess access;
        access.settings.caFile = caFile();
        return access;
    }

    TestCertificate root;
    TestCertificate intermediate;

private:
    QSslConfiguration m_good;
    QTemporaryFile m_file;
};

/// OpenSSL's own server, for what Qt's refuses to be: it speaks TLS, and no HTTP.
class OpenSslServer
{
public:
    /// `port` 0: a free one. `options` are those of openssl-s_server(1).
    OpenSslServer(const TestCertificate &certificate, const QStringList &options, quint16 port = 0);
    ~OpenSslServer();

    QString address() const { return QStringLiteral("https://127.0.0.1:%1/oauth/token").arg(m_port); }
    /// What it wrote, and that is what it was sent.
    QByteArray heard();

private:
    QTemporaryFile m_identity;
    QProcess m_process;
    QByteArray m_said;
    int m_port = 0;
};

} // namespace mintmark::test

/// Failures name the code by its number in error.h.
template <> inline char *QTest::toString(const std::optional<mintmark::ErrorCode> &code)
{
    return qstrdup(code ? QByteArray::number(static_cast<int>(*code)).constData() : "none");
}
