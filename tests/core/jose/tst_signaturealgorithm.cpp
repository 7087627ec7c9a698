// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"

#include "jose/jwkset.h"
#include "jose/signaturealgorithm.h"
#include "support/testmain.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray input = "eyJhbGciOiJ4In0.e30";

Jwk keyOf(const Forger &forger)
{
    return JwkSet::parse(forger.jwk(), SymmetricKeys::Accept).keys.value(0);
}

bool verifies(const QByteArray &algorithm, const Forger &forger, const QByteArray &signature)
{
    return isSignatureOf(input, signature, keyOf(forger),
                         *signatureAlgorithm(QString::fromLatin1(algorithm)));
}

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

/// The order of each curve (SEC 2 §2.4.2, §2.5.1, §2.6.1; RFC 8032 §5.1, §5.2), big-endian.
const QByteArray orderP256 =
    hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
const QByteArray orderP384 = hex("ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
                                 "581a0db248b0a77aecec196accc52973");
const QByteArray orderP521 =
    hex("01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
        "ffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409");
const QByteArray orderEd25519 =
    hex("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");

/// a + b, big-endian, as long as a or one byte longer.
QByteArray sum(const QByteArray &a, const QByteArray &b)
{
    const auto number = [](const QByteArray &bytes) {
        return BN_bin2bn(reinterpret_cast<const uchar *>(bytes.constData()), int(bytes.size()),
                         nullptr);
    };
    BIGNUM *x = number(a);
    BIGNUM *y = number(b);
    BN_add(x, x, y);
    QByteArray bytes(std::max(a.size(), qsizetype(BN_num_bytes(x))), '\0');
    BN_bn2binpad(x, reinterpret_cast<uchar *>(bytes.data()), int(bytes.size()));
    BN_free(x);
    BN_free(y);
    return bytes;
}

QByteArray reversed(QByteArray bytes)
{
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

/// The order minus s: the other signature that plain ECDSA accepts.
QByteArray difference(const QByteArray &order, const QByteArray &s)
{
    BIGNUM *x =
        BN_bin2bn(reinterpret_cast<const uchar *>(order.constData()), int(order.size()), nullptr);
    BIGNUM *y = BN_bin2bn(reinterpret_cast<const uchar *>(s.constData()), int(s.size()), nullptr);
    BN_sub(x, x, y);
    QByteArray bytes(s.size(), '\0');
    BN_bn2binpad(x, reinterpret_cast<uchar *>(bytes.data()), int(bytes.size()));
    BN_free(x);
    BN_free(y);
    return bytes;
}

QByteArray derOf(const QByteArray &raw)
{
    const int half = int(raw.size() / 2);
    ECDSA_SIG *signature = ECDSA_SIG_new();
    const auto data = reinterpret_cast<const uchar *>(raw.constData());
    ECDSA_SIG_set0(signature, BN_bin2bn(data, half, nullptr),
                   BN_bin2bn(data + half, half, nullptr));
    uchar *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature, &der);
    const QByteArray bytes(reinterpret_cast<char *>(der), size);
    OPENSSL_free(der);
    ECDSA_SIG_free(signature);
    return bytes;
}

/// The RSA private operation on a block made by hand.
QByteArray rawRsa(const Forger &forger, const QByteArray &block)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(nullptr, forger.key(), nullptr);
    QByteArray signature(256, '\0');
    size_t size = 256;
    EVP_PKEY_sign_init(context);
    EVP_PKEY_CTX_set_rsa_padding(context, RSA_NO_PADDING);
    EVP_PKEY_sign(context, reinterpret_cast<uchar *>(signature.data()), &size,
                  reinterpret_cast<const uchar *>(block.constData()), size_t(block.size()));
    EVP_PKEY_CTX_free(context);
    return signature;
}

} // namespace

class TestSignatureAlgorithm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsItsNames();
    void suitsKeysOfItsKind();
    void takesRawEcdsaOnly_data();
    void takesRawEcdsaOnly();
    void takesThePssSaltOfTheHash();
    void takesExactPkcs1Only();
    void takesWholeHmacOnly();
    void takesCanonicalEdwardsOnly();
    void refusesFaultyKeys();

    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }
};

void TestSignatureAlgorithm::knowsItsNames()
{
    for (const QString &name : u"HS256 HS384 HS512 RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 "
                               "ES512 EdDSA Ed25519 Ed448"_s.split(u' ')) {
        QVERIFY(signatureAlgorithm(name) != nullptr);
        QCOMPARE(signatureAlgorithm(name)->name, name);
    }
    for (const QString &name :
         u"|none|None|hs256|RS1|ES256K|ES521|EDDSA|ed25519|RSA-OAEP|dir| HS256|"
         "HS256 |HS256,RS256|SHA256"_s.split(u'|'))
        QVERIFY2(signatureAlgorithm(name) == nullptr, qPrintable(name));
    QVERIFY(signatureAlgorithm(QString("HS256\0x"_L1)) == nullptr);
}

