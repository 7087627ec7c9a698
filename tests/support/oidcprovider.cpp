// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "support/oidcprovider.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>

namespace mintmark::test {

using namespace Qt::StringLiterals;

OidcProvider::OidcProvider(const QByteArray &secret)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"MINTMARK_TEST_SECRET"_s, QString::fromUtf8(secret));
    m_process.setProcessEnvironment(environment);
    m_process.start(u"node"_s, { QStringLiteral(MINTMARK_TEST_SERVERS "/oidc.mjs") });
}

OidcProvider::~OidcProvider()
{
    m_process.closeWriteChannel(); // the server ends with its stdin
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished(10'000);
}

bool OidcProvider::waitUntilReady(int timeoutMs)
{
    const QJsonObject ready =
        QJsonDocument::fromJson(nextLine(timeoutMs)).object().value("ready"_L1).toObject();
    const QJsonObject clients = ready.value("clients"_L1).toObject();
    issuer = ready.value("issuer"_L1).toString();
    tokenEndpoint = ready.value("tokenEndpoint"_L1).toString();
    jwksUri = ready.value("jwksUri"_L1).toString();
    audience = ready.value("audience"_L1).toString();
    basicClient = clients.value("basic"_L1).toString();
    postClient = clients.value("post"_L1).toString();
    oddClient = clients.value("odd"_L1).toString();
    const QJsonObject keys = ready.value("privateKeys"_L1).toObject();
    for (auto key = keys.begin(); key != keys.end(); ++key)
        privateKeys.insert(key.key(), key.value().toString().toLatin1());
    return !tokenEndpoint.isEmpty();
}

QByteArray OidcProvider::whatItSaid()
{
    return m_process.errorString().toUtf8() + '\n' + m_process.readAllStandardError();
}

int OidcProvider::nextPost(int timeoutMs)
{
    const QJsonObject line = QJsonDocument::fromJson(nextLine(timeoutMs)).object();
    return line.value("post"_L1).toObject().value("status"_L1).toInt();
}

int OidcProvider::furtherPosts()
{
    m_process.write("\n"); // answered with "seen", after all posts
    int posts = 0;
    for (QByteArray line = nextLine(10'000); !line.isEmpty(); line = nextLine(10'000)) {
        if (line.contains("\"seen\""))
            return posts;
        posts += line.contains("\"post\"") ? 1 : 0;
    }
    return -1;
}

QByteArray OidcProvider::nextLine(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return {};
    }
    return m_process.readLine();
}

} // namespace mintmark::test
