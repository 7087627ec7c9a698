// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/privatekey.h"

#include "rfcsignatures.h"
#include "support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

/// The key of RFC 7515 appendix A.3.1.
constexpr char rfc7515Key[] = R"({"kty":"EC","crv":"P-256",
 "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
 "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"})";
/// RFC 8037 appendix A.1, its signature in A.4.
constexpr char rfc8037Key[] = R"({"kty":"OKP","crv":"Ed25519",
 "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";

} // namespace

/// Keys as openssl(1) writes them, and those of the RFCs.
class TestPrivateKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads_data();
    void reads();
    void readsDer_data();
    void readsDer();
    void refusesOtherDer();
    void refuses_data();
    void refuses();
    void signsAsRfc8037();
    void signsWithRfc7517_data();
    void signsWithRfc7517();
    void signsWithoutPrimes();
    void readsJwk();
    void refusesJwk_data();
    void refusesJwk();
    void usualAlgorithms_data();
    void usualAlgorithms();
    void pemIsDecrypted();

private:
    /// Runs openssl in the folder.
    void openssl(const QString &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, arguments.split(u' '));
        if (!process.waitForFinished(30'000) || process.exitCode() != 0)
            qFatal("openssl %s: %s", qPrintable(arguments),
                   process.readAllStandardError().constData());
    }
    SecretBytes file(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no file %s", qPrintable(name));
        return SecretBytes(file.readAll());
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    QTemporaryDir m_folder;
};

void TestPrivateKey::initTestCase()
{
    openssl(u"genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa"_s);
    openssl(u"rsa -in rsa -traditional -out pkcs1"_s);
    openssl(u"rsa -in rsa -traditional -aes128 -passout pass:hunter2 -out encrypted-pkcs1"_s);
    openssl(u"pkcs8 -topk8 -in rsa -v2 aes256 -passout pass:hunter2 -out encrypted-pkcs8"_s);
    openssl(u"pkcs8 -topk8 -in rsa -scrypt -passout pass:hunter2 -out scrypt"_s);
    openssl(u"pkcs8 -topk8 -in rsa -v1 PBE-MD5-DES -passout pass:hunter2 -out des "
            "-provider legacy -provider default"_s);
    openssl(u"genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out short"_s);
    openssl(u"genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -out pss"_s);
    openssl(u"ecparam -name prime256v1 -genkey -out sec1"_s); // with EC PARAMETERS before it
    openssl(u"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out ec384"_s);
    openssl(u"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521 -out ec521"_s);
    openssl(u"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:secp256k1 -out koblitz"_s);
    openssl(u"genpkey -algorithm ED25519 -out ed25519"_s);
    openssl(u"genpkey -algorithm ED448 -out ed448"_s);
    openssl(u"genpkey -algorithm X25519 -out x25519"_s);
    openssl(u"pkey -in rsa -pubout -out public"_s);
    openssl(u"req -x509 -key rsa -subj /CN=x -out certificate"_s);
}

void TestPrivateKey::reads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("description");
    const auto add = [](const char *name, const QString &description,
                        const QString &passphrase = {}) {
        QTest::newRow(name) << QString::fromLatin1(name) << passphrase << description;
    };
    add("rsa", u"RSA with 2048 bits"_s);
    add("pkcs1", u"RSA with 2048 bits"_s);
    add("encrypted-pkcs1", u"RSA with 2048 bits"_s, u"hunter2"_s);
    add("encrypted-pkcs8", u"RSA with 2048 bits"_s, u"hunter2"_s);
    add("scrypt", u"RSA with 2048 bits"_s, u"hunter2"_s);
    add("pss", u"RSA for PSS only, with 2048 bits"_s);
    add("sec1", u"EC P-256"_s);
    add("ec384", u"EC P-384"_s);
    add("ec521", u"EC P-521"_s);
    add("ed25519", u"Ed25519"_s);
    add("ed448", u"Ed448"_s);
}

