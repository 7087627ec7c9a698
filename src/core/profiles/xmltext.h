// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

/// <clientId>…</clientId>, <add key="ClientId" value="…"/>, <setting name="ClientId">…</setting>.
void readXmlTexts(QString &text, Findings &findings);

} // namespace mintmark::paste
