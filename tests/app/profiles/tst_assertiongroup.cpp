// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/assertiongroup.h"

#include "app/profiles/codeedit.h"
#include "app/widgets/foldgroup.h"
#include "editorrig.h"
#include "oauth/parameters.h"
#include "support/testcertificates.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QSpinBox>

using namespace mintmark;
using namespace mintmark::test;
using Method = ClientAuthenticationMethod;

namespace {

/// RFC 8037 appendix A.1, with a name.
constexpr auto ed25519 = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"own\","
                         "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
                         "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

TestCertificate certificateOf(int rsaBits)
{
    CertificateRecipe recipe;
    recipe.commonName = u"Acme client"_s;
    recipe.rsaBits = rsaBits;
    return TestCertificate::selfSigned(recipe);
}

/// The editor on a profile of one's own server, and what it hands over when it saves.
class AssertionRig : public EditorRig
{
public:
    explicit AssertionRig(const QString &proof, const QByteArray &key = {})
    {
        start(u"generic"_s);
        type(u"Customer"_s, u"Acme"_s);
        type(u"API or purpose"_s, u"Orders"_s);
        button(u"Sandbox"_s)->click();
        type(u"Token address"_s, u"https://as.example.com/token"_s);
        type(u"Client ID"_s, u"acme"_s);
        editor.focusField(ProfileField::Authentication);
        chooseByKeys(u"Client proof"_s, proof);
        if (!key.isEmpty())
            paste(part<SecretLineEdit>(u"Private key"_s), key);
    }

    void open() { editor.focusField(ProfileField::AssertionAlgorithm); }
    FoldGroup *fold() const
    {
        for (auto *found : editor.findChildren<FoldGroup *>()) {
            if (found->findChild<AssertionGroup *>())
                return found;
        }
        return nullptr;
    }
    QStringList algorithms() const
    {
        QStringList names;
        const QComboBox *box = choice(u"Assertion algorithm"_s);
        for (int i = 1; i < box->count(); ++i)
            names << box->itemText(i);
        return names;
    }
    bool isShown(const QString &name) const { return part<QWidget>(name)->isVisible(); }
};

} // namespace

/// What a signed JWT says, set wholly in the window.
class TestAssertionGroup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsThereWhereSomethingIsSigned();
    void everyField();
    void offersWhatFits_data();
    void offersWhatFits();
    void keepsWhatDoesNotFit();
    void saysWhatIsSent();
    void keyOfASet();
    void theIssuerAsAudience();
    void severalAudiences();
    void theKeyOfACertificateStaysOut();
    void jwtBearer();
    void refreshToken();
};

void TestAssertionGroup::standsThereWhereSomethingIsSigned()
{
    AssertionRig rig(u"In the body"_s);
    QVERIFY(!rig.fold()->isVisible());
    rig.chooseByKeys(u"Client proof"_s, u"Signed JWT, s"_s);
    QVERIFY(rig.fold()->isVisible());
    QCOMPARE(rig.fold()->summary(), u"As usual: HS256 · for the token address · 300 s"_s);
    rig.open();
    QVERIFY(rig.isShown(u"Assertion lifetime"_s));
    QVERIFY(!rig.isShown(u"Assertion certificate"_s));
    QVERIFY(!rig.isShown(u"Assertion subject"_s));
    rig.chooseByKeys(u"Client proof"_s, u"Signed JWT, p"_s);
    QVERIFY(rig.isShown(u"Assertion certificate"_s));
    QVERIFY(!rig.isShown(u"Assertion subject"_s));
    QVERIFY(rig.isShown(u"Private key"_s));
    QVERIFY(!rig.secret()->isVisible());
    rig.chooseByKeys(u"Client proof"_s, u"None"_s);
    QVERIFY(!rig.fold()->isVisible());
}

