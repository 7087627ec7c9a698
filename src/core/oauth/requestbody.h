// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/clientconfiguration.h"
#include "oauth/httprequest.h"

#include <vector>

namespace mintmark {

/// One parameter of a token request, its value as UTF-8.
struct BodyParameter
{
    QString name;
    SecretBytes value;
    ParameterType type = ParameterType::String; ///< JSON only: others are written as they stand
    bool secret = false;
};

struct EncodedBody
{
    QByteArray contentType;
    SecretBytes bytes;
    QList<SecretRange> secrets; ///< without quotes
};

/// The parameters in their order: {"grant_type":"…",…} without white space, or
/// application/x-www-form-urlencoded (RFC 6749 appendix B).
EncodedBody encodedBody(BodyFormat format, const std::vector<BodyParameter> &parameters);

} // namespace mintmark
