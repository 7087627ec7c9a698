// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/httprequest.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestHttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAndPreview();
    void replaced();
    void contentTypeIsKept();
    void withoutBody();
    void addresses_data();
    void addresses();
    void secretsAtTheEnds();
};

void TestHttpRequest::bytesAndPreview()
{
    HttpRequest http("POST", QUrl(u"https://id.example.com/oauth/token"_s));
    http.addHeader("Accept", "application/json");
    http.addSecretHeader("Authorization", SecretBytes("Basic c3dvcmQ="), 6);
    http.setBody("application/json", SecretBytes(R"({"a":"\u00fc","client_secret":"swordfish"})"),
                 { { 31, 9 } });
    const QByteArray head = "POST /oauth/token HTTP/1.1\r\nHost: id.example.com\r\n"
                            "Accept: application/json\r\nAuthorization: Basic c3dvcmQ=\r\n"
                            "Content-Type: application/json\r\nContent-Length: 42\r\n\r\n";
    const QByteArray bytes = head + R"({"a":"\u00fc","client_secret":"swordfish"})";
    QCOMPARE(http.bytes().view(), QByteArrayView(bytes));
    QCOMPARE(http.size(), bytes.size());
    QString preview = QString::fromUtf8(bytes);
    const QString dots(8, QChar(0x2022));
    preview.replace(u"c3dvcmQ="_s, dots).replace(u"swordfish"_s, dots);
    QCOMPARE(http.preview(), preview);
    QStringList seen;
    const QString text = http.text([&](QByteArrayView secret) {
        seen << QString::fromUtf8(secret);
        return u"<%1>"_s.arg(seen.size());
    });
    QCOMPARE(seen, (QStringList { u"c3dvcmQ="_s, u"swordfish"_s }));
    QVERIFY(text.contains(u"Basic <1>\r\n"_s));
    QVERIFY(text.endsWith(u"\"<2>\"}"_s));
}

void TestHttpRequest::replaced()
{
    HttpRequest http("GET", QUrl(u"http://localhost"_s));
    http.addHeader("Accept", "a");
    http.addHeader("User-Agent", "b");
    http.addHeader("ACCEPT", "c");
    QCOMPARE(http.bytes().view(),
             QByteArrayView("GET / HTTP/1.1\r\nHost: localhost\r\nACCEPT: c\r\nUser-Agent: b\r\n"
                            "Content-Length: 0\r\n\r\n"));
    QVERIFY(http.hasHeader("accept"));
    QVERIFY(http.hasHeader("host"));
    QVERIFY(!http.hasHeader("Accept-Language"));
    http.addSecretHeader("accept", SecretBytes("swordfish"), 0);
    QVERIFY(!http.preview().contains(u"swordfish"_s));
    QCOMPARE(http.headers().size(), 4U);
}

void TestHttpRequest::contentTypeIsKept()
{
    HttpRequest http("POST", QUrl(u"http://localhost"_s));
    http.addHeader("content-type", "application/vnd.acme");
    http.setBody("application/json", SecretBytes("{}"), {});
    QCOMPARE(http.bytes().view(),
             QByteArrayView("POST / HTTP/1.1\r\nHost: localhost\r\n"
                            "content-type: application/vnd.acme\r\nContent-Length: 2\r\n\r\n{}"));
}

void TestHttpRequest::withoutBody()
{
    const HttpRequest http("GET", QUrl(u"http://localhost"_s));
    QVERIFY(http.body().isEmpty());
    QVERIFY(http.preview().endsWith(u"Content-Length: 0\r\n\r\n"_s));
    QCOMPARE(http.method(), "GET"_ba);
}

void TestHttpRequest::addresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    const auto add = [](const char *name, const QString &url, const QByteArray &target,
                        const QByteArray &host,
                        int port) { QTest::newRow(name) << url << target << host << port; };
    add("https", u"https://a.example/t"_s, "/t", "a.example", 443);
    add("http", u"http://a.example/t"_s, "/t", "a.example", 80);
    add("port", u"https://a.example:8443/t"_s, "/t", "a.example:8443", 8443);
    // RFC 9110 §4.2.3: the default port is left out.
    add("default port, https", u"https://a.example:443/t"_s, "/t", "a.example", 443);
    add("default port, http", u"http://a.example:80/t"_s, "/t", "a.example", 80);
    add("the other's default", u"https://a.example:80/t"_s, "/t", "a.example:80", 80);
    add("no path", u"https://a.example"_s, "/", "a.example", 443);
    add("query only", u"https://a.example?b=c"_s, "/?b=c", "a.example", 443);
    add("query", u"https://a.example/t?b=c%26d&e=%C3%BC"_s, "/t?b=c%26d&e=%C3%BC", "a.example",
        443);
    add("not ASCII", u"https://b\u00fccher.example/t\u00f6ken"_s, "/t%C3%B6ken",
        "xn--bcher-kva.example", 443);
    add("IPv6", u"http://[::1]:8080/t"_s, "/t", "[::1]:8080", 8080);
    add("IPv6 without port", u"http://[::1]/t"_s, "/t", "[::1]", 80);
}

void TestHttpRequest::addresses()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, host);
    QFETCH(const int, port);
    const HttpRequest http("GET", QUrl(url));
    QCOMPARE(http.target(), target);
    QCOMPARE(http.headers().front().value.view(), QByteArrayView(host));
    QCOMPARE(http.port(), port);
}

void TestHttpRequest::secretsAtTheEnds()
{
    HttpRequest http("POST", QUrl(u"http://localhost"_s));
    http.setBody("text/plain", SecretBytes("aaa-bbb"), { { 0, 3 }, { 4, 3 } });
    QVERIFY(http.text([](QByteArrayView) { return u"*"_s; }).endsWith(u"\r\n\r\n*-*"_s));
}

MINTMARK_TEST(tst_httprequest, TestHttpRequest)

#include "tst_httprequest.moc"
