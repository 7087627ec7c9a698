// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

#include <QUrl>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// Everything of a fetch that a person or a ticket may see.
QString everythingSaid(const Fetched &outcome)
{
    const ExchangeRecord &record = outcome.record;
    QStringList said { record.purpose, record.method,     record.url,       record.request,
                       record.reason,  record.answerHead, record.answerBody };
    if (record.tls) {
        said << record.tls->protocol << record.tls->cipher;
        for (const CertificateDetails &one : record.tls->chain)
            said << one.summary() << one.particulars();
    }
    for (const std::optional<Error> &error :
         { record.error, outcome.result ? std::nullopt : std::optional(outcome.error()) }) {
        if (error)
            said << error->detail << error->arguments.keys() << error->arguments.values();
    }
    if (outcome.result)
        said << outcome.result->notes << outcome.result->members;
    return said.join(u'\n');
}

QByteArray html(QByteArray text)
{
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
}

/// JSON as PHP writes it: slashes escaped, everything else beyond ASCII too.
QByteArray phpJson(const QString &text)
{
    QByteArray result;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\' || c == u'/')
            result += '\\';
        if (c.unicode() < 0x80)
            result += c.toLatin1();
        else
            result += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return result;
}

QByteArray plainJson(QByteArray text)
{
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
}

