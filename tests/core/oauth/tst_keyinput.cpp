// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/keyinput.h"

#include "oauth/clientconfiguration.h"
#include "oauth/parameters.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

/// RFC 8037 appendix A.1, as a JWK and by openssl pkey.
constexpr char jwk[] = R"({"kty":"OKP","crv":"Ed25519","kid":"k",
 "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";
constexpr char pem[] = "-----BEGIN PRIVATE KEY-----\n"
                       "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                       "-----END PRIVATE KEY-----\n";
constexpr auto thumbprint = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"_L1; // A.3

SecretBytes accountFile(const QString &key)
{
    return SecretBytes(
        QJsonDocument(QJsonObject { { "type"_L1, u"service_account"_s },
                                    { "project_id"_L1, u"p"_s },
                                    { "private_key_id"_L1, u"id-1"_s },
                                    { "private_key"_L1, key },
                                    { "client_email"_L1, u"robot@p.iam.gserviceaccount.com"_s },
                                    { "token_uri"_L1, u"https://oauth2.googleapis.com/token"_s } })
            .toJson());
}

} // namespace

class TestKeyInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jwkStaysWhatItIs()
    {
        const Result<KeyInput> input = keyFromInput(SecretBytes(jwk));
        QVERIFY(input.ok());
        QCOMPARE(input->key.view(), QByteArrayView(jwk));
        QCOMPARE(input->thumbprint, thumbprint);
        QCOMPARE(input->description, u"Ed25519"_s);
        QVERIFY(!input->account);
    }
    void pemIsLeftWithTheKeyAlone()
    {
        const Result<KeyInput> input =
            keyFromInput(SecretBytes("Notes before it\n"_ba + pem + "and after\n"));
        QVERIFY(input.ok());
        QCOMPARE(input->key.view(), QByteArrayView(pem));
        QCOMPARE(input->thumbprint, thumbprint);
    }
    void setStaysWhole()
    {
        const QByteArray other = QByteArray(jwk).replace(R"("kid":"k")", R"("kid":"m")");
        const QByteArray set = R"({"keys":[)" + other + ',' + jwk + "]}";
        const Result<KeyInput> input = keyFromInput(SecretBytes(set), {}, u"k"_s);
        QVERIFY(input.ok());
        QCOMPARE(input->key.view(), QByteArrayView(set));
        QCOMPARE(input->thumbprint, thumbprint);
        QCOMPARE(keyFromInput(SecretBytes(set)).error().code, ErrorCode::KeyNotChosen);
    }
    void serviceAccount()
    {
        const Result<KeyInput> input = keyFromInput(accountFile(QString::fromLatin1(pem)));
        QVERIFY(input.ok());
        QCOMPARE(input->key.view(), QByteArrayView(pem));
        QVERIFY(input->account.has_value());
        ClientConfiguration configuration;
        apply(*input->account, configuration);
        QCOMPARE(configuration.grantType, parameter::jwtBearerGrant);
        QCOMPARE(configuration.clientId, u"robot@p.iam.gserviceaccount.com"_s);
        QCOMPARE(configuration.tokenEndpoint, u"https://oauth2.googleapis.com/token"_s);
        QCOMPARE(configuration.assertion.keyId, u"id-1"_s);
        QCOMPARE(configuration.authentication, ClientAuthenticationMethod::None);
        QCOMPARE(configuration.body, BodyFormat::Form);
    }
    void refusals()
    {
        QCOMPARE(keyFromInput(accountFile(u"nonsense"_s)).error().code, ErrorCode::KeyUnreadable);
        QCOMPARE(keyFromInput(SecretBytes(R"({"client_email":"x"})")).error().code,
                 ErrorCode::KeyUnreadable);
        QCOMPARE(keyFromInput(SecretBytes()).error().code, ErrorCode::KeyUnreadable);
    }
};

MINTMARK_TEST(tst_keyinput, TestKeyInput)

#include "tst_keyinput.moc"
