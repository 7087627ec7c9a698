// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "joseexamples.h"

#include "jose/signer.h"
#include "support/testmain.h"
#include "json/reader.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(mintmark::SigningAlgorithm)

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

QByteArray pemOf(EVP_PKEY *key, const EVP_CIPHER *cipher = nullptr)
{
    BIO *bio = BIO_new(BIO_s_mem());
    const uchar passphrase[] = "swordfish";
    PEM_write_bio_PrivateKey(bio, key, cipher, cipher ? passphrase : nullptr, cipher ? 9 : 0,
                             nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray pem(data, size);
    BIO_free(bio);
    return pem;
}

QByteArray decoded(const JsonValue &jwk, QLatin1StringView name)
{
    return base64UrlDecode(jwk.member(name).toString().toLatin1()).bytes;
}

BIGNUM *number(const QByteArray &bytes)
{
    return BN_bin2bn(reinterpret_cast<const uchar *>(bytes.constData()), int(bytes.size()),
                     nullptr);
}

/// A public key from nothing but the JWK's members.
Key publicKey(const QByteArray &json)
{
    const JsonDocument document = JsonDocument::parse(json);
    const JsonValue jwk = document.root();
    const bool rsa = jwk.member("kty"_L1).toString() == u"RSA";
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    const QByteArray point = '\x04' + decoded(jwk, "x"_L1) + decoded(jwk, "y"_L1);
    BIGNUM *n = number(decoded(jwk, "n"_L1));
    BIGNUM *e = number(decoded(jwk, "e"_L1));
    if (rsa) {
        OSSL_PARAM_BLD_push_BN(builder, "n", n);
        OSSL_PARAM_BLD_push_BN(builder, "e", e);
    } else {
        OSSL_PARAM_BLD_push_utf8_string(builder, "group", "P-256", 0);
        OSSL_PARAM_BLD_push_octet_string(builder, "pub", point.constData(), size_t(point.size()));
    }
    OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(nullptr, rsa ? "RSA" : "EC", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(context);
    EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    BN_free(n);
    BN_free(e);
    return { key, EVP_PKEY_free };
}

QByteArray derSignature(const QByteArray &raw)
{
    ECDSA_SIG *signature = ECDSA_SIG_new();
    ECDSA_SIG_set0(signature, number(raw.first(32)), number(raw.sliced(32)));
    uchar *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature, &der);
    const QByteArray bytes(reinterpret_cast<char *>(der), size);
    OPENSSL_free(der);
    ECDSA_SIG_free(signature);
    return bytes;
}

bool verifies(EVP_PKEY *key, const QByteArray &input, const QByteArray &signature)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const bool good = EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(context, reinterpret_cast<const uchar *>(signature.constData()),
                            size_t(signature.size()),
                            reinterpret_cast<const uchar *>(input.constData()),
                            size_t(input.size()))
            == 1;
    EVP_MD_CTX_free(context);
    return good;
}

/// The payload of RFC 7515 A.1 to A.3.
constexpr char joe[] =
    "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";

} // namespace

class TestSigner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsAsRfc7515A2();
    void signsWithTheKeyOfRfc7515A3();
    void generatesKeysThatVerify_data();
    void generatesKeysThatVerify();
    void padsEcSignatures();
    void listsPublicKeysOnly();
    void refusesOtherKeys_data();
    void refusesOtherKeys();
};

void TestSigner::signsAsRfc7515A2()
{
    const Result<SigningKey> key = SigningKey::fromPem(joseData("rfc7515-a2.pem"_L1));
    QVERIFY(key.ok());
    QCOMPARE(key->algorithm(), SigningAlgorithm::RS256);
    QCOMPARE(key->keyId(), "IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8"_ba);
    QCOMPARE(key->signCompact(R"({"alg":"RS256"})", joe), QByteArray(rfc7515::a2));
    QCOMPARE(
        key->header("at+jwt"_L1),
        R"({"alg":"RS256","typ":"at+jwt","kid":"IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8"})"_ba);
}

void TestSigner::signsWithTheKeyOfRfc7515A3()
{
    const Result<SigningKey> key = SigningKey::fromPem(joseData("rfc7515-a3.pem"_L1));
    QVERIFY(key.ok());
    QCOMPARE(key->algorithm(), SigningAlgorithm::ES256);
    QCOMPARE(key->keyId(), "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U"_ba);
    QCOMPARE(key->publicJwk(),
             R"({"crv":"P-256","kty":"EC","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
             R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","use":"sig","alg":"ES256",)"
             R"("kid":"oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U"})"_ba);
    // The signature printed in A.3.1 fits the key we publish.
    const QByteArray printed =
        base64UrlDecode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApm"
                        "WQxfKTUJqPP3-Kg6NU1Q")
            .bytes;
    const QByteArray input = "eyJhbGciOiJFUzI1NiJ9." + base64UrlEncode(joe);
    QVERIFY(verifies(publicKey(key->publicJwk()).get(), input, derSignature(printed)));
}

