// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/memorybackend.h"

#include "support/resultof.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestMemoryBackend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsReplacesListsAndForgets()
    {
        MemoryBackend memory;
        QCOMPARE(resultOf(memory.read(u"a"_s)).error().code, ErrorCode::KeychainNotFound);
        QVERIFY(resultOf(memory.write(u"a"_s, u"A"_s, SecretBytes("one"))).ok());
        QVERIFY(resultOf(memory.write(u"b"_s, u"B"_s, SecretBytes("two"))).ok());
        QVERIFY(resultOf(memory.write(u"a"_s, u"A2"_s, SecretBytes("three"))).ok());
        QCOMPARE(resultOf(memory.read(u"a"_s)).value(), SecretBytes("three"));
        QCOMPARE(resultOf(memory.list()).value(),
                 (QList<KeychainItem> { { u"a"_s, u"A2"_s }, { u"b"_s, u"B"_s } }));
        QVERIFY(resultOf(memory.remove(u"a"_s)).ok());
        QVERIFY(resultOf(memory.remove(u"a"_s)).ok());
        QCOMPARE(resultOf(memory.read(u"a"_s)).error().code, ErrorCode::KeychainNotFound);
    }
    void isAlwaysThere()
    {
        MemoryBackend memory;
        const KeychainStatus there { KeychainState::Ok, u"memory"_s };
        QCOMPARE(resultOf(memory.probe()).value(), there);
        QCOMPARE(resultOf(memory.unlock()).value(), there);
    }
};

MINTMARK_TEST(tst_memorybackend, TestMemoryBackend)
#include "tst_memorybackend.moc"
