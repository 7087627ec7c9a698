// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "json/reader.h"

#include <optional>

namespace mintmark {

/// What lies in one of the program's own files. Nothing: there is no such file, or `file` is empty, as
/// it is where nothing is kept on disk. Errors: FileUnreadable {file} {said}, also when it is not JSON.
Result<std::optional<JsonDocument>> readJsonFile(const QString &file);

} // namespace mintmark