/// Typed, saved, opened again: equal.
void TestAssertionGroup::everyField()
{
    const TestCertificate own = certificateOf(2048);
    AssertionRig rig(u"Signed JWT, private key"_s, own.keyPem());
    rig.open();
    rig.chooseByKeys(u"Assertion algorithm"_s, u"PS384"_s);
    rig.type(u"Assertion key id"_s, u"key-1"_s);
    rig.chooseByKeys(u"Assertion audience"_s, u"Another text"_s);
    rig.type(u"Other audience of the assertion"_s, u"https://as.example.com"_s);
    auto *lifetime = rig.part<QSpinBox>(u"Assertion lifetime"_s);
    lifetime->setFocus();
    lifetime->selectAll();
    QTest::keyClicks(lifetime, u"120"_s);
    auto *notBefore = rig.part<QCheckBox>(u"Say from when it counts (nbf)"_s);
    notBefore->setFocus();
    QTest::keyClick(notBefore, Qt::Key_Space);
    paste(rig.part<CodeEdit>(u"Assertion certificate"_s), own.pem());
    rig.type(u"Certificate named by"_s, u"x5t#S256 x5t"_s);
    rig.type(u"Assertion type"_s, u"client-authentication+jwt"_s);
    auto *claims = rig.part<CodeEdit>(u"Assertion claims"_s);
    claims->setFocus();
    QTest::keyClicks(claims, uR"({"tenant": "t1"})"_s);
    QCOMPARE(rig.fold()->summary(),
             u"PS384 · kid key-1 · for https://as.example.com · 120 s · certificate · own claims"_s);

    SavedDraft saved = rig.save();
    QVERIFY(saved.secrets);
    AssertionSettings wanted;
    wanted.algorithm = u"PS384"_s;
    wanted.keyId = u"key-1"_s;
    wanted.audience = u"https://as.example.com"_s;
    wanted.lifetimeSeconds = 120;
    wanted.notBefore = true;
    wanted.certificate = QString::fromLatin1(own.pem());
    wanted.certificateThumbprint = u"x5t#S256 x5t"_s;
    wanted.type = u"client-authentication+jwt"_s;
    wanted.claims = uR"({"tenant": "t1"})"_s;
    QCOMPARE(saved.profile.client.assertion, wanted);
    QCOMPARE(saved.profile.client.authentication, Method::PrivateKeyJwt);

    rig.editor.setSaving(false);
    saved.profile.listing.id = QUuid::createUuid();
    rig.editor.startEdit({ saved.profile, saved.secrets->clone() });
    QVERIFY(!rig.editor.isModified());
    QCOMPARE(rig.field(u"Assertion key id"_s)->text(), u"key-1"_s);
    QCOMPARE(rig.part<CodeEdit>(u"Assertion claims"_s)->toPlainText(), wanted.claims);
    QCOMPARE(rig.save().profile.client, saved.profile.client);
}

void TestAssertionGroup::offersWhatFits_data()
{
    QTest::addColumn<QString>("proof");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("usual");
    QTest::addColumn<QStringList>("offered");
    const QString byKey = u"Signed JWT, private key"_s;
    const QStringList rsa { u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s, u"PS384"_s, u"PS512"_s };
    QTest::newRow("RSA") << byKey << certificateOf(2048).keyPem() << u"As the key says: RS256"_s
                         << rsa;
    QTest::newRow("EC") << byKey << certificateOf(0).keyPem() << u"As the key says: ES256"_s
                        << QStringList { u"ES256"_s };
    QTest::newRow("Ed25519") << byKey << QByteArray(ed25519) << u"As the key says: EdDSA"_s
                             << QStringList { u"EdDSA"_s, u"Ed25519"_s };
    QTest::newRow("no key yet") << byKey << QByteArray() << u"As the key says"_s
                                << rsa
            + QStringList { u"ES256"_s, u"ES384"_s, u"ES512"_s, u"EdDSA"_s, u"Ed25519"_s,
                            u"Ed448"_s };
    QTest::newRow("secret") << u"Signed JWT, shared secret"_s << QByteArray()
                            << u"As usual: HS256"_s
                            << QStringList { u"HS256"_s, u"HS384"_s, u"HS512"_s };
}

