// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "base/clock.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace mintmark::test {

using namespace Qt::StringLiterals;

Fetched fetched(Result<TokenRequest> request, ExchangeLimits limits, NetworkSecrets secrets)
{
    if (!request)
        return { request.error(), {}, 0 };
    const SystemClock clock;
    NetworkAccess access { request->configuration().network, std::move(secrets), {} };
    TokenJob job(std::move(request).value(), std::move(access), limits, clock);
    QSignalSpy finished(&job, &Job::finished);
    QElapsedTimer timer;
    timer.start();
    job.start();
    if (!finished.wait(30'000))
        return { Error { ErrorCode::Internal, {}, u"the job did not finish"_s }, {}, 0 };
    return { job.takeResult(), job.record(), timer.elapsed() };
}

ClientConfiguration sageLike(const QString &endpoint)
{
    ClientConfiguration configuration;
    configuration.tokenEndpoint = endpoint;
    configuration.grantType = u"client_credential"_s;
    configuration.clientId = u"acme-payments"_s;
    configuration.audience = u"s200ukipd/sage200"_s;
    return configuration;
}

ClientCredentials withSecret(const QString &secret)
{
    ClientCredentials credentials;
    credentials.clientSecret = SecretBytes::fromString(secret);
    return credentials;
}

ServedAnswer jsonAnswer(int status, const QByteArray &json)
{
    ServedAnswer answer;
    answer.status = status;
    answer.body = json;
    return answer;
}

ServedAnswer tokenAnswer()
{
    return jsonAnswer(
        200, R"({"access_token":"opaque-token-1","token_type":"Bearer","expires_in":28800})");
}

FixedServer::FixedServer(ServedAnswer fixed, const QSslConfiguration *tls)
    : answer(std::move(fixed)),
      server([this](const ServedRequest &) { return answer; }),
      m_scheme(tls ? u"https"_s : u"http"_s)
{
    if (!(tls ? server.listenTls(*tls) : server.listen()))
        qFatal("no loopback port");
}

QString FixedServer::address(const QString &host) const
{
    return u"%1://%2:%3/oauth/token"_s.arg(m_scheme, host).arg(server.port());
}

TestAuthority::TestAuthority()
    : root(TestCertificate::authority(u"Mintmark test root"_s)),
      intermediate(root.issueAuthority(u"Mintmark test intermediate"_s)),
      m_good(intermediate.issue({}).configuration({ intermediate }))
{
    if (!m_file.open() || m_file.write(root.pem()) < 0 || !m_file.flush())
        qFatal("no temporary file");
}

OpenSslServer::OpenSslServer(const TestCertificate &certificate, const QStringList &options, quint16 port)
{
    if (!m_identity.open() || m_identity.write(certificate.pem() + certificate.keyPem()) < 0
        || !m_identity.flush())
        qFatal("no temporary file");
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"openssl"_s, QStringList { u"s_server"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port), u"-cert"_s,
                                                m_identity.fileName(), u"-key"_s, m_identity.fileName() }
                                      + options);
    const QByteArray accepts = "ACCEPT"; // and the address, when the port was free to choose
    while (!m_said.contains(accepts) || !m_said.endsWith('\n')) {
        if (!m_process.waitForReadyRead(10'000))
            qFatal("openssl s_server does not listen: %s", m_said.constData());
        m_said += m_process.readAll();
    }
    m_port = port > 0 ? port : m_said.trimmed().split(':').last().toInt();
}

OpenSslServer::~OpenSslServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray OpenSslServer::heard()
{
    m_process.waitForReadyRead(1);
    m_said += m_process.readAll();
    return m_said;
}

} // namespace mintmark::test
