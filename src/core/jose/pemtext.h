// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"

namespace mintmark {

/// PEM (RFC 7468) that lost its form on the way through forms, variables and mails, in it again: one
/// line with blanks or \n (as two characters) in it, lines indented, quotes around. What stands
/// between blocks is left out, a block without its end stays as it is.
SecretBytes tidyPem(QByteArrayView text);

/// A DER sequence (X.690 §8.9), as it stands or in Base64 without the lines around it; empty for
/// everything else.
SecretBytes derFrom(QByteArrayView text);

} // namespace mintmark
