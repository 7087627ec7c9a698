// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/jwk.h"

#include <QByteArrayView>
#include <QList>

namespace mintmark {

/// The keys of a PEM text (RFC 7468), in its order: public keys, the keys of X.509 certificates,
/// and of a private key its public half. Neither chain nor time of a certificate is judged: who
/// names the file trusts it. A block that is no such key is in the list with its fault; parameters
/// are skipped.
QList<Jwk> keysFromPem(QByteArrayView text);

} // namespace mintmark
