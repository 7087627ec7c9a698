// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/bashwords.h"
#include "core/session/sessionexamples.h"
#include "session/copyformat.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto nastyAddress = "https://api.example.com/v1/it's?a=$(id)&b=`id`&c=[1-3]{x}\"\\ !";

/// A context that owns what it points to.
struct Example
{
    explicit Example(QByteArrayView text) : set(tokenSetOf(text)), token(Token::parse(text))
    {
        context.tokenSet = &set;
        context.token = &token;
        context.nowMs = fetchedMs;
        context.profile.listing.customer = u"Acme"_s;
        context.profile.listing.name = u"Payments Out"_s;
        context.profile.listing.environment = Environment::Sandbox;
    }
    Q_DISABLE_COPY_MOVE(Example)

    QByteArray copy(CopyForm form) const { return renderCopy(form, context).view().toByteArray(); }
    QString preview(CopyForm form) const { return copyPreview(form, context); }
    bool offers(CopyForm form) const { return isAvailable(form, context); }

    TokenSet set;
    Token token;
    CopyContext context;
};

} // namespace

class TestCopyFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void orderAndMarks();
    void rendersEachForm_data();
    void rendersEachForm();
    void previewsHoldNoToken_data();
    void previewsHoldNoToken();
    void bashReadsTheTokenBack_data();
    void bashReadsTheTokenBack();
    void curlGetsMethodAndAddress_data();
    void curlGetsMethodAndAddress();
    void curlAsksTheCommandLine();
    void takesTheNameOfTheVariable();
    void offersWhatThereIs_data();
    void offersWhatThereIs();
    void offersLittleWithoutToken();
    void keepsMemoryProfilesFromTheCommandLine();
};

void TestCopyFormat::orderAndMarks()
{
    QStringList names;
    for (const CopyForm form : copyForms())
        names << copyFormName(form) + (isSecretForm(form) ? u"!"_s : QString());
    const QStringList wanted { u"Token!"_s,
                               u"Authorization header!"_s,
                               u"curl with the token in it!"_s,
                               u"Environment variable (bash)!"_s,
                               u"PowerShell!"_s,
                               u"mintmark-cli command (no token in it)"_s,
                               u"curl that asks mintmark-cli"_s,
                               u"Token without signature"_s,
                               u"Claims as JSON"_s,
                               u"Ticket text"_s };
    QCOMPARE(names, wanted);
}

void TestCopyFormat::rendersEachForm_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QByteArray>("text");
    const QByteArray token = rfc7515::a3;
    QTest::newRow("token") << CopyForm::Token << token;
    QTest::newRow("header") << CopyForm::AuthorizationHeader << "Authorization: Bearer " + token;
    QTest::newRow("curl") << CopyForm::Curl
                          << "curl -H 'Authorization: Bearer " + token + "' https://";
    QTest::newRow("bash") << CopyForm::BashVariable << "export ACCESS_TOKEN='" + token + "'";
    QTest::newRow("PowerShell") << CopyForm::PowerShell << "$env:ACCESS_TOKEN = '" + token + "'";
    QTest::newRow("cli") << CopyForm::CliCommand
                         << "mintmark-cli token acme/payments-out@sandbox"_ba;
    QTest::newRow("curl with cli")
        << CopyForm::CurlWithCli
        << "mintmark-cli token acme/payments-out@sandbox --as header | curl -H @- https://"_ba;
    QTest::newRow("unsigned") << CopyForm::TokenWithoutSignature
                              << token.left(token.lastIndexOf('.') + 1);
    QTest::newRow("claims")
        << CopyForm::ClaimsJson
        << "{\n  \"iss\": \"joe\",\n  \"exp\": 1300819380,\n  \"http://example.com/is_root\": true\n}"_ba;
}

void TestCopyFormat::rendersEachForm()
{
    QFETCH(CopyForm, form);
    const Example example(rfc7515::a3);
    QVERIFY(example.offers(form));
    QTEST(example.copy(form), "text");
}

