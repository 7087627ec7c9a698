// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/pastedfield.h"

namespace mintmark::paste {

enum class Judgement {
    Fine,
    NotMeant,    ///< prose, a link, another label
    Placeholder, ///< <secret>, xxxx, {{client_secret}}, YOUR_CLIENT_ID
    Token,       ///< starts as a JWT
    Key,         ///< PEM
    Changed,     ///< a dash or quote no program made
};

/// Can `value` be what `label` promises? Trimmed already; `quoted` says that the text delimits it.
Judgement judge(const Label &label, QStringView value, bool quoted);

/// The address of a token endpoint: a path that says so.
bool isTokenAddress(QStringView address);
bool isWebAddress(QStringView text);

/// Looks made by a program: digits and letters, long enough, no blanks.
bool looksGenerated(QStringView value);
/// "s200ukipd/sage 200": is what follows a blank the rest of an audience that was torn apart? The whole
/// is shown, for a person to mend; half of it would look right and be wrong.
bool continuesAudience(QStringView rest);

/// "client_credentials" for "Client Credentials"; empty when it is no grant type.
QString grantTypeFrom(QStringView text);
std::optional<BodyFormat> bodyFormatFrom(QStringView text);
std::optional<ClientAuthenticationMethod> authenticationFrom(QStringView text);
/// "a b" of "a b", "a, b", "[a, b]"; empty when it reads like prose.
QString scopeFrom(QStringView text, bool code);

} // namespace mintmark::paste
