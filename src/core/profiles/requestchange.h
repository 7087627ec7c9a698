// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"

#include <optional>

namespace mintmark {

/// One thing a server wants otherwise in a request: a field by the name a stored profile has for it,
/// and its value as it is stored there.
struct RequestChange
{
    QString field; ///< of requestFields(); empty: nothing is changed
    QString value;

    bool isEmpty() const { return field.isEmpty(); }
    friend bool operator==(const RequestChange &, const RequestChange &) = default;
};

/// What of a request depends on the kind of server, and not on the client or its customer.
QStringList requestFields();
/// Its value in `client`; nothing for a field that is none of them.
QString requestValue(const ClientConfiguration &client, QStringView field);
/// False, and nothing changed, for a field or a value nobody knows.
bool applyChange(ClientConfiguration &client, const RequestChange &change);
/// The change that makes `from` equal to `to`; nothing when there is none, or more than one.
std::optional<RequestChange> onlyChange(const ClientConfiguration &from,
                                        const ClientConfiguration &to);
/// "grant type client_credentials", "HTTP Basic header": what is different, in words.
QString changeText(const RequestChange &change);

} // namespace mintmark