void TestPrivateKey::reads()
{
    QFETCH(const QString, name);
    QFETCH(const QString, passphrase);
    QFETCH(const QString, description);
    const SecretBytes text = file(name);
    const QByteArray plain = text.view().toByteArray();
    const QByteArray around = "CERTIFICATE follows\r\n" + QByteArray(plain).replace("\n", "\r\n");
    const QByteArray oneLine = QByteArray(plain).replace("\n", "\\n");
    const QByteArray indented = "key: |\n  " + QByteArray(plain).replace("\n", "\n  ");
    // Of an encrypted PKCS#1 key the headers are lines: with blanks between nothing tells them apart.
    const QByteArray blanks = plain.contains("Proc-Type") ? plain : QByteArray(plain).replace('\n', ' ');
    for (const QByteArray &written : { plain, around, oneLine, '"' + oneLine + '"', indented, blanks }) {
        const Result<PrivateKey> key =
            PrivateKey::from(SecretBytes(written), SecretBytes::fromString(passphrase));
        QVERIFY2(key.ok(), qPrintable(key.ok() ? QString() : key.error().argument(u"detail")));
        QCOMPARE(key->description(), description);
        const SignatureAlgorithm *algorithm = signatureAlgorithm(key->usualAlgorithm());
        QVERIFY(algorithm != nullptr);
        QVERIFY(isSignatureOf("input", key->signature("input", *algorithm), key->publicHalf(),
                              *algorithm));
        QVERIFY(key->signature("input", *signatureAlgorithm(u"HS256")).isEmpty());
    }
}

void TestPrivateKey::readsDer_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("PKCS#8") << u"pkcs8 -topk8 -nocrypt -in rsa"_s << QString();
    QTest::newRow("PKCS#1") << u"rsa -in rsa -traditional"_s << QString();
    QTest::newRow("SEC 1") << u"ec -in sec1"_s << QString();
    QTest::newRow("encrypted") << u"pkcs8 -topk8 -in rsa -passout pass:hunter2"_s << u"hunter2"_s;
}

/// As it stands, and as Base64 without the lines around it.
void TestPrivateKey::readsDer()
{
    QFETCH(const QString, options);
    QFETCH(const QString, passphrase);
    openssl(options + u" -outform DER -out der"_s);
    const QByteArray der = file(u"der"_s).view().toByteArray();
    for (const QByteArray &text : { der, der.toBase64(), der.toBase64().insert(64, "\r\n") + '\n' }) {
        const Result<PrivateKey> key =
            PrivateKey::from(SecretBytes(text), SecretBytes::fromString(passphrase));
        QVERIFY2(key.ok(), qPrintable(key.ok() ? QString() : key.error().argument(u"detail")));
        const SignatureAlgorithm *algorithm = signatureAlgorithm(key->usualAlgorithm());
        QVERIFY(!key->signature("input", *algorithm).isEmpty());
        if (!passphrase.isEmpty()) {
            QCOMPARE(PrivateKey::from(SecretBytes(text)).error().code, ErrorCode::KeyEncrypted);
            QCOMPARE(PrivateKey::from(SecretBytes(text), SecretBytes("hunter3")).error().code,
                     ErrorCode::KeyPassphraseWrong);
        }
        QVERIFY(!PrivateKey::from(SecretBytes(text.first(text.size() / 2))).ok());
    }
}

void TestPrivateKey::refusesOtherDer()
{
    openssl(u"pkey -in rsa -pubout -outform DER -out der"_s);
    QCOMPARE(PrivateKey::from(file(u"der"_s)).error().code, ErrorCode::KeyIsPublic);
    openssl(u"pkcs12 -export -inkey rsa -in certificate -passout pass:hunter2 -out p12"_s);
    const Result<PrivateKey> packed = PrivateKey::from(file(u"p12"_s));
    QCOMPARE(packed.error().code, ErrorCode::KeyUnreadable);
    QVERIFY(packed.error().argument(u"detail").contains(u"PKCS#12"_s));
    openssl(u"x509 -in certificate -outform DER -out der"_s);
    QCOMPARE(PrivateKey::from(file(u"der"_s)).error().code, ErrorCode::KeyIsPublic);
}

