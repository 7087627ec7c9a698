// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychainmodule.h"

#include "keychain/keychain.h"
#include "support/resultof.h"
#include "support/testmain.h"

#include <QLibrary>
#include <QTemporaryFile>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestKeychainModule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLoadedBeforeTheFirstJob()
    {
        const auto backend = loadedKeychain(u"/nowhere/mintmark-keychain"_s, 10'000);
        QCOMPARE(backend->sizeLimit(), qsizetype(0));
    }
    void eachJobSaysThatTheFileIsMissing()
    {
        const QString file = u"/nowhere/mintmark-keychain"_s;
        const auto backend = loadedKeychain(file, 10'000);
        const auto saysSo = [&file](const auto &result) {
            return !result.ok() && result.error().code == ErrorCode::KeychainFailed
                && result.error().arguments.value(u"said"_s).contains(file);
        };
        QVERIFY(saysSo(resultOf(backend->probe())));
        QVERIFY(saysSo(resultOf(backend->unlock())));
        QVERIFY(saysSo(resultOf(backend->list())));
        QVERIFY(saysSo(resultOf(backend->read(u"key"_s))));
        QVERIFY(saysSo(resultOf(backend->write(u"key"_s, u"label"_s, SecretBytes("value")))));
        QVERIFY(saysSo(resultOf(backend->remove(u"key"_s))));
    }
    void theSentenceComesThroughTheKeychain()
    {
        Keychain keychain(loadedKeychain(u"/nowhere/mintmark-keychain"_s, 10'000), { 5'000, 5'000, 5'000 });
        const Error error = resultOf(keychain.read(u"key"_s)).error();
        QCOMPARE(error.code, ErrorCode::KeychainFailed);
        QVERIFY(error.arguments.value(u"said"_s).contains(u"Install Mintmark again."_s));
        QCOMPARE(keychain.status().state, KeychainState::Failed);
    }
    void anotherFileIsNoKeychain()
    {
        QTemporaryFile text(u"XXXXXX.so"_s);
        QVERIFY(text.open());
        text.write("not a library");
        text.close();
        const auto backend = loadedKeychain(text.fileName(), 10'000);
        QCOMPARE(resultOf(backend->probe()).error().code, ErrorCode::KeychainFailed);
    }
    void anotherVersionIsRefused()
    {
        QLibrary library(QStringLiteral(MINTMARK_KEYCHAIN_MODULE));
        const auto make = reinterpret_cast<KeychainBackend *(*)(const char *, qint64)>(
            library.resolve("mintmarkKeychain"));
        QVERIFY2(make != nullptr, qPrintable(library.errorString()));
        QCOMPARE(make("0.0.0", 10'000), nullptr);
    }
    void keepsReadsAndForgets()
    {
        Keychain keychain(loadedKeychain(QStringLiteral(MINTMARK_KEYCHAIN_MODULE), 10'000),
                          { 10'000, 10'000, 10'000 });
        const QString key = u"mintmark/v1/profile/of-the-module"_s;
        QVERIFY(resultOf(keychain.write(key, u"of the module"_s, SecretBytes("value"))).ok());
        QCOMPARE(resultOf(keychain.read(key)).value(), SecretBytes("value"));
        QCOMPARE(resultOf(keychain.list()).value(),
                 (QList<KeychainItem> { { key, u"of the module"_s } }));
        QVERIFY(resultOf(keychain.remove(key)).ok());
        QCOMPARE(resultOf(keychain.read(key)).error().code, ErrorCode::KeychainNotFound);
    }
};

MINTMARK_TEST(tst_keychainmodule, TestKeychainModule)
#include "tst_keychainmodule.moc"
