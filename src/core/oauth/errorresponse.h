// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "json/reader.h"

#include <optional>

namespace mintmark {

struct ClientConfiguration;

/// Error response (RFC 6749 §5.2) and its relatives: `error` as string or as object with code and
/// message, `error_description`, `error_uri`, `message`; without it `errorCode` and `errorSummary`, and
/// what Sage Intacct has in `ia::result`.
struct ErrorResponse
{
    QString error;
    QString description;
    QString uri;
    int status = 0;

    /// Nothing when the document is not an object with an error of use.
    static std::optional<ErrorResponse> parse(const JsonDocument &document, int status);
    /// Which of our errors it is; descriptions about an audience become InvalidAudience, a misspelt
    /// grant type UnsupportedGrantType. Texts are made safe to show.
    Error toError(const QString &host, const ClientConfiguration &sent) const;

    friend bool operator==(const ErrorResponse &, const ErrorResponse &) = default;
};

} // namespace mintmark
