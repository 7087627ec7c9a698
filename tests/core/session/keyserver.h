// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/loopbackserver.h"
#include "jose/signer.h"

#include <QHash>

namespace mintmark::test {

/// An issuer with keys that can be changed, and a count of who asked for what.
class KeyServer
{
public:
    KeyServer()
    {
        if (!m_server.listen())
            qFatal("no port");
        publish({ &key });
        answers["/.well-known/openid-configuration"] = json(
            R"({"issuer":")" + issuer().toUtf8() + R"(","jwks_uri":")" + jwksUri().toUtf8() + R"("})");
    }

    static ServedAnswer json(const QByteArray &body)
    {
        ServedAnswer answer;
        answer.body = body;
        return answer;
    }
    static SigningKey makeKey()
    {
        return std::move(SigningKey::generate(SigningAlgorithm::ES256)).value();
    }

    QString issuer() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()); }
    QString jwksUri() const { return issuer() + QStringLiteral("/jwks"); }

    void publish(const QList<const SigningKey *> &keys)
    {
        QList<QByteArray> published;
        for (const SigningKey *one : keys)
            published << one->publicJwk();
        answers["/jwks"] = json(publicJwkSet(published));
    }
    void failWith(ServedAnswer::Fault fault) { answers["/jwks"].fault = fault; }

    static QByteArray tokenOf(const SigningKey &key, const QByteArray &subject = "1")
    {
        return key.signCompact(key.header(QLatin1StringView("at+jwt")),
                               R"({"exp":1741626724,"sub":")" + subject + R"("})");
    }

    /// "GET /jwks", one for each request.
    QByteArrayList asked() const
    {
        QByteArrayList lines;
        for (const ServedRequest &request : m_server.requests())
            lines << request.method + ' ' + request.target;
        return lines;
    }

    SigningKey key = makeKey();
    QHash<QByteArray, ServedAnswer> answers; ///< by target; 404 for others

private:
    LoopbackServer m_server { [this](const ServedRequest &request) {
        ServedAnswer nothing = json(R"({"error":"not_found"})");
        nothing.status = 404;
        return answers.value(request.target, nothing);
    } };
};

} // namespace mintmark::test
