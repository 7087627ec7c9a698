// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"

#include "jose/keyselection.h"
#include "jose/signatureverifier.h"
#include "jose/token.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// The key that signs the tokens here.
const Forger &signing()
{
    static const Forger forger = Forger::ec("P-256");
    return forger;
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

/// For QCOMPARE: what differs can be read.
QString brief(const SignatureVerdict &verdict)
{
    return signatureStatusName(verdict.status) + u' ' + verdict.reason;
}

} // namespace

class TestKeySelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choosesByKeyId_data();
    void choosesByKeyId();
    void listsAllThatCouldBeMeant();
};

void TestKeySelection::choosesByKeyId_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QList<QByteArray>>("keys");
    QTest::addColumn<QString>("expected");
    const Forger right = signing(); // ES256
    const Forger wrong = Forger::ec("P-256");
    const Forger rsa = Forger::rsa();
    const QByteArray a = member("kid", "a");
    const QByteArray b = member("kid", "b");
    const QByteArray plain = headerOf("ES256");
    const QByteArray named = headerOf("ES256", a);
    const auto row = [](const char *name, const QByteArray &header, const QList<QByteArray> &keys,
                        const char *expected) {
        QTest::newRow(name) << header << keys << QString::fromLatin1(expected);
    };
    row("named, one", named, { right.jwk(a) }, "valid verified");
    row("named, among others", named, { wrong.jwk(b), right.jwk(a) }, "valid verified");
    row("named, but the other key", named, { wrong.jwk(a), right.jwk(b) },
        "invalid wrong_signature");
    row("named, unknown", named, { right.jwk(b) }, "no_key unknown_key_id");
    row("named in other case", named, { right.jwk(member("kid", "A")) }, "no_key unknown_key_id");
    row("named, with a blank", named, { right.jwk(member("kid", "a ")) }, "no_key unknown_key_id");
    row("named with escapes", headerOf("ES256", member("kid", R"(\u0061)")), { right.jwk(a) },
        "valid verified");
    row("named, key without id", named, { right.jwk() }, "valid verified");
    row("named, id before none", named, { right.jwk(), wrong.jwk(a) }, "invalid wrong_signature");
    row("empty id", headerOf("ES256", member("kid", "")),
        { right.jwk(member("kid", "")), wrong.jwk() }, "valid verified");
    row("empty id, other key", headerOf("ES256", member("kid", "")), { right.jwk(a) },
        "no_key unknown_key_id");
    row("id twice", named, { right.jwk(a), wrong.jwk(a) }, "no_key ambiguous_key_id");
    row("id twice, same key", named, { right.jwk(a), right.jwk(a) }, "valid verified");
    row("id twice, other kty", named, { rsa.jwk(a), right.jwk(a) }, "valid verified");
    row("id twice, other crv", named, { Forger::ec("P-384").jwk(a), right.jwk(a) },
        "valid verified");
    row("id twice, other use", named, { wrong.jwk(a + member("use", "enc")), right.jwk(a) },
        "valid verified");
    row("id twice, one with a fault", named,
        { R"({"kty":"EC","crv":"P-256","kid":"a","x":"AA","y":"AA"})", right.jwk(a) },
        "no_key ambiguous_key_id");
    row("number as id", headerOf("ES256", R"(,"kid":1)"), { right.jwk(member("kid", "1")) },
        "malformed header_member");
    row("number as id of the key", headerOf("ES256", member("kid", "1")),
        { right.jwk(R"(,"kid":1)") }, "no_key key_id_not_text");
    row("unnamed, several", plain, { wrong.jwk(a), rsa.jwk(), right.jwk(b) },
        "valid verified_by_trial");
    row("unnamed, none fits", plain, { wrong.jwk(a), Forger::ec("P-256").jwk(b) },
        "invalid wrong_for_every_key");
    row("no keys", plain, {}, "no_key no_keys");
    row("meant for encryption", plain, { right.jwk(member("use", "enc")) },
        "no_key use_not_signature");
    row("meant for signing", plain, { right.jwk(R"(,"key_ops":["sign"])") },
        "no_key not_for_verifying");
    row("of another algorithm", plain, { right.jwk(member("alg", "ES384")) },
        "no_key key_for_other_algorithm");
    row("of unknown kty", named, { R"({"kty":"PQC","kid":"a"})", right.jwk(a) }, "valid verified");
    row("nonsense beside", plain, { "1", "null", "[]", "{}", right.jwk() },
        "valid verified_by_trial");
}

void TestKeySelection::choosesByKeyId()
{
    QFETCH(QByteArray, header);
    QFETCH(QList<QByteArray>, keys);
    QFETCH(QString, expected);
    const QByteArray token = signing().token(header, "ES256");
    QCOMPARE(brief(verifySignature(Token::parse(token),
                                   JwkSet::parse(jwks(keys), SymmetricKeys::Accept))),
             expected);
}

void TestKeySelection::listsAllThatCouldBeMeant()
{
    const Forger other = Forger::ec("P-256");
    const JwkSet set = JwkSet::parse(
        jwks({ signing().jwk(), Forger::oct("short").jwk(), other.jwk() }), SymmetricKeys::Accept);
    const KeySelection es256 = selectKeys(set, *signatureAlgorithm(u"ES256"), std::nullopt);
    QCOMPARE(es256.keys, (QList<const Jwk *> { &set.keys[0], &set.keys[2] }));
    const KeySelection hs256 = selectKeys(set, *signatureAlgorithm(u"HS256"), std::nullopt);
    QCOMPARE(hs256.keys, QList<const Jwk *>());
    QCOMPARE(hs256.fault, KeyFault::SecretTooShort);
    const KeySelection none = selectKeys({}, *signatureAlgorithm(u"HS256"), std::nullopt);
    QCOMPARE(none.reason, SignatureReason::NoKeys);
}

MINTMARK_TEST(tst_keyselection, TestKeySelection)
#include "tst_keyselection.moc"
