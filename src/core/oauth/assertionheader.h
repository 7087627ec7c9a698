// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/assertionsettings.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace mintmark {

class PrivateKey;

/// `x5t`, `x5t#S256` or `x5c` (RFC 7515 §4.1.6 to 4.1.8) and its value as JSON.
struct CertificateMember
{
    QByteArray name;
    QByteArray json;
    friend bool operator==(const CertificateMember &, const CertificateMember &) = default;
};

/// What the header of an assertion says of the certificate. Errors: CertificateUnreadable,
/// CertificateOfOtherKey, ProfileInvalid for a fingerprint that is none.
Result<QList<CertificateMember>> certificateMembers(const AssertionSettings &settings,
                                                    const PrivateKey &key);

/// PEM of the certificates in a file, in their order, and nothing else of it, above all no key. A
/// certificate in DER is turned into PEM. Empty: there is none.
QString certificatesIn(const QByteArray &file);

} // namespace mintmark
