// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/startup.h"

#include "base/redaction.h"

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
    // libsecret's answers arrive through GLib's event loop; with QT_NO_GLIB=1 they never would.
    qunsetenv("QT_NO_GLIB");
    qunsetenv("SSLKEYLOGFILE");
    keepOpenSslUntilTheEnd();
    installRedactingMessageHandler();
}

} // namespace mintmark
