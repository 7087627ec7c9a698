// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "base/secretbytes.h"
#include "profiles/profile.h"

#include <QStringList>

namespace mintmark {

struct ProfileFile
{
    LoadedProfile loaded;
    QStringList unknown; ///< members that mean nothing here
};

/// A whole profile as JSON, secrets included: the members of a keyring entry (design: "Profiles and
/// the keychain"), of which `version` and `id` may be missing; what is not said is as the
/// provider's preset has it. `private_key` may be a service-account file or encrypted, beside its
/// `private_key_passphrase`. `name` is the file's name in messages. Errors: Usage, those of
/// keyFromInput().
Result<ProfileFile> readProfileFile(const SecretBytes &json, const QString &name);

} // namespace mintmark
