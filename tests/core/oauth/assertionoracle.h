// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace mintmark::test {

/// tests/servers/assertion-oracle.mjs in a process of its own.
class AssertionOracle
{
public:
    struct Key
    {
        QString algorithm;
        QByteArray pem; ///< PKCS#8
        QJsonObject jwk;
        QJsonObject publicJwk;
        QByteArray jwkText() const { return QJsonDocument(jwk).toJson(); }
    };

    /// False when it did not start.
    bool start()
    {
        m_process.start(QStringLiteral("node"),
                        { QStringLiteral(MINTMARK_TEST_SERVERS "/assertion-oracle.mjs") });
        for (;;) {
            const QJsonObject line = nextLine();
            if (line.isEmpty() || line.contains(QLatin1String("ready")))
                return !line.isEmpty();
            keys << Key { line[QLatin1String("alg")].toString(),
                          line[QLatin1String("pem")].toString().toLatin1(),
                          line[QLatin1String("jwk")].toObject(),
                          line[QLatin1String("publicJwk")].toObject() };
        }
    }
    ~AssertionOracle()
    {
        m_process.closeWriteChannel(); // it ends with its stdin
        m_process.waitForFinished(10'000);
    }

    /// {"header", "claims"} of a good token, else {"error"}.
    QJsonObject judge(const QJsonObject &question)
    {
        m_process.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
        return nextLine();
    }

    QList<Key> keys;

private:
    QJsonObject nextLine()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60'000))
                return {};
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    QProcess m_process;
};

} // namespace mintmark::test
