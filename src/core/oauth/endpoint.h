// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QUrl>

namespace mintmark {

/// Judges an address typed by a person; spaces at the ends do not count. https, or http on loopback or
/// with `allowHttp`; a host; neither user info nor fragment. Errors: EndpointInvalid,
/// EndpointInsecure, EndpointWithCredentials. Used by the editor as you type and by TokenRequest.
Result<QUrl> endpointFrom(const QString &address, bool allowHttp);

/// 127.0.0.0/8, ::1 and localhost: http is allowed there, and no proxy is asked.
bool isLoopback(const QUrl &url);

} // namespace mintmark