void TestAssertionGroup::offersWhatFits()
{
    QFETCH(const QString, proof);
    QFETCH(const QByteArray, key);
    QFETCH(const QString, usual);
    QFETCH(const QStringList, offered);
    AssertionRig rig(proof, key);
    QCOMPARE(rig.choice(u"Assertion algorithm"_s)->itemText(0), usual);
    QCOMPARE(rig.algorithms(), offered);
}

/// A choice for another key is not lost, and said.
void TestAssertionGroup::keepsWhatDoesNotFit()
{
    AssertionRig rig(u"Signed JWT, private key"_s, certificateOf(2048).keyPem());
    rig.open();
    rig.chooseByKeys(u"Assertion algorithm"_s, u"PS256"_s);
    rig.part<SecretLineEdit>(u"Private key"_s)->selectAll();
    paste(rig.part<SecretLineEdit>(u"Private key"_s), ed25519);
    QCOMPARE(rig.choice(u"Assertion algorithm"_s)->currentText(), u"PS256"_s);
    QVERIFY(rig.message(rig.choice(u"Assertion algorithm"_s))
                .startsWith(u"PS256 cannot be signed with this key."));
    rig.chooseByKeys(u"Assertion algorithm"_s, u"As the"_s);
    QCOMPARE(rig.message(rig.choice(u"Assertion algorithm"_s)), QString());
    QCOMPARE(rig.algorithms(), QStringList({ u"EdDSA"_s, u"Ed25519"_s }));
}

/// Of an empty field, before anything is typed.
void TestAssertionGroup::saysWhatIsSent()
{
    AssertionRig rig(u"Signed JWT, private key"_s, ed25519);
    rig.open();
    QLineEdit *keyId = rig.field(u"Assertion key id"_s);
    QCOMPARE(keyId->placeholderText(), u"own, as the key says"_s);
    rig.type(u"Assertion key id"_s, u"other"_s);
    QTest::keyClick(keyId, Qt::Key_Tab);
    QCOMPARE(rig.message(keyId), u"The key calls itself “own”."_s);
    QCOMPARE(rig.message(rig.choice(u"Assertion audience"_s)),
             u"Sent: https://as.example.com/token"_s);
    QCOMPARE(rig.field(u"Certificate named by"_s)->placeholderText(), u"none: not sent"_s);
    rig.type(u"Certificate named by"_s, u"x5t#S256"_s);
    auto *certificate = rig.part<CodeEdit>(u"Assertion certificate"_s);
    certificate->setFocus();
    QTest::keyClicks(certificate, u"x"_s);
    QTest::keyClick(certificate, Qt::Key_Tab);
    QVERIFY(rig.message(certificate).startsWith(u"The certificate cannot be read."));
    paste(certificate, certificateOf(0).pem());
    QVERIFY(rig.message(certificate).contains(u"another private key"));

    auto *claims = rig.part<CodeEdit>(u"Assertion claims"_s);
    certificate->selectAll();
    QTest::keyClick(certificate, Qt::Key_Delete);
    rig.type(u"Certificate named by"_s, u" "_s);
    claims->setFocus();
    QTest::keyClicks(claims, u"[1]"_s);
    QTest::keyClick(claims, Qt::Key_Tab);
    QCOMPARE(rig.message(claims), u"It is no JSON object with each member once."_s);
}

