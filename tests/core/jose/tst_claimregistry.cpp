// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/claimregistry.h"
#include "support/testmain.h"

#include <QSet>

using namespace mintmark;
using namespace Qt::StringLiterals;

using Place = RegisteredName::Place;

class TestClaimRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsTheStandards_data();
    void knowsTheStandards();
    void tellsHeaderFromClaims();
    void marksTimes();
    void namesVendors();
    void isConsistent();
};

void TestClaimRegistry::knowsTheStandards_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *tag, Place place, const char *names) {
        QTest::newRow(tag) << place << QString::fromLatin1(names).split(u' ');
    };
    row("RFC 7515 §4.1", Place::Header, "alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit");
    row("RFC 7516 §4.1", Place::Header, "enc zip");
    row("RFC 7518 §4", Place::Header, "epk apu apv iv tag p2s p2c");
    row("RFC 7519 §5.3", Place::Header, "iss sub aud");
    row("RFC 7797 §3", Place::Header, "b64");
    row("RFC 8225, 8555, 9321", Place::Header, "ppt url nonce svt");
    row("OpenID Federation, header", Place::Header, "trust_chain");
    row("RFC 9101 (RFC 6749, 7636)", Place::Claims,
        "response_type redirect_uri scope code_challenge code_challenge_method");
    row("RFC 7591", Place::Claims,
        "redirect_uris client_name software_id software_version software_statement");
    row("RFC 9901", Place::Claims, "_sd _sd_alg cnf");
    row("RFC 8225, 8588", Place::Claims, "orig dest attest origid");
    row("OIDC Identity Assurance §4", Place::Claims,
        "verified_claims place_of_birth nationalities birth_family_name");
    row("Apple", Place::Claims,
        "is_private_email nonce_supported real_user_status transfer_sub");
    row("GitHub Actions", Place::Claims,
        "actor environment event_name job_workflow_ref ref ref_type repository repository_owner "
        "repository_visibility run_id runner_environment sha workflow");
    row("RFC 7519 §4.1", Place::Claims, "iss sub aud exp nbf iat jti");
    row("RFC 9068 §2.2", Place::Claims,
        "iss exp aud sub client_id iat jti auth_time acr amr scope groups roles "
        "entitlements");
    row("RFC 7800, 8693, 9396", Place::Claims,
        "cnf act may_act scope client_id authorization_details");
    row("RFC 8417, 8485, 9493", Place::Claims, "events txn toe vot vtm sub_id");
    row("OIDC Core §2", Place::Claims,
        "iss sub aud exp iat auth_time nonce acr amr azp at_hash c_hash");
    row("OIDC Core §5.1", Place::Claims,
        "sub name given_name family_name middle_name nickname preferred_username profile picture "
        "website email "
        "email_verified gender birthdate zoneinfo locale phone_number phone_number_verified "
        "address updated_at");
    row("Entra", Place::Claims,
        "aio appid appidacr azp azpacr idtyp oid tid uti ver rh scp roles wids upn");
    row("Entra, optional", Place::Claims,
        "acct acrs auth_time ctry fwd groups hasgroups idp in_corp ipaddr login_hint onprem_sid "
        "pwd_exp pwd_url sid tenant_ctry tenant_region_scope unique_name verified_primary_email "
        "verified_secondary_email vnet xms_cc xms_edov xms_pdl xms_pl xms_tpl ztdid");
    row("Azure AD B2C", Place::Claims, "emails tfp");
    row("AD FS", Place::Claims, "appid apptype authmethod scp ver");
    row("Auth0", Place::Claims, "gty azp permissions org_id org_name");
    row("Okta", Place::Claims, "ver cid uid scp idp groups");
    row("Cognito", Place::Claims,
        "token_use client_id event_id origin_jti username version device_key identities "
        "cognito:groups cognito:roles cognito:preferred_role cognito:username");
    row("Google", Place::Claims, "hd email_verified azp google firebase");
    row("Keycloak", Place::Claims,
        "typ realm_access resource_access session_state sid acr allowed-origins clientId "
        "clientHost clientAddress preferred_username client_id authorization");
    row("Salesforce, header", Place::Header, "tnk ver kid tty typ alg");
    row("Salesforce", Place::Claims,
        "organization_id user_type urls utcOffset is_app_installed custom_attributes scp");
    row("PingFederate, header", Place::Header, "pi.atm");
    row("Ping", Place::Claims, "pi.sri env org");
    row("Sage", Place::Claims,
        "ccVersion organisationId companyId sourceProduct kid ip channel serviceId");
}

void TestClaimRegistry::knowsTheStandards()
{
    QFETCH(Place, place);
    QFETCH(QStringList, names);
    for (const QString &name : names) {
        const RegisteredName *row = registeredName(place, name);
        QVERIFY2(row != nullptr, qPrintable(name));
        QVERIFY(!claimMeaning(*row).isEmpty());
    }
}

void TestClaimRegistry::tellsHeaderFromClaims()
{
    QCOMPARE(QByteArray(registeredName(Place::Header, u"kid")->source), "RFC 7515"_ba);
    QCOMPARE(QByteArray(registeredName(Place::Claims, u"kid")->source), "Sage"_ba);
    QVERIFY(registeredName(Place::Header, u"exp") == nullptr);
    QVERIFY(registeredName(Place::Claims, u"Exp") == nullptr);
    QVERIFY(registeredName(Place::Claims, u"") == nullptr);
    QVERIFY(registeredName(Place::Claims, u"ex\u200Bp") == nullptr);
}

void TestClaimRegistry::marksTimes()
{
    QSet<QByteArray> times;
    for (const RegisteredName *row : registeredNames()) {
        if (row->value == RegisteredName::Value::NumericDate) {
            QCOMPARE(row->place, Place::Claims);
            times.insert(row->name);
        }
    }
    // pwd_exp and utcOffset are spans, not times.
    QCOMPARE(
        times,
        (QSet<QByteArray> { "exp", "nbf", "iat", "toe", "auth_time", "updated_at", "xms_tcdt" }));
}

void TestClaimRegistry::namesVendors()
{
    QCOMPARE(claimMeaning(*registeredName(Place::Claims, u"aud")),
             u"Audience: the API it is for"_s);
    QCOMPARE(claimMeaning(*registeredName(Place::Claims, u"organisationId")),
             u"Organisation (Sage)"_s);
    QCOMPARE(claimMeaning(*registeredName(Place::Claims, u"gty")), u"Grant used (Auth0)"_s);
    QCOMPARE(claimMeaning(*registeredName(Place::Claims, u"scp")),
             u"Scopes: what the token allows (Microsoft Entra, Okta)"_s);
    QCOMPARE(claimMeaning(*registeredName(Place::Claims, u"s_hash")),
             u"Hash of the state of the request"_s);
}

void TestClaimRegistry::isConsistent()
{
    QSet<QString> seen;
    for (const RegisteredName *row : registeredNames()) {
        const QString key = QString::number(int(row->place)) + QLatin1StringView(row->name);
        QVERIFY2(!seen.contains(key), row->name);
        seen.insert(key);
        const QString meaning = QString::fromUtf8(row->meaning);
        QVERIFY2(!meaning.contains(u". "_s) && !meaning.endsWith(u'.') && !meaning.contains(u'!'),
                 row->name);
        QVERIFY2(meaning.size() > 2 && meaning == meaning.simplified(), row->name);
        QVERIFY2(!QByteArray(row->source).isEmpty(), row->name);
    }
    QVERIFY(seen.size() >= 240);
}

MINTMARK_TEST(tst_claimregistry, TestClaimRegistry)
#include "tst_claimregistry.moc"
