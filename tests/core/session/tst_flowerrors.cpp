// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/errorcatalogue.h"
#include "oauth/provider.h"
#include "profiles/profile.h"
#include "session/flowerrors.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestFlowErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesTheField_data();
    void namesTheField();
    void saysWhatIsKnownOfTheSecret_data();
    void saysWhatIsKnownOfTheSecret();
    void saysWhatThePresetKnows_data();
    void saysWhatThePresetKnows();
    void leavesOtherErrorsAlone();
    void judgesARenewal_data();
    void judgesARenewal();
};

void TestFlowErrors::namesTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("cause");
    QTest::newRow("id") << u"client_id"_s << u"The profile has no client id yet"_s;
    QTest::newRow("secret") << u"client_secret"_s << u"The profile has no client secret yet"_s;
    QTest::newRow("audience") << u"audience"_s << u"The profile has no audience yet"_s;
    QTest::newRow("scope") << u"scope"_s << u"The profile has no scope yet"_s;
    QTest::newRow("address") << u"token_endpoint"_s << u"The profile has no token address yet"_s;
    QTest::newRow("another") << u"tenant"_s << u"The profile has no tenant yet"_s;
}

void TestFlowErrors::namesTheField()
{
    QFETCH(QString, field);
    Provider provider;
    provider.name = u"Sage ID"_s;
    const Error error = profileIncomplete(provider, field);
    QCOMPARE(error.code, ErrorCode::ProfileIncomplete);
    QTEST(errorText(error).cause, "cause");
    QCOMPARE(errorText(error).known, u"Nothing was sent. Sage ID needs it."_s);
    QCOMPARE(error.detail, u"empty: "_s + field);
    // As TokenRequest reports it.
    const Error named = withProfile({ ErrorCode::ProfileIncomplete,
                                      { { u"field"_s, field }, { u"provider"_s, u"Sage ID"_s } },
                                      {} },
                                    {});
    QCOMPARE(named, error);
}

void TestFlowErrors::saysWhatIsKnownOfTheSecret_data()
{
    QTest::addColumn<std::optional<qint64>>("savedAtMs");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("known");
    const QString said = uR"(It answered invalid_client: "Bad client".)"_s;
    const std::optional<qint64> noon = 1'741'003'200'000; // 2025-03-03T12:00Z
    QTest::newRow("both") << noon << u"Qx9A"_s
                          << said + u" The secret was saved 3 March 2025 and ends in …Qx9A."_s;
    QTest::newRow("short secret") << noon << QString()
                                  << said + u" The secret was saved 3 March 2025."_s;
    QTest::newRow("no time") << std::optional<qint64>() << u"Qx9A"_s
                             << said + u" The secret ends in …Qx9A."_s;
    QTest::newRow("neither") << std::optional<qint64>() << QString() << said;
}

void TestFlowErrors::saysWhatIsKnownOfTheSecret()
{
    QFETCH(std::optional<qint64>, savedAtMs);
    QFETCH(QString, ending);
    Profile profile;
    profile.secretSavedAtMs = savedAtMs;
    profile.secretSummary.ending = ending;
    const Error error = withProfile({ ErrorCode::InvalidClient,
                                      { { u"host"_s, u"id.sage.com"_s },
                                        { u"error"_s, u"invalid_client"_s },
                                        { u"error_description"_s, u"Bad client"_s } },
                                      {} },
                                    profile);
    QTEST(errorText(error).known, "known");
}

void TestFlowErrors::saysWhatThePresetKnows_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("known");
    const QString entra = u"https://login.microsoftonline.com/contoso/oauth2/v2.0/token"_s;
    const QString other = u"https://as.example.com/token"_s;
    QTest::newRow("preset") << u"entra-id"_s << other << true;
    QTest::newRow("address") << u"generic"_s << entra << true;
    QTest::newRow("neither") << u"generic"_s << other << false;
}

void TestFlowErrors::saysWhatThePresetKnows()
{
    QFETCH(QString, provider);
    QFETCH(QString, address);
    QFETCH(bool, known);
    Profile profile;
    profile.provider = provider;
    profile.client.tokenEndpoint = address;
    const Error refused { ErrorCode::InvalidClient,
                          { { u"error"_s, u"invalid_client"_s },
                            { u"error_description"_s, u"AADSTS7000222: expired"_s } },
                          {} };
    const ErrorText text = errorText(withProfile(refused, profile));
    QCOMPARE(text.remedy.contains(u"This client secret has ended."), known);
    QCOMPARE(text.cures.first(), Cure::ReplaceSecret);
    QCOMPARE(text.cures.count(Cure::ReplaceSecret), 1);
}

void TestFlowErrors::leavesOtherErrorsAlone()
{
    Profile profile;
    profile.secretSummary.ending = u"Qx9A"_s;
    const Error error { ErrorCode::InvalidScope, { { u"scope"_s, u"read"_s } }, u"detail"_s };
    QCOMPARE(withProfile(error, profile), error);
}

void TestFlowErrors::judgesARenewal_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<ErrorCode>("judged");
    const auto refused = [](const char *name, ErrorCode code) {
        QTest::newRow(name) << code << ErrorCode::RenewalRefused;
    };
    const auto stays = [](const char *name, ErrorCode code) {
        QTest::newRow(name) << code << code;
    };
    refused("404", ErrorCode::HttpStatus);
    refused("web page", ErrorCode::AnswerIsHtml);
    refused("redirect", ErrorCode::Redirected);
    refused("no token in it", ErrorCode::AnswerWithoutToken);
    refused("invalid_client", ErrorCode::InvalidClient);
    refused("503", ErrorCode::ServerFailed);
    stays("asks to wait", ErrorCode::TooManyRequests);
    stays("no host", ErrorCode::HostNotFound);
    stays("no answer", ErrorCode::AnswerTimedOut);
    stays("hung up", ErrorCode::ConnectionClosed);
    stays("certificate", ErrorCode::TlsUntrusted);
    stays("cancelled", ErrorCode::Cancelled);
    stays("address", ErrorCode::EndpointInvalid);
}

void TestFlowErrors::judgesARenewal()
{
    QFETCH(ErrorCode, code);
    const QMap<QString, QString> arguments { { u"host"_s, u"id.sage.com"_s } };
    const Error error = renewalError({ code, arguments, u"HTTP 404"_s }, RenewalPolicy::Get);
    QTEST(error.code, "judged");
    QCOMPARE(error.arguments, arguments);
    QCOMPARE(error.detail, u"HTTP 404"_s);
}

MINTMARK_TEST(tst_flowerrors, TestFlowErrors)
#include "tst_flowerrors.moc"
