// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/startup.h"

#include "base/redaction.h"
#include "keychain/qtkeychainbackend.h"

#include <QtGlobal>

namespace mintmark {

void prepareProcess()
{
    prepareProcessForKeychain();
    qunsetenv("SSLKEYLOGFILE");
    installRedactingMessageHandler();
}

} // namespace mintmark
