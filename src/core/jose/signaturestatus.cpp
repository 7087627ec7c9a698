// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/signaturestatus.h"

namespace mintmark {

using namespace Qt::StringLiterals;

QLatin1StringView signatureStatusName(SignatureStatus status)
{
    switch (status) {
    case SignatureStatus::Valid:
        return "valid"_L1;
    case SignatureStatus::Invalid:
        return "invalid"_L1;
    case SignatureStatus::NoKey:
        return "no_key"_L1;
    case SignatureStatus::Unsupported:
        return "unsupported"_L1;
    case SignatureStatus::Unsecured:
        return "unsecured"_L1;
    case SignatureStatus::Malformed:
        return "malformed"_L1;
    case SignatureStatus::NotChecked:
        break;
    }
    return "not_checked"_L1;
}

} // namespace mintmark
