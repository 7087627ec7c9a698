// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientconfiguration.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestClientConfiguration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clones();
    void everySecretCounts();
};

namespace {

ClientCredentials full()
{
    ClientCredentials credentials;
    credentials.clientSecret = SecretBytes("one");
    credentials.privateKey = SecretBytes("four");
    credentials.parameters.emplace(u"pin"_s, SecretBytes("two"));
    credentials.headers.emplace(u"X-Key"_s, SecretBytes("three"));
    return credentials;
}

} // namespace

void TestClientConfiguration::clones()
{
    const ClientCredentials original = full();
    const ClientCredentials copy = original.clone();
    QVERIFY(copy == original);
    QCOMPARE(copy.parameters.at(u"pin"_s).view(), QByteArrayView("two"));
    QVERIFY(copy.clientSecret.view().data() != original.clientSecret.view().data());
}

void TestClientConfiguration::everySecretCounts()
{
    ClientCredentials other = full();
    other.clientSecret = SecretBytes("ONE");
    QVERIFY(!(other == full()));
    other = full();
    other.parameters.at(u"pin"_s) = SecretBytes("TWO");
    QVERIFY(!(other == full()));
    other = full();
    other.privateKey = SecretBytes("FOUR");
    QVERIFY(!(other == full()));
    other = full();
    other.headers.clear();
    QVERIFY(!(other == full()));
}

MINTMARK_TEST(tst_clientconfiguration, TestClientConfiguration)

#include "tst_clientconfiguration.moc"
