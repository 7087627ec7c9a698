// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/cure.h"

#include <QMap>
#include <QString>

#include <optional>

namespace mintmark {

/// Everything that can go wrong, by cause. Each code has one row in errorcatalogue_table.cpp:
/// sentence, remedy, cures and exit code. No code is ever reused for another cause.
enum class ErrorCode {
    Internal,
    Usage,
    Cancelled,
    FileUnreadable, ///< {file} {said}: one of the program's own
    NamedFileUnreadable, ///< {file} {said}: one that somebody named
    FileNotWritten, ///< {file}

    // profiles
    NoSuchProfile, ///< {name}
    AmbiguousProfile, ///< {name} {count} {candidates}
    ProfileExists, ///< {name}
    ProfileInvalid, ///< {field} {detail}
    ProfileIncomplete, ///< {field} {provider}: a field this request needs is empty
    ProfileTooNew, ///< {name}: written by a newer version, opened read-only
    ProfileChanged, ///< {name}: saved elsewhere since it was loaded
    IndexReadOnly, ///< {file}

    // keychain
    KeychainLocked,
    KeychainDenied,
    KeychainNoService,
    KeychainBusy, ///< {seconds}
    KeychainNotFound, ///< {name}
    KeychainTooLarge, ///< {size} {limit}
    KeychainCorrupt, ///< {name}
    KeychainNotStored, ///< read back differs from what was written
    KeychainFailed, ///< {said}

    // the request, before anything is sent
    EndpointInvalid, ///< {address}
    EndpointInsecure, ///< {host}: http on a host that is not loopback
    EndpointWithCredentials, ///< {host}: user info or fragment in the address
    HeaderRefused, ///< {header}

    // the private key that signs an assertion
    KeyUnreadable, ///< {detail}
    KeyEncrypted, ///< and no passphrase was given
    KeyPassphraseWrong,
    KeyIsPublic, ///< a public key or a certificate in place of the private key
    KeyTooShort, ///< {bits}: RSA of fewer than 2048
    KeyNotChosen, ///< {keys} {detail}: of a JWK Set, where several can sign
    KeyUnsuitable, ///< {key} {algorithm}: the algorithm needs another type of key
    CertificateUnreadable,
    CertificateOfOtherKey,

    // network and TLS
    HostNotFound, ///< {host}
    ConnectionRefused, ///< {host} {port}
    HostUnreachable, ///< {host} {port}
    /// {host}: nothing of an answer came. Hung up, reset or not HTTP: Qt wants to send again for each
    /// of them, cannot, and tells no more.
    ConnectionClosed,
    AnswerBrokenOff, ///< {host} {status}: its head came, its end did not
    AnswerGarbled, ///< {host}: bytes came, but they are not HTTP
    AnswerMisframed, ///< {host} {status} {length}: it contradicts itself about its length
    AnswerInterim, ///< {host} {status}: 1xx, and Qt reads no further
    AnswerTimedOut, ///< {host} {seconds}: nothing of an answer came
    AnswerTooSlow, ///< {host} {seconds} {status}: its head came, its end did not
    ConnectTimedOut, ///< {host} {port} {seconds}: nothing was sent
    NetworkFailed, ///< {host} {said} {sent}: the sentence that something was
    ProxyFailed, ///< {proxy} {host}: the proxy itself cannot be reached
    ProxyClosed, ///< {proxy} {host}: it hung up, or answered in something else than HTTP
    ProxyRefused, ///< {proxy} {host} {said}: it does not open the way
    ProxyAuthentication, ///< {proxy} {host}: it wants a login, and has none
    ProxyLoginRefused, ///< {proxy} {host} {user}
    TlsSelfSigned, ///< {host}
    TlsIntercepted, ///< {host} {issuer}: made by something between, which nobody here trusts
    TlsUntrusted, ///< {host} {issuer}
    TlsIncomplete, ///< {host} {issuer}: the issuer's own certificate was not sent and is not known
    TlsWeak, ///< {host} {said}: key or signature below today's strength
    TlsWrongPurpose, ///< {host} {said}: a certificate used for what it is not meant for
    TlsWrongHost, ///< {host} {names}
    TlsExpired, ///< {host} {date}
    TlsNotYetValid, ///< {host} {date}
    TlsCertificateInvalid, ///< {host} {said}: against a rule of its issuer or of RFC 5280
    TlsMissing, ///< Qt has no TLS on this computer
    TlsTooOld, ///< {host}: it speaks no TLS from 1.2 on
    TlsNotSpoken, ///< {host} {port}: what came is not TLS
    TlsClosed, ///< {host} {port}: it ended the connection before the handshake was over
    TlsFailed, ///< {host} {said}: an alert, or nothing in common
    ClientCertificateWanted, ///< {host}: it takes nobody without a certificate
    ClientCertificateRefused, ///< {host} {subject} {said}
    ClientCertificateUnusable, ///< {file} {said}: no certificate or no key to be read
    ClientKeyPassphrase, ///< {file}: none, or a wrong one
    ClientKeyMismatch, ///< {file} {subject}: the key belongs to another certificate
    ClientCertificateExpired, ///< {subject} {date}
    ClientCertificateNotYetValid, ///< {subject} {date}

