// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"
#include "joseexamples.h"
#include "rfcsignatures.h"

#include "jose/jwkset.h"
#include "jose/signatureverifier.h"
#include "jose/token.h"
#include "support/testmain.h"

#include <openssl/err.h>

#include <QRandomGenerator>

#include <ctime>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(mintmark::SignatureStatus)

namespace {

SignatureVerdict verdictOf(const QByteArray &token, const QByteArray &keys)
{
    return verifySignature(Token::parse(token), JwkSet::parse(keys, SymmetricKeys::Accept));
}

/// For QCOMPARE: what differs can be read.
QString brief(const SignatureVerdict &verdict)
{
    return signatureStatusName(verdict.status) + u' ' + verdict.reason;
}

struct Party
{
    QByteArray algorithm;
    Forger forger;
};

/// A key for each algorithm, made once.
const QList<Party> &parties()
{
    static const QList<Party> all = [] {
        const Forger rsa = Forger::rsa();
        const Forger ed25519 = Forger::okp("ED25519");
        const Forger ed448 = Forger::okp("ED448");
        const Forger secret = Forger::oct(QByteArray(64, 's'));
        return QList<Party> {
            { "RS256", rsa },
            { "RS384", rsa },
            { "RS512", rsa },
            { "PS256", rsa },
            { "PS384", rsa },
            { "PS512", rsa },
            { "ES256", Forger::ec("P-256") },
            { "ES384", Forger::ec("P-384") },
            { "ES512", Forger::ec("P-521") },
            { "HS256", secret },
            { "HS384", secret },
            { "HS512", secret },
            { "EdDSA", ed25519 },
            { "Ed25519", ed25519 },
            { "EdDSA", ed448 },
            { "Ed448", ed448 },
        };
    }();
    return all;
}

/// `,"name":"value"`. Not as a raw string that ends in a quote: moc stops there.
QByteArray member(const QByteArray &name, const QByteArray &value)
{
    return ",\"" + name + "\":\"" + value + '"';
}

QByteArray headerOf(const QByteArray &algorithm, const QByteArray &more = {})
{
    return '{' + member("alg", algorithm).sliced(1) + more + '}';
}

} // namespace

class TestSignatureVerifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verifiesTheTextsOfTheRfcs_data();
    void verifiesTheTextsOfTheRfcs();
    void verifiesEveryAlgorithm();
    void keepsAlgorithmsApart();
    void refusesEveryFlippedBit();
    void refusesLooseBase64();
    void saysWhatStopsIt_data();
    void saysWhatStopsIt();
    void verifiesWhatIsNotJson();
    void verifiesUnencodedPayloads();
    void neverUsesKeysOfTheToken();
    void refusesPublicKeysAsSecrets();
    void saysWhichKeyDecided();
    void namesNothingUnsafe();
    void isFast();
    void endsSoonWhateverComes();

    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }
};

