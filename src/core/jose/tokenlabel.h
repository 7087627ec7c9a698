// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/compactserialization.h"

#include <optional>

namespace mintmark {

/// Where the value begins of which `word` at `at` is the label: access_token, Bearer, DPoP. Nothing
/// when the word is no label, or no value follows it.
std::optional<qsizetype> labelledValue(QByteArrayView text, qsizetype at, QByteArrayView word);

/// What stands around the token at `from` that says what it is: header line, scheme, parameter,
/// member of a token response, quotes.
QList<Cleaning> cleaningsAround(QByteArrayView text, qsizetype from, qsizetype end);

} // namespace mintmark