void TestCopyFormat::previewsHoldNoToken_data()
{
    QTest::addColumn<CopyForm>("form");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ofOpaque");
    QTest::newRow("token") << CopyForm::Token << u"eyJ…"_s << u"…"_s;
    QTest::newRow("header") << CopyForm::AuthorizationHeader << u"Authorization: Bearer eyJ…"_s
                            << u"Authorization: Bearer …"_s;
    QTest::newRow("curl") << CopyForm::Curl << u"curl -H 'Authorization: Bearer eyJ…' https://"_s
                          << u"curl -H 'Authorization: Bearer …' https://"_s;
    QTest::newRow("bash") << CopyForm::BashVariable << u"export ACCESS_TOKEN='eyJ…'"_s
                          << u"export ACCESS_TOKEN='…'"_s;
    QTest::newRow("PowerShell") << CopyForm::PowerShell << u"$env:ACCESS_TOKEN = 'eyJ…'"_s
                                << u"$env:ACCESS_TOKEN = '…'"_s;
    QTest::newRow("cli") << CopyForm::CliCommand
                         << u"mintmark-cli token acme/payments-out@sandbox"_s
                         << u"mintmark-cli token acme/payments-out@sandbox"_s;
    QTest::newRow("unsigned") << CopyForm::TokenWithoutSignature << u"eyJ….eyJ…."_s << QString();
    QTest::newRow("claims")
        << CopyForm::ClaimsJson
        << u"{\"iss\":\"joe\",\"exp\":1300819380,\"http://example.com/is_root\":true}"_s
        << QString();
    QTest::newRow("ticket") << CopyForm::TicketText << u"Profile: Acme · Payments Out, Sandbox"_s
                            << u"Profile: Acme · Payments Out, Sandbox"_s;
}

