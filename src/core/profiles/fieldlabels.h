// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

#include <span>

namespace mintmark::paste {

/// One field's names in one language, parted by "|", as people write them.
struct LabelRow
{
    Field field;
    bool weak;
    const char16_t *names;
};
std::span<const LabelRow> labelRows();

/// Reads a label: case, accents, punctuation, articles, camelCase, environment and brackets do not
/// matter ("Kunden-ID (client_id)", "PROD_CLIENT_ID", "L’identifiant du client"). Nothing when
/// there is a word more that changes the meaning ("client secret expires", "old client secret").
std::optional<Label> readLabel(QStringView text);

/// Cheap and never wrong with "no": could a label end where `text` ends?
bool mayEndLabel(QStringView text);

/// Cheap and never wrong with "no": is there a word of any label, or of an environment, in `line`?
bool mayHoldLabel(QStringView line);

/// Words before a label in a sentence that leave its meaning alone: "and the", "bitte mit".
bool isFillWord(const QString &folded);

/// Words that make another thing of the label they stand before: "old", "webhook", "SMTP".
bool isContrary(const QString &folded);

/// Words after a label or a value that take it back: "expired", "no longer", "Beispiel".
bool isTakingBack(const QString &folded);

} // namespace mintmark::paste