void TestSignatureVerifier::verifiesTheTextsOfTheRfcs_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *token, const char *key,
                        const char *expected = "valid verified_by_trial") {
        QTest::newRow(name) << QByteArray(token) << QByteArray(key)
                            << QString::fromLatin1(expected);
    };
    row("RFC 7515 A.1", rfc7515::a1, rfc::a1Key);
    row("RFC 7515 A.2", rfc7515::a2, rfc::a2Key);
    row("RFC 7515 A.3", rfc7515::a3, rfc::a3Key);
    row("RFC 7515 A.4", rfc7515::a4, rfc::a4Key);
    row("RFC 7515 A.5", rfc7515::a5, rfc::a1Key, "unsecured no_signature");
    row("RFC 7520 4.1", rfc::cookbook41, rfc::bilboRsa, "valid verified");
    row("RFC 7520 4.2", rfc::cookbook42, rfc::bilboRsa, "valid verified");
    row("RFC 7520 4.3", rfc::cookbook43, rfc::bilboEc, "valid verified");
    row("RFC 7520 4.4", rfc::cookbook44, rfc::bilboOct, "valid verified");
    row("RFC 7520 4.5", rfc::cookbook45, rfc::bilboOct, "invalid payload_missing");
    row("RFC 7520 4.6", rfc::cookbook46, rfc::bilboOct);
    row("RFC 7797 4.1", rfc::encodedPayload, rfc::a1Key);
    row("RFC 7797 4.2", rfc::unencodedPayload, rfc::a1Key, "invalid payload_missing");
    row("RFC 7517 A.1", rfc7515::a3, rfc::encryptionKey, "no_key use_not_signature");
    row("RFC 7517 A.3", rfc7515::a1, rfc::wrappingKey, "no_key key_for_other_algorithm");
    row("RFC 8037 A.4", rfc::okpToken, rfc::okpKey);
    row("RFC 7516 A.1", rfc7516a1, rfc::a2Key, "unsupported encrypted");
    row("other key", rfc7515::a2, rfc::thumbprintKey, "invalid wrong_signature");
    row("other type", rfc7515::a2, rfc::a3Key, "no_key no_fitting_key");
    row("other curve", rfc7515::a4, rfc::a3Key, "no_key no_fitting_key");
    row("other id", rfc::cookbook44, rfc::thumbprintKey, "no_key unknown_key_id");
}

void TestSignatureVerifier::verifiesTheTextsOfTheRfcs()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, key);
    QFETCH(QString, expected);
    QCOMPARE(brief(verdictOf(token, key)), expected);
    QCOMPARE(brief(verdictOf(token, jwks({ key }))), expected);
}

void TestSignatureVerifier::verifiesEveryAlgorithm()
{
    for (const auto &[algorithm, forger] : parties()) {
        const QByteArray token = forger.token(headerOf(algorithm), algorithm);
        QCOMPARE(brief(verdictOf(token, forger.jwk())), u"valid verified_by_trial"_s);
        QCOMPARE(brief(verdictOf(token, forger.jwk(member("alg", algorithm)))),
                 u"valid verified_by_trial"_s);
        const QByteArray longPayload = R"({"t":")" + QByteArray(300'000, 'x') + "\"}";
        QCOMPARE(brief(verdictOf(forger.token(headerOf(algorithm), algorithm, longPayload),
                                 forger.jwk())),
                 u"valid verified_by_trial"_s);
    }
}

/// A signature is good for the one algorithm it was made with, whatever the header says.
void TestSignatureVerifier::keepsAlgorithmsApart()
{
    for (const auto &[claimed, claimedForger] : parties()) {
        for (const auto &[used, forger] : parties()) {
            const bool same = claimed == used && claimedForger.members() == forger.members();
            const bool edwards = claimed.startsWith("Ed") && used.startsWith("Ed")
                && claimedForger.members() == forger.members();
            const QByteArray token = forger.token(headerOf(claimed), used);
            const SignatureVerdict verdict = verdictOf(token, claimedForger.jwk());
            QCOMPARE(verdict.status == SignatureStatus::Valid, same || edwards);
            // The key belongs to another algorithm, although its material would do.
            const QByteArray bound = forger.jwk(member("alg", used));
            QCOMPARE(verdictOf(token, bound).status == SignatureStatus::Valid, claimed == used);
        }
    }
}

void TestSignatureVerifier::refusesEveryFlippedBit()
{
    const int sample = qEnvironmentVariableIsSet("MINTMARK_LONG") ? 20'000 : 200;
    QRandomGenerator random(20261125);
    for (const auto &[algorithm, forger] : parties()) {
        const JwkSet keys = JwkSet::parse(forger.jwk(), SymmetricKeys::Accept);
        const QByteArray good = forger.token(headerOf(algorithm), algorithm);
        QCOMPARE(verifySignature(Token::parse(good), keys).status, SignatureStatus::Valid);
        QList<QByteArray> parts;
        for (const QByteArray &part : good.split('.'))
            parts.append(QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding));
        for (int i = 0; i < sample; ++i) {
            QList<QByteArray> changed = parts;
            QByteArray &part = changed[i % 3];
            const int bit = int(random.bounded(quint32(part.size() * 8)));
            part[bit / 8] = char(part[bit / 8] ^ (1 << bit % 8));
            const QByteArray token =
                encoded(changed[0]) + '.' + encoded(changed[1]) + '.' + encoded(changed[2]);
            const SignatureVerdict verdict = verifySignature(Token::parse(token), keys);
            const QByteArray where = algorithm + " part " + QByteArray::number(i % 3) + " bit "
                + QByteArray::number(bit);
            QVERIFY2(verdict.status != SignatureStatus::Valid, where.constData());
            if (i % 3 > 0)
                QCOMPARE(verdict.status, SignatureStatus::Invalid);
        }
    }
}

