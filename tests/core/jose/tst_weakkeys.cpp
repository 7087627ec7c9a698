// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"
#include "rfcsignatures.h"

#include "jose/weakkeys.h"
#include "support/testmain.h"

#include <openssl/bn.h>
#include <openssl/x509.h>

#include <memory>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

Number number(const char *decimal)
{
    BIGNUM *value = nullptr;
    BN_dec2bn(&value, decimal);
    return { value, BN_free };
}

Number modulusOf(const Forger &forger)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(forger.key(), "n", &value);
    return { value, BN_free };
}

/// A number as that library makes primes: k · M + (65537^a mod M), M the product of the first 126
/// primes (Nemec et al. 2017, §2). The product of two such numbers has the same form.
Number rocaNumber(unsigned a)
{
    Number product(BN_new(), BN_free);
    BN_one(product.get());
    int count = 0;
    for (unsigned candidate = 2; count < 126; ++candidate) {
        bool prime = true;
        for (unsigned divisor = 2; divisor * divisor <= candidate; ++divisor)
            prime = prime && candidate % divisor != 0;
        if (prime) {
            BN_mul_word(product.get(), candidate);
            ++count;
        }
    }
    BN_CTX *context = BN_CTX_new();
    const Number base = number("65537");
    Number exponent(BN_new(), BN_free);
    BN_set_word(exponent.get(), a);
    Number value(BN_new(), BN_free);
    BN_mod_exp(value.get(), base.get(), exponent.get(), product.get(), context);
    BN_mul_word(product.get(), 0xABCDEF01UL + a);
    BN_add(value.get(), value.get(), product.get());
    BN_CTX_free(context);
    return value;
}

QByteArray derOf(const Forger &forger)
{
    uchar *der = nullptr;
    const int size = i2d_PUBKEY(forger.key(), &der);
    const QByteArray bytes(reinterpret_cast<char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

} // namespace

class TestWeakKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsSmallFactors();
    void findsRoca();
    void findsUselessEdwardsPoints_data();
    void findsUselessEdwardsPoints();
    void acceptsEdwardsKeys();
    void knowsPublicKeyTexts_data();
    void knowsPublicKeyTexts();
};

void TestWeakKeys::findsSmallFactors()
{
    QVERIFY(hasSmallFactor(number("1000000").get()));
    QVERIFY(hasSmallFactor(number("564001").get()));  // 751²
    QVERIFY(!hasSmallFactor(number("573049").get())); // 757²
    QVERIFY(!hasSmallFactor(modulusOf(Forger::rsa()).get()));
}

void TestWeakKeys::findsRoca()
{
    for (const unsigned a : { 0U, 1U, 2U, 1234567U, 4000000000U })
        QVERIFY(isRocaModulus(rocaNumber(a).get()));
    Number off = rocaNumber(77);
    BN_add_word(off.get(), 2);
    QVERIFY(!isRocaModulus(off.get()));
    QVERIFY(!isRocaModulus(modulusOf(Forger::rsa()).get()));
}

void TestWeakKeys::findsUselessEdwardsPoints_data()
{
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *name, const QByteArray &hex) {
        QTest::newRow(name) << QByteArray::fromHex(hex);
    };
    const QByteArray zeros = "00000000000000000000000000000000000000000000000000000000000000";
    const QByteArray ones = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";
    row("order 1", "01" + zeros);
    row("order 1, sign", "01" + zeros.chopped(2) + "80");
    row("order 2", "ec" + ones + "7f");
    row("order 2, sign", "ec" + ones + "ff");
    row("order 4", "00" + zeros);
    row("order 4, sign", "00" + zeros.chopped(2) + "80");
    row("order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    row("order 8, sign", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85");
    row("order 8, other", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
    row("order 8, other, sign", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");
    row("y = p", "ed" + ones + "7f");
    row("y = p + 1", "ee" + ones + "7f");
    row("y = 2^255 - 1", "ff" + ones + "7f");
    const QByteArray zeros448 = QByteArray(56, '\0').toHex();
    const QByteArray half448 = QByteArray(28, '\xff').toHex();
    row("448: order 1", "01" + zeros448);
    row("448: order 4", "00" + zeros448);
    row("448: order 2", "fe" + half448.sliced(2) + "fe" + half448.sliced(2) + "00");
    row("448: y = p", half448 + "fe" + half448.sliced(2) + "00");
    row("448: y = p + 1", QByteArray(28, '\0').toHex() + half448 + "00");
    row("448: beyond", half448 + half448 + "01");
}

void TestWeakKeys::findsUselessEdwardsPoints()
{
    QFETCH(QByteArray, key);
    QVERIFY(key.size() == 32 || key.size() == 57);
    QVERIFY(!isUsableEdwardsPoint(key));
}

void TestWeakKeys::acceptsEdwardsKeys()
{
    for (int i = 0; i < 50; ++i) {
        for (const char *type : { "ED25519", "ED448" }) {
            const Forger forger = Forger::okp(type);
            QByteArray raw(64, '\0');
            size_t size = 64;
            EVP_PKEY_get_raw_public_key(forger.key(), reinterpret_cast<uchar *>(raw.data()), &size);
            QVERIFY(isUsableEdwardsPoint(raw.first(qsizetype(size))));
        }
    }
}

void TestWeakKeys::knowsPublicKeyTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isKey");
    const Forger rsa = Forger::rsa();
    const Forger ec = Forger::ec("P-256");
    QTest::newRow("PEM") << rsa.publicPem() << true;
    QTest::newRow("PEM with a line before") << "key:\r\n" + ec.publicPem() << true;
    QTest::newRow("PEM in one line") << rsa.publicPem().replace('\n', ' ') << true;
    QTest::newRow("DER, RSA") << derOf(rsa) << true;
    QTest::newRow("DER, EC") << derOf(ec) << true;
    QTest::newRow("JWK") << QByteArray(rfc::a4Key) << true;
    QTest::newRow("JWK with white space") << " \n" + QByteArray(rfc::a4Key) << true;
    QTest::newRow("JWKS") << jwks({}) << true;
    QTest::newRow("SSH") << QByteArray("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB") << true;
    QTest::newRow("SSH, Ed25519") << QByteArray("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5") << true;
    QTest::newRow("words") << QByteArray("correct horse battery staple, and more") << false;
    QTest::newRow("JSON") << QByteArray(R"({"secret":"correct horse battery"})") << false;
    QTest::newRow("zeros") << QByteArray(32, '\0') << false;
    QTest::newRow("a 0 in front") << '0' + QByteArray(63, 'x') << false;
    QTest::newRow("DER cut off") << derOf(rsa).chopped(1) << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestWeakKeys::knowsPublicKeyTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isKey);
    QCOMPARE(isPublicKeyText(text), isKey);
}

MINTMARK_TEST(tst_weakkeys, TestWeakKeys)
#include "tst_weakkeys.moc"
