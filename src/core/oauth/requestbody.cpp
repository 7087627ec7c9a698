// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/requestbody.h"

#include "json/writer.h"
#include "oauth/clientauthentication.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Enough for every value with all its bytes escaped: what holds a secret must not grow.
qsizetype roomFor(const std::vector<BodyParameter> &parameters)
{
    qsizetype room = 2;
    for (const BodyParameter &parameter : parameters)
        room += 6 * (parameter.name.size() * 3 + parameter.value.size()) + 8;
    return room;
}

EncodedBody jsonBody(const std::vector<BodyParameter> &parameters)
{
    EncodedBody body { "application/json"_ba, {}, {} };
    JsonWriter json;
    json.reserve(roomFor(parameters));
    json.beginObject();
    for (const BodyParameter &parameter : parameters) {
        const QByteArrayView value = parameter.value.view();
        json.member(parameter.name);
        const qsizetype begin = json.size();
        if (parameter.type == ParameterType::String)
            json.string(QUtf8StringView(value.data(), value.size()));
        else
            json.raw(value);
        const qsizetype quote = parameter.type == ParameterType::String ? 1 : 0;
        if (parameter.secret)
            body.secrets << SecretRange { begin + quote, json.size() - begin - 2 * quote };
    }
    json.endObject();
    QByteArray bytes = json.take();
    body.bytes = SecretBytes::take(bytes);
    return body;
}

EncodedBody formBody(const std::vector<BodyParameter> &parameters)
{
    EncodedBody body { "application/x-www-form-urlencoded"_ba, {}, {} };
    QByteArray bytes;
    bytes.reserve(roomFor(parameters));
    for (const BodyParameter &parameter : parameters) {
        if (!bytes.isEmpty())
            bytes.append('&');
        bytes.append(formEncoded(parameter.name.toUtf8()).view()).append('=');
        const SecretBytes value = formEncoded(parameter.value.view());
        if (parameter.secret)
            body.secrets << SecretRange { bytes.size(), value.size() };
        bytes.append(value.view());
    }
    body.bytes = SecretBytes::take(bytes);
    return body;
}

} // namespace

EncodedBody encodedBody(BodyFormat format, const std::vector<BodyParameter> &parameters)
{
    return format == BodyFormat::Json ? jsonBody(parameters) : formBody(parameters);
}

} // namespace mintmark
