// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace mintmark {

/// Does a chain for `host` that ends at nobody this computer trusts come from something that opens
/// encrypted connections: a company's proxy, a virus scanner, a debugging tool? Said when one of
/// `authorities` (issuers' names along the chain) is called like one, or when `host` belongs to a
/// provider of the Internet, whose certificates every computer trusts. A private authority on a
/// customer's own server is neither.
bool looksIntercepted(const QString &host, const QStringList &authorities);

} // namespace mintmark
