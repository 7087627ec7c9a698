// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/reader.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QUrl>

namespace mintmark::test {

using namespace Qt::StringLiterals;

struct Answer
{
    int status = 0;
    QByteArray body;
    QByteArray challenge;
    JsonDocument json() const { return JsonDocument::parse(body); }
    QString text(QLatin1StringView name) const
    {
        const JsonDocument document = json();
        return document.root().member(name).toString();
    }
};

/// A client made by others: Qt's own, which knows nothing of Mintmark's requests.
class Client
{
public:
    explicit Client(QUrl server) : m_server(std::move(server)) { }

    Answer post(const char *path, const QByteArray &body, const QByteArray &type = form,
                const QByteArray &authorization = {})
    {
        return finished(m_manager.post(request(path, authorization, type), body));
    }
    Answer get(const char *path, const QByteArray &authorization = {})
    {
        return finished(m_manager.get(request(path, authorization)));
    }

    static inline const QByteArray form = "application/x-www-form-urlencoded";

private:
    QNetworkRequest request(const char *path, const QByteArray &authorization,
                            const QByteArray &type = {})
    {
        QNetworkRequest request(m_server.resolved(QUrl(QString::fromLatin1(path))));
        if (!type.isEmpty())
            request.setRawHeader("Content-Type", type);
        if (!authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
                             QNetworkRequest::Manual);
        return request;
    }
    static Answer finished(QNetworkReply *reply)
    {
        QSignalSpy done(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            done.wait(5000);
        const Answer answer { reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                              reply->readAll(), reply->rawHeader("WWW-Authenticate") };
        delete reply;
        return answer;
    }

    QUrl m_server;
    QNetworkAccessManager m_manager;
};

} // namespace mintmark::test
