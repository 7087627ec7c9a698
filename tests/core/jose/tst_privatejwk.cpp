// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/privatejwk.h"

#include "rfcsignatures.h"

#include "base/errorcatalogue.h"
#include "support/testmain.h"
#include "json/reader.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// The private key of RFC 7515 appendix A.3 with further members.
QByteArray keyWith(const QByteArray &members)
{
    return "{" + members + ',' + QByteArray(rfc::a3Key).sliced(1);
}

QByteArray publicHalf(const QByteArray &jwk)
{
    return jwk.first(jwk.indexOf(",\"d\":")) + '}'; // its last member
}

} // namespace

/// Which key of a JWK Set signs.
class TestPrivateJwk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chosen_data();
    void chosen();
    void saysWhichThereAre();
};

void TestPrivateJwk::chosen_data()
{
    QTest::addColumn<QByteArrayList>("keys");
    QTest::addColumn<QString>("keyId");
    QTest::addColumn<int>("index"); // -1: KeyNotChosen, -2: KeyUnreadable
    const QByteArray a = keyWith(R"("kid":"a")");
    const QByteArray b = keyWith(R"("kid":"b")");
    const QByteArray encrypting = keyWith(R"("kid":"e","use":"enc")");
    const QByteArray nameless = rfc::a3Key;
    const QByteArray secret = R"({"kty":"oct","kid":"a","k":"AAAA"})";
    const QByteArray unknown = R"({"kty":"AKP","kid":"q","d":"AAAA"})";
    const auto row = [](const char *name, const QByteArrayList &keys, const char *keyId, int index) {
        QTest::newRow(name) << keys << QString::fromLatin1(keyId) << index;
    };
    row("by its name", { a, b }, "b", 1);
    row("in other letters", { a, b }, "B", -1);
    row("no name", { a, b }, "", -1);
    row("an unknown name", { a, b }, "c", -1);
    row("the only one", { encrypting, a }, "", 1);
    row("the only one, called otherwise", { encrypting, a }, "c", 1);
    row("the only one that can be read", { unknown, a }, "", 1);
    row("one for encryption", { encrypting, a, b }, "e", -1);
    row("one for encryption, one that signs", { encrypting, a }, "e", -1);
    row("both halves of one name", { publicHalf(a), secret, a, b }, "a", 2);
    row("twice the same name", { a, a, b }, "a", -1);
    row("twice another name", { a, a, b }, "b", 2);
    row("without names", { nameless, nameless }, "", -1);
    row("a single one", { encrypting }, "", 0); // refused for what it is
    row("none that signs", { encrypting, publicHalf(a), secret }, "a", -2);
    row("none at all", {}, "a", -2);
}

void TestPrivateJwk::chosen()
{
    QFETCH(const QByteArrayList, keys);
    QFETCH(const QString, keyId);
    QFETCH(const int, index);
    const JsonDocument document = JsonDocument::parse('[' + keys.join(',') + ']');
    QVERIFY(document.isValid());
    const Result<JsonValue> key = signingKeyOf(document.root(), keyId);
    QCOMPARE(key.ok(), index >= 0);
    if (index >= 0)
        QCOMPARE(key->offset(), document.root().at(index).offset());
    else
        QCOMPARE(key.error().code,
                 index == -1 ? ErrorCode::KeyNotChosen : ErrorCode::KeyUnreadable);
}

/// In words, also where somebody else wrote the names.
void TestPrivateJwk::saysWhichThereAre()
{
    const auto known = [](const QByteArrayList &keys, const QString &keyId) {
        const JsonDocument document = JsonDocument::parse('[' + keys.join(',') + ']');
        const Result<JsonValue> key = signingKeyOf(document.root(), keyId);
        return key ? QString() : errorText(key.error()).known;
    };
    const QByteArrayList two { keyWith(R"("kid":"2024-a")"), keyWith(R"("kid":"2025\u202eb")"),
                               keyWith(R"("kid":"for encryption","use":"enc")") };
    QCOMPARE(known(two, {}), u"Nothing was sent. Their key IDs (kid): \"2024-a\", \"2025\\u{202E}b\"."_s);
    QVERIFY(known(two, u"x"_s).endsWith(u"b\". None has the key ID that is given."));
    QCOMPARE(known({ rfc::a3Key, rfc::a3Key }, {}), u"Nothing was sent."_s);
}

MINTMARK_TEST(tst_privatejwk, TestPrivateJwk)

#include "tst_privatejwk.moc"