void TestSigner::generatesKeysThatVerify_data()
{
    QTest::addColumn<SigningAlgorithm>("algorithm");
    QTest::newRow("RS256") << SigningAlgorithm::RS256;
    QTest::newRow("ES256") << SigningAlgorithm::ES256;
}

void TestSigner::generatesKeysThatVerify()
{
    QFETCH(SigningAlgorithm, algorithm);
    const Result<SigningKey> key = SigningKey::generate(algorithm);
    QVERIFY(key.ok());
    const QByteArray token = key->signCompact(key->header("JWT"_L1), joe);
    const QByteArrayList parts = token.split('.');
    QCOMPARE(parts.size(), 3);
    QCOMPARE(base64UrlDecode(parts[0]).bytes, key->header("JWT"_L1));
    QCOMPARE(base64UrlDecode(parts[1]).bytes, QByteArray(joe));
    QByteArray signature = base64UrlDecode(parts[2]).bytes;
    QCOMPARE(signature.size(), algorithm == SigningAlgorithm::ES256 ? 64 : 256);
    if (algorithm == SigningAlgorithm::ES256)
        signature = derSignature(signature);
    const Key verifier = publicKey(key->publicJwk());
    QVERIFY(verifies(verifier.get(), parts[0] + '.' + parts[1], signature));
    QVERIFY(!verifies(verifier.get(), parts[0] + '.' + parts[1] + 'A', signature));
    const Result<SigningKey> other = SigningKey::generate(algorithm);
    QVERIFY(other->keyId() != key->keyId());
}

/// r and s are 32 bytes each, also when they begin with zeros (one in 128 signatures).
void TestSigner::padsEcSignatures()
{
    const Result<SigningKey> key = SigningKey::fromPem(joseData("rfc7515-a3.pem"_L1));
    QVERIFY(key.ok());
    const Key verifier = publicKey(key->publicJwk());
    int withZero = 0;
    for (int i = 0; i < 2000; ++i) {
        const QByteArray input = QByteArray::number(i);
        const QByteArray signature = key->sign(input);
        QCOMPARE(signature.size(), 64);
        if (signature[0] == 0 || signature[32] == 0) {
            ++withZero;
            QVERIFY(verifies(verifier.get(), input, derSignature(signature)));
        }
    }
    QVERIFY(withZero > 0);
}

void TestSigner::listsPublicKeysOnly()
{
    const Result<SigningKey> rsa = SigningKey::fromPem(joseData("rfc7515-a2.pem"_L1));
    const Result<SigningKey> ec = SigningKey::fromPem(joseData("rfc7515-a3.pem"_L1));
    const QByteArray set = publicJwkSet({ rsa->publicJwk(), ec->publicJwk() });
    const JsonDocument document = JsonDocument::parse(set);
    QVERIFY(document.isValid());
    QCOMPARE(document.root().member("keys"_L1).size(), 2);
    for (const JsonValue &jwk : document.root().member("keys"_L1)) {
        for (const QLatin1StringView secret :
             { "d"_L1, "p"_L1, "q"_L1, "dp"_L1, "dq"_L1, "qi"_L1, "k"_L1 })
            QVERIFY(!jwk.member(secret).exists());
    }
    QCOMPARE(publicJwkSet({}), R"({"keys":[]})"_ba);
}

void TestSigner::refusesOtherKeys_data()
{
    QTest::addColumn<QByteArray>("pem");
    const Key small(EVP_RSA_gen(1024), EVP_PKEY_free);
    const Key p384(EVP_EC_gen("P-384"), EVP_PKEY_free);
    const Key p256(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const Key ed25519(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
    QTest::newRow("RSA, 1024 bit") << pemOf(small.get());
    QTest::newRow("P-384") << pemOf(p384.get());
    QTest::newRow("Ed25519") << pemOf(ed25519.get());
    QTest::newRow("passphrase") << pemOf(p256.get(), EVP_aes_256_cbc());
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no PEM") << QByteArray("hello");
    QTest::newRow("cut off") << pemOf(p256.get()).first(60);
}

void TestSigner::refusesOtherKeys()
{
    QFETCH(QByteArray, pem);
    const Result<SigningKey> key = SigningKey::fromPem(pem);
    QVERIFY(!key.ok());
    QCOMPARE(key.error().code, ErrorCode::ProfileInvalid);
}

MINTMARK_TEST(tst_signer, TestSigner)
#include "tst_signer.moc"
