// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Written from the documentation; not tried on Windows yet.

#include "base/directjob.h"
#include "keychain/systemkeychain.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// Credential Manager is part of the session: there, and open, as long as the person is logged on.
class CredentialManager final : public SystemKeychain
{
public:
    /// qtkeychain before 0.17 names an item by its key alone, later ones by key@service; with an
    /// empty service both say the same.
    QString itemService() const override { return {}; }
    /// CRED_MAX_CREDENTIAL_BLOB_SIZE, 5 × 512; later versions of qtkeychain take more, but an older
    /// program would not read it.
    qsizetype sizeLimit() const override { return 2560; }

    std::unique_ptr<ResultJob<KeychainStatus>> probe() override
    {
        return makeDirectJob<KeychainStatus>([] {
            return Result<KeychainStatus>({ KeychainState::Ok, u"Credential Manager"_s });
        });
    }
    std::unique_ptr<ResultJob<KeychainStatus>> unlock() override { return probe(); }
    std::unique_ptr<ResultJob<QList<KeychainItem>>> list() override
    {
        return makeDirectJob<QList<KeychainItem>>(
            [] { return Result<QList<KeychainItem>>(keychainError(KeychainState::Failed)); });
    }
};

} // namespace

std::unique_ptr<SystemKeychain> makeSystemKeychain(qint64)
{
    return std::make_unique<CredentialManager>();
}

} // namespace mintmark
