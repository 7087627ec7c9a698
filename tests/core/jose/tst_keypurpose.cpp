// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "rfcsignatures.h"

#include "jose/jwk.h"
#include "jose/privatekey.h"
#include "support/testmain.h"
#include "json/reader.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

Jwk read(const QByteArray &json)
{
    const JsonDocument document = JsonDocument::parse(json);
    return Jwk::fromJson(document.root(), SymmetricKeys::Accept);
}

/// Without its last member, which is d.
QByteArray publicHalf(const QByteArray &json)
{
    return json.first(json.indexOf(",\"d\":")) + '}';
}

} // namespace

/// RFC 7517 §4.2 to §4.4: what a key says it is for.
class TestKeyPurpose : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verifying_data();
    void verifying();
    void verifyingWithPrivateKeys_data();
    void verifyingWithPrivateKeys();
    void signing();
};

void TestKeyPurpose::verifying_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *members, const char *fault) {
        QTest::newRow(members) << QByteArray(members) << QString::fromLatin1(fault);
    };
    row(R"("use":"sig" )", "");
    row(R"("use":"enc" )", "use_not_signature");
    row(R"("use":"SIG" )", "use_not_signature");
    row(R"("use":"" )", "use_not_signature");
    row(R"("use":["sig"])", "member_malformed");
    row(R"("use":null)", "member_malformed");
    row(R"("key_ops":["verify"])", "");
    row(R"("key_ops":["sign","verify"])", "");
    row(R"("key_ops":["sign"])", "not_for_verifying");
    row(R"("key_ops":["encrypt"])", "not_for_verifying");
    row(R"("key_ops":["Verify"])", "not_for_verifying");
    row(R"("key_ops":[])", "not_for_verifying");
    row(R"("key_ops":["verify","verify"])", "not_for_verifying");
    row(R"("key_ops":"verify" )", "member_malformed");
    row(R"("key_ops":[1])", "member_malformed");
    row(R"("key_ops":{"verify":true})", "member_malformed");
    row(R"("use":"sig","key_ops":["verify"])", "");
    row(R"("use":"sig","key_ops":["sign"])", "not_for_verifying");
    row(R"("use":"sig","key_ops":["verify","wrapKey"])", "not_for_verifying");
    row(R"("use":"enc","key_ops":["verify"])", "use_not_signature");
    row(R"("alg":"ES256" )", "");
    row(R"("alg":256)", "member_malformed");
    row(R"("alg":null)", "member_malformed");
    row(R"("kid":1)", "key_id_not_text");
    row(R"("kid":null)", "key_id_not_text");
    row(R"("kid":["a"])", "key_id_not_text");
    row(R"("kid":"" )", "");
    row(R"("x5c":["anything"],"x5u":"https://evil.example","unknown":{})", "");
}

void TestKeyPurpose::verifying()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, fault);
    const QByteArray json = publicHalf(rfc::a3Key);
    const Jwk key = read(json.chopped(1) + ',' + members + '}');
    QCOMPARE(key.fault ? keyFaultName(*key.fault).toString() : QString(), fault);
    QCOMPARE(key.publicKey != nullptr, fault.isEmpty());
}

/// RFC 7517 §4.3: operations of a private key are those of its private half.
void TestKeyPurpose::verifyingWithPrivateKeys_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *key, const char *members, const char *fault) {
        QTest::addRow("%.12s %s", key, members)
            << QByteArray(key) << QByteArray(members) << QString::fromLatin1(fault);
    };
    row(rfc::a3Key, R"("key_ops":["sign"])", "");
    row(rfc::a3Key, R"("use":"sig","key_ops":["sign"])", "");
    row(rfc::a3Key, R"("key_ops":["verify"])", "");
    row(rfc::a3Key, R"("key_ops":["sign","sign"])", "not_for_verifying");
    row(rfc::a3Key, R"("key_ops":["deriveKey"])", "not_for_verifying");
    row(rfc::a3Key, R"("use":"sig","key_ops":["sign","deriveKey"])", "not_for_verifying");
    row(rfc::a1Key, R"("key_ops":["sign"])", "not_for_verifying"); // a secret has no halves
    row(rfc::a1Key, R"("d":"AA","key_ops":["sign"])", "not_for_verifying");
}

void TestKeyPurpose::verifyingWithPrivateKeys()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, members);
    QFETCH(QString, fault);
    const Jwk judged = read(key.chopped(1) + ',' + members + '}');
    QCOMPARE(judged.fault ? keyFaultName(*judged.fault).toString() : QString(), fault);
}

/// RFC 7517 §4.2, §4.3: a key that is meant for something else signs nothing.
void TestKeyPurpose::signing()
{
    const auto with = [](const QByteArray &members) {
        return "{" + members + ',' + QByteArray(rfc::a3Key).sliced(1);
    };
    for (const QByteArray &good : { R"("use":"sig")"_ba, R"("key_ops":["sign"])"_ba,
                                    R"("key_ops":["verify","sign"],"use":"sig")"_ba })
        QVERIFY2(PrivateKey::from(SecretBytes(with(good))).ok(), good.constData());
    for (const QByteArray &other : { R"("use":"enc")"_ba, R"("key_ops":["verify"])"_ba,
                                     R"("key_ops":[])"_ba, R"("use":"sig","key_ops":["deriveKey"])"_ba }) {
        const Result<PrivateKey> key = PrivateKey::from(SecretBytes(with(other)));
        QVERIFY2(!key.ok(), other.constData());
        QCOMPARE(key.error().code, ErrorCode::KeyUnreadable);
    }
    // Of a set the one that signs is taken.
    const QByteArray set = R"({"keys":[)" + with(R"("use":"enc")") + ','
        + with(R"("use":"sig","kid":"s")") + R"(,{"kty":"oct","k":"AAAA"}]})";
    const Result<PrivateKey> key = PrivateKey::from(SecretBytes(set));
    QVERIFY(key.ok());
    QCOMPARE(key->keyId(), u"s"_s);
}

MINTMARK_TEST(tst_keypurpose, TestKeyPurpose)

#include "tst_keypurpose.moc"
