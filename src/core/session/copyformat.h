// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/token.h"
#include "profiles/profile.h"
#include "session/tokenset.h"

namespace mintmark {

/// Copy as ▸ in the order of visual.md §1.5.
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
    const TokenSet *tokenSet =
        nullptr; ///< not owned; needed by all forms but CliCommand and CurlWithCli
    const Token *token = nullptr;
    qint64 nowMs = 0;
    QString variable; ///< for `--as env` and BashVariable; empty: ACCESS_TOKEN
};

QList<CopyForm> copyForms();
/// Menu entry, translated: "Authorization header".
QString copyFormName(CopyForm form);
/// Holds a usable secret: hint for clipboard managers, clearing, production double press.
bool isSecretForm(CopyForm form);
/// False for e.g. ClaimsJson of an opaque token.
bool isAvailable(CopyForm form, const CopyContext &context);
/// UTF-8 of what goes on the clipboard or to stdout. Shell forms are quoted for their shell.
SecretBytes renderCopy(CopyForm form, const CopyContext &context);
/// The grey preview of a menu entry, with the token as "eyJ…".
QString copyPreview(CopyForm form, const CopyContext &context);

} // namespace mintmark
