// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

/// Credentials in one JSON text: members at any level, "client": {"id", "secret"}, lists of
/// {"key", "value"} as Postman exports them. A token's claims and a token response hold none. False
/// when it is not JSON.
bool readJsonValue(QStringView json, qsizetype position, Findings &findings);

/// Every JSON object in the text.
void readJsonTexts(QString &text, Findings &findings);

} // namespace mintmark::paste
