// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace mintmark {

/// The host that would be asked for the keys of this `iss`, if anybody may be asked at all: https, or
/// http on this computer, and nobody's name in the address. Else empty. Nobody has vouched for it.
QString issuerHost(const QString &issuer);

} // namespace mintmark
