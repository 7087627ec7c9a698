// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"
#include "rfcsignatures.h"

#include "jose/jwk.h"
#include "support/testmain.h"
#include "json/reader.h"

#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/x509.h>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

Jwk read(const QByteArray &json, SymmetricKeys symmetric = SymmetricKeys::Accept)
{
    const JsonDocument document = JsonDocument::parse(json);
    return Jwk::fromJson(document.root(), symmetric);
}

QByteArray text(const char *kty, const QList<std::pair<QByteArray, QByteArray>> &members)
{
    QByteArray json = "{\"kty\":\"" + QByteArray(kty) + '"';
    for (const auto &[name, value] : members)
        json += ",\"" + name + "\":\"" + value + '"';
    return json + '}';
}

QByteArray rsa(const QByteArray &modulus, const QByteArray &exponent = QByteArray("\1\0\1", 3))
{
    return text("RSA", { { "n", encoded(modulus) }, { "e", encoded(exponent) } });
}

QByteArray modulusOf(const Forger &forger)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(forger.key(), "n", &number);
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<uchar *>(bytes.data()));
    BN_free(number);
    return bytes;
}

const Forger &rsaForger()
{
    static const Forger forger = Forger::rsa();
    return forger;
}

} // namespace

class TestJwk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsKeysOfTheRfcs();
    void readsAKeyWithItsCertificate();
    void keepsWhatIsSaidOfTheKey();
    void keepsNothingPrivate();
    void refusesRsa_data();
    void refusesRsa();
    void refusesPoints_data();
    void refusesPoints();
    void refusesSecrets_data();
    void refusesSecrets();
    void refusesForms_data();
    void refusesForms();
    void namesAndExplainsEachFault();
    void comparesKeys();

    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }
};

void TestJwk::readsKeysOfTheRfcs()
{
    const Jwk rsaKey = read(rfc::thumbprintKey);
    QCOMPARE(rsaKey.fault, std::nullopt);
    QCOMPARE(rsaKey.type, KeyType::Rsa);
    QCOMPARE(rsaKey.bits, 2048);
    QCOMPARE(rsaKey.keyId, u"2011-04-29"_s);
    QCOMPARE(rsaKey.algorithm, u"RS256"_s);
    QCOMPARE(rsaKey.thumbprint, QByteArray(rfc::thumbprint)); // RFC 7638 §3.1
    const Jwk okp = read(rfc::okpKey);
    QCOMPARE(okp.type, KeyType::Okp);
    QCOMPARE(okp.curve, u"Ed25519"_s);
    QCOMPARE(okp.keyId, std::nullopt);
    QCOMPARE(okp.thumbprint, QByteArray(rfc::okpThumbprint)); // RFC 8037 A.3
    const Jwk ec = read(rfc::a4Key);
    QCOMPARE(ec.type, KeyType::Ec);
    QCOMPARE(ec.curve, u"P-521"_s);
    QCOMPARE(ec.bits, 521);
    const Jwk oct = read(rfc::a1Key);
    QCOMPARE(oct.type, KeyType::Oct);
    QCOMPARE(oct.bits, 512);
    QCOMPARE(oct.thumbprint, QByteArray());
    QVERIFY(oct.secret && !oct.publicKey);
}

/// RFC 7517 Appendix B: the key is that of n and e, which the certificate has and is signed with.
void TestJwk::readsAKeyWithItsCertificate()
{
    const Jwk key = read(rfc::certifiedKey);
    QCOMPARE(key.keyId, u"1b94c"_s);
    QVERIFY(!key.fault && key.bits == 2048);
    const JsonDocument document = JsonDocument::parse(rfc::certifiedKey);
    const QString x5c = document.root().member(u"x5c").at(0).toString();
    const QByteArray der = QByteArray::fromBase64(x5c.toLatin1());
    const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &bytes, der.size()), X509_free);
    QVERIFY(certificate);
    QCOMPARE(EVP_PKEY_eq(X509_get0_pubkey(certificate.get()), key.publicKey.get()), 1);
    QCOMPARE(X509_verify(certificate.get(), key.publicKey.get()), 1);
}