void TestCopyFormat::previewsHoldNoToken()
{
    QFETCH(CopyForm, form);
    QTEST(Example(rfc7515::a3).preview(form), "text");
    QTEST(Example("0d8a7c61-b0c1").preview(form), "ofOpaque");
    // one line, nothing that lies, not endless
    Example nasty(jws("{\"a\":\"\xE2\x80\xAE" + QByteArray(5'000, 'x') + "\\n\"}"));
    nasty.context.profile.apiUrl = u"https://api.example.com/\u202E\n"_s + QString(5'000, u'x');
    const QString preview = nasty.preview(form);
    QVERIFY(preview.size() <= 120);
    QVERIFY(!preview.contains(u'\n'));
    QVERIFY(!preview.contains(u'\u202E'));
}

void TestCopyFormat::bashReadsTheTokenBack_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("JWS") << QByteArray(rfc7515::a3);
    QTest::newRow("opaque") << "0d8a7c61-b0c1"_ba;
    QTest::newRow("quotes") << "it's\"`id`$(id)\\"_ba;
    // RFC 6750 §2.1: VSCHAR at most, as responses are judged
    QByteArray visible;
    for (char c = '!'; c <= '~'; ++c)
        visible += c;
    QTest::newRow("all visible characters") << visible;
    QTest::newRow("other bytes") << "a\xFF\n\x01 b"_ba;
}

void TestCopyFormat::bashReadsTheTokenBack()
{
    QFETCH(QByteArray, token);
    Example example(token);
    example.context.profile.apiUrl = QString::fromLatin1(nastyAddress);
    const QByteArray header = "Authorization: Bearer " + token;
    QCOMPARE(example.copy(CopyForm::AuthorizationHeader), header);
    QCOMPARE(wordsOf(shellOutput(echoing("curl") + example.copy(CopyForm::Curl) + '\n')),
             (QList<QByteArray> { "-H", header, "--globoff", nastyAddress }));
    const QByteArray child = "\nprintenv -0 ACCESS_TOKEN\n";
    QCOMPARE(wordsOf(shellOutput(example.copy(CopyForm::BashVariable) + child)),
             QList<QByteArray> { token });
}

void TestCopyFormat::curlGetsMethodAndAddress_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QList<QByteArray>>("words");
    using Words = QList<QByteArray>;
    QTest::newRow("GET") << u"GET"_s << u"https://api.example.com/v1"_s
                         << Words { "https://api.example.com/v1" };
    QTest::newRow("none") << QString() << u"https://api.example.com/v1?a=b&c"_s
                          << Words { "https://api.example.com/v1?a=b&c" };
    QTest::newRow("HEAD") << u"head"_s << u"https://a"_s << Words { "--head", "https://a" };
    QTest::newRow("DELETE") << u"DELETE"_s << u"https://a"_s
                            << Words { "-X", "DELETE", "https://a" };
    QTest::newRow("nasty") << u"A; id"_s << u"https://a/é"_s
                           << Words { "-X", "A; ID", "https://a/\xC3\xA9" };
}

void TestCopyFormat::curlGetsMethodAndAddress()
{
    QFETCH(QString, method);
    QFETCH(QString, address);
    QFETCH(QList<QByteArray>, words);
    Example example(rfc7515::a3);
    example.context.profile.apiMethod = method;
    example.context.profile.apiUrl = address;
    words.prepend(QByteArray("Authorization: Bearer ") + rfc7515::a3);
    words.prepend("-H");
    QCOMPARE(wordsOf(shellOutput(echoing("curl") + example.copy(CopyForm::Curl) + '\n')), words);
}

void TestCopyFormat::curlAsksTheCommandLine()
{
    Example example(rfc7515::a3);
    example.context.profile.listing.customer = u"O'Neill & Söhne; id"_s;
    example.context.profile.apiUrl = QString::fromLatin1(nastyAddress);
    // The command line's words come through the pipe, curl's own behind them.
    const QByteArray stubs = echoing("mintmark-cli") + "curl() { cat; printf '%s\\0' \"$@\"; }\n";
    const QList<QByteArray> words =
        wordsOf(shellOutput(stubs + example.copy(CopyForm::CurlWithCli) + '\n'));
    QCOMPARE(words,
             (QList<QByteArray> { "token", "o'neill-&-s\xC3\xB6hne;-id/payments-out@sandbox",
                                  "--as", "header", "-H", "@-", "--globoff", nastyAddress }));
    QVERIFY(!example.copy(CopyForm::CurlWithCli).contains(rfc7515::a3));
    QVERIFY(!example.copy(CopyForm::CliCommand).contains(rfc7515::a3));
}

void TestCopyFormat::takesTheNameOfTheVariable()
{
    Example example("t");
    example.context.variable = u"SAGE_TOKEN2"_s;
    QCOMPARE(example.copy(CopyForm::BashVariable), "export SAGE_TOKEN2='t'"_ba);
    QCOMPARE(example.copy(CopyForm::PowerShell), "$env:SAGE_TOKEN2 = 't'"_ba);
    for (const QString &name : { u"A; id"_s, u"2A"_s, u"A-B"_s, u"A\n"_s, u"É"_s, u" "_s }) {
        example.context.variable = name;
        QVERIFY(!example.offers(CopyForm::BashVariable));
        QVERIFY(example.copy(CopyForm::BashVariable).isEmpty());
        QVERIFY(example.copy(CopyForm::PowerShell).isEmpty());
    }
}

void TestCopyFormat::offersWhatThereIs_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("unsignedForm");
    QTest::addColumn<bool>("claims");
    QTest::newRow("JWS") << QByteArray(rfc7515::a3) << true << true;
    QTest::newRow("payload is no object") << QByteArray(rfc7515::a4) << true << false;
    QTest::newRow("alg none is whole without one") << QByteArray(rfc7515::a5) << false << true;
    QTest::newRow("signature missing") << jws("{}", R"({"alg":"RS256"})", "") << false << true;
    QTest::newRow("JWE") << QByteArray(rfc7516a1) << false << false;
    QTest::newRow("opaque") << "0d8a7c61-b0c1"_ba << false << false;
}

void TestCopyFormat::offersWhatThereIs()
{
    QFETCH(QByteArray, token);
    const Example example(token);
    QTEST(example.offers(CopyForm::TokenWithoutSignature), "unsignedForm");
    QTEST(!example.copy(CopyForm::TokenWithoutSignature).isEmpty(), "unsignedForm");
    QTEST(example.offers(CopyForm::ClaimsJson), "claims");
    QTEST(!example.copy(CopyForm::ClaimsJson).isEmpty(), "claims");
    for (const CopyForm form : { CopyForm::Token, CopyForm::Curl, CopyForm::TicketText })
        QVERIFY(example.offers(form));
}

void TestCopyFormat::offersLittleWithoutToken()
{
    Example example(rfc7515::a3);
    example.context.tokenSet = nullptr;
    example.context.token = nullptr;
    for (const CopyForm form : copyForms()) {
        const bool offered = form == CopyForm::CliCommand || form == CopyForm::CurlWithCli;
        QCOMPARE(example.offers(form), offered);
        QCOMPARE(!example.copy(form).isEmpty(), offered);
        QCOMPARE(!example.preview(form).isEmpty(), offered);
    }
}

void TestCopyFormat::keepsMemoryProfilesFromTheCommandLine()
{
    Example example(rfc7515::a3);
    example.context.profile.listing.inMemory = true;
    QVERIFY(!example.offers(CopyForm::CliCommand));
    QVERIFY(!example.offers(CopyForm::CurlWithCli));
    QVERIFY(example.offers(CopyForm::Curl));
}

MINTMARK_TEST(tst_copyformat, TestCopyFormat)
#include "tst_copyformat.moc"
