// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jose/signaturestatus.h"

#include <QByteArray>
#include <QString>

namespace mintmark {

struct JwkSet;
class Token;

/// What the check of a signature came to. Says nothing of time and audience.
struct SignatureVerdict
{
    SignatureStatus status = SignatureStatus::NotChecked;
    QString algorithm;        ///< alg as the token has it
    QString keyId;            ///< kid of the key that decided; else the token's
    QByteArray keyThumbprint; ///< of the key that decided (RFC 7638); empty for a secret, or none
    QString reason; ///< stable: names of SignatureReason, KeyFault, KeySetFault or TokenProblemCode
    QString sentence; ///< the reason, translated; safe to show

    friend bool operator==(const SignatureVerdict &, const SignatureVerdict &) = default;
};

/// Checks a JWS with nothing but `keys`: what the token itself brings or points to (jwk, jku, x5c,
/// x5u) is never used. HS, RS, PS, ES 256, 384, 512, EdDSA, Ed25519, Ed448. A pure function; at
/// most a second for whatever comes from outside.
SignatureVerdict verifySignature(const Token &token, const JwkSet &keys);

} // namespace mintmark