void TestSignatureAlgorithm::suitsKeysOfItsKind()
{
    const auto suits = [](QStringView name, const Forger &forger) {
        return signatureAlgorithm(name)->suits(keyOf(forger));
    };
    const Forger p256 = Forger::ec("P-256");
    QVERIFY(suits(u"ES256", p256));
    QVERIFY(!suits(u"ES384", p256));
    QVERIFY(!suits(u"RS256", p256));
    const Forger ed448 = Forger::okp("ED448");
    QVERIFY(suits(u"EdDSA", ed448));
    QVERIFY(suits(u"Ed448", ed448));
    QVERIFY(!suits(u"Ed25519", ed448));
    const Forger secret = Forger::oct(QByteArray(48, 's')); // RFC 7518 §3.2
    QVERIFY(suits(u"HS256", secret));
    QVERIFY(suits(u"HS384", secret));
    QVERIFY(!suits(u"HS512", secret));
    QVERIFY(!suits(u"RS256", secret));
}

void TestSignatureAlgorithm::takesRawEcdsaOnly_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<QByteArray>("curve");
    QTest::addColumn<QByteArray>("order");
    QTest::newRow("ES256") << QByteArray("ES256") << QByteArray("P-256") << orderP256;
    QTest::newRow("ES384") << QByteArray("ES384") << QByteArray("P-384") << orderP384;
    QTest::newRow("ES512") << QByteArray("ES512") << QByteArray("P-521") << orderP521;
}

