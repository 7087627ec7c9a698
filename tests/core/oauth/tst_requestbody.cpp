// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/requestbody.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestRequestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void order();
    void types();
    void nothing();

private:
    static BodyParameter parameter(const QString &name, const QString &value, bool secret = false)
    {
        return { name, SecretBytes::fromString(value), ParameterType::String, secret };
    }
};

void TestRequestBody::values_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("form");
    // RFC 8259 §7 by hand; RFC 6749 appendix B.
    const auto add = [](const char *name, const QString &value, const QByteArray &json,
                        const QByteArray &form) { QTest::newRow(name) << value << json << form; };
    add("empty", {}, "", "");
    add("plain", u"swordfish"_s, "swordfish", "swordfish");
    add("quote", u"a\"b"_s, "a\\\"b", "a%22b");
    add("backslash", u"a\\b"_s, "a\\\\b", "a%5Cb");
    add("slash", u"a/b"_s, "a/b", "a%2Fb");
    add("line break", u"a\r\nb"_s, "a\\r\\nb", "a%0D%0Ab");
    add("control", u"a\u0001b"_s, "a\\u0001b", "a%01b");
    add("delete", u"a\u007fb"_s,
        "a\x7f"
        "b",
        "a%7Fb");
    add("and, is, plus", u"a&b=c+d"_s, "a&b=c+d", "a%26b%3Dc%2Bd");
    add("space, percent", u"a b%20"_s, "a b%20", "a+b%2520");
    add("appendix B", u" %&+\u00a3\u20ac"_s, " %&+\xC2\xA3\xE2\x82\xAC",
        "+%25%26%2B%C2%A3%E2%82%AC");
    add("beyond the plane", u"\U0001f511"_s, "\xF0\x9F\x94\x91", "%F0%9F%94%91");
    add("line separator", u"\u2028"_s, "\xE2\x80\xA8", "%E2%80%A8");
}

void TestRequestBody::values()
{
    QFETCH(const QString, value);
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, form);
    for (const BodyFormat format : { BodyFormat::Json, BodyFormat::Form }) {
        std::vector<BodyParameter> parameters;
        parameters.push_back(parameter(u"client_secret"_s, value, true));
        const EncodedBody body = encodedBody(format, parameters);
        const bool isJson = format == BodyFormat::Json;
        const QByteArray expected =
            isJson ? "{\"client_secret\":\"" + json + "\"}" : "client_secret=" + form;
        QCOMPARE(body.bytes.view(), QByteArrayView(expected));
        QCOMPARE(body.contentType,
                 isJson ? "application/json"_ba : "application/x-www-form-urlencoded"_ba);
        QCOMPARE(body.secrets.size(), 1);
        const SecretRange range = body.secrets.first();
        QCOMPARE(body.bytes.view().sliced(range.offset, range.length),
                 QByteArrayView(isJson ? json : form));
    }
}

void TestRequestBody::order()
{
    std::vector<BodyParameter> parameters;
    parameters.push_back(parameter(u"z"_s, u"1"_s));
    parameters.push_back(parameter(u"a b"_s, u"2"_s, true));
    parameters.push_back(parameter(u"a"_s, u"3"_s, true));
    const EncodedBody json = encodedBody(BodyFormat::Json, parameters);
    QCOMPARE(json.bytes.view(), QByteArrayView(R"({"z":"1","a b":"2","a":"3"})"));
    QCOMPARE(json.secrets, (QList<SecretRange> { { 16, 1 }, { 24, 1 } }));
    const EncodedBody form = encodedBody(BodyFormat::Form, parameters);
    QCOMPARE(form.bytes.view(), QByteArrayView("z=1&a+b=2&a=3"));
    QCOMPARE(form.secrets, (QList<SecretRange> { { 8, 1 }, { 12, 1 } }));
}

void TestRequestBody::types()
{
    std::vector<BodyParameter> parameters;
    parameters.push_back({ u"n"_s, SecretBytes("1.50"), ParameterType::Number, true });
    parameters.push_back({ u"b"_s, SecretBytes("true"), ParameterType::Boolean, false });
    parameters.push_back({ u"j"_s, SecretBytes(R"(["a", 1])"), ParameterType::Json, false });
    const EncodedBody json = encodedBody(BodyFormat::Json, parameters);
    QCOMPARE(json.bytes.view(), QByteArrayView(R"({"n":1.50,"b":true,"j":["a", 1]})"));
    QCOMPARE(json.secrets, (QList<SecretRange> { { 5, 4 } }));
    QCOMPARE(encodedBody(BodyFormat::Form, parameters).bytes.view(),
             QByteArrayView("n=1.50&b=true&j=%5B%22a%22%2C+1%5D"));
}

void TestRequestBody::nothing()
{
    QCOMPARE(encodedBody(BodyFormat::Json, {}).bytes.view(), QByteArrayView("{}"));
    QVERIFY(encodedBody(BodyFormat::Form, {}).bytes.isEmpty());
}

MINTMARK_TEST(tst_requestbody, TestRequestBody)

#include "tst_requestbody.moc"
