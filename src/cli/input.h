// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace mintmark {

/// The content of FILE, or of stdin for "-" or nothing; at most `limit` bytes of it are read. When
/// stdin is a terminal, `hint` is written to stderr. Blocks. Errors: NamedFileUnreadable.
Result<QByteArray> readInput(const QString &file, qsizetype limit, const QString &hint);

/// All of an open descriptor, at most `limit` bytes. Errors: NamedFileUnreadable.
Result<QByteArray> readDescriptor(int descriptor, qsizetype limit);

} // namespace mintmark