/// RFC 7518 §3.4.
void TestSignatureAlgorithm::takesRawEcdsaOnly()
{
    QFETCH(QByteArray, algorithm);
    QFETCH(QByteArray, curve);
    QFETCH(QByteArray, order);
    const Forger forger = Forger::ec(curve.constData());
    const QByteArray good = forger.sign(algorithm, input);
    const qsizetype size = order.size();
    QCOMPARE(good.size(), 2 * size);
    QVERIFY(verifies(algorithm, forger, good));
    const QByteArray r = good.first(size);
    const QByteArray s = good.last(size);
    // JWS has no rule against the greater of the two s.
    QVERIFY(verifies(algorithm, forger, r + difference(order, s)));

    const QByteArray zero(size, '\0');
    const QByteArray one = QByteArray(size - 1, '\0') + '\1';
    const QByteArray ones(size, '\xff');
    for (const QByteArray &wrong : { QByteArray(),
                                     QByteArray(1, '\0'),
                                     derOf(good),
                                     s + r,
                                     zero + s,
                                     r + zero,
                                     zero + zero,
                                     zero + one,
                                     one + zero,
                                     one + one,
                                     order + s,
                                     r + order,
                                     order + order,
                                     ones + ones,
                                     good.chopped(1),
                                     good + '\0',
                                     QByteArray(1, '\0') + good,
                                     good.first(size),
                                     QByteArray(1, '\0') + r + QByteArray(1, '\0') + s,
                                     good + good,
                                     sum(r, order) + s,
                                     r + sum(s, order),
                                     QByteArray(200'000, '\1') })
        QVERIFY2(!verifies(algorithm, forger, wrong), wrong.left(200).toHex().constData());
}

/// RFC 7518 §3.5: salt as long as the hash, MGF1 with the same hash.
void TestSignatureAlgorithm::takesThePssSaltOfTheHash()
{
    const Forger forger = Forger::rsa();
    for (const QByteArray &algorithm : { "PS256"_ba, "PS384"_ba, "PS512"_ba }) {
        const int right = algorithm.right(3).toInt() / 8;
        for (const int salt : { 0, 1, 20, 31, 32, 33, 48, 64, 100 })
            QCOMPARE(verifies(algorithm, forger, forger.sign(algorithm, input, salt)),
                     salt == right);
        for (const char *mgf1 : { "SHA1", "SHA256", "SHA384", "SHA512" })
            QCOMPARE(verifies(algorithm, forger, forger.sign(algorithm, input, -1, mgf1)),
                     algorithm.endsWith(mgf1 + 3));
        QVERIFY(!verifies(algorithm, forger, forger.sign("RS" + algorithm.right(3), input)));
    }
}

/// RFC 8017 §8.2.2, §9.2: one encoding, and exactly as long as the modulus.
void TestSignatureAlgorithm::takesExactPkcs1Only()
{
    const Forger forger = Forger::rsa();
    const QByteArray good = forger.sign("RS256", input);
    QVERIFY(verifies("RS256", forger, good));
    for (const QByteArray &wrong :
         { QByteArray(), good.chopped(1), good.sliced(1), good + '\0', QByteArray(1, '\0') + good,
           QByteArray(256, '\0'), QByteArray(255, '\0') + '\1', QByteArray(256, '\xff') })
        QVERIFY(!verifies("RS256", forger, wrong));

    const QByteArray hash = QCryptographicHash::hash(input, QCryptographicHash::Sha256);
    const QByteArray info = hex("3031300d060960864801650304020105000420") + hash;
    const QByteArray withoutNull = hex("302f300b0609608648016503040201"
                                       "0420")
        + hash;
    const auto block = [](const QByteArray &tail, char type = '\1', char filler = '\xff') {
        return QByteArray(1, '\0') + type + QByteArray(253 - tail.size(), filler) + '\0' + tail;
    };
    QCOMPARE(rawRsa(forger, block(info)), good);
    QVERIFY(!verifies("RS256", forger, rawRsa(forger, block(withoutNull))));
    QVERIFY(!verifies("RS256", forger, rawRsa(forger, block(info, '\2'))));
    QVERIFY(!verifies("RS256", forger, rawRsa(forger, block(info, '\1', '\xfe'))));
    QVERIFY(!verifies("RS256", forger, rawRsa(forger, block(hash))));
    QVERIFY(!verifies("RS256", forger, rawRsa(forger, block(info + "garbage"))));
    // Bleichenbacher 2006: short padding, garbage behind.
    const QByteArray shortPadding = hex("0001ffffffffffffffff00") + info;
    QVERIFY(!verifies("RS256", forger,
                      rawRsa(forger, shortPadding + QByteArray(256 - shortPadding.size(), '\0'))));
}

void TestSignatureAlgorithm::takesWholeHmacOnly()
{
    const Forger forger = Forger::oct(QByteArray(64, 's'));
    for (const QByteArray &algorithm : { "HS256"_ba, "HS384"_ba, "HS512"_ba }) {
        const QByteArray good = forger.sign(algorithm, input);
        QVERIFY(verifies(algorithm, forger, good));
        for (const QByteArray &wrong :
             { QByteArray(), good.first(16), good.chopped(1), good + '\0', good.toHex(),
               QByteArray(good.size(), '\0'), good.toUpper() + 'x' })
            QVERIFY(!verifies(algorithm, forger, wrong));
    }
    // RFC 2104 pads keys with zeros, so these two are one key and that is no fault of ours.
    QVERIFY(verifies("HS256", Forger::oct(QByteArray(32, 's') + '\0'),
                     Forger::oct(QByteArray(32, 's')).sign("HS256", input)));
}

/// RFC 8032 §5.1.7: S below the order, else there would be a second signature.
void TestSignatureAlgorithm::takesCanonicalEdwardsOnly()
{
    const Forger forger = Forger::okp("ED25519");
    const QByteArray good = forger.sign("EdDSA", input);
    QVERIFY(verifies("EdDSA", forger, good));
    QVERIFY(verifies("Ed25519", forger, good));
    const QByteArray r = good.first(32);
    const QByteArray s = good.last(32);
    for (const QByteArray &wrong :
         { QByteArray(), r, good.chopped(1), good + '\0', s + r, QByteArray(64, '\0'),
           QByteArray(64, '\xff'), r + QByteArray(32, '\0'), QByteArray(32, '\0') + s,
           r + reversed(sum(reversed(s), orderEd25519)) })
        QVERIFY(!verifies("EdDSA", forger, wrong));
    const Forger ed448 = Forger::okp("ED448");
    const QByteArray long448 = ed448.sign("EdDSA", input);
    QCOMPARE(long448.size(), 114);
    QVERIFY(verifies("Ed448", ed448, long448));
    for (const QByteArray &wrong :
         { long448.chopped(1), long448 + '\0', good, long448.first(57) + QByteArray(57, '\0'),
           long448.chopped(1) + '\x80' })
        QVERIFY(!verifies("EdDSA", ed448, wrong));
}

void TestSignatureAlgorithm::refusesFaultyKeys()
{
    const Forger forger = Forger::ec("P-256");
    Jwk key = keyOf(forger);
    const QByteArray signature = forger.sign("ES256", input);
    QVERIFY(isSignatureOf(input, signature, key, *signatureAlgorithm(u"ES256")));
    QVERIFY(!isSignatureOf(input, signature, key, *signatureAlgorithm(u"RS256")));
    key.fault = KeyFault::UseNotSignature;
    QVERIFY(!isSignatureOf(input, signature, key, *signatureAlgorithm(u"ES256")));
    QVERIFY(!isSignatureOf(input, signature, Jwk(), *signatureAlgorithm(u"ES256")));
}

MINTMARK_TEST(tst_signaturealgorithm, TestSignatureAlgorithm)
#include "tst_signaturealgorithm.moc"