QByteArray lowerPercent(const QByteArray &text)
{
    QByteArray result;
    for (const char c : text)
        result += (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            ? QByteArray(1, c)
            : '%' + QByteArray(1, c).toHex();
    return result;
}

QByteArray form(const QByteArray &text)
{
    return text.toPercentEncoding().replace("%20", "+").replace('~', "%7E");
}

/// What base64 makes of the middle of the canary at each of the three alignments.
QByteArrayList base64Middles()
{
    return { "canary+Zx9"_ba.toBase64().first(12), "anary+Zx9"_ba.toBase64(),
             "nary+Zx93"_ba.toBase64() };
}

QList<std::pair<const char *, QByteArray>> spellings(const QString &secret)
{
    const QByteArray raw = secret.toUtf8();
    constexpr auto url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return { { "raw", raw },
             { "form", form(raw) },
             { "percent", raw.toPercentEncoding() },
             { "percent, lower case", lowerPercent(raw) },
             { "base64", raw.toBase64() },
             { "base64url", raw.toBase64(url) },
             { "base64 of a pair", ("acme-payments:" + raw).toBase64() },
             { "base64 of another pair", ("id:" + raw + ":x").toBase64() },
             { "base64, percent", raw.toBase64().toPercentEncoding() },
             { "HTML", html(raw) },
             { "Latin-1", secret.toLatin1() },
             { "PHP JSON", phpJson(secret) },
             { "JSON", plainJson(raw) } };
}

enum class Way { Json, Form, Basic, RawBasic, Header, Parameter, Renewal };
const QString tokenCanary = u"Cq7/canary+Zx93=~Qx9A"_s;

Result<TokenRequest> requestBy(Way way, const QString &address)
{
    ClientConfiguration configuration = sageLike(address);
    ClientCredentials credentials = withSecret(u"another secret"_s);
    switch (way) {
    case Way::Renewal:
        return TokenRequest::renewal(configuration, SecretBytes::fromString(tokenCanary));
    case Way::Header:
        configuration.headers = { { u"X-Key"_s, {}, true } };
        credentials.headers.emplace(u"X-Key"_s, SecretBytes::fromString(tokenCanary));
        return TokenRequest::from(configuration, credentials);
    case Way::Parameter:
        configuration.extraParameters = { { u"pin"_s, {}, ParameterType::String, true } };
        credentials.parameters.emplace(u"pin"_s, SecretBytes::fromString(canary));
        return TokenRequest::from(configuration, credentials);
    case Way::Basic:
    case Way::RawBasic:
        configuration.authentication = ClientAuthenticationMethod::ClientSecretBasic;
        configuration.basicEncoding = way == Way::Basic ? BasicEncoding::Form : BasicEncoding::Raw;
        break;
    case Way::Form:
        configuration.body = BodyFormat::Form;
        break;
    case Way::Json:
        break;
    }
    return TokenRequest::from(configuration, withSecret());
}

ServedAnswer textAnswer(int status, const QByteArray &type, const QByteArray &body)
{
    ServedAnswer answer = jsonAnswer(status, body);
    answer.contentType = type;
    return answer;
}

/// The places a server may put it. `json` is the spelling as the inside of a JSON string.
QList<std::pair<const char *, ServedAnswer>> places(const QByteArray &spelled,
                                                    const QByteArray &json)
{
    ServedAnswer header = jsonAnswer(401, R"({"error":"invalid_client"})");
    header.headers = { { "X-Debug", "got " + spelled }, { "Set-Cookie", "s=" + spelled } };
    ServedAnswer location = jsonAnswer(302, "");
    location.headers = { { "Location", "/login/" + spelled + "?client_secret=" + spelled } };
    ServedAnswer reason;
    reason.raw = "HTTP/1.1 500 Bad " + spelled + "\r\nContent-Length: 0\r\n\r\n";
    ServedAnswer cutOff;
    cutOff.raw = "HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n{\"client_secret\":\"" + json;
    const QByteArray refusal = R"({"error":"invalid_client","error_description":")";
    return {
        { "description", jsonAnswer(400, refusal + "Secret " + json + " is wrong\"}") },
        { "error", jsonAnswer(400, "{\"error\":\"" + json + "\"}") },
        { "error_uri", jsonAnswer(400, R"({"error":"x","error_uri":"https://a/)" + json + "\"}") },
        { "error with 200", jsonAnswer(200, refusal + json + "\"}") },
        // Texts are cut in errors: the cut must not spare half of a secret.
        { "description at the cut",
          jsonAnswer(400, refusal + QByteArray(490, 'x') + json + QByteArray(90, 'y') + "\"}") },
        { "member", jsonAnswer(200, "{\"client\":{\"seen\":[\"" + json + "\"]}}") },
        { "member name", jsonAnswer(200, "{\"" + json + "\":1}") },
        { "token type",
          jsonAnswer(200, R"({"access_token":"a.b.c","token_type":")" + json + "\"}") },
        { "token", jsonAnswer(200, "{\"access_token\":\"x" + json + "\"}") },
        { "message", jsonAnswer(500, "{\"message\":\"" + json + "\"}") },
        { "header", header },
        { "Location", location },
        { "reason", reason },
        { "cut off", cutOff },
        { "text", textAnswer(200, "text/plain", "client_secret=" + spelled) },
        { "title", textAnswer(200, "text/html", "<html><title>" + spelled + "</title></html>") },
        { "page", textAnswer(500, "text/html", "<html><p>client_secret=" + spelled + "</p>") },
        { "at the end of what is kept",
          textAnswer(200, "text/plain", QByteArray(16'370, 'x') + spelled + "yyyy") },
    };
}

} // namespace

/// The secret comes back from the server in every spelling and at every place, and is seen nowhere.
class TestCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echoed_data();
    void echoed();
    void utf16();
    void tokensOfOthers();
};

void TestCanary::echoed_data()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("JSON") << Way::Json;
    QTest::newRow("form") << Way::Form;
    QTest::newRow("Basic") << Way::Basic;
    QTest::newRow("raw Basic") << Way::RawBasic;
    QTest::newRow("header") << Way::Header;
    QTest::newRow("parameter") << Way::Parameter;
    QTest::newRow("renewal") << Way::Renewal;
}

void TestCanary::echoed()
{
    QFETCH(const Way, way);
    const bool isToken = way == Way::Header || way == Way::Renewal;
    const QByteArrayList few { "description", "header", "text" };
    FixedServer fixed({});
    for (const auto &[spelling, bytes] : spellings(isToken ? tokenCanary : canary)) {
        const bool isJson = QByteArrayView(spelling).endsWith("JSON");
        for (const auto &[place, answer] : places(bytes, isJson ? bytes : plainJson(bytes))) {
            // Where it came from makes no difference to where it is found: three places will do.
            if (way != Way::Json && !few.contains(place))
                continue;
            fixed.answer = answer;
            const Fetched outcome = fetched(requestBy(way, fixed.address()));
            const QString said = everythingSaid(outcome);
            const QString where =
                u"%1 in %2: %3"_s.arg(QLatin1StringView(spelling), QLatin1StringView(place), said);
            QVERIFY2(outcome.record.status > 0, qPrintable(where));
            QVERIFY2(!said.contains(u"canary"_s, Qt::CaseInsensitive), qPrintable(where));
            QVERIFY2(!said.contains(u"Qx9A"_s), qPrintable(where));
            for (const QByteArray &middle : base64Middles())
                QVERIFY2(!said.contains(QString::fromLatin1(middle)), qPrintable(where));
            QVERIFY2(said.contains(u"secret#"_s), qPrintable(where));
        }
    }
}

void TestCanary::utf16()
{
    const QString text =
        u"{\"access_token\":\"Cq7-canary\",\"client_secret\":\"%1\"}"_s.arg(canary);
    const QByteArray body(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    FixedServer fixed(jsonAnswer(200, body));
    const Fetched outcome = fetched(TokenRequest::from(sageLike(fixed.address()), withSecret()));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::AnswerNotJson));
    const QString said = everythingSaid(outcome).remove(QChar(u'\0'));
    QVERIFY2(!said.contains(u"canary"_s), qPrintable(said));
}

/// Secrets we did not send: found by their names and by their looks.
void TestCanary::tokensOfOthers()
{
    FixedServer fixed(jsonAnswer(200, R"({"access_token":"Cq7-canary-1","id_token":"Cq7-canary-2",
        "nested":[{"refreshToken":"Cq7-canary-3","Client-Secret":"Cq7-canary-4"}],
        "note":"Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ. is not eyJjYW5hcnkiOjF9.e30.eA"})"));
    const Fetched outcome = fetched(TokenRequest::from(sageLike(fixed.address()), withSecret()));
    QCOMPARE(outcome.code(), std::nullopt);
    const QString said = everythingSaid(outcome);
    QVERIFY2(!said.contains(u"canary"_s), qPrintable(said));
    QVERIFY2(!said.contains(u"eyJ"_s), qPrintable(said));
    QVERIFY(said.contains(u"\"access_token\":\"secret#"_s));
}

MINTMARK_TEST(tst_canary, TestCanary)

#include "tst_canary.moc"
