// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/networksettings.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

using Kind = ProxySettings::Kind;

class TestNetworkSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsInherited()
    {
        QVERIFY(NetworkSettings().isInherited());
        QCOMPARE(merged(program(), {}), program());
        QCOMPARE(merged({}, {}), NetworkAccess());
    }
    void ownWins()
    {
        NetworkAccess own;
        own.settings.proxy = { Kind::None, {}, 8080, {} };
        own.settings.timeoutSeconds = 5;
        own.settings.allowHttp = true;
        const NetworkAccess both = merged(program(), own);
        QCOMPARE(both.settings.proxy.kind, Kind::None);
        QVERIFY(!both.secrets.proxyPassword); // a login goes with its proxy
        QCOMPARE(both.settings.timeoutSeconds, 5);
        QCOMPARE(both.settings.caFile, u"/program.pem"_s);
        QVERIFY(both.settings.allowHttp);
        QCOMPARE(both.settings.clientCertificateFile, u"/program.crt"_s);
        QVERIFY(both.secrets.keyPassphrase);
    }
    void certificateGoesWithItsKey()
    {
        NetworkAccess own;
        own.settings.clientCertificate = ClientCertificateSource::Files;
        own.settings.clientCertificateFile = u"/own.p12"_s;
        const NetworkAccess both = merged(program(), own);
        QCOMPARE(both.settings.clientCertificateFile, u"/own.p12"_s);
        QCOMPARE(both.settings.clientKeyFile, QString());
        QVERIFY(!both.secrets.keyPassphrase);
        QCOMPARE(both.settings.proxy, program().settings.proxy);
        QVERIFY(both.secrets.proxyPassword);
    }
    void caFileGoesWithItsUse()
    {
        NetworkAccess own;
        own.settings.caFile = u"/own.pem"_s;
        QCOMPARE(merged(program(), own).settings.caFileAdded, false);
        QCOMPARE(merged(program(), {}).settings.caFileAdded, true);
    }
    void httpIsNeverInherited()
    {
        NetworkAccess open;
        open.settings.allowHttp = true;
        QVERIFY(!merged(open, {}).settings.allowHttp);
    }
    void deadline()
    {
        NetworkSettings settings;
        QCOMPARE(deadlineMs(settings), 30'000);
        settings.timeoutSeconds = 90;
        QCOMPARE(deadlineMs(settings), 90'000);
    }

private:
    static NetworkAccess program()
    {
        NetworkAccess access;
        access.settings.proxy = { Kind::Http, u"proxy.acme.test"_s, 3128, u"me"_s };
        access.settings.caFile = u"/program.pem"_s;
        access.settings.caFileAdded = true;
        access.settings.clientCertificate = ClientCertificateSource::Files;
        access.settings.clientCertificateFile = u"/program.crt"_s;
        access.settings.clientKeyFile = u"/program.key"_s;
        access.settings.timeoutSeconds = 12;
        access.secrets.proxyPassword = shareSecret(SecretBytes("pw"));
        access.secrets.keyPassphrase = shareSecret(SecretBytes("phrase"));
        return access;
    }
};

MINTMARK_TEST(tst_networksettings, TestNetworkSettings)

#include "tst_networksettings.moc"
