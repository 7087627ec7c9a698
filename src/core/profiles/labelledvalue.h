// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

enum class Separator {
    Mark, ///< ":" "=" "–"
    Verb, ///< "the client id is …"
    Line, ///< the label stands on the line before
};

/// Reads the value of `label` at line[at…] and adds it: up to a closing quote, the end of the word,
/// or, where fields have several words, up to the next label. Sentences lose their full stop. The
/// end of what was read; -1 when no value of this field stands there.
qsizetype readLabelledValue(const Label &label, QStringView line, qsizetype at, Separator separator,
                            qsizetype position, Findings &findings);

/// Adds an address that a mail program wrapped ("<https://…>", "[https://…](https://…)") or that
/// lacks its scheme.
bool addAddress(const Label &label, QStringView text, qsizetype position, Findings &findings);

} // namespace mintmark::paste
