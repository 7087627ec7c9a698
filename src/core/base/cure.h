// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

namespace mintmark {

/// What one click can do about an error. The window makes a button of it, the command line a hint.
enum class Cure {
    TryAgain,
    EditAddress,
    EditAudience,
    EditProfile,
    ReplaceSecret,
    TryOtherAuthentication, ///< opens the editor at client authentication
    TryClientCredentials, ///< the RFC 6749 §4.4.2 spelling, once
    UnlockKeyring,
    KeepForSession,
    ShowExchange,
    ShowCertificate, ///< the chain the server sent: TlsDetails of the exchange
    TrustAuthority, ///< the CA at its end, for today or always: TrustedAuthorities
    NetworkSettings, ///< those of the program
    CopyForTicket,
};

} // namespace mintmark
