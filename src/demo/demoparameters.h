// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

namespace mintmark {

struct ServedRequest;

/// What a client asks of the demo server, whichever way it was written: the members of a JSON body
/// or the fields of a form, and who asks (RFC 6749 §2.3.1).
struct DemoParameters
{
    QHash<QByteArray, QByteArray> values;
    QByteArray clientId;
    QByteArray clientSecret;
    bool isReadable = false; ///< false: neither a JSON object nor a form
    bool isTwice = false;    ///< credentials in the header and in the body (RFC 6749 §2.3)
    bool inHeader = false;

    static DemoParameters from(const ServedRequest &request);
    QByteArray value(const QByteArray &name) const { return values.value(name); }
};

/// The token of `Authorization: Bearer` (RFC 6750 §2.1); empty when there is none.
QByteArray bearerToken(const ServedRequest &request);

} // namespace mintmark
