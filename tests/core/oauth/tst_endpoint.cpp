// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/endpoint.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void noPasswordInTheMessage_data();
    void noPasswordInTheMessage();
    void loopback_data();
    void loopback();
};

void TestEndpoint::accepted_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowHttp");
    QTest::addColumn<QString>("url");
    const auto same = [](const char *name, const QString &address, bool allowHttp = false) {
        QTest::newRow(name) << address << allowHttp << address;
    };
    same("Sage", u"https://id.sage.com/oauth/token"_s);
    same("port", u"https://id.example.com:8443/token"_s);
    same("query", u"https://id.example.com/token?tenant=a%20b"_s);
    same("no path", u"https://id.example.com"_s);
    same("http on loopback", u"http://127.0.0.1:8080/token"_s);
    same("http on localhost", u"http://localhost/token"_s);
    same("http on ::1", u"http://[::1]:8080/token"_s);
    same("http allowed", u"http://id.example.com/token"_s, true);
    same("at sign in the path", u"https://id.example.com/a@b"_s);
    same("at sign in the query", u"https://id.example.com/?a=b@c"_s);
    QTest::newRow("spaces around")
        << u" \t https://id.example.com/token \n"_s << false << u"https://id.example.com/token"_s;
    QTest::newRow("upper case") << u"HTTPS://ID.Example.COM/Token"_s << false
                                << u"https://id.example.com/Token"_s;
}

void TestEndpoint::accepted()
{
    QFETCH(const QString, address);
    QFETCH(const bool, allowHttp);
    QFETCH(const QString, url);
    const Result<QUrl> result = endpointFrom(address, allowHttp);
    QVERIFY(result.ok());
    QCOMPARE(result->toString(QUrl::FullyEncoded), url);
}

void TestEndpoint::refused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCode>("code");
    using enum ErrorCode;
    QTest::newRow("empty") << QString() << EndpointInvalid;
    QTest::newRow("spaces") << u"  "_s << EndpointInvalid;
    QTest::newRow("host only") << u"id.example.com/token"_s << EndpointInvalid;
    QTest::newRow("path only") << u"/token"_s << EndpointInvalid;
    QTest::newRow("no host") << u"https:///token"_s << EndpointInvalid;
    QTest::newRow("one slash") << u"https:/id.example.com"_s << EndpointInvalid;
    QTest::newRow("space inside") << u"https://id.example.com/to ken"_s << EndpointInvalid;
    QTest::newRow("line break inside")
        << u"https://id.example.com/to\r\nX-Evil: 1"_s << EndpointInvalid;
    QTest::newRow("space in the host") << u"https://id example.com/"_s << EndpointInvalid;
    QTest::newRow("port too large") << u"https://id.example.com:65536/"_s << EndpointInvalid;
    QTest::newRow("port zero") << u"https://id.example.com:0/"_s << EndpointInvalid;
    QTest::newRow("port of letters") << u"https://id.example.com:https/"_s << EndpointInvalid;
    QTest::newRow("bad percent") << u"https://id.example.com/%zz"_s << EndpointInvalid;
    QTest::newRow("file") << u"file:///etc/passwd"_s << EndpointInvalid;
    QTest::newRow("data") << u"data:,{}"_s << EndpointInvalid;
    QTest::newRow("ftp") << u"ftp://id.example.com/"_s << EndpointInvalid;
    QTest::newRow("http") << u"http://id.example.com/token"_s << EndpointInsecure;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.example.com/"_s << EndpointInsecure;
    QTest::newRow("looks like localhost") << u"http://localhost.example.com/"_s << EndpointInsecure;
    QTest::newRow("any address") << u"http://0.0.0.0/"_s << EndpointInsecure;
    QTest::newRow("private address") << u"http://192.168.0.1/"_s << EndpointInsecure;
    QTest::newRow("user") << u"https://me@id.example.com/"_s << EndpointWithCredentials;
    QTest::newRow("user and password")
        << u"https://me:pw@id.example.com/"_s << EndpointWithCredentials;
    QTest::newRow("empty user") << u"https://@id.example.com/"_s << EndpointWithCredentials;
    QTest::newRow("fragment") << u"https://id.example.com/#a"_s << EndpointWithCredentials;
    QTest::newRow("empty fragment") << u"https://id.example.com/#"_s << EndpointWithCredentials;
    // Before http: the password would be in the clear as well.
    QTest::newRow("user over http") << u"http://me:pw@id.example.com/"_s << EndpointWithCredentials;
}

void TestEndpoint::refused()
{
    QFETCH(const QString, address);
    QFETCH(const ErrorCode, code);
    const Result<QUrl> result = endpointFrom(address, false);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, code);
    if (code != ErrorCode::EndpointInvalid)
        QVERIFY(result.error().argument(u"host").endsWith(QUrl(address).host()));
}

void TestEndpoint::noPasswordInTheMessage_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("plain") << u"https://me:swordfish@id example.com/"_s;
    QTest::newRow("slash") << u"https://me:sword/swordfish@id.example.com/"_s;
    QTest::newRow("two") << u"https://me:sword@swordfish@id.example.com/"_s;
    QTest::newRow("question mark") << u"https://me:sword?swordfish@id.example.com/"_s;
    QTest::newRow("number sign") << u"https://me:#swordfish@id.example.com/"_s;
    QTest::newRow("no scheme") << u"me:swordfish@id.example.com/"_s;
    QTest::newRow("other scheme") << u"ftp://me:swordfish@id.example.com/"_s;
}

void TestEndpoint::noPasswordInTheMessage()
{
    QFETCH(const QString, address);
    const Result<QUrl> result = endpointFrom(address, true);
    QVERIFY(!result.ok());
    const QString said = result.error().detail + result.error().arguments.values().join(u'|');
    QVERIFY2(!said.contains(u"sword"_s), qPrintable(said));
}

void TestEndpoint::loopback_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("is");
    QTest::newRow("127.0.0.1") << u"http://127.0.0.1/"_s << true;
    QTest::newRow("127.8.9.10") << u"http://127.8.9.10/"_s << true;
    QTest::newRow("::1") << u"http://[::1]/"_s << true;
    QTest::newRow("localhost") << u"http://LOCALHOST:80/"_s << true;
    QTest::newRow("128.0.0.1") << u"http://128.0.0.1/"_s << false;
    QTest::newRow("::2") << u"http://[::2]/"_s << false;
    QTest::newRow("name") << u"http://localhost.localdomain/"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestEndpoint::loopback()
{
    QFETCH(const QString, url);
    QFETCH(const bool, is);
    QCOMPARE(isLoopback(QUrl(url)), is);
}

MINTMARK_TEST(tst_endpoint, TestEndpoint)

#include "tst_endpoint.moc"