void TestJwk::keepsWhatIsSaidOfTheKey()
{
    const Jwk key = read(R"({"kty":"EC","crv":"P-256","kid":"k\u0000","alg":"ES256","x":"AA"})");
    QCOMPARE(key.fault, KeyFault::MemberMissing); // y
    QCOMPARE(key.keyId, QString("k\0"_L1));
    QCOMPARE(key.algorithm, u"ES256"_s);
    QCOMPARE(key.curve, u"P-256"_s);
    QVERIFY(!key.publicKey && !key.secret);
}

void TestJwk::keepsNothingPrivate()
{
    const Jwk key = read(rfc::a3Key);
    QCOMPARE(key.fault, std::nullopt);
    QVERIFY(key.hasPrivateMembers);
    BIGNUM *number = nullptr;
    QCOMPARE(EVP_PKEY_get_bn_param(key.publicKey.get(), "priv", &number), 0);
    ERR_clear_error();
    QVERIFY(!read(rfc::a4Key).hasPrivateMembers);
    QVERIFY(!read(rfc::a1Key).hasPrivateMembers);
    QVERIFY(read(R"({"kty":"RSA","d":"AQ"})").hasPrivateMembers);
}

void TestJwk::refusesRsa_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QByteArray &json, const char *fault) {
        QTest::newRow(name) << json << QString::fromLatin1(fault);
    };
    const QByteArray n = modulusOf(rsaForger());
    const auto e = [](const char *hex) { return QByteArray::fromHex(hex); };
    row("good", rsa(n), "");
    row("e = 3", rsa(n, e("03")), "");
    row("e = 2^32 + 1", rsa(n, e("0100000001")), "");
    row("e of 64 bits", rsa(n, e("ffffffffffffffff")), "");
    row("e = 0", rsa(n, e("00")), "leading_zero");
    row("e = 1", rsa(n, e("01")), "rsa_exponent");
    row("e = 2", rsa(n, e("02")), "rsa_exponent");
    row("e even", rsa(n, e("010002")), "rsa_exponent");
    row("e of 65 bits", rsa(n, e("010000000000000001")), "rsa_exponent");
    row("e as long as n", rsa(n, n), "rsa_exponent");
    row("e with a leading zero", rsa(n, e("00010001")), "leading_zero");
    row("e empty", rsa(n, {}), "member_malformed");
    row("n empty", rsa({}), "member_malformed");
    row("n = 0", rsa(QByteArray(1, '\0')), "leading_zero");
    row("n with a leading zero", rsa('\0' + n), "leading_zero");
    row("n of zeros", rsa(QByteArray(256, '\0')), "leading_zero");
    row("n of 8 bits", rsa("\xff"), "rsa_too_short");
    row("n of 1024 bits", rsa(modulusOf(Forger::rsa(1024))), "rsa_too_short");
    row("n of 2047 bits", rsa('\x7f' + n.sliced(1)), "rsa_too_short");
    row("n even", rsa(n.chopped(1) + '\x02'), "rsa_modulus");
    row("n = 2^2048 - 1", rsa(QByteArray(256, '\xff')), "rsa_modulus"); // 3 · 5 · 17 · …
    row("n of 16385 bits", rsa('\1' + QByteArray(2048, '\xff')), "rsa_too_long");
    row("n of 1 MiB", rsa(QByteArray(700'000, '\xff')), "rsa_too_long");
    row("no e", text("RSA", { { "n", encoded(n) } }), "member_missing");
    row("no n", text("RSA", { { "e", "AQAB" } }), "member_missing");
    row("e as a number", R"({"kty":"RSA","n":"AQAB","e":65537})", "member_malformed");
    row("e as an array", R"({"kty":"RSA","n":"AQAB","e":["AQAB"]})", "member_malformed");
    row("n padded", text("RSA", { { "n", encoded(n) + "==" }, { "e", "AQAB" } }),
        "member_malformed");
    row("n in plain base64", text("RSA", { { "n", n.toBase64() }, { "e", "AQAB" } }),
        "member_malformed");
    row("n in hex", text("RSA", { { "n", n.toHex() + '.' }, { "e", "AQAB" } }), "member_malformed");
    row("n with a blank", text("RSA", { { "n", encoded(n) + ' ' }, { "e", "AQAB" } }),
        "member_malformed");
    row("e with spare bits", text("RSA", { { "n", encoded(n) }, { "e", "AR" } }),
        "member_malformed");
}

void TestJwk::refusesRsa()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    const Jwk key = read(json);
    QCOMPARE(key.fault ? keyFaultName(*key.fault).toString() : QString(), fault);
    QCOMPARE(key.publicKey != nullptr, fault.isEmpty());
    QCOMPARE(key.thumbprint.isEmpty(), !fault.isEmpty());
}

void TestJwk::refusesPoints_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const auto ec = [](const QByteArray &curve, const QByteArray &x, const QByteArray &y) {
        return text("EC", { { "crv", curve }, { "x", encoded(x) }, { "y", encoded(y) } });
    };
    const auto okp = [](const QByteArray &curve, const QByteArray &x) {
        return text("OKP", { { "crv", curve }, { "x", encoded(x) } });
    };
    const auto row = [](const char *name, const QByteArray &json, const char *fault) {
        QTest::newRow(name) << json << QString::fromLatin1(fault);
    };
    const auto decoded = [](const char *t) {
        return QByteArray::fromBase64(t, QByteArray::Base64UrlEncoding);
    };
    // RFC 7515 A.3.1
    const QByteArray x = decoded("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU");
    const QByteArray y = decoded("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
    const QByteArray zero(1, '\0');
    row("good", ec("P-256", x, y), "");
    row("y off by one", ec("P-256", x, y.chopped(1) + '\xac'), "point_invalid");
    row("x and y exchanged", ec("P-256", y, x), "point_invalid");
    row("zeros", ec("P-256", QByteArray(32, '\0'), QByteArray(32, '\0')), "point_invalid");
    row("above the prime", ec("P-256", QByteArray(32, '\xff'), y), "point_invalid");
    row("x too long", ec("P-256", zero + x, y), "coordinate_length");
    row("y too short", ec("P-256", x, y.chopped(1)), "coordinate_length");
    row("x empty", ec("P-256", {}, y), "coordinate_length");
    row("1 MiB", ec("P-256", QByteArray(700'000, '\1'), y), "coordinate_length");
    row("other curve", ec("P-384", x, y), "coordinate_length");
    row("other curve, padded", ec("P-384", QByteArray(16, '\0') + x, QByteArray(16, '\0') + y),
        "point_invalid");
    row("name in other case", ec("p-256", x, y), "key_type_unsupported");
    row("OpenSSL's name", ec("prime256v1", x, y), "key_type_unsupported");
    row("secp256k1", Forger::ec("secp256k1").jwk(), "key_type_unsupported");
    row("no crv", R"({"kty":"EC","x":"AA","y":"AA"})", "member_missing");
    row("crv as a number", R"({"kty":"EC","crv":256,"x":"AA","y":"AA"})", "member_malformed");
    row("no y", R"({"kty":"EC","crv":"P-256","x":"AA"})", "member_missing");
    row("y as a number", R"({"kty":"EC","crv":"P-256","x":"AA","y":1})", "member_malformed");
    // RFC 8037 A.2
    const QByteArray ed = decoded("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    row("Ed25519", okp("Ed25519", ed), "");
    row("Ed25519, too short", okp("Ed25519", ed.chopped(1)), "coordinate_length");
    row("Ed25519, too long", okp("Ed25519", ed + zero), "coordinate_length");
    row("Ed25519, identity", okp("Ed25519", '\1' + QByteArray(31, '\0')), "point_invalid");
    row("as Ed448", okp("Ed448", ed), "coordinate_length");
    row("X25519", Forger::okp("X25519").jwk(), "key_type_unsupported");
    row("Ed25519 as EC", ec("Ed25519", ed, ed), "key_type_unsupported");
    row("P-256 as OKP", okp("P-256", x), "key_type_unsupported");
    row("OKP in other case", okp("ed25519", ed), "key_type_unsupported");
    row("Ed25519 without x", R"({"kty":"OKP","crv":"Ed25519"})", "member_missing");
}

void TestJwk::refusesPoints()
{
    refusesRsa();
}

void TestJwk::refusesSecrets_data()
{
    QTest::addColumn<QByteArray>("k");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QByteArray &k, const char *fault) {
        QTest::newRow(name) << k << QString::fromLatin1(fault);
    };
    row("32 bytes", QByteArray(32, '\0'), ""); // weak, but nothing that bytes could tell
    row("31 bytes", QByteArray(31, 'x'), "secret_too_short");
    row("empty", {}, "secret_too_short");
    row("long", QByteArray(500'000, 'x'), "");
    row("PEM", rsaForger().publicPem(), "secret_is_public_key");
    row("private PEM", rsaForger().privatePem(), "secret_is_public_key");
    row("JWK", rfc::a4Key, "secret_is_public_key");
    row("JWKS", jwks({ rfc::a4Key }), "secret_is_public_key");
}

void TestJwk::refusesSecrets()
{
    QFETCH(QByteArray, k);
    QFETCH(QString, fault);
    const QByteArray json = text("oct", { { "k", encoded(k) } });
    const Jwk key = read(json);
    QCOMPARE(key.fault ? keyFaultName(*key.fault).toString() : QString(), fault);
    QCOMPARE(key.secret != nullptr, fault.isEmpty());
    if (fault.isEmpty())
        QCOMPARE(key.secret->view().toByteArray(), k);
    const Jwk published = read(json, SymmetricKeys::Refuse);
    QCOMPARE(published.fault, KeyFault::SecretNotTrusted);
    QVERIFY(!published.secret);
}

void TestJwk::refusesForms_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *json, const char *fault) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(fault);
    };
    row("{}", "member_missing");
    row("[]", "not_an_object");
    row("\"RSA\"", "not_an_object");
    row("null", "not_an_object");
    row(R"({"kty":null})", "member_malformed");
    row(R"({"kty":["RSA"]})", "member_malformed");
    row(R"({"kty":""})", "key_type_unsupported");
    row(R"({"kty":"rsa"})", "key_type_unsupported");
    row(R"({"kty":"ec"})", "key_type_unsupported");
    row(R"({"kty":"OCT"})", "key_type_unsupported");
    row(R"({"kty":"AKP"})", "key_type_unsupported");
    row(R"({"kty":"oct"})", "member_missing");
    row(R"({"kty":"oct","k":null})", "member_malformed");
    row(R"({"kty":"oct","k":"a+b/"})", "member_malformed");
    row(R"({"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})", "member_malformed");
    row(R"({"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB"})", "member_malformed");
    row(R"({"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"})", "member_malformed");
    row(R"({"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})", "");
    row(R"({"k\u0074y":"o\u0063t","k":"\u0041AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})", "");
}

