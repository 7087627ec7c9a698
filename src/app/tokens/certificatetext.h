// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/certificatedetails.h"

namespace mintmark {

/// What people compare of a chain, leaf first, a paragraph a certificate: subject, issuer, names,
/// validity, SHA-256. Safe to show.
QString chainText(const QList<CertificateDetails> &chain);

} // namespace mintmark
