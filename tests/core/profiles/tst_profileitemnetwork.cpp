// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profileitemnetwork.h"

#include "support/testmain.h"
#include "json/reader.h"
#include "json/writer.h"

using namespace mintmark;
using namespace mintmark::profileitem;
using namespace Qt::StringLiterals;

using Kind = ProxySettings::Kind;

namespace {

/// JSON with ' for ": moc loses its way in raw strings that hold //.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace

class TestProfileItemNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proxies_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("good");
        QTest::addColumn<ProxySettings>("proxy");
        const auto good = [](const QByteArray &json, const ProxySettings &proxy) {
            QTest::newRow(json.constData()) << json << true << proxy;
        };
        const auto bad = [](const QByteArray &json) {
            QTest::newRow(json.constData()) << json << false << ProxySettings();
        };
        good(quoted("'inherit'"), {});
        good("{}", {});
        good(quoted("{'proxy':'system'}"), { Kind::System, {}, 8080, {} });
        good(quoted("{'proxy':'none'}"), { Kind::None, {}, 8080, {} });
        good(quoted("{'proxy':'p.test'}"), { Kind::Http, u"p.test"_s, 8080, {} });
        good(quoted("{'proxy':'p.test:3128'}"), { Kind::Http, u"p.test"_s, 3128, {} });
        good(quoted("{'proxy':'http://p.test:3128/'}"), { Kind::Http, u"p.test"_s, 3128, {} });
        good(quoted("{'proxy':'me@p.test:3128'}"), { Kind::Http, u"p.test"_s, 3128, u"me"_s });
        good(quoted("{'proxy':'[2001:db8::1]:3128'}"), { Kind::Http, u"2001:db8::1"_s, 3128, {} });
        good(quoted("{'proxy':{'host':'p.test','port':3128,'user':'me','password':'pw'}}"),
             { Kind::Http, u"p.test"_s, 3128, u"me"_s });
        good(quoted("{'proxy':'me:p%40w:@p.test'}"), { Kind::Http, u"p.test"_s, 8080, u"me"_s });
        bad(quoted("{'proxy':'socks5://p.test'}"));
        bad(quoted("{'proxy':'http://p.test/path'}"));
        bad(quoted("{'proxy':{'port':3128}}"));
        bad(quoted("{'proxy':{'host':'p.test','port':70000}}"));
        bad(quoted("{'proxy':7}"));
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
    void passwordOfAProxy()
    {
        const JsonDocument document =
            JsonDocument::parse(quoted("{'proxy':'http://me:p%40w:@p.test:3128'}"));
        const Result<NetworkAccess> read = readNetwork(document.root());
        QVERIFY(read.ok() && read->secrets.proxyPassword);
        QCOMPARE(read->secrets.proxyPassword->view(), QByteArrayView("p@w:"));
        QCOMPARE(read->settings.proxy, (ProxySettings { Kind::Http, u"p.test"_s, 3128, u"me"_s }));
        QVERIFY(!proxyFromText(u"me:pw@p.test"_s)); // a secret where none is looked for
    }
    void certificates_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ClientCertificateSource>("source");
        QTest::addColumn<QByteArray>("identity");
        using enum ClientCertificateSource;
        QTest::newRow("none") << "{}"_ba << Inherited << QByteArray();
        QTest::newRow("file") << quoted("{'client_certificate':'/a.p12'}") << Files << QByteArray();
        QTest::newRow("two files")
            << quoted("{'client_certificate':'/a.crt','client_key':'/a.key'}") << Files
            << QByteArray();
        QTest::newRow("object") << quoted("{'client_certificate':{'file':'/a.crt'}}") << Files
                                << QByteArray();
        QTest::newRow("PEM") << quoted(
            "{'client_certificate':'-----BEGIN A','client_key':'-----BEGIN B'}")
                             << Stored << "-----BEGIN A\n-----BEGIN B"_ba;
        QTest::newRow("PKCS#12") << quoted("{'client_certificate':{'pkcs12':'MAIFAA=='}}") << Stored
                                 << "\x30\x02\x05\x00"_ba;
        QTest::newRow("PKCS#12 alone") << quoted("{'client_certificate':'MAIFAA=='}") << Stored
                                       << "\x30\x02\x05\x00"_ba;
        QTest::newRow("null") << quoted("{'client_certificate':null,'client_key':null}") << Inherited
                              << QByteArray();
        QTest::newRow("other names") << quoted("{'client_certificate':{'cert':'/c','key':'/k'}}")
                                     << Files << QByteArray();
        QTest::newRow("path of PKCS#12") << quoted("{'client_certificate':{'pkcs12':'/tmp'}}")
                                         << Files << QByteArray();
        QTest::newRow("object of PEM")
            << quoted("{'client_certificate':{'certificate':'-----BEGIN A','key':'-----BEGIN B'}}")
            << Stored << "-----BEGIN A\n-----BEGIN B"_ba;
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
             { quoted("{'client_certificate':'-----BEGIN A','client_key':'/a.key'}"),
               quoted("{'client_certificate':'/a.crt','client_key':'-----BEGIN B'}"),
               quoted("{'client_certificate':{'cert':'/a.crt','key':'-----BEGIN B'}}"),
               quoted("{'client_certificate':{'unheard_of':'/a.crt'}}"),
               quoted("{'client_certificate':'MAIFAA==','client_key':'/a.key'}"),
               quoted("{'client_key':'/a.key'}") }) {
            const JsonDocument document = JsonDocument::parse(json);
            QVERIFY(!readNetwork(document.root()).ok());
        }
    }
    void withoutSecrets()
    {
        const JsonDocument document = JsonDocument::parse(
            quoted("{'proxy':{'host':'p.test','user':'me','password':'canary1'},'timeout_s':7,'"
                   "client_certificate':{'pem':'-----BEGIN canary2','passphrase':'canary3'}}"));
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
