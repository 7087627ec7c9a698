// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/value.h"

#include <optional>

namespace mintmark {

/// Where a path of ResponseMapping leads in an answer.
struct AnswerPath
{
    JsonValue value; ///< missing when it leads nowhere
    QString failure; ///< one translated sentence: which step leads nowhere, and why; safe to show
    std::optional<QString> ambiguous; ///< the path to a member on the way that stands twice

    /// The member of this very name, else step by step: names of members and positions in lists,
    /// from 0, with dots between or the positions in brackets ("data.0.token", "data[0].token").
    static AnswerPath follow(const JsonValue &root, const QString &path);
};

} // namespace mintmark
