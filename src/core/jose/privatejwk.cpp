// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/privatejwk.h"

#include "base/displaytext.h"
#include "base/secretbytes.h"
#include "jose/base64url.h"

#include <openssl/core_names.h>

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PrivateKey)
};

constexpr qsizetype maximumBytes = 2048; // of RSA's modulus, 16384 bits

/// Empty where there is none or it is not base64url. The text never becomes a QString.
SecretBytes bytesOf(const JsonValue &member)
{
    if (!member.isString())
        return {};
    Base64UrlDecoded decoded = base64UrlDecode(member.raw().sliced(1).chopped(1));
    SecretBytes bytes = SecretBytes::take(decoded.bytes);
    return decoded.problems.isEmpty() && bytes.size() <= maximumBytes ? std::move(bytes)
                                                                      : SecretBytes();
}

using SecretNumber = evp::Handle<BIGNUM, BN_clear_free>;

/// In memory that OpenSSL clears when it lets go of it.
SecretNumber secretNumber(const SecretBytes &bytes)
{
    SecretNumber number(BN_secure_new());
    if (number)
        BN_bin2bn(evp::data(bytes.view()), static_cast<int>(bytes.size()), number.get());
    return number;
}

evp::Key keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const evp::Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const evp::KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) != 1)
        return {};
    return evp::Key(key);
}

evp::Key rsaKeyOf(const JsonValue &jwk)
{
    struct Member
    {
        QLatin1StringView name;
        const char *parameter;
    };
    static constexpr Member members[] = {
        { "n"_L1, OSSL_PKEY_PARAM_RSA_N },          { "e"_L1, OSSL_PKEY_PARAM_RSA_E },
        { "d"_L1, OSSL_PKEY_PARAM_RSA_D },          { "p"_L1, OSSL_PKEY_PARAM_RSA_FACTOR1 },
        { "q"_L1, OSSL_PKEY_PARAM_RSA_FACTOR2 },    { "dp"_L1, OSSL_PKEY_PARAM_RSA_EXPONENT1 },
        { "dq"_L1, OSSL_PKEY_PARAM_RSA_EXPONENT2 }, { "qi"_L1, OSSL_PKEY_PARAM_RSA_COEFFICIENT1 },
    };
    // Other primes would make numbers that do not fit together: RFC 7518 §6.3.2.7 has them refused.
    const bool hasPrimes = std::ranges::all_of(
        members, [&jwk](const Member &member) { return jwk.member(member.name).exists(); });
    if (jwk.member("oth"_L1).exists())
        return {};
    const evp::ParameterBuilder builder(OSSL_PARAM_BLD_new());
    SecretNumber numbers[std::size(members)];
    for (size_t i = 0; i < (hasPrimes ? std::size(members) : 3); ++i) {
        const SecretBytes bytes = bytesOf(jwk.member(members[i].name));
        if (bytes.isEmpty())
            return {};
        numbers[i] = secretNumber(bytes);
        OSSL_PARAM_BLD_push_BN(builder.get(), members[i].parameter, numbers[i].get());
    }
    return keyFrom("RSA", builder.get());
}

evp::Key ecKeyOf(const JsonValue &jwk)
{
    const QString curve = jwk.member("crv"_L1).toString();
    const qsizetype size = curve == "P-256"_L1 ? 32
        : curve == "P-384"_L1                  ? 48
        : curve == "P-521"_L1                  ? 66
                                               : 0;
    const SecretBytes x = bytesOf(jwk.member("x"_L1));
    const SecretBytes y = bytesOf(jwk.member("y"_L1));
    const SecretBytes d = bytesOf(jwk.member("d"_L1));
    if (size == 0 || x.size() != size || y.size() != size || d.isEmpty() || d.size() > size)
        return {};
    const QByteArray group = curve.toLatin1();
    const QByteArray point =
        '\x04' + x.view().toByteArray() + y.view().toByteArray(); // SEC 1 §2.3.3
    const SecretNumber number = secretNumber(d);
    const evp::ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, group.constData(),
                                    0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                     evp::size(point));
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number.get());
    return keyFrom("EC", builder.get());
}

