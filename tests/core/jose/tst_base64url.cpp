// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/base64url.h"
#include "support/testmain.h"

#include <random>

using namespace mintmark;
using namespace Qt::StringLiterals;

using Problems = QList<Base64UrlProblem>;

class TestBase64Url : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodesAndDecodes_data();
    void encodesAndDecodes();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void namesEachFaultOnce();
    void agreesWithQt();
};

void TestBase64Url::encodesAndDecodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    // RFC 4648 §10
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("f") << "f"_ba
                       << "Zg"_ba;
    QTest::newRow("fo") << "fo"_ba
                        << "Zm8"_ba;
    QTest::newRow("foo") << "foo"_ba
                         << "Zm9v"_ba;
    QTest::newRow("foob") << "foob"_ba
                          << "Zm9vYg"_ba;
    QTest::newRow("fooba") << "fooba"_ba
                           << "Zm9vYmE"_ba;
    QTest::newRow("foobar") << "foobar"_ba
                            << "Zm9vYmFy"_ba;
    // RFC 7515 Appendix C
    QTest::newRow("RFC 7515 C") << QByteArray::fromRawData("\x03\xEC\xFF\xE0\xC1", 5)
                                << "A-z_4ME"_ba;
    // RFC 7515 §3.3
    QTest::newRow("header") << "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}"_ba
                            << "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"_ba;
    QTest::newRow("UTF-8") << "{\"n\":\"Zo\xC3\xAB\"}"_ba
                           << "eyJuIjoiWm_DqyJ9"_ba;
}

void TestBase64Url::encodesAndDecodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(base64UrlEncode(bytes), text);
    QCOMPARE(base64UrlDecode(text), (Base64UrlDecoded { bytes, {} }));
}

void TestBase64Url::saysWhatIsWrong_data()
{
    using enum Base64UrlFault;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Problems>("problems");
    QTest::newRow("padding") << "Zm8="_ba
                             << "fo"_ba << Problems { { Padding, 3 } };
    QTest::newRow("two paddings") << "Zg=="_ba
                                  << "f"_ba << Problems { { Padding, 2 } };
    QTest::newRow("padding in the middle") << "Zg==Zg"_ba
                                           << "f\x06`"_ba << Problems { { Padding, 2 } };
    QTest::newRow("plus") << "A+z_4ME"_ba << QByteArray("\x03\xEC\xFF\xE0\xC1", 5)
                          << Problems { { StandardAlphabet, 1 } };
    QTest::newRow("slash") << "A-z/4ME="_ba << QByteArray("\x03\xEC\xFF\xE0\xC1", 5)
                           << Problems { { StandardAlphabet, 3 }, { Padding, 7 } };
    QTest::newRow("space") << "Zm9v Zg"_ba
                           << "foof"_ba << Problems { { InvalidCharacter, 4 } };
    QTest::newRow("line break") << "Zm\n9v"_ba
                                << "foo"_ba << Problems { { InvalidCharacter, 2 } };
    QTest::newRow("NUL") << QByteArray("Zm\09v", 5) << "foo"_ba
                         << Problems { { InvalidCharacter, 2 } };
    QTest::newRow("non-ASCII") << "Zm9v\xC3\xAB"_ba
                               << "foo"_ba << Problems { { InvalidCharacter, 4 } };
    QTest::newRow("trailing bits, 4")
        << "AB"_ba << QByteArray(1, '\0') << Problems { { TrailingBits, 1 } };
    QTest::newRow("trailing bits, 2") << "Zm9"_ba
                                      << "fo"_ba << Problems { { TrailingBits, 2 } };
    QTest::newRow("one character") << "A"_ba
                                   << ""_ba << Problems { { Length, 0 } };
    QTest::newRow("five characters") << "Zm9vA"_ba
                                     << "foo"_ba << Problems { { Length, 4 } };
    QTest::newRow("only padding") << "===="_ba
                                  << ""_ba << Problems { { Padding, 0 } };
}

void TestBase64Url::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    QFETCH(Problems, problems);
    const Base64UrlDecoded decoded = base64UrlDecode(text);
    QCOMPARE(decoded.bytes, bytes);
    QCOMPARE(decoded.problems, problems);
}

void TestBase64Url::namesEachFaultOnce()
{
    const Base64UrlDecoded decoded = base64UrlDecode(QByteArray(1'000'000, '*'));
    QCOMPARE(decoded.bytes, QByteArray());
    QCOMPARE(decoded.problems, (Problems { { Base64UrlFault::InvalidCharacter, 0 } }));
}

void TestBase64Url::agreesWithQt()
{
    std::mt19937 random(4648);
    for (int size = 0; size < 300; ++size) {
        QByteArray bytes(size, '\0');
        for (char &byte : bytes)
            byte = static_cast<char>(random());
        const QByteArray text = base64UrlEncode(bytes);
        QCOMPARE(QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding), bytes);
        QCOMPARE(base64UrlDecode(text), (Base64UrlDecoded { bytes, {} }));
    }
}

MINTMARK_TEST(tst_base64url, TestBase64Url)
#include "tst_base64url.moc"
