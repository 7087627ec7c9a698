// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/secretbytes.h"
#include "support/testmain.h"

#include <type_traits>

using namespace mintmark;
using namespace Qt::StringLiterals;

static_assert(!std::is_copy_constructible_v<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, QString>);
static_assert(!std::is_convertible_v<SecretBytes, QByteArray>);

class TestSecretBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsBytesExactly()
    {
        const QByteArray raw("a\0b\xff", 4);
        const SecretBytes secret { QByteArrayView(raw) };
        QCOMPARE(secret.view().toByteArray(), raw);
        QVERIFY(secret == secret.clone());
        QVERIFY(!(secret == SecretBytes(QByteArrayView("a"))));
    }
    void takeWipesTheSource()
    {
        QByteArray raw = QByteArrayLiteral("hunter2");
        const SecretBytes secret = SecretBytes::take(raw);
        QVERIFY(raw.isEmpty());
        QCOMPARE(secret.size(), 7);
    }
    void moveLeavesNothing()
    {
        SecretBytes a = SecretBytes::fromString(u"geheim");
        const SecretBytes b = std::move(a);
        QVERIFY(a.isEmpty());
        QCOMPARE(b.size(), 6);
    }
    void sharedCompare()
    {
        QVERIFY(sameSecret(nullptr, shareSecret({})));
        QVERIFY(sameSecret(shareSecret(SecretBytes::fromString(u"x")),
                           shareSecret(SecretBytes::fromString(u"x"))));
        QVERIFY(!sameSecret(nullptr, shareSecret(SecretBytes::fromString(u"x"))));
    }
    void summary_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<qsizetype>("characters");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("fingerprint");
        // fingerprints from: printf %s SECRET | sha256sum | cut -c1-4
        QTest::newRow("short") << u"fifteen-chars.."_s << qsizetype(15) << QString() << QString();
        QTest::newRow("16") << u"0123456789abcdef"_s << qsizetype(16) << u"cdef"_s << QString();
        QTest::newRow("20") << u"0123456789abcdefghij"_s << qsizetype(20) << u"ghij"_s << u"6BC1"_s;
    }
    void summary()
    {
        QFETCH(QString, secret);
        const SecretSummary summary = summarize(SecretBytes::fromString(secret));
        QTEST(summary.characters, "characters");
        QTEST(summary.ending, "ending");
        QTEST(summary.fingerprint, "fingerprint");
    }
};

MINTMARK_TEST(tst_secretbytes, TestSecretBytes)
#include "tst_secretbytes.moc"
