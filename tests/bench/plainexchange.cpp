// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// What one request costs a Qt program that does nothing else: the least mintmark-cli could take.
//   bench-plainexchange ADDRESS CA_FILE BODY

#include <QCoreApplication>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QNetworkRequest request(QUrl(arguments.at(1)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (request.url().scheme() == "https"_L1) {
        QFile authorities(arguments.at(2));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        if (authorities.open(QIODevice::ReadOnly))
            tls.setCaCertificates(QSslCertificate::fromData(authorities.readAll()));
        request.setSslConfiguration(tls);
    }
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkReply *reply = manager.post(request, arguments.at(3).toUtf8());
    QObject::connect(reply, &QNetworkReply::finished, &application, [reply] {
        const QByteArray answer = reply->readAll();
        std::fwrite(answer.constData(), 1, static_cast<size_t>(answer.size()), stdout);
        QCoreApplication::exit(reply->error() == QNetworkReply::NoError ? 0 : 1);
    });
    return QCoreApplication::exec();
}
