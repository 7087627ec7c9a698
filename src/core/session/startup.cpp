// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/startup.h"

#include "base/redaction.h"
#include "keychain/qtkeychainbackend.h"

#include <QtGlobal>

#include <openssl/crypto.h>

namespace mintmark {

namespace {

/// OpenSSL empties itself at exit. Qt calls its network thread finished before that thread has given
/// back what OpenSSL keeps for it; when the two meet, it is given back to nobody.
void keepOpenSslUntilTheEnd()
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

} // namespace

void prepareProcess()
{
    prepareProcessForKeychain();
    qunsetenv("SSLKEYLOGFILE");
    keepOpenSslUntilTheEnd();
    installRedactingMessageHandler();
}

} // namespace mintmark
