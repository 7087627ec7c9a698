// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace mintmark {

/// Text for setToolTip() that shows `text` as it is. Qt guesses whether a tool tip is HTML, so data
/// from a token or a server must not reach it as it came. Long text wraps.
QString plainToolTip(const QString &text);

} // namespace mintmark
