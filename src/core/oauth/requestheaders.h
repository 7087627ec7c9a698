// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "oauth/clientconfiguration.h"
#include "oauth/httprequest.h"

namespace mintmark {

/// A request with every header set that Qt would otherwise add by itself.
HttpRequest requestTo(const QByteArray &method, const QUrl &url);

/// Visible ASCII, spaces and tabs (RFC 9110 §5.5 without obs-text): nothing that ends a header line.
bool isFieldValue(QByteArrayView value);

/// The profile's own headers, replacing those of requestTo() where they have the same name. One without
/// a value sends nothing and replaces nothing: Qt would leave it out and put its own in. Error:
/// HeaderRefused for what is no header, frames the message, or stands twice.
Result<void> addExtraHeaders(HttpRequest &http, const ClientConfiguration &configuration,
                             const ClientCredentials &credentials);

} // namespace mintmark
