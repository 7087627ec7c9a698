// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/jwkset.h"

#include "jose/pemkeys.h"
#include "json/reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

JwkSet faulty(KeySetFault fault)
{
    JwkSet set;
    set.fault = fault;
    return set;
}

/// `offsets` are those of members that stand for the second time, ascending.
Jwk readKey(const JsonValue &value, const std::vector<qsizetype> &offsets, SymmetricKeys symmetric)
{
    Jwk key = Jwk::fromJson(value, symmetric);
    const auto next = std::lower_bound(offsets.cbegin(), offsets.cend(), value.offset());
    if (next != offsets.cend() && *next < value.offset() + value.length()) {
        key.fault = KeyFault::DuplicateMember;
        key.publicKey.reset();
        key.secret.reset();
    }
    return key;
}

JwkSet readJson(QByteArrayView text, SymmetricKeys symmetric)
{
    const JsonDocument document =
        JsonDocument::parse(QByteArray::fromRawData(text.data(), text.size()));
    if (!document.isValid())
        return faulty(KeySetFault::InvalidJson);
    const JsonValue root = document.root();
    std::vector<qsizetype> offsets;
    for (const JsonValue &member : document.duplicateMembers())
        offsets.push_back(member.offset());

    JwkSet set;
    const JsonValue keys = root.member("keys"_L1);
    if (keys.isArray()) {
        if (root.count("keys"_L1) > 1)
            return faulty(KeySetFault::DuplicateMember);
        if (keys.size() > JwkSet::maximumKeys)
            return faulty(KeySetFault::TooManyKeys);
        for (const JsonValue &key : keys)
            set.keys.append(readKey(key, offsets, symmetric));
        return set;
    }
    if (keys.exists() || !root.member("kty"_L1).exists())
        return faulty(!keys.exists() && root.member("jwks_uri"_L1).isString()
                          ? KeySetFault::Metadata
                          : KeySetFault::NotKeys);
    set.keys.append(readKey(root, offsets, symmetric));
    return set;
}

} // namespace

QLatin1StringView keySetFaultName(KeySetFault fault)
{
    constexpr QLatin1StringView names[] = { "not_keys"_L1,     "metadata"_L1,         "too_large"_L1,
                                            "invalid_json"_L1, "duplicate_member"_L1, "too_many_keys"_L1 };
    return names[static_cast<int>(fault)];
}

QString keySetFaultSentence(KeySetFault fault)
{
    switch (fault) {
    case KeySetFault::NotKeys:
        break;
    case KeySetFault::Metadata:
        return QCoreApplication::translate(
            "KeyFaults", "The text is the metadata of an authorization server. Its keys are at the "
                         "address that jwks_uri names there.");
    case KeySetFault::TooLarge:
        return QCoreApplication::translate("KeyFaults", "The key set is larger than 1 MiB.");
    case KeySetFault::InvalidJson:
        return QCoreApplication::translate("KeyFaults", "The key set is not valid JSON.");
    case KeySetFault::DuplicateMember:
        return QCoreApplication::translate("KeyFaults", "The key set has its list of keys twice.");
    case KeySetFault::TooManyKeys:
        return QCoreApplication::translate("KeyFaults", "The key set has more than 1000 keys.");
    }
    return QCoreApplication::translate(
        "KeyFaults", "The text is neither a JWK Set nor a JWK, PEM public key or certificate.");
}

JwkSet JwkSet::parse(QByteArrayView text, SymmetricKeys symmetric)
{
    if (text.size() > maximumSize)
        return faulty(KeySetFault::TooLarge);
    constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
    if (text.startsWith(byteOrderMark)) // editors put it into files; RFC 8259 §8.1 lets it pass
        text = text.sliced(byteOrderMark.size());
    text = text.trimmed();
    if (text.startsWith('{'))
        return readJson(text, symmetric);
    JwkSet set;
    set.keys = keysFromPem(text);
    if (set.keys.isEmpty())
        set.fault = KeySetFault::NotKeys;
    return set;
}

qsizetype JwkSet::usableKeys() const
{
    return std::count_if(keys.cbegin(), keys.cend(), [](const Jwk &key) { return !key.fault; });
}

bool JwkSet::hasPrivateMembers() const
{
    return std::any_of(keys.cbegin(), keys.cend(),
                       [](const Jwk &key) { return key.hasPrivateMembers; });
}

} // namespace mintmark
