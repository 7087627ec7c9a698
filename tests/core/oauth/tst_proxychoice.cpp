// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/proxychoice.h"

#include "support/testmain.h"

#include <QUrl>

using namespace mintmark;
using namespace Qt::StringLiterals;

using Kind = ProxySettings::Kind;

class TestProxyChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *name : { "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY",
                                  "HTTPS_PROXY", "ALL_PROXY", "no_proxy", "NO_PROXY" })
            qunsetenv(name);
    }
    void cleanup() { init(); }
    void choices_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("expected");
        const QString named = u"named.test:3128"_s;
        const QString ofSystem = u"system.test:8080"_s;
        QTest::newRow("named") << Kind::Http << u"https://id.acme.test/t"_s << named;
        QTest::newRow("named, http") << Kind::Http << u"http://id.acme.test/t"_s << named;
        QTest::newRow("none") << Kind::None << u"https://id.acme.test/t"_s << QString();
        QTest::newRow("system") << Kind::System << u"https://id.acme.test/t"_s << ofSystem;
        QTest::newRow("inherited") << Kind::Inherited << u"https://id.acme.test/t"_s << ofSystem;
        QTest::newRow("system, excepted") << Kind::System << u"https://in.test/t"_s << QString();
        for (const Kind kind : { Kind::Http, Kind::System }) {
            for (const char *host : { "127.0.0.1", "127.1.2.3", "[::1]", "localhost" })
                QTest::addRow("%d, %s", static_cast<int>(kind), host)
                    << kind << u"https://%1/t"_s.arg(QLatin1StringView(host)) << QString();
        }
    }
    void choices()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, address);
        QFETCH(const QString, expected);
        qputenv("https_proxy", "http://system.test:8080");
        qputenv("no_proxy", "in.test");
        NetworkAccess access;
        access.settings.proxy = { kind, u"named.test"_s, 3128, {} };
        QCOMPARE(proxyName(proxyFor(QUrl(address), access)), expected);
    }
    /// With a proxy of the machine set: what is to go directly goes directly.
    void forQt()
    {
        qputenv("all_proxy", "http://system.test:8080");
        qputenv("http_proxy", "http://system.test:8080");
        const QNetworkProxy named(QNetworkProxy::HttpProxy, u"named.test"_s, 3128);
        const QUrl http(u"http://127.0.0.1/t"_s);
        const QUrl https(u"https://127.0.0.1/t"_s);
        const auto chosen = [](const QNetworkProxy &proxy, const QUrl &url) {
            return proxiesForQt(proxy, url)->queryProxy(QNetworkProxyQuery(url));
        };
        QCOMPARE(chosen(named, http), QList { named });
        QCOMPARE(chosen(named, https), QList { named });
        QCOMPARE(chosen(QNetworkProxy::NoProxy, https), QList { QNetworkProxy(QNetworkProxy::NoProxy) });
        QCOMPARE(chosen(QNetworkProxy::NoProxy, http), QList { QNetworkProxy(QNetworkProxy::DefaultProxy) });
        QCOMPARE(QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(http)),
                 QList { QNetworkProxy(QNetworkProxy::NoProxy) });
    }
    void login()
    {
        NetworkAccess access;
        access.settings.proxy = { Kind::Http, u"named.test"_s, 3128, u"me"_s };
        access.secrets.proxyPassword = shareSecret(SecretBytes("p\xC3\xBC"));
        const QNetworkProxy proxy = proxyFor(QUrl(u"https://id.acme.test"_s), access);
        QCOMPARE(proxy.user(), u"me"_s);
        QCOMPARE(proxy.password(), u"p\u00fc"_s);
        QCOMPARE(proxyName(proxy), u"named.test:3128"_s);
    }
};

MINTMARK_TEST(tst_proxychoice, TestProxyChoice)

#include "tst_proxychoice.moc"
