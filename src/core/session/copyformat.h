// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/token.h"
#include "profiles/profile.h"
#include "session/tokenset.h"

#include <QList>

namespace mintmark {

/// The entries of "Copy as", in their order.
enum class CopyForm {
    Token,
    AuthorizationHeader,
    Curl,
    BashVariable,
    PowerShell,
    CliCommand,
    CurlWithCli,
    TokenWithoutSignature,
    ClaimsJson,
    TicketText,
};

struct CopyContext
{
    Profile profile;
    /// Not owned; needed by all forms but CliCommand and CurlWithCli.
    const TokenSet *tokenSet = nullptr;
    const Token *token = nullptr; ///< not owned; parsed from tokenSet
    qint64 nowMs = 0;
    QString variable; ///< for BashVariable and PowerShell; empty: ACCESS_TOKEN
};

QList<CopyForm> copyForms();
/// Menu entry, translated: "Authorization header".
QString copyFormName(CopyForm form);
/// Holds a usable secret: hint for clipboard managers, clearing, production double press.
bool isSecretForm(CopyForm form);
/// False for what makes no sense: ClaimsJson of an opaque token, a token "without signature" that
/// has none to leave out, a variable no shell takes, a command for a profile that lives in memory
/// only.
bool isAvailable(CopyForm form, const CopyContext &context);
/// UTF-8 of what goes on the clipboard or to stdout, without a final line break. Shell forms are
/// quoted for their shell. Empty when not available.
SecretBytes renderCopy(CopyForm form, const CopyContext &context);
/// The grey preview of a menu entry: the first line of it, safe to show, with the token as "eyJ…"
/// and claims on one line. Empty when not available.
QString copyPreview(CopyForm form, const CopyContext &context);

} // namespace mintmark
