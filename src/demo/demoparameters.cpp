// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "demo/demoparameters.h"

#include "demo/loopbackserver.h"
#include "json/reader.h"

namespace mintmark {

namespace {

/// application/x-www-form-urlencoded (RFC 6749 appendix B).
QByteArray formDecoded(QByteArray text)
{
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

QHash<QByteArray, QByteArray> formFields(const QByteArray &body)
{
    QHash<QByteArray, QByteArray> fields;
    for (const QByteArray &pair : body.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            fields.insert(formDecoded(pair.first(equals)), formDecoded(pair.sliced(equals + 1)));
    }
    return fields;
}

QHash<QByteArray, QByteArray> jsonMembers(const JsonDocument &document)
{
    QHash<QByteArray, QByteArray> members;
    const JsonValue root = document.root();
    for (const JsonValue &member : root)
        members.insert(member.name().toUtf8(), member.toString().toUtf8());
    return members;
}

/// What follows `scheme` and a blank in the Authorization header; schemes compare without case.
QByteArray credentialsOf(const ServedRequest &request, QByteArrayView scheme)
{
    const QByteArray header = request.header("Authorization");
    const bool fits = header.size() > scheme.size() && header.at(scheme.size()) == ' '
        && QByteArrayView(header).first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0;
    return fits ? header.sliced(scheme.size() + 1).trimmed() : QByteArray();
}

} // namespace

DemoParameters DemoParameters::from(const ServedRequest &request)
{
    DemoParameters parameters;
    const QByteArray type = request.header("Content-Type").split(';').first().trimmed().toLower();
    if (type == "application/json") {
        const JsonDocument document = JsonDocument::parse(request.body);
        parameters.isReadable = document.isValid() && document.root().isObject();
        parameters.values = jsonMembers(document);
    } else if (type == "application/x-www-form-urlencoded") {
        parameters.isReadable = true;
        parameters.values = formFields(request.body);
    }
    parameters.clientId = parameters.value("client_id");
    parameters.clientSecret = parameters.value("client_secret");
    const QByteArray basic = credentialsOf(request, "Basic");
    if (basic.isEmpty())
        return parameters;
    const QByteArray pair = QByteArray::fromBase64(basic);
    const qsizetype colon = pair.indexOf(':');
    parameters.inHeader = true;
    parameters.isTwice = !parameters.clientSecret.isEmpty();
    parameters.clientId = formDecoded(pair.first(qMax(colon, 0)));
    parameters.clientSecret = formDecoded(pair.sliced(colon + 1));
    return parameters;
}

QByteArray bearerToken(const ServedRequest &request)
{
    return credentialsOf(request, "Bearer");
}

} // namespace mintmark
