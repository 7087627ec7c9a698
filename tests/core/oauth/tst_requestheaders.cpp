// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/requestheaders.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestRequestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldValues_data();
    void fieldValues();
    void refused_data();
    void refused();
    void added();
    void notTwice();
    void secretValues();
    void withoutAValue();

private:
    static Result<void> add(HttpRequest &http, const QList<ExtraHeader> &headers,
                            const ClientCredentials &credentials = {})
    {
        ClientConfiguration configuration;
        configuration.headers = headers;
        return addExtraHeaders(http, configuration, credentials);
    }
    static HttpRequest request() { return requestTo("GET"_ba, QUrl(u"http://localhost/"_s)); }
};

void TestRequestHeaders::fieldValues_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("is");
    // RFC 9110 §5.5
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("visible") << "!~ \t"_ba << true;
    QTest::newRow("LF") << "a\nb"_ba << false;
    QTest::newRow("CR") << "a\rb"_ba << false;
    QTest::newRow("CR LF") << "a\r\nX-Evil: 1"_ba << false;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
    QTest::newRow("DEL") << "a\x7f"_ba << false;
    QTest::newRow("escape") << "a\x1b"_ba << false;
    QTest::newRow("UTF-8") << "\xC3\xBC"_ba << false;
}

void TestRequestHeaders::fieldValues()
{
    QFETCH(const QByteArray, value);
    QFETCH(const bool, is);
    QCOMPARE(isFieldValue(value), is);
}

void TestRequestHeaders::refused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const QString a = u"a"_s;
    QTest::newRow("line break in the value") << u"X-A"_s << u"b\r\nX-Evil: 1"_s;
    QTest::newRow("LF alone") << u"X-A"_s << u"b\nX-Evil: 1"_s;
    QTest::newRow("CR alone") << u"X-A"_s << u"b\rX-Evil: 1"_s;
    QTest::newRow("end of the head") << u"X-A"_s << u"b\r\n\r\nGET / HTTP/1.1"_s;
    QTest::newRow("NUL") << u"X-A"_s << u"b\0c"_s;
    QTest::newRow("not ASCII") << u"X-A"_s << u"\u00fc"_s;
    // U+010A and U+560A end in the byte of a line feed.
    QTest::newRow("LF in disguise") << u"X-A"_s << u"b\u010ac\u560a"_s;
    QTest::newRow("line break in the name") << u"X-A: b\r\nX-Evil"_s << a;
    QTest::newRow("colon in the name") << u"X:A"_s << a;
    QTest::newRow("space in the name") << u"X A"_s << a;
    QTest::newRow("name not ASCII") << u"X-\u00dc"_s << a;
    QTest::newRow("no name") << QString() << a;
    QTest::newRow("only spaces") << u"  "_s << a;
    for (const char *name :
         { "Host", "host", "Content-Length", "content-LENGTH", "Transfer-Encoding", "Connection",
           "Upgrade", "Expect", "TE", "Trailer", "Accept-Encoding", " Host " })
        QTest::newRow(name) << QString::fromLatin1(name) << a;
}

void TestRequestHeaders::refused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    for (const bool secret : { false, true }) {
        HttpRequest http = request();
        const QByteArray before = http.bytes().view().toByteArray();
        ClientCredentials credentials;
        credentials.headers.emplace(name, SecretBytes::fromString(value));
        const Result<void> result =
            add(http, { { name, secret ? QString() : value, secret } }, credentials);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::HeaderRefused);
        QCOMPARE(result.error().argument(u"header"), name);
        QCOMPARE(http.bytes().view(), QByteArrayView(before));
    }
}

void TestRequestHeaders::added()
{
    HttpRequest http = request();
    QVERIFY(add(http, { { u" X-Trace "_s, u" on \t"_s, false }, { u"accept"_s, u"*/*"_s, false } })
                .ok());
    QCOMPARE(
        http.bytes().view(),
        QByteArrayView("GET / HTTP/1.1\r\nHost: localhost\r\nUser-Agent: mintmark/" MINTMARK_VERSION
                       "\r\naccept: */*\r\nAccept-Language: *\r\nAccept-Encoding: identity\r\n"
                       "Connection: close\r\nX-Trace: on\r\nContent-Length: 0\r\n\r\n"));
}

void TestRequestHeaders::notTwice()
{
    HttpRequest http = request();
    QVERIFY(!add(http, { { u"X-A"_s, u"1"_s, false }, { u"x-a"_s, u"2"_s, false } }).ok());
    // RFC 6749 §2.3: one method of authentication a request.
    HttpRequest proven = request();
    proven.addSecretHeader("Authorization", SecretBytes("Basic eA=="), 6);
    QVERIFY(!add(proven, { { u"authorization"_s, u"Bearer a"_s, false } }).ok());
    HttpRequest open = request();
    QVERIFY(add(open, { { u"Authorization"_s, u"Bearer a"_s, false } }).ok());
}

void TestRequestHeaders::secretValues()
{
    HttpRequest http = request();
    ClientCredentials credentials;
    credentials.headers.emplace(u"X-Key"_s, SecretBytes(" swordfish\n"));
    QVERIFY(add(http, { { u"X-Key"_s, u"not this"_s, true } }, credentials).ok());
    QVERIFY(QByteArrayView(http.bytes().view()).contains("\r\nX-Key: swordfish\r\n"));
    QVERIFY(!http.preview().contains(u"swordfish"_s));
}

void TestRequestHeaders::withoutAValue()
{
    HttpRequest http = request();
    const QByteArray before = http.bytes().view().toByteArray();
    QVERIFY(add(http,
                { { u"X-A"_s, {}, false },
                  { u"User-Agent"_s, u" "_s, false },
                  { u"X-Key"_s, {}, true } })
                .ok());
    QCOMPARE(http.bytes().view(), QByteArrayView(before));
    QVERIFY(!add(http, { { u"Host"_s, {}, false } }).ok());
}

MINTMARK_TEST(tst_requestheaders, TestRequestHeaders)

#include "tst_requestheaders.moc"
