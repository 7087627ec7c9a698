// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/window/windowrig.h"

/// The open editor in the states that look different.
namespace mintmark::test {

/// Settings of its own under Network; the editor shows a profile that was saved.
void ownNetwork(WindowRig &rig);
/// The field for the issuer's address is open.
void issuerField(WindowRig &rig);
/// A private key signs what proves the client; the assertion's fields are open.
void signedProof(WindowRig &rig);
/// The key of a JWT bearer grant is encrypted and its passphrase wrong.
void wrongPassphrase(WindowRig &rig);
/// A client certificate that is kept, and the methods of a preset.
void clientCertificate(WindowRig &rig);

} // namespace mintmark::test
