// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/jwk.h"

#include "jose/base64url.h"
#include "jose/keymaterial.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// The bytes of a base64url member. Its text never becomes a QString unless it has escapes, which
/// nobody writes: `k` is a secret.
std::optional<QByteArray> strictBytes(const JsonValue &value)
{
    if (!value.isString())
        return std::nullopt;
    QByteArrayView text = value.raw().sliced(1).chopped(1);
    QByteArray unescaped;
    if (text.contains('\\')) {
        QString decoded = value.toString();
        unescaped = decoded.toUtf8();
        wipe(decoded);
        text = unescaped;
    }
    Base64UrlDecoded decoded = base64UrlDecode(text);
    wipe(unescaped);
    if (!decoded.problems.isEmpty()) {
        wipe(decoded.bytes);
        return std::nullopt;
    }
    return std::move(decoded.bytes);
}

class JwkReader
{
public:
    JwkReader(const JsonValue &value, SymmetricKeys symmetric)
        : m_value(value), m_symmetric(symmetric)
    { }

    Jwk read()
    {
        Jwk key = material();
        const JsonValue keyId = m_value.member("kid"_L1);
        if (keyId.isString())
            key.keyId = keyId.toString();
        key.algorithm = m_value.member("alg"_L1).toString();
        key.hasPrivateMembers = key.type != KeyType::Oct && m_value.member("d"_L1).exists();
        if (!key.fault)
            key.fault = purposeFault();
        if (key.fault) {
            key.publicKey.reset();
            key.secret.reset();
        }
        return key;
    }

private:
    Jwk material() const
    {
        const JsonValue type = m_value.member("kty"_L1);
        if (!type.exists())
            return Jwk::refused(KeyFault::MemberMissing);
        if (!type.isString())
            return Jwk::refused(KeyFault::MemberMalformed);
        const QString name = type.toString();
        if (name == "RSA"_L1)
            return fromMembers(KeyType::Rsa, { "n"_L1, "e"_L1 });
        if (name == "EC"_L1)
            return fromMembers(KeyType::Ec, { "x"_L1, "y"_L1 });
        if (name == "OKP"_L1)
            return fromMembers(KeyType::Okp, { "x"_L1 });
        if (name == "oct"_L1)
            return fromMembers(KeyType::Oct, { "k"_L1 });
        return Jwk::refused(KeyFault::KeyTypeUnsupported);
    }

    Jwk fromMembers(KeyType type, std::initializer_list<QLatin1StringView> names) const
    {
        Jwk faulty;
        faulty.type = type;
        if (type == KeyType::Oct && m_symmetric == SymmetricKeys::Refuse) {
            faulty.fault = KeyFault::SecretNotTrusted;
            return faulty;
        }
        const JsonValue curve = m_value.member("crv"_L1);
        const bool needsCurve = type == KeyType::Ec || type == KeyType::Okp;
        if (needsCurve && !curve.isString()) {
            faulty.fault = curve.exists() ? KeyFault::MemberMalformed : KeyFault::MemberMissing;
            return faulty;
        }
        QList<QByteArray> parts;
        for (const QLatin1StringView name : names) {
            const JsonValue member = m_value.member(name);
            std::optional<QByteArray> bytes = strictBytes(member);
            if (!bytes) {
                faulty.curve = curve.toString();
                faulty.fault =
                    member.exists() ? KeyFault::MemberMalformed : KeyFault::MemberMissing;
                return faulty;
            }
            parts.append(std::move(*bytes));
        }
        switch (type) {
        case KeyType::Rsa:
            return rsaKey(parts[0], parts[1]);
        case KeyType::Ec:
            return ecKey(curve.toString(), parts[0], parts[1]);
        case KeyType::Okp:
            return okpKey(curve.toString(), parts[0]);
        case KeyType::Oct:
        case KeyType::Unknown:
            break;
        }
        return octKey(parts[0]);
    }

    std::optional<KeyFault> purposeFault() const
    {
        const JsonValue keyId = m_value.member("kid"_L1);
        if (keyId.exists() && !keyId.isString())
            return KeyFault::KeyIdNotText;
        const JsonValue algorithm = m_value.member("alg"_L1);
        const JsonValue use = m_value.member("use"_L1);
        if ((algorithm.exists() && !algorithm.isString()) || (use.exists() && !use.isString()))
            return KeyFault::MemberMalformed;
        if (use.exists() && use.toString() != "sig"_L1)
            return KeyFault::UseNotSignature;
        return operationsFault(m_value.member("key_ops"_L1), use.exists());
    }

    /// RFC 7517 §4.3: no value twice; beside `use` both must say the same. A private key's operations are
    /// those of its private half: where it is meant to sign, its public half, which is all that is used
    /// here, is meant to verify. A secret has no halves.
    std::optional<KeyFault> operationsFault(const JsonValue &operations, bool hasUse) const
    {
        if (!operations.exists())
            return std::nullopt;
        if (!operations.isArray())
            return KeyFault::MemberMalformed;
        QStringList names;
        for (const JsonValue &operation : operations) {
            if (!operation.isString())
                return KeyFault::MemberMalformed;
            names.append(operation.toString());
        }
        const bool foreign = std::any_of(names.cbegin(), names.cend(), [](const QString &name) {
            return name != "verify"_L1 && name != "sign"_L1;
        });
        const bool isPrivate =
            m_value.member("d"_L1).exists() && m_value.member("kty"_L1).toString() != "oct"_L1;
        const bool verifies =
            names.contains("verify"_L1) || (isPrivate && names.contains("sign"_L1));
        if (!verifies || names.removeDuplicates() > 0 || (hasUse && foreign))
            return KeyFault::NotForVerifying;
        return std::nullopt;
    }

    JsonValue m_value;
    SymmetricKeys m_symmetric;
};

} // namespace

Jwk Jwk::fromJson(const JsonValue &value, SymmetricKeys symmetric)
{
    return value.isObject() ? JwkReader(value, symmetric).read() : refused(KeyFault::NotAnObject);
}

Jwk Jwk::refused(KeyFault fault)
{
    Jwk key;
    key.fault = fault;
    return key;
}

bool operator==(const Jwk &a, const Jwk &b)
{
    // The thumbprint stands for the public key (RFC 7638 §1).
    return a.type == b.type && a.curve == b.curve && a.keyId == b.keyId
        && a.algorithm == b.algorithm && a.bits == b.bits && a.thumbprint == b.thumbprint
        && a.hasPrivateMembers == b.hasPrivateMembers && a.fault == b.fault
        && sameSecret(a.secret, b.secret);
}

} // namespace mintmark