/// RFC 7515 §2: one text for one signature.
void TestSignatureVerifier::refusesLooseBase64()
{
    // The 32 bytes of RFC 7515 A.1's signature end in "k", 100100: two bits mean nothing.
    const QByteArray good = rfc7515::a1;
    QVERIFY(good.endsWith('k'));
    for (const char spare : { 'l', 'm', 'n' })
        QCOMPARE(brief(verdictOf(good.chopped(1) + spare, rfc::a1Key)),
                 u"malformed base64_trailing_bits"_s);
    QCOMPARE(brief(verdictOf(good + '=', rfc::a1Key)), u"malformed base64_padding"_s);
    QCOMPARE(brief(verdictOf(good + 'A', rfc::a1Key)), u"invalid wrong_signature"_s);
    QCOMPARE(brief(verdictOf(good + "AA", rfc::a1Key)), u"malformed base64_length"_s);
    QCOMPARE(brief(verdictOf(good + '!', rfc::a1Key)), u"malformed base64_invalid_character"_s);
    QByteArray plain = good;
    QCOMPARE(brief(verdictOf(plain.replace("CVP-mB", "CVP+mB"), rfc::a1Key)),
             u"malformed base64_standard_alphabet"_s);
    QCOMPARE(brief(verdictOf(good + '.', rfc::a1Key)), u"malformed part_count"_s);
    QCOMPARE(brief(verdictOf('.' + good, rfc::a1Key)), u"malformed part_count"_s);
    const QByteArray unsignedOne = good.first(good.lastIndexOf('.') + 1);
    QCOMPARE(brief(verdictOf(unsignedOne, rfc::a1Key)), u"invalid signature_missing"_s);
    QCOMPARE(brief(verdictOf(unsignedOne.chopped(1), rfc::a1Key)), u"malformed part_count"_s);
    QCOMPARE(brief(verdictOf("opaque", rfc::a1Key)), u"not_checked opaque"_s);
    QCOMPARE(brief(verdictOf("", rfc::a1Key)), u"malformed empty"_s);
    QCOMPARE(brief(verdictOf(good, "no keys")), u"no_key not_keys"_s);
}

void TestSignatureVerifier::saysWhatStopsIt_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *header, const char *expected) {
        QTest::newRow(header) << QByteArray(header) << QString::fromLatin1(expected);
    };
    row(R"({"alg":"RS256"})", "valid verified_by_trial");
    row(R"({"alg":"rs256"})", "unsupported algorithm_unsupported");
    row(R"({"alg":"RS256 "})", "unsupported algorithm_unsupported");
    row(R"({"alg":"RSA256"})", "unsupported algorithm_unsupported");
    row(R"({"alg":"RS1"})", "unsupported algorithm_unsupported");
    row(R"({"alg":"ES256K"})", "unsupported algorithm_unsupported");
    row(R"({"alg":"RSA1_5"})", "unsupported algorithm_unsupported");
    row(R"({"alg":"HS256/64"})", "unsupported algorithm_unsupported");
    row(R"({"alg":""})", "unsupported algorithm_unsupported");
    row(R"({"alg":"none"})", "unsecured no_signature");
    row(R"({"alg":"nOnE"})", "unsecured no_signature");
    row(R"({"alg":"n\u006fne"})", "unsecured no_signature");
    row(R"({"alg":1})", "malformed header_member");
    row(R"({"alg":["RS256"]})", "malformed header_member");
    row(R"({"alg":null})", "malformed header_member");
    row(R"({"typ":"JWT"})", "malformed header_member");
    row(R"({"alg":"RS256","alg":"RS256"})", "malformed header_ambiguous");
    row(R"({"alg":"none","alg":"RS256"})", "malformed header_ambiguous");
    row(R"({"alg":"RS256","a\u006cg":"none"})", "malformed header_ambiguous");
    row(R"({"alg":"RS256","x":{"y":1,"y":2}})", "malformed header_ambiguous");
    row(R"(["RS256"])", "malformed not_an_object");
    row(R"({"alg":"RS256"}x)", "malformed json_trailing_characters");
    row(R"({"alg":"ES256"})", "no_key no_fitting_key");
    row(R"({"alg":"HS256"})", "no_key no_fitting_key");
    row(R"({"alg":"PS256"})", "invalid wrong_signature");
    row(R"({"alg":"RS384"})", "invalid wrong_signature");
}

