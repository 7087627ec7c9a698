// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/jose/rfcsignatures.h"
#include "fuzzinput.h"
#include "jose/base64url.h"
#include "jose/jwkset.h"
#include "jose/signatureverifier.h"
#include "jose/token.h"

#include <algorithm>

using namespace mintmark;
namespace rfc = mintmark::test::rfc;

namespace {

const Jwk keyOf(const char *json)
{
    return JwkSet::parse(json, SymmetricKeys::Accept).keys.at(0);
}

/// Signatures of an RFC and the key that made each: with no other key they may be valid.
struct Signed
{
    Token token;
    Jwk key;
};

const QList<Signed> &signedByRfc()
{
    static const QList<Signed> all = {
        { Token::parse(rfc::okpToken), keyOf(rfc::okpKey) },
        { Token::parse(rfc::cookbook41), keyOf(rfc::bilboRsa) },
        { Token::parse(rfc::cookbook42), keyOf(rfc::bilboRsa) },
        { Token::parse(rfc::cookbook43), keyOf(rfc::bilboEc) },
        { Token::parse(rfc::cookbook44), keyOf(rfc::bilboOct) },
    };
    return all;
}

/// HMAC fills a key up with zeros (RFC 2104): those at the end make no difference.
QByteArray withoutZeros(const SharedSecret &secret)
{
    QByteArray bytes = secret ? secret->view().toByteArray() : QByteArray();
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return bytes;
}

bool holds(const JwkSet &set, const Jwk &wanted)
{
    return std::any_of(set.keys.begin(), set.keys.end(), [&wanted](const Jwk &key) {
        return key.type == wanted.type && key.thumbprint == wanted.thumbprint
            && withoutZeros(key.secret) == withoutZeros(wanted.secret);
    });
}

void checkSet(const JwkSet &set)
{
    MUST(!set.fault || set.keys.isEmpty());
    MUST(set.keys.size() <= JwkSet::maximumKeys);
    qsizetype usable = 0;
    for (const Jwk &key : set.keys) {
        MUST(key.fault ? !key.publicKey && !key.secret : key.publicKey || key.secret);
        MUST(!key.secret || key.type == KeyType::Oct);
        MUST(key.type != KeyType::Oct || key.thumbprint.isEmpty());
        MUST(!key.publicKey || base64UrlDecode(key.thumbprint).bytes.size() == 32);
        MUST(!key.fault || !keyFaultSentence(*key.fault).isEmpty());
        usable += key.fault ? 0 : 1;
    }
    MUST(set.usableKeys() == usable);
    MUST(!set.fault || !keySetFaultSentence(*set.fault).isEmpty());
}

void checkSignatures(const JwkSet &set)
{
    for (const Signed &one : signedByRfc()) {
        const SignatureVerdict verdict = verifySignature(one.token, set);
        if (verdict.status == SignatureStatus::Valid)
            MUST(holds(set, one.key) && verdict.keyThumbprint == one.key.thumbprint);
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text = fuzz::viewOf(data, size);
    const JwkSet accepted = JwkSet::parse(text, SymmetricKeys::Accept);
    const JwkSet published = JwkSet::parse(text, SymmetricKeys::Refuse);
    checkSet(accepted);
    checkSet(published);
    MUST(accepted.keys.size() == published.keys.size());
    MUST(std::none_of(published.keys.begin(), published.keys.end(),
                      [](const Jwk &key) { return key.secret != nullptr; }));
    checkSignatures(accepted);
    // What stands behind the keys may be a token that somebody made to fit them.
    const qsizetype line = text.lastIndexOf('\n');
    if (line > 0)
        verifySignature(Token::parse(text.sliced(line + 1)),
                        JwkSet::parse(text.first(line), SymmetricKeys::Accept));
    return 0;
}