    // the answer
    Redirected, ///< {host} {target} {status}
    RedirectedNowhere, ///< {host} {status}: without a Location
    NetworkLoginWanted, ///< {host} {title}: 511, from what stands between
    AnswerTooLarge, ///< {host} {limit}
    AnswerEmpty, ///< {host} {status} {said}
    AnswerIsHtml, ///< {host} {status} {title}
    AnswerNotJson, ///< {host} {status} {said}
    AnswerEncoded, ///< {host} {status} {encoding}
    AnswerWithoutToken, ///< {host} {members} {step}: where a path of the response mapping ends
    AnswerTokenUnusable, ///< {host} {problem} {members}: there is one, but no header can carry it
    AnswerAmbiguous, ///< {host} {member}: a member stands twice
    TokenTypeUnknown, ///< {host} {token_type}

    // RFC 6749 §5.2 and what servers make of it: {host} {status} {error} {error_description}
    InvalidRequest,
    InvalidClient,
    ClientProofRefused, ///< invalid_client where no secret was sent; also {proof}
    InvalidGrant,
    UnauthorizedClient,
    UnsupportedGrantType, ///< also {grant_type}
    InvalidScope, ///< also {scope}
    InvalidAudience, ///< also {audience}
    AccessDenied,
    RefusedWithSuccess, ///< status 200 and an `error` member
    RefusedOther, ///< an `error` value without a row of its own
    TooManyRequests, ///< {seconds}, may be empty
    ServerFailed, ///< 5xx without an OAuth error, and statuses HTTP does not have: {status} {said} {seconds}
    HttpStatus, ///< any other status that is not 200: {status} {said}
    UnsupportedTokenType, ///< {host}: RFC 7009 §2.2.1, tokens of this kind are not revoked
    RevocationPostponed, ///< {host} {seconds}: 503, the token is as it was
    NoRevocationEndpoint, ///< {name}: neither profile nor metadata say where
    RenewalRefused, ///< GET renewal was not answered with a token
    RefreshRefused, ///< a refresh token was not answered with a token: {error} {error_description}

    // tokens
    TokenMalformed,
    TokenCheckFailed, ///< {checks}
    TokenTooShort, ///< {have} {need}: fresh token lives shorter than asked
    TokenBornExpired, ///< fresh token without any time left
    NoToken,
};

/// What went wrong, without words: sentence and cure come from errorText() where it is shown.
/// `arguments` are the names in braces above. Never holds a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QMap<QString, QString> arguments;
    QString detail; ///< technical, English, for "Show exchange" and tickets; already redacted
    /// What is known of just this answer, translated: says more than the remedy for all.
    QString hint = {};
    std::optional<Cure> hintCure = {}; ///< what one click can do about it

    QString argument(QStringView name) const;
    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace mintmark