void TestPrivateKey::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    const auto add = [](const char *name, ErrorCode code, const QString &passphrase = {}) {
        QTest::addRow("%s %s", name, qPrintable(passphrase))
            << QString::fromLatin1(name) << passphrase << code;
    };
    for (const char *name : { "encrypted-pkcs1", "encrypted-pkcs8", "scrypt", "des" })
        add(name, KeyEncrypted);
    for (const char *name : { "encrypted-pkcs1", "encrypted-pkcs8", "scrypt" }) {
        add(name, KeyPassphraseWrong, u"hunter3"_s);
        add(name, KeyPassphraseWrong, QString(5000, u'x'));
    }
    add("des", KeyUnreadable, u"hunter2"_s);
    add("short", KeyTooShort);
    add("public", KeyIsPublic);
    add("certificate", KeyIsPublic);
    add("koblitz", KeyUnreadable);
    add("x25519", KeyUnreadable);
}

void TestPrivateKey::refuses()
{
    QFETCH(const QString, name);
    QFETCH(const QString, passphrase);
    QFETCH(const ErrorCode, code);
    const Result<PrivateKey> key =
        PrivateKey::from(file(name), SecretBytes::fromString(passphrase));
    QVERIFY(!key.ok());
    QCOMPARE(key.error().code, code);
    const QByteArray cut = file(u"rsa"_s).view().first(900).toByteArray();
    QCOMPARE(PrivateKey::from(SecretBytes(cut)).error().code, ErrorCode::KeyUnreadable);
}

void TestPrivateKey::signsAsRfc8037()
{
    const Result<PrivateKey> key = PrivateKey::from(SecretBytes(rfc8037Key));
    QVERIFY(key.ok());
    const QByteArray signature = key->signature(
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc", *signatureAlgorithm(u"EdDSA"));
    QCOMPARE(
        signature.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"_ba);
    QCOMPARE(key->publicHalf().thumbprint, "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"_ba); // A.3
}

/// RFC 7517 A.2. Here OpenSSL's own command checks that the halves belong together.
void TestPrivateKey::signsWithRfc7517_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("keyId");
    // That is for encryption there, and signs nothing (tst_keypurpose).
    QTest::newRow("EC") << QByteArray(test::rfc::privateEcKey).replace(R"("enc")", R"("sig")")
                        << u"EC P-256"_s << u"1"_s;
    QTest::newRow("RSA") << QByteArray(test::rfc::privateRsaKey) << u"RSA with 2048 bits"_s
                         << u"2011-04-29"_s;
}

void TestPrivateKey::signsWithRfc7517()
{
    QFETCH(const QByteArray, jwk);
    QFETCH(const QString, description);
    QFETCH(const QString, keyId);
    const Result<PrivateKey> key = PrivateKey::from(SecretBytes(jwk));
    QVERIFY(key.ok());
    QCOMPARE(key->description(), description);
    QCOMPARE(key->keyId(), keyId);
    const SignatureAlgorithm *algorithm = signatureAlgorithm(key->usualAlgorithm());
    QVERIFY(algorithm != nullptr);
    QVERIFY(!key->signature("input", *algorithm).isEmpty());
    write(u"rfc7517"_s, key->pem().view().toByteArray());
    write(u"input"_s, "input");
    openssl(u"pkey -in rfc7517 -pubout -out rfc7517-public"_s);
    openssl(u"dgst -sha256 -sign rfc7517 -out made input"_s);
    openssl(u"dgst -sha256 -verify rfc7517-public -signature made input"_s);
    if (description.startsWith(u"RSA")) { // ES256's r and s are no DER
        write(u"ours"_s, key->signature("input", *algorithm));
        openssl(u"dgst -sha256 -verify rfc7517-public -signature ours input"_s);
    }
}

/// RFC 7518 §6.3.2: n, e and d suffice; RS256 has one signature for one text.
void TestPrivateKey::signsWithoutPrimes()
{
    const QByteArray whole = test::rfc::privateRsaKey;
    const qsizetype primes = whole.indexOf("\"p\":");
    const QByteArray bare = whole.first(primes) + whole.sliced(whole.indexOf("\"alg\":"));
    const SignatureAlgorithm &rs256 = *signatureAlgorithm(u"RS256");
    const Result<PrivateKey> key = PrivateKey::from(SecretBytes(bare));
    QVERIFY(key.ok() && !key->signature("input", rs256).isEmpty());
    QCOMPARE(key->signature("input", rs256),
             PrivateKey::from(SecretBytes(whole))->signature("input", rs256));
}

void TestPrivateKey::readsJwk()
{
    const QByteArray jwk = rfc7515Key;
    for (const QByteArray &text : { jwk, "{\"keys\":[" + jwk + "]}" }) {
        const Result<PrivateKey> key = PrivateKey::from(SecretBytes(text));
        QVERIFY(key.ok());
        QCOMPARE(key->description(), u"EC P-256"_s);
        QVERIFY(!key->signature("x", *signatureAlgorithm(u"ES256")).isEmpty());
    }
    const QByteArray named =
        QByteArray(jwk).replace("\"kty\"", "\"kid\":\"k 1\",\"alg\":\"ES256\",\"kty\"");
    const Result<PrivateKey> key = PrivateKey::from(SecretBytes(named));
    QVERIFY(key.ok());
    QCOMPARE(key->keyId(), u"k 1"_s);
    QCOMPARE(key->usualAlgorithm(), u"ES256"_s);
}

void TestPrivateKey::refusesJwk_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    const QByteArray jwk = rfc7515Key;
    const auto add = [](const char *name, const QByteArray &text, ErrorCode code) {
        QTest::newRow(name) << text << code;
    };
    add("empty", " \n", KeyUnreadable);
    add("no JSON", "{", KeyUnreadable);
    add("text", "swordfish", KeyUnreadable);
    add("public", QByteArray(jwk).replace("\"d\"", "\"e\""), KeyIsPublic);
    add("secret", R"({"kty":"oct","k":"AAAA"})", KeyUnreadable);
    add("no kty", QByteArray(jwk).replace("kty", "ktx"), KeyUnreadable);
    add("another curve", QByteArray(jwk).replace("P-256", "P-384"), KeyUnreadable);
    add("a member twice", QByteArray(jwk).replace("{", R"({"d":"x",)"), KeyUnreadable);
    add("two keys", "{\"keys\":[" + jwk + ',' + jwk + "]}", KeyNotChosen);
    add("padded", QByteArray(jwk).replace("E9LI", "E9LI="), KeyUnreadable);
    add("another Ed25519 x", QByteArray(rfc8037Key).replace("11qY", "11qZ"), KeyUnreadable);
    add("OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\nAA==\n-----END OPENSSH PRIVATE KEY-----",
        KeyUnreadable);
    add("ssh public", "ssh-ed25519 AAAAC3Nz someone", KeyIsPublic);
}

