// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/systemkeychain.h"

#include "base/directjob.h"

namespace mintmark {

SystemKeychain::~SystemKeychain() = default;

std::unique_ptr<ResultJob<bool>> SystemKeychain::isHidden(const QString &)
{
    return makeDirectJob<bool>([] { return Result<bool>(false); });
}

std::unique_ptr<ResultJob<bool>> SystemKeychain::setLabel(const QString &, const QString &)
{
    return makeDirectJob<bool>([] { return Result<bool>(false); });
}

} // namespace mintmark