void TestJwk::refusesForms()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    const Jwk key = read(json);
    QCOMPARE(key.fault ? keyFaultName(*key.fault).toString() : QString(), fault);
}

void TestJwk::namesAndExplainsEachFault()
{
    QSet<QString> names;
    QSet<QString> sentences;
    for (int i = 0; i <= int(KeyFault::PemUnreadable); ++i) {
        names.insert(keyFaultName(KeyFault(i)));
        sentences.insert(keyFaultSentence(KeyFault(i)));
        QVERIFY(keyFaultSentence(KeyFault(i)).endsWith(u'.'));
    }
    QCOMPARE(names.size(), int(KeyFault::PemUnreadable) + 1);
    QCOMPARE(sentences.size(), names.size());
}

void TestJwk::comparesKeys()
{
    QCOMPARE(read(rfc::a1Key), read(rfc::a1Key));
    QCOMPARE(read(rfc::a3Key), read(rfc::a3Key));
    QVERIFY(!(read(rfc::a2Key) == read(rfc::thumbprintKey)));
    QVERIFY(!(read(rfc::a1Key) == read(text("oct", { { "k", encoded(QByteArray(64, 'k')) } }))));
    QVERIFY(!(read(R"({"kty":"oct"})") == read(R"({"kty":"oct","kid":""})")));
}

MINTMARK_TEST(tst_jwk, TestJwk)
#include "tst_jwk.moc"
