// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/faultyfield.h"

#include "profiles/profile.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;
using Code = ErrorCode;
using Field = ProfileField;
using Method = ClientAuthenticationMethod;
using Shape = void (*)(ClientConfiguration &);

Q_DECLARE_METATYPE(Shape)

/// Where the profile opens after an error.
class TestFaultyField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensAt_data();
    void opensAt();
    void opensAtAddress_data();
    void opensAtAddress();
};

void TestFaultyField::opensAt_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<std::optional<Field>>("field");
    const auto add = [](const char *name, const Error &error, std::optional<Field> field,
                        Shape shape = [](ClientConfiguration &) {}) {
        QTest::newRow(name) << error << shape << field;
    };
    const auto incomplete = [](const QString &word, const QString &name) {
        return Error { Code::ProfileIncomplete, { { u"field"_s, word } }, u"empty: "_s + name };
    };
    const auto invalid = [](const QString &name) {
        return Error { Code::ProfileInvalid, { { u"field"_s, name } }, {} };
    };
    const auto refused = [](Code code, const QString &said) {
        return Error { code, { { u"error"_s, said } }, {} };
    };
    add("key", { Code::KeyUnreadable, {}, {} }, Field::PrivateKey);
    add("passphrase", { Code::KeyPassphraseWrong, {}, {} }, Field::PrivateKeyPassphrase);
    add("encrypted", { Code::KeyEncrypted, {}, {} }, Field::PrivateKeyPassphrase);
    add("key of a set", { Code::KeyNotChosen, {}, {} }, Field::AssertionKeyId);
    add("algorithm of the key", { Code::KeyUnsuitable, {}, {} }, Field::PrivateKey);
    add("algorithm that was chosen", { Code::KeyUnsuitable, {}, {} }, Field::AssertionAlgorithm,
        [](ClientConfiguration &client) { client.assertion.algorithm = u"ES256"_s; });
    add("certificate", { Code::CertificateOfOtherKey, {}, {} }, Field::AssertionCertificate);
    add("no key", incomplete(u"Schlüssel"_s, u"private_key"_s), Field::PrivateKey);
    add("no client id", incomplete(u"client id"_s, u"client_id"_s), Field::ClientId);
    add("no secret", incomplete(u"client secret"_s, u"client_secret"_s), Field::ClientSecret);
    add("no address", incomplete(u"token address"_s, u"token_endpoint"_s), Field::TokenEndpoint);
    add("no issuer", incomplete(u"issuer"_s, u"issuer"_s), Field::Issuer);
    add("claims", invalid(u"claims"_s), Field::AssertionClaims);
    add("thumbprint", invalid(u"certificate_thumbprint"_s), Field::AssertionThumbprint);
    add("lifetime", invalid(u"lifetime_s"_s), Field::AssertionLifetime);
    add("proof", invalid(u"token_endpoint_auth_method"_s), Field::Authentication);
    add("nobody knows", invalid(u"tenant_hint"_s), {});
    add("parameter", invalid(u"tenant_hint"_s), Field::ExtraParameters,
        [](ClientConfiguration &client) {
            client.extraParameters = { { u"tenant_hint"_s, {}, ParameterType::Number, false } };
        });
    add("parameter that is a field", invalid(u"scope"_s), Field::ExtraParameters,
        [](ClientConfiguration &client) {
            client.extraParameters = { { u"scope"_s, {}, ParameterType::String, false } };
        });
    add("header", { Code::HeaderRefused, {}, {} }, Field::Headers);
    add("signed proof", refused(Code::ClientProofRefused, u"invalid_client"_s), Field::PrivateKey,
        [](ClientConfiguration &client) { client.authentication = Method::PrivateKeyJwt; });
    add("shared proof", refused(Code::ClientProofRefused, u"invalid_client"_s), Field::ClientSecret,
        [](ClientConfiguration &client) { client.authentication = Method::ClientSecretJwt; });
    add("certificate as proof", refused(Code::ClientProofRefused, u"invalid_client"_s),
        Field::ClientCertificate,
        [](ClientConfiguration &client) { client.authentication = Method::TlsClientAuth; });
    add("scope", refused(Code::InvalidScope, u"invalid_scope"_s), Field::Scope);
    add("no scope", refused(Code::RefusedOther, u"invalid_scope"_s), Field::Scope);
    add("audience", refused(Code::InvalidAudience, u"invalid_target"_s), Field::Audience);
    add("resource", refused(Code::InvalidAudience, u"invalid_target"_s), Field::Resources,
        [](ClientConfiguration &client) { client.resources = { u"https://api.example.com"_s }; });
    add("grant", refused(Code::UnsupportedGrantType, u"unsupported_grant_type"_s), Field::GrantType);
    add("kind of body", { Code::HttpStatus, { { u"status"_s, u"415"_s } }, {} }, Field::Body);
    add("another status", { Code::HttpStatus, { { u"status"_s, u"413"_s } }, {} }, {});
    add("not allowed", refused(Code::UnauthorizedClient, u"unauthorized_client"_s), {});
}

void TestFaultyField::opensAt()
{
    QFETCH(Error, error);
    QFETCH(Shape, shape);
    ClientConfiguration client;
    shape(client);
    QTEST(faultyField(error, client), "field");
}

void TestFaultyField::opensAtAddress_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Field>("field");
    QTest::newRow("token") << u"host"_s << u"login.example.com"_s << Field::TokenEndpoint;
    QTest::newRow("renewal") << u"host"_s << u"renew.example.com"_s << Field::RenewalEndpoint;
    QTest::newRow("revocation") << u"address"_s << u"htps:/revoke"_s << Field::RevocationEndpoint;
    QTest::newRow("another") << u"host"_s << u"proxy.example.com"_s << Field::TokenEndpoint;
    QTest::newRow("none") << u"host"_s << QString() << Field::TokenEndpoint;
}

void TestFaultyField::opensAtAddress()
{
    QFETCH(QString, argument);
    QFETCH(QString, value);
    Profile profile;
    profile.client.tokenEndpoint = u"https://login.example.com/token"_s;
    profile.client.renewalEndpoint = u" https://renew.example.com/token"_s;
    profile.revocationEndpoint = u"htps:/revoke "_s;
    QTEST(faultyAddress({ Code::HostNotFound, { { argument, value } }, {} }, profile), "field");
}

MINTMARK_TEST(tst_faultyfield, TestFaultyField)

#include "tst_faultyfield.moc"