/// OpenSSL computes the public half; it has to be the one that is written there.
evp::Key okpKeyOf(const JsonValue &jwk)
{
    const QString curve = jwk.member("crv"_L1).toString();
    const char *type = curve == "Ed25519"_L1 ? "ED25519" : curve == "Ed448"_L1 ? "ED448" : nullptr;
    const SecretBytes d = bytesOf(jwk.member("d"_L1));
    const SecretBytes x = bytesOf(jwk.member("x"_L1));
    if (type == nullptr || d.isEmpty())
        return {};
    evp::Key key(EVP_PKEY_new_raw_private_key_ex(nullptr, type, nullptr, evp::data(d.view()),
                                                 evp::size(d.view())));
    uchar bytes[64] = {};
    size_t size = sizeof bytes;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), bytes, &size) != 1
        || QByteArrayView(bytes, static_cast<qsizetype>(size)) != x.view())
        return {};
    return key;
}

QString keyIdOf(const JsonValue &jwk)
{
    return jwk.member("kid"_L1).toString();
}

bool canSign(const JsonValue &jwk)
{
    return jwk.member("d"_L1).exists() && isForSigning(jwk) && privateKeyFromJwk(jwk);
}

/// `detail` is one sentence or empty.
Error notChosen(const QList<JsonValue> &signing, const QString &detail)
{
    constexpr qsizetype shownKeys = 20;
    constexpr qsizetype shownCharacters = 100;
    QStringList ids;
    for (const JsonValue &key : signing) {
        if (const QString id = keyIdOf(key); !id.isEmpty() && ids.size() < shownKeys)
            ids << u'"' + displayText(id.left(shownCharacters)).text + u'"';
    }
    return { ErrorCode::KeyNotChosen,
             { { u"keys"_s, ids.join(u", "_s) }, { u"detail"_s, detail } },
             {} };
}

} // namespace

bool isForSigning(const JsonValue &jwk)
{
    const JsonValue use = jwk.member("use"_L1);
    const JsonValue operations = jwk.member("key_ops"_L1);
    const bool mentionsSigning =
        std::ranges::any_of(operations, [](const JsonValue &operation) {
            return operation.toString() == "sign"_L1;
        });
    return (!use.exists() || use.toString() == "sig"_L1) && (!operations.exists() || mentionsSigning);
}

Result<JsonValue> signingKeyOf(const JsonValue &keys, const QString &keyId)
{
    if (keys.size() == 1)
        return keys.at(0); // what is wrong with it is said of it
    QList<JsonValue> signing; // others stand there for encryption, or are public
    QList<JsonValue> named;
    bool isNamed = false;
    for (const JsonValue &key : keys) {
        const bool bearsName = !keyId.isEmpty() && keyIdOf(key) == keyId;
        isNamed = isNamed || bearsName;
        if (!canSign(key))
            continue;
        signing << key;
        if (bearsName)
            named << key;
    }
    if (named.size() == 1)
        return named.first();
    if (signing.isEmpty())
        return Error { ErrorCode::KeyUnreadable,
                       { { u"detail"_s, Text::tr("None of the set's keys can sign.") } },
                       {} };
    if (named.size() > 1)
        return notChosen(signing, Text::tr("More than one has the key ID that is given."));
    if (isNamed)
        return notChosen(signing, Text::tr("The one whose key ID is given cannot sign."));
    if (signing.size() == 1)
        return signing.first();
    return notChosen(signing, keyId.isEmpty() ? QString() : Text::tr("None has the key ID that is given."));
}

evp::Key privateKeyFromJwk(const JsonValue &jwk)
{
    const QString type = jwk.member("kty"_L1).toString();
    if (type == "RSA"_L1)
        return rsaKeyOf(jwk);
    if (type == "EC"_L1)
        return ecKeyOf(jwk);
    return type == "OKP"_L1 ? okpKeyOf(jwk) : evp::Key();
}

} // namespace mintmark
