// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace mintmark::paste {

/// A copy without what mail programs wrap around text: quoted-printable, "> " before lines, HTML
/// tags and entities, other line ends. The caller wipes it.
QString cleanedText(const QString &text);

} // namespace mintmark::paste
