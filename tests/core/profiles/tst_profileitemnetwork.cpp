// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profileitemnetwork.h"

#include "json/reader.h"
#include "json/writer.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::profileitem;
using namespace Qt::StringLiterals;

using Kind = ProxySettings::Kind;

class TestProfileItemNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proxies_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("good");
        QTest::addColumn<ProxySettings>("proxy");
        const auto good = [](const char *json, const ProxySettings &proxy) {
            QTest::newRow(json) << QByteArray(json) << true << proxy;
        };
        const auto bad = [](const char *json) {
            QTest::newRow(json) << QByteArray(json) << false << ProxySettings();
        };
        good(R"("inherit")", {});
        good("{}", {});
        good(R"({"proxy":"system"})", { Kind::System, {}, 8080, {} });
        good(R"({"proxy":"none"})", { Kind::None, {}, 8080, {} });
        good(R"({"proxy":"p.test"})", { Kind::Http, u"p.test"_s, 8080, {} });
        good(R"({"proxy":"p.test:3128"})", { Kind::Http, u"p.test"_s, 3128, {} });
        good(R"({"proxy":"http://p.test:3128/"})", { Kind::Http, u"p.test"_s, 3128, {} });
        good(R"({"proxy":"me@p.test:3128"})", { Kind::Http, u"p.test"_s, 3128, u"me"_s });
        good(R"({"proxy":"[2001:db8::1]:3128"})", { Kind::Http, u"2001:db8::1"_s, 3128, {} });
        good(R"({"proxy":{"host":"p.test","port":3128,"user":"me","password":"pw"}})",
             { Kind::Http, u"p.test"_s, 3128, u"me"_s });
        bad(R"({"proxy":"socks5://p.test"})");
        bad(R"({"proxy":"me:pw@p.test"})"); // a secret where none is looked for
        bad(R"({"proxy":"http://p.test/path"})");
        bad(R"({"proxy":{"port":3128}})");
        bad(R"({"proxy":{"host":"p.test","port":70000}})");
        bad(R"({"proxy":7})");
    }
    void proxies()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const bool, good);
        QFETCH(const ProxySettings, proxy);
        const JsonDocument document = JsonDocument::parse(json);
        const Result<NetworkAccess> read = readNetwork(document.root());
        QCOMPARE(read.ok(), good);
        if (good)
            QCOMPARE(read->settings.proxy, proxy);
        else
            QCOMPARE(read.error().code, ErrorCode::ProfileInvalid);
    }
    void certificates_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ClientCertificateSource>("source");
        QTest::addColumn<QByteArray>("identity");
        using enum ClientCertificateSource;
        QTest::newRow("none") << "{}"_ba << Inherited << QByteArray();
        QTest::newRow("file") << R"({"client_certificate":"/a.p12"})"_ba << Files << QByteArray();
        QTest::newRow("two files")
            << R"({"client_certificate":"/a.crt","client_key":"/a.key"})"_ba << Files << QByteArray();
        QTest::newRow("object") << R"({"client_certificate":{"file":"/a.crt"}})"_ba << Files
                                << QByteArray();
        QTest::newRow("PEM")
            << R"({"client_certificate":"-----BEGIN A","client_key":"-----BEGIN B"})"_ba << Stored
            << "-----BEGIN A\n-----BEGIN B"_ba;
        QTest::newRow("PKCS#12") << R"({"client_certificate":{"pkcs12":"AQID"}})"_ba << Stored
                                 << "\x01\x02\x03"_ba;
    }
    void certificates()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const ClientCertificateSource, source);
        QFETCH(const QByteArray, identity);
        const JsonDocument document = JsonDocument::parse(json);
        const Result<NetworkAccess> read = readNetwork(document.root());
        QVERIFY(read.ok());
        QCOMPARE(read->settings.clientCertificate, source);
        QCOMPARE(read->secrets.clientIdentity ? read->secrets.clientIdentity->view().toByteArray()
                                              : QByteArray(),
                 identity);
        const QByteArray again = written(*read, NetworkSecretsToo::Yes);
        const JsonDocument other = JsonDocument::parse(again);
        QCOMPARE(*readNetwork(other.root()), *read);
    }
    void halfHereHalfInAFile()
    {
        for (const QByteArray &json :
             { R"({"client_certificate":"-----BEGIN A","client_key":"/a.key"})"_ba,
               R"({"client_certificate":"/a.crt","client_key":"-----BEGIN B"})"_ba,
               R"({"client_key":"/a.key"})"_ba }) {
            const JsonDocument document = JsonDocument::parse(json);
            QVERIFY(!readNetwork(document.root()).ok());
        }
    }
    void withoutSecrets()
    {
        const JsonDocument document = JsonDocument::parse(
            R"({"proxy":{"host":"p.test","user":"me","password":"canary1"},"timeout_s":7,
                "client_certificate":{"pem":"-----BEGIN canary2","passphrase":"canary3"}})");
        const Result<NetworkAccess> read = readNetwork(document.root());
        QVERIFY(read.ok());
        const QByteArray open = written(*read, NetworkSecretsToo::No);
        QVERIFY2(!open.contains("canary"), open.constData());
        QVERIFY(open.contains("p.test"));
        const QByteArray whole = written(*read, NetworkSecretsToo::Yes);
        QCOMPARE(whole.count("canary"), 3);
        QVERIFY(whole.size() < roomForNetwork(read->settings, read->secrets));
    }

private:
    static QByteArray written(const NetworkAccess &access, NetworkSecretsToo secretsToo)
    {
        JsonWriter json;
        writeNetwork(json, access.settings, access.secrets, secretsToo, {});
        return json.take();
    }
};

MINTMARK_TEST(tst_profileitemnetwork, TestProfileItemNetwork)

#include "tst_profileitemnetwork.moc"
