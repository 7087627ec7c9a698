// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

/// What a program reads: the label is an identifier of the standards.
Label codeLabel(Field field);

/// Values for the fields Body and Authentication.
inline constexpr QStringView jsonBody = u"json";
inline constexpr QStringView formBody = u"form";
inline constexpr QStringView basicHeader = u"client_secret_basic";
inline constexpr QStringView secretInBody = u"client_secret_post";

/// Overwrites what was read with spaces, so that no other reader sees it; lines stay lines.
void blankOut(QString &text, qsizetype begin, qsizetype end);

/// Does it hold the start of a token request's body?
bool asksForToken(QStringView body);

/// a=b&c=d (RFC 6749 appendix B); says form, and where the secret is.
void readForm(QStringView form, qsizetype position, Findings &findings);
/// id:secret in Base64, the part after "Basic ".
bool readBasic(QStringView credentials, qsizetype position, Findings &findings);
/// id:secret as curl -u takes it.
bool readUserAndSecret(QStringView pair, qsizetype position, Findings &findings);

/// HTTP requests as they go over the wire: request line, headers; the body is left to the others.
void readHttpRequests(QString &text, Findings &findings);
/// a=b&c=d anywhere in the text.
void readForms(QString &text, Findings &findings);
/// "Authorization: Basic …" and "Basic …" anywhere in the text.
void readBasicHeaders(QString &text, Findings &findings);

} // namespace mintmark::paste
