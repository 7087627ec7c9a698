// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilevalidation.h"

#include "drafts.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

using Edit = void (*)(ProfileDraft &);

void setSecret(ProfileDraft &draft, const QString &secret)
{
    draft.secrets.client.clientSecret = SecretBytes::fromString(secret);
}

/// "level field text [label: replacement]", one a line.
QStringList said(const QList<FieldFinding> &findings)
{
    QStringList lines;
    for (const FieldFinding &finding : findings) {
        QString line = finding.text;
        if (finding.fix)
            line += u" [%1%2]"_s.arg(finding.fix->label,
                                     finding.fix->text.isEmpty() ? QString()
                                                                 : u": "_s + finding.fix->text);
        lines << line;
    }
    return lines;
}

const QString notAnAddress = u"Not an address: it must start with https:// and have a host, e.g. "
                             "https://id.sage.com/oauth/token."_s;

} // namespace

class TestProfileValidation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsNothing()
    {
        QCOMPARE(said(validateProfile(sageDraft(), {})), {});
        QCOMPARE(said(validateProfile(genericDraft(), {})), {});
    }

    void blocksSave_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<ProfileField>("field");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *title, Edit edit, ProfileField field, const QString &text) {
            QTest::newRow(title) << edit << field << text;
        };
        const QString names = u"Give it a customer and a name, so that you find it again."_s;
        const QString clear = u"http sends the secret in the clear. Use https, or allow http for "
                              "this host under Network. [Show the switch]"_s;
        row(
            "no customer", [](ProfileDraft &d) { d.profile.listing.customer = u" "_s; },
            ProfileField::Customer, names);
        row(
            "no name", [](ProfileDraft &d) { d.profile.listing.name.clear(); }, ProfileField::Name,
            names);
        row(
            "neither",
            [](ProfileDraft &d) {
                d.profile.listing.customer.clear();
                d.profile.listing.name.clear();
            },
            ProfileField::Customer, names);
        row(
            "no environment",
            [](ProfileDraft &d) { d.profile.listing.environment = Environment::None; },
            ProfileField::Environment,
            u"Choose the environment: nobody should have to guess whether this is production."_s);
        row(
            "no scheme",
            [](ProfileDraft &d) { d.profile.client.tokenEndpoint = u"id.sage.com/oauth/token"_s; },
            ProfileField::TokenEndpoint, notAnAddress);
        row(
            "no host",
            [](ProfileDraft &d) { d.profile.client.tokenEndpoint = u"https:///token"_s; },
            ProfileField::TokenEndpoint, notAnAddress);
        row(
            "another scheme",
            [](ProfileDraft &d) { d.profile.client.tokenEndpoint = u"ftp://id.sage.com/token"_s; },
            ProfileField::TokenEndpoint, notAnAddress);
        row(
            "renewal", [](ProfileDraft &d) { d.profile.client.renewalEndpoint = u"renew"_s; },
            ProfileField::RenewalEndpoint, notAnAddress);
        row(
            "issuer", [](ProfileDraft &d) { d.profile.issuer = u"sage"_s; }, ProfileField::Issuer,
            notAnAddress);
        row(
            "keys", [](ProfileDraft &d) { d.profile.jwksUri = u"/jwks"_s; }, ProfileField::JwksUri,
            notAnAddress);
        row(
            "introspection", [](ProfileDraft &d) { d.profile.introspectionEndpoint = u"x"_s; },
            ProfileField::IntrospectionEndpoint, notAnAddress);
        row(
            "revocation", [](ProfileDraft &d) { d.profile.revocationEndpoint = u"x"_s; },
            ProfileField::RevocationEndpoint, notAnAddress);
        row(
            "API", [](ProfileDraft &d) { d.profile.apiUrl = u"/v1/accounts"_s; },
            ProfileField::ApiUrl, notAnAddress);
        row(
            "http",
            [](ProfileDraft &d) { d.profile.client.tokenEndpoint = u"http://id.sage.com/token"_s; },
            ProfileField::TokenEndpoint, clear);
    }
    void blocksSave()
    {
        QFETCH(Edit, edit);
        QFETCH(ProfileField, field);
        QFETCH(QString, text);
        ProfileDraft draft = sageDraft();
        edit(draft);
        const QList<FieldFinding> findings = validateProfile(draft, {});
        QCOMPARE(said(findings), { text });
        QCOMPARE(findings[0].field, field);
        QCOMPARE(findings[0].level, FindingLevel::BlocksSave);
        QVERIFY(mintmark::blocksSave(findings));
        QVERIFY(mintmark::blocksFetch(findings));
    }

    void allowsHttp()
    {
        ProfileDraft draft = sageDraft();
        draft.profile.client.tokenEndpoint = u"http://127.0.0.1:8080/token"_s;
        QCOMPARE(said(validateProfile(draft, {})), {});
        draft.profile.client.tokenEndpoint = u"http://id.example.com/token"_s;
        draft.profile.client.network.allowHttp = true;
        QCOMPARE(said(validateProfile(draft, {})), {});
    }

    void warns_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<ProfileField>("field");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *title, Edit edit, ProfileField field, const QString &text) {
            QTest::newRow(title) << edit << field << text;
        };
        const auto client = [&row](const char *title, Edit edit, const QString &text) {
            row(title, edit, ProfileField::ClientId, text);
        };
        const auto secret = [&row](const char *title, Edit edit, const QString &text) {
            row(title, edit, ProfileField::ClientSecret, text);
        };
        const auto audience = [&row](const char *title, Edit edit, const QString &text) {
            row(title, edit, ProfileField::Audience, text);
        };
        audience(
            "space", [](ProfileDraft &d) { d.profile.client.audience = u"s200ukipd/sage 200"_s; },
            u"There is a space after “sage”. Audiences have none: remove it, or keep it if Sage "
            "wrote it so. [Remove it: s200ukipd/sage200]"_s);
        client(
            "no-break space", [](ProfileDraft &d) { d.profile.client.clientId = u"ab-\u00a0cd"_s; },
            u"There is a space after “ab-”. Client ids have none: remove it, or keep it if Sage "
            "wrote it so. [Remove it: ab-cd]"_s);
        secret(
            "space in the secret", [](ProfileDraft &d) { setSecret(d, u"abc def"_s); },
            u"There is a space inside. Client secrets have none: remove it, or keep it if Sage "
            "wrote it so. [Remove it]"_s);
        const QString placeholder = u"This looks like a placeholder, not a secret."_s;
        secret(
            "ellipsis", [](ProfileDraft &d) { setSecret(d, u"ab…"_s); }, placeholder);
        secret(
            "stars", [](ProfileDraft &d) { setSecret(d, u"ab***"_s); }, placeholder);
        secret(
            "crosses", [](ProfileDraft &d) { setSecret(d, u"XXXX-XXXX"_s); }, placeholder);
        secret(
            "angle brackets", [](ProfileDraft &d) { setSecret(d, u"<secret>"_s); }, placeholder);
        secret(
            "braces", [](ProfileDraft &d) { setSecret(d, u"{clientSecret}"_s); }, placeholder);
        secret(
            "shell variable", [](ProfileDraft &d) { setSecret(d, u"${SECRET}"_s); }, placeholder);
        client(
            "placeholder id", [](ProfileDraft &d) { d.profile.client.clientId = u"<id>"_s; },
            u"This looks like a placeholder, not a client id."_s);
        audience(
            "placeholder audience",
            [](ProfileDraft &d) { d.profile.client.audience = u"{audience}"_s; },
            u"This looks like a placeholder, not an audience."_s);
        secret(
            "client id again", [](ProfileDraft &d) { setSecret(d, d.profile.client.clientId); },
            u"This is the client id again."_s);
        secret(
            "token", [](ProfileDraft &d) { setSecret(d, u"eyJhbGciOiJSUzI1NiJ9.e30.x"_s); },
            u"This is a token, not a secret."_s);
        secret(
            "key", [](ProfileDraft &d) { setSecret(d, u"-----BEGIN PRIVATE KEY-----"_s); },
            u"This is a key: choose “Signed JWT, private key”."_s);
        client(
            "en dash", [](ProfileDraft &d) { d.profile.client.clientId = u"ab–cd–ef"_s; },
            u"Contains “–” (U+2013), probably changed by the mail program. Use “-”? "
            "[Replace: ab-cd-ef]"_s);
        audience(
            "smart quote", [](ProfileDraft &d) { d.profile.client.audience = u"o’hara"_s; },
            u"Contains “’” (U+2019), probably changed by the mail program. Use “'”? "
            "[Replace: o'hara]"_s);
        client(
            "cyrillic", [](ProfileDraft &d) { d.profile.client.clientId = u"а1"_s; },
            u"Contains “а” (U+0430), probably changed by the mail program."_s);
        client(
            "invisible", [](ProfileDraft &d) { d.profile.client.clientId = u"a\u200bb"_s; },
            u"Contains “\\u{200B}” (U+200B), probably changed by the mail program."_s);
        secret(
            "dash in the secret", [](ProfileDraft &d) { setSecret(d, u"ab—cd"_s); },
            u"Contains “—” (U+2014), probably changed by the mail program. Use “-”? "
            "[Replace: -]"_s);
        audience(
            "address",
            [](ProfileDraft &d) { d.profile.client.audience = u"https://api.sage.com"_s; },
            u"Sage audiences seen so far are not addresses (s200ukipd/sage200)."_s);
        row(
            "production audience",
            [](ProfileDraft &d) { d.profile.client.audience = u"s200uk-prd/sage200"_s; },
            ProfileField::Environment, u"The audience says “prd”, this profile says Sandbox."_s);
        row(
            "sandbox audience",
            [](ProfileDraft &d) {
                d.profile.client.audience = u"s200uk/uat"_s;
                d.profile.listing.environment = Environment::Production;
            },
            ProfileField::Environment, u"The audience says “uat”, this profile says Production."_s);
        row(
            "not production",
            [](ProfileDraft &d) {
                d.profile.client.audience = u"s200uk/non-prod"_s;
                d.profile.listing.environment = Environment::Production;
            },
            ProfileField::Environment,
            u"The audience says “non-prod”, this profile says Production."_s);
        row(
            "live host",
            [](ProfileDraft &d) {
                d.profile.client.tokenEndpoint = u"https://live.sage.com/token"_s;
            },
            ProfileField::Environment,
            u"The token address says “live”, this profile says Sandbox."_s);
    }
    void warns()
    {
        QFETCH(Edit, edit);
        QFETCH(ProfileField, field);
        QFETCH(QString, text);
        ProfileDraft draft = sageDraft();
        edit(draft);
        const QList<FieldFinding> findings = validateProfile(draft, {});
        QCOMPARE(said(findings), { text });
        QCOMPARE(findings[0].field, field);
        QCOMPARE(findings[0].level, FindingLevel::Warning);
        QVERIFY(!mintmark::blocksFetch(findings));
    }

    void speaksOfSageOnlyToSage()
    {
        ProfileDraft draft = genericDraft();
        draft.profile.client.audience = u"https://api.example.com/a b"_s;
        QCOMPARE(said(validateProfile(draft, {})),
                 { u"There is a space after “a”. Audiences have none: remove it, or keep it if it "
                   "was issued so. [Remove it: https://api.example.com/ab]"_s });
    }

    void notes()
    {
        ProfileDraft draft = genericDraft();
        ClientConfiguration &client = draft.profile.client;
        const auto only = [&draft] {
            const QList<FieldFinding> findings = validateProfile(draft, {});
            return findings.size() == 1 && findings[0].level == FindingLevel::Note
                ? said(findings)[0]
                : said(findings).join(u'|');
        };
        client.tokenEndpoint = u"https://login.example.com/oauth/authorize"_s;
        QCOMPARE(only(),
                 u"This looks like the sign-in page. The token address usually ends in "
                 "/token."_s);
        client.tokenEndpoint = u"https://api.example.com/v2"_s;
        QCOMPARE(only(), u"This looks like an API. The token address usually ends in /token."_s);
        client.tokenEndpoint = u"https://login.microsoftonline.com/acme/oauth2/v2.0/token"_s;
        client.scope = u"https://graph.microsoft.com/"_s;
        QCOMPARE(only(),
                 u"Entra wants one resource ending in /.default. "
                 "[Add: https://graph.microsoft.com/.default]"_s);
        client.scope = u"https://graph.microsoft.com/.default"_s;
        QCOMPARE(only(), QString());
    }

    void knowsOtherProfiles()
    {
        ProfileDraft draft = sageDraft();
        const QString id = draft.profile.client.clientId;
        const QString audience = draft.profile.client.audience;
        const KnownProfile same =
            knownProfile(u"Acme"_s, u"Old"_s, Environment::Production, id, audience);
        const KnownProfile elsewhere =
            knownProfile(u"Acme"_s, u"Provider API"_s, Environment::Production, id, u"other"_s);
        const KnownProfile beside =
            knownProfile(u"Acme"_s, u"Beside"_s, Environment::Sandbox, id, u"other"_s);

        QList<FieldFinding> findings = validateProfile(draft, { elsewhere, same });
        QCOMPARE(said(findings), { u"Already in Acme · Old [Production]. [Open it]"_s });
        QCOMPARE(findings[0].field, ProfileField::ClientId);
        QCOMPARE(findings[0].level, FindingLevel::Note);
        QCOMPARE(findings[0].fix->kind, FieldFix::Kind::OpenProfile);
        QCOMPARE(findings[0].fix->profile, same.listing.id);

        QCOMPARE(said(validateProfile(draft, { beside, elsewhere })),
                 { u"The same client id is used in production (Acme · Provider API)."_s });
        QCOMPARE(said(validateProfile(draft, { beside })), {});
        draft.profile.listing.id = same.listing.id;
        QCOMPARE(said(validateProfile(draft, { same })), {});
    }

    /// In the order of the page, the worst of a field first.
    void ordersFindings()
    {
        ProfileDraft draft = sageDraft();
        draft.profile.listing.customer.clear();
        draft.profile.listing.environment = Environment::None;
        draft.profile.client.clientId = u"a – b"_s;
        draft.profile.client.tokenEndpoint = u"nowhere/authorize"_s;
        draft.secrets = {};
        QList<ProfileField> fields;
        for (const FieldFinding &finding : validateProfile(draft, {}))
            fields << finding.field;
        const QList<ProfileField> expected {
            ProfileField::Customer,     ProfileField::Environment,  ProfileField::ClientId,
            ProfileField::ClientId,     ProfileField::ClientSecret, ProfileField::TokenEndpoint,
            ProfileField::TokenEndpoint
        };
        QCOMPARE(fields, expected);
        QCOMPARE(validateProfile(draft, {}).at(5).level, FindingLevel::BlocksSave);
    }

    void quotesNoSecret()
    {
        const QString canary = u"Kz8-canary Wq41–mint Lp07-Qx9A"_s;
        ProfileDraft draft = sageDraft();
        setSecret(draft, canary);
        for (const QString &line : said(validateProfile(draft, {}))) {
            for (const QString &part : canary.split(QRegularExpression(u"[ –]"_s)))
                QVERIFY2(!line.contains(part), qPrintable(line));
        }
    }
};


MINTMARK_TEST(tst_profilevalidation, TestProfileValidation)

#include "tst_profilevalidation.moc"
