// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/keyselection.h"

#include <algorithm>

namespace mintmark {

namespace {

QList<const Jwk *> withKeyId(const JwkSet &set, const std::optional<QString> &keyId)
{
    QList<const Jwk *> keys;
    for (const Jwk &key : set.keys) {
        if (key.keyId == keyId)
            keys.append(&key);
    }
    return keys;
}

QList<const Jwk *> all(const JwkSet &set)
{
    QList<const Jwk *> keys;
    for (const Jwk &key : set.keys)
        keys.append(&key);
    return keys;
}

bool isForOtherPurpose(const Jwk &key)
{
    return key.fault == KeyFault::UseNotSignature || key.fault == KeyFault::NotForVerifying
        || key.fault == KeyFault::KeyTypeUnsupported; // X25519 beside Ed25519
}

bool isSameKey(const Jwk &a, const Jwk &b)
{
    return !a.fault && !b.fault && a.thumbprint == b.thumbprint && sameSecret(a.secret, b.secret);
}

class Selector
{
public:
    explicit Selector(const SignatureAlgorithm &algorithm) : m_algorithm(algorithm) { }

    void look(const Jwk &key)
    {
        const bool rightCurve =
            m_algorithm.curve.isEmpty() || key.curve.isEmpty() || key.curve == m_algorithm.curve;
        if (key.type == KeyType::Unknown && key.fault) {
            noteFault(*key.fault);
        } else if (key.type != m_algorithm.keyType || !rightCurve) {
            return;
        } else if (isForOtherPurpose(key)) {
            noteFault(*key.fault);
        } else if (!key.algorithm.isEmpty() && key.algorithm != m_algorithm.name) {
            m_otherAlgorithm = true;
        } else {
            m_contenders.append(&key);
            if (key.fault)
                noteFault(*key.fault);
            else if (m_algorithm.suits(key))
                m_selection.keys.append(&key);
            else
                noteFault(KeyFault::SecretTooShort);
        }
    }

    /// More than one key could be meant, the faulty ones among them included.
    bool isAmbiguous() const
    {
        return std::any_of(m_contenders.cbegin(), m_contenders.cend(), [this](const Jwk *key) {
            return key != m_contenders.first() && !isSameKey(*key, *m_contenders.first());
        });
    }

    KeySelection take()
    {
        if (m_selection.keys.isEmpty() && !m_selection.fault)
            m_selection.reason = m_otherAlgorithm ? SignatureReason::KeyForOtherAlgorithm
                                                  : SignatureReason::NoFittingKey;
        return m_selection;
    }

private:
    void noteFault(KeyFault fault)
    {
        if (!m_selection.fault)
            m_selection.fault = fault;
    }

    const SignatureAlgorithm &m_algorithm;
    QList<const Jwk *> m_contenders;
    KeySelection m_selection;
    bool m_otherAlgorithm = false;
};

} // namespace

KeySelection selectKeys(const JwkSet &set, const SignatureAlgorithm &algorithm,
                        const std::optional<QString> &keyId)
{
    if (set.keys.isEmpty())
        return {};
    QList<const Jwk *> pool = keyId ? withKeyId(set, keyId) : all(set);
    const bool named = keyId && !pool.isEmpty();
    if (pool.isEmpty())
        pool = withKeyId(set, std::nullopt);
    if (pool.isEmpty())
        return { {}, SignatureReason::UnknownKeyId, std::nullopt };

    Selector selector(algorithm);
    for (const Jwk *key : std::as_const(pool))
        selector.look(*key);
    if (named && selector.isAmbiguous())
        return { {}, SignatureReason::AmbiguousKeyId, std::nullopt };
    return selector.take();
}

} // namespace mintmark
