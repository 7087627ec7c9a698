// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/sealing.h"
#include "support/testmain.h"

using namespace mintmark;

namespace {

SecretBytes fromHex(const QByteArray &hex)
{
    return SecretBytes(QByteArray::fromHex(hex));
}

} // namespace

class TestSealing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// McGrew and Viega, "The Galois/Counter Mode of Operation (GCM)", test cases 13, 14 and 16.
    void knownAnswers_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<QByteArray>("associatedData");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("cipher");
        QTest::addColumn<QByteArray>("tag");
        const QByteArray zeroKey(64, '0');
        const QByteArray zeroNonce(24, '0');
        QTest::newRow("13") << zeroKey << zeroNonce << QByteArray() << QByteArray() << QByteArray()
                            << QByteArray("530f8afbc74536b9a963b4f1c4cb738b");
        QTest::newRow("14") << zeroKey << zeroNonce << QByteArray() << QByteArray(32, '0')
                            << QByteArray("cea7403d4d606b6e074ec5d3baf39d18")
                            << QByteArray("d0d1c8a799996bf0265b98b5d48ab919");
        QTest::newRow("16")
            << QByteArray("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
            << QByteArray("cafebabefacedbaddecaf888")
            << QByteArray("feedfacedeadbeeffeedfacedeadbeefabaddad2")
            << QByteArray("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                          "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
            << QByteArray("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                          "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662")
            << QByteArray("76fc6ece0f4e1768cddf8853bb2d551b");
    }
    void knownAnswers()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, nonce);
        QFETCH(QByteArray, associatedData);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, cipher);
        QFETCH(QByteArray, tag);
        const auto opened = unseal(fromHex(key), QByteArray::fromHex(nonce + cipher + tag),
                                   QByteArray::fromHex(associatedData));
        QVERIFY(opened);
        QCOMPARE(opened->view().toByteArray().toHex(), plain);
    }

    void sealsAndUnseals_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("with zeros") << QByteArray("a\0b\0", 4);
        QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 'm');
    }
    void sealsAndUnseals()
    {
        QFETCH(QByteArray, plain);
        const SecretBytes key = newSealingKey();
        const QByteArray sealed = seal(key, SecretBytes(plain), "profile 1");
        QCOMPARE(sealed.size(), 12 + plain.size() + 16);
        QVERIFY(plain.size() < 2 || !sealed.contains(plain));
        const auto opened = unseal(key, sealed, "profile 1");
        QVERIFY(opened);
        QCOMPARE(opened->view().toByteArray(), plain);
    }

    void noBitMayDiffer()
    {
        const SecretBytes key = newSealingKey();
        const QByteArray sealed = seal(key, SecretBytes("token"), "profile 1");
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray changed = sealed;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY2(!unseal(key, changed, "profile 1"), qPrintable(QString::number(bit)));
        }
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QVERIFY(!unseal(key, sealed.first(size), "profile 1"));
        QVERIFY(!unseal(key, sealed + 'x', "profile 1"));
        QVERIFY(!unseal(key, sealed, "profile 2"));
        QVERIFY(!unseal(key, sealed, ""));
        QVERIFY(!unseal(newSealingKey(), sealed, "profile 1"));
        QVERIFY(unseal(key, sealed, "profile 1"));
    }

    void nothingStandsTwice()
    {
        const SecretBytes key = newSealingKey();
        QCOMPARE(key.size(), sealingKeySize);
        QVERIFY(!(key == newSealingKey()));
        QVERIFY(seal(key, SecretBytes("token"), "") != seal(key, SecretBytes("token"), ""));
    }

    void keyOfAnotherSizeIsRefused()
    {
        for (const qsizetype size : { 0, 16, 31, 33 }) {
            const SecretBytes key { QByteArray(size, 'k') };
            QVERIFY(seal(key, SecretBytes("token"), "").isEmpty());
            QVERIFY(!unseal(key, QByteArray(64, 's'), ""));
        }
    }
};

MINTMARK_TEST(tst_sealing, TestSealing)
#include "tst_sealing.moc"
