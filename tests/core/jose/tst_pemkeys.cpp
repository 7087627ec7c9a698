// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"
#include "joseexamples.h"

#include "jose/jwkset.h"
#include "jose/pemkeys.h"
#include "jose/signatureverifier.h"
#include "jose/token.h"
#include "support/testmain.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray takeText(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    const QByteArray text(data, size);
    BIO_free(bio);
    return text;
}

QByteArray certificateOf(const Forger &forger)
{
    X509 *certificate = X509_new();
    X509_set_version(certificate, 2);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -7200);
    X509_gmtime_adj(X509_getm_notAfter(certificate), -3600); // over: not judged here
    X509_set_pubkey(certificate, forger.key());
    X509_sign(certificate, forger.key(),
              EVP_PKEY_is_a(forger.key(), "ED25519") ? nullptr : EVP_sha256());
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    X509_free(certificate);
    return takeText(bio);
}

QByteArray traditional(const Forger &forger, const EVP_CIPHER *cipher = nullptr)
{
    BIO *bio = BIO_new(BIO_s_mem());
    const uchar passphrase[] = "swordfish";
    PEM_write_bio_PrivateKey_traditional(bio, forger.key(), cipher, cipher ? passphrase : nullptr,
                                         cipher ? 9 : 0, nullptr, nullptr);
    return takeText(bio);
}

QByteArray encrypted(const Forger &forger)
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(bio, forger.key(), EVP_aes_128_cbc(), "swordfish", 9, nullptr,
                                  nullptr);
    return takeText(bio);
}

QByteArray pkcs1(const Forger &forger)
{
    uchar *der = nullptr;
    const int size = i2d_PublicKey(forger.key(), &der);
    const QByteArray bytes(reinterpret_cast<char *>(der), size);
    OPENSSL_free(der);
    return "-----BEGIN RSA PUBLIC KEY-----\n" + bytes.toBase64()
        + "\n-----END RSA PUBLIC KEY-----\n";
}

} // namespace

class TestPemKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryForm();
    void verifiesRfc7515A2();
    void readsSeveral();
    void keepsNothingPrivate();
    void refusesOthers_data();
    void refusesOthers();

    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }
};

void TestPemKeys::readsEveryForm()
{
    const QList<std::pair<QByteArray, Forger>> parties {
        { "RS256", Forger::rsa() },
        { "ES256", Forger::ec("P-256") },
        { "ES384", Forger::ec("P-384") },
        { "ES512", Forger::ec("P-521") },
        { "Ed25519", Forger::okp("ED25519") },
        { "Ed448", Forger::okp("ED448") },
    };
    for (const auto &[algorithm, forger] : parties) {
        QList<QByteArray> texts { forger.publicPem(), forger.privatePem(),
                                  forger.publicPem().replace("\n", "\r\n") };
        if (algorithm != "Ed448")
            texts << certificateOf(forger);
        if (algorithm == "RS256")
            texts << pkcs1(forger);
        if (!algorithm.startsWith("Ed"))
            texts << traditional(forger);
        const Token token =
            Token::parse(forger.token("{\"alg\":\"" + algorithm + "\",\"kid\":\"x\"}", algorithm));
        const JwkSet jwk = JwkSet::parse(forger.jwk(), SymmetricKeys::Refuse);
        for (const QByteArray &text : texts) {
            const JwkSet keys = JwkSet::parse(text, SymmetricKeys::Refuse);
            QCOMPARE(keys.usableKeys(), 1);
            QCOMPARE(keys.keys[0].thumbprint, jwk.keys[0].thumbprint);
            QCOMPARE(keys.keys[0].hasPrivateMembers, text.contains("PRIVATE"));
            QCOMPARE(verifySignature(token, keys).status, SignatureStatus::Valid);
        }
    }
}

void TestPemKeys::verifiesRfc7515A2()
{
    const JwkSet keys = JwkSet::parse(joseData("rfc7515-a2.pem"_L1), SymmetricKeys::Refuse);
    QCOMPARE(verifySignature(Token::parse(rfc7515::a2), keys).status, SignatureStatus::Valid);
    QCOMPARE(verifySignature(Token::parse(rfc7515::a3), keys).status, SignatureStatus::NoKey);
}

void TestPemKeys::readsSeveral()
{
    const Forger a = Forger::ec("P-256");
    const Forger b = Forger::rsa();
    const QList<Jwk> keys = keysFromPem("# keys\n" + a.publicPem() + "\nissuer: b\n"
                                        + certificateOf(b) + certificateOf(a) + "# end\n");
    QCOMPARE(keys.size(), 3);
    QCOMPARE(keys[0].type, KeyType::Ec);
    QCOMPARE(keys[1].type, KeyType::Rsa);
    QCOMPARE(keys[2], keys[0]);
}

void TestPemKeys::keepsNothingPrivate()
{
    for (const Forger &forger : { Forger::rsa(), Forger::ec("P-256"), Forger::okp("ED25519") }) {
        const QList<Jwk> keys = keysFromPem(forger.privatePem());
        QCOMPARE(keys.size(), 1);
        QVERIFY(keys[0].hasPrivateMembers);
        BIO *bio = BIO_new(BIO_s_mem());
        QCOMPARE(PEM_write_bio_PrivateKey(bio, keys[0].publicKey.get(), nullptr, nullptr, 0,
                                          nullptr, nullptr),
                 0);
        BIO_free(bio);
        ERR_clear_error();
    }
}

void TestPemKeys::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fault");
    const Forger ec = Forger::ec("P-256");
    const auto row = [](const char *name, const QByteArray &text, const char *fault) {
        QTest::newRow(name) << text << QString::fromLatin1(fault);
    };
    row("RSA of 1024 bits", Forger::rsa(1024).publicPem(), "rsa_too_short");
    row("secp256k1", Forger::ec("secp256k1").publicPem(), "key_type_unsupported");
    row("X25519", Forger::okp("X25519").publicPem(), "key_type_unsupported");
    row("RSA-PSS", Forger::rsa(2048, "RSA-PSS").publicPem(), "key_type_unsupported");
    row("encrypted", encrypted(ec), "pem_unreadable");
    row("encrypted, traditional", traditional(ec, EVP_aes_128_cbc()), "pem_unreadable");
    row("a request", ec.publicPem().replace("PUBLIC KEY", "CERTIFICATE REQUEST"), "pem_unreadable");
    row("no certificate", ec.publicPem().replace("PUBLIC KEY", "CERTIFICATE"), "pem_unreadable");
    row("cut off", ec.publicPem().first(80), "pem_unreadable");
    row("other end", ec.publicPem().replace("END PUBLIC", "END RSA PUBLIC"), "pem_unreadable");
    row("no base64", "-----BEGIN PUBLIC KEY-----\n****\n-----END PUBLIC KEY-----\n",
        "pem_unreadable");
    row("empty block", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", "pem_unreadable");
    row("none", "hello", "");
    row("empty", "", "");
    row("parameters alone",
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n", "");
}

void TestPemKeys::refusesOthers()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, fault);
    const QList<Jwk> keys = keysFromPem(text);
    QCOMPARE(keys.isEmpty(), fault.isEmpty());
    for (const Jwk &key : keys) {
        QVERIFY(key.fault.has_value());
        QCOMPARE(keyFaultName(*key.fault), fault);
        QVERIFY(!key.publicKey);
    }
}

MINTMARK_TEST(tst_pemkeys, TestPemKeys)
#include "tst_pemkeys.moc"
