// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace mintmark {

/// One word for a POSIX shell: single quotes, where nothing but a single quote means anything.
/// Words of harmless characters stay bare when `always` is false.
QByteArray shellQuoted(QByteArrayView text, bool always = true);
/// One single-quoted PowerShell string; typographic single quotes end one too and are doubled.
QByteArray powerShellQuoted(QByteArrayView text);

} // namespace mintmark