/// The set comes first and its key id then, and another id after that.
void TestAssertionGroup::keyOfASet()
{
    // The other is that of RFC 7515 appendix A.3.
    AssertionRig rig(u"Signed JWT, private key"_s, "{\"keys\":["_ba + ed25519 + R"(,
        {"kty":"EC","crv":"P-256","kid":"ec","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
        "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
        "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}]})");
    rig.open();
    auto *key = rig.part<SecretLineEdit>(u"Private key"_s);
    QVERIFY2(rig.message(key).contains(u"\"own\", \"ec\""), qPrintable(rig.message(key)));
    QVERIFY(!rig.save().secrets);
    rig.type(u"Assertion key id"_s, u"ec"_s);
    QCOMPARE(rig.message(key), QString());
    QCOMPARE(rig.algorithms(), QStringList { u"ES256"_s });
    rig.type(u"Assertion key id"_s, u"own"_s);
    QVERIFY(rig.algorithms().contains(u"EdDSA"_s));
    const SavedDraft kept = rig.save();
    QVERIFY(kept.secrets);
    QVERIFY(kept.secrets->client.privateKey.view().contains("\"ec\"")); // the whole set
    QCOMPARE(kept.profile.client.assertion.keyId, u"own"_s);

    rig.editor.setSaving(false);
    SavedDraft again = { kept.profile, kept.secrets };
    again.profile.listing.id = QUuid::createUuid();
    rig.editor.startEdit({ again.profile, again.secrets->clone() });
    rig.open();
    rig.type(u"Assertion key id"_s, u" "_s);
    QVERIFY2(rig.message(rig.field(u"Assertion key id"_s)).contains(u"\"own\", \"ec\""),
             qPrintable(rig.message(rig.field(u"Assertion key id"_s))));
}

void TestAssertionGroup::theIssuerAsAudience()
{
    AssertionRig rig(u"Signed JWT, private key"_s, ed25519);
    rig.open();
    rig.chooseByKeys(u"Assertion audience"_s, u"Issuer"_s);
    QComboBox *audience = rig.choice(u"Assertion audience"_s);
    QCOMPARE(rig.message(audience), u"There is no issuer yet: it is set under Checks and keys."_s);
    rig.editor.focusField(ProfileField::Issuer);
    rig.type(u"Issuer"_s, u"https://one.example.com"_s);
    QCOMPARE(rig.message(audience), u"Sent: https://one.example.com"_s);
    rig.type(u"Issuer"_s, u"https://two.example.com"_s);
    QCOMPARE(rig.message(audience), u"Sent: https://two.example.com"_s);
    const SavedDraft saved = rig.save();
    QVERIFY(saved.profile.client.assertion.audienceIsIssuer);
    QCOMPARE(saved.profile.client.assertion.audience, QString());
    QCOMPARE(requestConfiguration(saved.profile).assertion.audience, u"https://two.example.com"_s);
}

/// RFC 7519 §4.1.3: words are a list; what nobody touches stays, blanks inside an audience too.
void TestAssertionGroup::severalAudiences()
{
    AssertionRig rig(u"Signed JWT, private key"_s, ed25519);
    rig.open();
    rig.chooseByKeys(u"Assertion audience"_s, u"Another text"_s);
    rig.type(u"Other audience of the assertion"_s, u"https://a.example.com  b"_s);
    QVERIFY(rig.fold()->summary().contains(u"for https://a.example.com b"_s));
    SavedDraft saved = rig.save();
    const AssertionSettings &settings = saved.profile.client.assertion;
    QCOMPARE(settings.audiences, (QStringList { u"https://a.example.com"_s, u"b"_s }));
    QCOMPARE(settings.audience, QString());

    const auto reopened = [&](const QStringList &audiences, const QString &audience) {
        saved.profile.listing.id = QUuid::createUuid();
        saved.profile.client.assertion.audiences = audiences;
        saved.profile.client.assertion.audience = audience;
        rig.editor.setSaving(false);
        rig.editor.startEdit({ saved.profile, saved.secrets->clone() });
    };
    for (const QStringList &list : { QStringList { u"a b"_s, u"c"_s }, QStringList { u"a"_s }, QStringList {} }) {
        reopened(list, list.isEmpty() ? u"one text"_s : QString());
        QCOMPARE(rig.field(u"Other audience of the assertion"_s)->text(),
                 list.isEmpty() ? u"one text"_s : list.join(u' '));
        QVERIFY(!rig.editor.isModified());
        rig.type(u"API or purpose"_s, u"Payments"_s);
        const SavedDraft again = rig.save();
        QCOMPARE(again.profile.client.assertion.audiences, list);
        QCOMPARE(again.profile.client.assertion.audience, saved.profile.client.assertion.audience);
    }
    reopened({ u"a"_s, u"b"_s }, {});
    rig.open();
    rig.chooseByKeys(u"Assertion audience"_s, u"Token address"_s);
    const SavedDraft usual = rig.save();
    QVERIFY(usual.profile.client.assertion == AssertionSettings());
}

void TestAssertionGroup::theKeyOfACertificateStaysOut()
{
    const TestCertificate own = certificateOf(0);
    AssertionRig rig(u"Signed JWT, private key"_s, own.keyPem());
    rig.open();
    auto *certificate = rig.part<CodeEdit>(u"Assertion certificate"_s);
    paste(certificate, own.keyPem() + own.pem());
    QCOMPARE(certificate->toPlainText(), QString::fromLatin1(own.pem()));
    QVERIFY(!certificate->document()->isUndoAvailable());
    QVERIFY(rig.message(certificate).startsWith(u"The private key was left out"));
    QVERIFY(rig.message(certificate).contains(u"Acme client"));
}

/// RFC 7523 §2.1, chosen in the list of grants: a whole profile.
void TestAssertionGroup::jwtBearer()
{
    AssertionRig rig(u"None"_s);
    QComboBox *grants = rig.choice(u"Grant type"_s);
    grants->setFocus();
    grants->showPopup();
    QTest::keyClick(grants->view(), Qt::Key_End);
    QTest::keyClick(grants->view(), Qt::Key_Return);
    QCOMPARE(grants->currentText(), QString(parameter::jwtBearerGrant));
    QVERIFY(rig.isShown(u"Private key"_s));
    paste(rig.part<SecretLineEdit>(u"Private key"_s), ed25519);
    QCOMPARE(rig.message(rig.choice(u"Provider"_s)),
             u"POST as.example.com/token · form · assertion signed with a private key"_s);
    rig.open();
    QCOMPARE(rig.field(u"Assertion issuer"_s)->placeholderText(), u"acme, the client id"_s);
    rig.type(u"Assertion issuer"_s, u"https://idp.example.com"_s);
    rig.type(u"Assertion subject"_s, u"user@example.com"_s);
    rig.type(u"Client ID"_s, u" "_s);
    QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
    rig.editor.saveAndFetch();
    QCOMPARE(requested.size(), 1); // nothing is missing
    const auto profile = requested[0][0].value<Profile>();
    QCOMPARE(profile.client.assertion.issuer, u"https://idp.example.com"_s);
    QCOMPARE(profile.client.assertion.subject, u"user@example.com"_s);
    QCOMPARE(profile.client.grantType, QString(parameter::jwtBearerGrant));
}

/// RFC 6749 §6 has its token in the request; the profile has it as a parameter.
void TestAssertionGroup::refreshToken()
{
    AssertionRig rig(u"None"_s);
    rig.type(u"Grant type"_s, u"refresh_token"_s);
    QSignalSpy requested(&rig.editor, &ProfileEditor::saveRequested);
    rig.editor.saveAndFetch();
    QVERIFY(requested.isEmpty());
    QCOMPARE(rig.message(rig.field(u"Grant type"_s)),
             u"Its token is an extra parameter named refresh_token, kept secret."_s);
}

MINTMARK_TEST(tst_assertiongroup, TestAssertionGroup)

#include "tst_assertiongroup.moc"
