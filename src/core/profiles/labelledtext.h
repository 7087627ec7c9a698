// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

/// Lines with labels: mail, tickets, .env, shell, YAML, INI, properties. "label: value", "label =
/// value", "the label is value", several in a line, the value on the next line, labels above as
/// many values. Values point into `text`.
void readLabelledLines(QStringView text, Findings &findings);

/// All pairs of one line; how many values were taken. `parent` is the key the line stands under in
/// YAML.
int readPairs(QStringView line, qsizetype position, QStringView parent, Findings &findings);

/// Addresses of token endpoints without a label.
void readTokenAddresses(QStringView text, Findings &findings);

} // namespace mintmark::paste