void TestSignatureVerifier::saysWhatStopsIt()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, expected);
    const Forger &forger = parties().at(0).forger;
    const SignatureVerdict verdict = verdictOf(forger.token(header, "RS256"), forger.jwk());
    QCOMPARE(brief(verdict), expected);
    QVERIFY(!verdict.sentence.isEmpty());
}

void TestSignatureVerifier::verifiesWhatIsNotJson()
{
    const Forger &forger = parties().at(0).forger;
    for (const QByteArray &payload :
         { QByteArray("hello"), QByteArray(), QByteArray("\0\xff", 2), QByteArray("[1,2]") })
        QCOMPARE(
            brief(verdictOf(forger.token(R"({"alg":"RS256"})", "RS256", payload), forger.jwk())),
            u"valid verified_by_trial"_s);
}

/// RFC 7797 §3: the payload is signed as it stands.
void TestSignatureVerifier::verifiesUnencodedPayloads()
{
    const Forger &forger = parties().at(9).forger;
    const auto with = [&](const QByteArray &header) {
        const QByteArray input = encoded(header) + ".hello_world_";
        return brief(verdictOf(input + '.' + encoded(forger.sign("HS256", input)), forger.jwk()));
    };
    QCOMPARE(with(R"({"alg":"HS256","b64":false,"crit":["b64"]})"), u"valid verified_by_trial"_s);
    QCOMPARE(with(R"({"alg":"HS256","b64":false})"), u"malformed critical_malformed"_s);
    QCOMPARE(with(R"({"alg":"HS256","b64":0,"crit":["b64"]})"), u"malformed header_member"_s);
    const QByteArray encodedOne =
        forger.token(R"({"alg":"HS256","b64":true,"crit":["b64"]})", "HS256");
    QCOMPARE(brief(verdictOf(encodedOne, forger.jwk())), u"valid verified_by_trial"_s);
}

void TestSignatureVerifier::neverUsesKeysOfTheToken()
{
    const Forger intruder = Forger::ec("P-256");
    const QByteArray header =
        R"({"alg":"ES256","jwk":)" + intruder.jwk() + R"(,"jku":"https://evil.example/jwks"})";
    const QByteArray token = intruder.token(header, "ES256");
    QCOMPARE(brief(verdictOf(token, jwks({}))), u"no_key no_keys"_s);
    QCOMPARE(brief(verdictOf(token, parties().at(6).forger.jwk())), u"invalid wrong_signature"_s);
    QCOMPARE(brief(verdictOf(token, intruder.jwk())), u"valid verified_by_trial"_s);
}

/// RFC 8725 §2.1: HS256 keyed with what everybody may know.
void TestSignatureVerifier::refusesPublicKeysAsSecrets()
{
    const Forger &rsa = parties().at(0).forger;
    for (const QByteArray &text : { rsa.publicPem(), rsa.jwk(), rsa.publicPem().trimmed() }) {
        const Forger forger = Forger::oct(text);
        const QByteArray token = forger.token(R"({"alg":"HS256"})", "HS256");
        QCOMPARE(brief(verdictOf(token, rsa.jwk())), u"no_key no_fitting_key"_s);
        QCOMPARE(brief(verdictOf(token, rsa.publicPem())), u"no_key no_fitting_key"_s);
        QCOMPARE(brief(verdictOf(token, forger.jwk())), u"no_key secret_is_public_key"_s);
    }
}

