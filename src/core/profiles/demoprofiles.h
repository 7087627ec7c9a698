// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QUrl>

#include <vector>

namespace mintmark {

/// The profiles of the demo, customer "Demo": in memory, with the same ids at every
/// start. The first works as Sage ID does; the others show a form with Basic, a short life in
/// production, an opaque token, a refused client and a token for another API. `issuer` is the
/// demo server's address; its paths and secrets are those of the demo server.
std::vector<LoadedProfile> demoProfiles(const QUrl &issuer);

} // namespace mintmark