void TestPrivateKey::refusesJwk()
{
    QFETCH(const QByteArray, text);
    QFETCH(const ErrorCode, code);
    const Result<PrivateKey> key = PrivateKey::from(SecretBytes(text));
    QVERIFY(!key.ok());
    QCOMPARE(key.error().code, code);
    // d of another key: reads, but what it signs is not its own.
    const QByteArray other = QByteArray(rfc7515Key).replace("jpsQ", "jpsR");
    const Result<PrivateKey> torn = PrivateKey::from(SecretBytes(other));
    QVERIFY(!torn.ok() || torn->signature("x", *signatureAlgorithm(u"ES256")).isEmpty());
}

void TestPrivateKey::usualAlgorithms_data()
{
    QTest::addColumn<QString>("algorithm");
    const auto add = [](const char *name, const char *algorithm) {
        QTest::newRow(name) << QString::fromLatin1(algorithm);
    };
    add("rsa", "RS256");
    add("pss", "PS256");
    add("sec1", "ES256");
    add("ec384", "ES384");
    add("ec521", "ES512");
    add("ed25519", "EdDSA");
    add("ed448", "EdDSA");
}

void TestPrivateKey::usualAlgorithms()
{
    QFETCH(const QString, algorithm);
    const Result<PrivateKey> key =
        PrivateKey::from(file(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(key.ok());
    QCOMPARE(key->usualAlgorithm(), algorithm);
    if (algorithm == u"PS256")
        QVERIFY(!key->suits(*signatureAlgorithm(u"RS256")));
}

void TestPrivateKey::pemIsDecrypted()
{
    const Result<PrivateKey> key =
        PrivateKey::from(file(u"encrypted-pkcs8"_s), SecretBytes("hunter2"));
    QVERIFY(key.ok());
    QCOMPARE(key->pem().view(), file(u"rsa"_s).view());
}

MINTMARK_TEST(tst_privatekey, TestPrivateKey)

#include "tst_privatekey.moc"