void TestSignatureVerifier::saysWhichKeyDecided()
{
    SignatureVerdict verdict = verdictOf(rfc::okpToken, rfc::okpKey);
    QCOMPARE(verdict.algorithm, u"EdDSA"_s);
    QCOMPARE(verdict.keyId, QString());
    QCOMPARE(verdict.keyThumbprint, QByteArray(rfc::okpThumbprint));
    QVERIFY(verdict.sentence.contains(QLatin1StringView(rfc::okpThumbprint)));
    verdict = verdictOf(rfc::cookbook44, rfc::bilboOct);
    QCOMPARE(verdict.keyId, u"018c0ae5-4d9b-471b-bfd6-eef314bc7037"_s);
    QCOMPARE(verdict.keyThumbprint, QByteArray()); // RFC 7638 §7: it would tell of the secret
    QCOMPARE(verdict.sentence, u"Verified with key 018c0ae5-4d9b-471b-bfd6-eef314bc7037."_s);
}

void TestSignatureVerifier::namesNothingUnsafe()
{
    const QByteArray id = member("kid", R"(\u202e)" + QByteArray(5000, 'k'));
    const Forger &forger = parties().at(6).forger;
    const SignatureVerdict verdict =
        verdictOf(forger.token(headerOf("ES256", id), "ES256"), forger.jwk(id));
    QCOMPARE(verdict.status, SignatureStatus::Valid);
    QCOMPARE(verdict.keyId.size(), 5001);
    QVERIFY(!verdict.sentence.contains(u'\u202e'));
    QVERIFY(verdict.sentence.size() < 200);
}

void TestSignatureVerifier::isFast()
{
    const Forger &forger = parties().at(0).forger;
    const Token token =
        Token::parse(forger.token(R"({"alg":"RS256"})", "RS256", QByteArray(700, 'p')));
    const JwkSet keys = JwkSet::parse(forger.jwk(), SymmetricKeys::Accept);
    QBENCHMARK
    {
        QCOMPARE(verifySignature(token, keys).status, SignatureStatus::Valid);
    }
}

void TestSignatureVerifier::endsSoonWhateverComes()
{
    // More keys than are tried, as costly as they may be; the token names none of them.
    QByteArray modulus(2048, '\xff');
    QList<QByteArray> keys;
    for (int i = 0; keys.size() < 100; i += 2) {
        modulus.replace(2045, 3, QByteArray::fromHex(QByteArray::number(0x800001 + i, 16)));
        const QByteArray key =
            R"({"kty":"RSA","e":"__________8")" + member("n", encoded(modulus)) + '}';
        if (JwkSet::parse(key, SymmetricKeys::Refuse).usableKeys() == 1)
            keys.append(key);
    }
    // Processor time: other programs are not our fault.
    const auto secondsOf = [](const auto &work) {
        const std::clock_t before = std::clock();
        work();
        return double(std::clock() - before) / CLOCKS_PER_SEC;
    };
    JwkSet set;
    QVERIFY(secondsOf([&] { set = JwkSet::parse(jwks(keys), SymmetricKeys::Refuse); }) < 1);
    QCOMPARE(set.usableKeys(), 100);
    const Token token =
        Token::parse(encoded(R"({"alg":"RS256"})") + ".e30." + encoded(QByteArray(2048, '\x7f')));
    SignatureVerdict verdict;
    QVERIFY(secondsOf([&] { verdict = verifySignature(token, set); }) < 1);
    QCOMPARE(brief(verdict), u"no_key too_many_keys"_s);
}

MINTMARK_TEST(tst_signatureverifier, TestSignatureVerifier)
#include "tst_signatureverifier.moc"
