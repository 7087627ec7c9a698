// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/claimregistry.h"
#include "support/testmain.h"

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
    row("RFC 7519 §4.1", Place::Claims, "iss sub aud exp nbf iat jti");
    row("RFC 9068 §2.2", Place::Claims,
        "iss exp aud sub client_id iat jti auth_time acr amr scope groups roles "
        "entitlements");
    row("OIDC Core §2", Place::Claims,
        "iss sub aud exp iat auth_time nonce acr amr azp at_hash c_hash");
    row("OIDC Core §5.1", Place::Claims,
        "sub name given_name family_name middle_name nickname preferred_username profile picture "
        "website email "
        "email_verified gender birthdate zoneinfo locale phone_number phone_number_verified "
        "address updated_at");
    row("Entra", Place::Claims,
        "aio appid appidacr azp azpacr idtyp oid tid uti ver rh scp roles wids upn");
    row("Auth0", Place::Claims, "gty azp permissions org_id");
    row("Keycloak", Place::Claims,
        "typ realm_access resource_access session_state allowed-origins clientId");
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
    for (const QString &name : { u"exp"_s, u"nbf"_s, u"iat"_s, u"auth_time"_s, u"updated_at"_s })
        QCOMPARE(registeredName(Place::Claims, name)->value, RegisteredName::Value::NumericDate);
    QCOMPARE(registeredName(Place::Claims, u"aud")->value, RegisteredName::Value::Other);
}

void TestClaimRegistry::namesVendors()
{
    QCOMPARE(claimMeaning(*registeredName(Place::Claims, u"aud")),
             u"Audience: the API it is for"_s);
    QCOMPARE(claimMeaning(*registeredName(Place::Claims, u"organisationId")),
             u"Organisation (Sage)"_s);
    QCOMPARE(claimMeaning(*registeredName(Place::Claims, u"gty")), u"Grant used (Auth0)"_s);
}

void TestClaimRegistry::isConsistent()
{
    QSet<QString> seen;
    for (const RegisteredName *row : registeredNames()) {
        const QString key = QString::number(int(row->place)) + QLatin1StringView(row->name);
        QVERIFY2(!seen.contains(key), row->name);
        seen.insert(key);
        const QString meaning = QString::fromUtf8(row->meaning);
        QVERIFY2(!meaning.endsWith(u'.') && !meaning.contains(u'!') && meaning.size() > 2,
                 row->name);
    }
    QVERIFY(seen.size() >= 120);
}

MINTMARK_TEST(tst_claimregistry, TestClaimRegistry)
#include "tst_claimregistry.moc"
