// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

namespace mintmark {

/// What every program of Mintmark does first in main(), before its application is made and while
/// there is one thread: takes from the environment what would stop the keychain (QT_NO_GLIB) or
/// write TLS keys to a file (SSLKEYLOGFILE), and sends log output through the redaction. The
/// folder stays: file names on the command line count from it.
void prepareProcess();

} // namespace mintmark
