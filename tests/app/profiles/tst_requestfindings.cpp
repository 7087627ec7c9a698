// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilevalidation.h"

#include "drafts.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

using Edit = void (*)(ProfileDraft &);

QStringList said(const QList<FieldFinding> &findings)
{
    QStringList texts;
    for (const FieldFinding &finding : findings)
        texts << finding.text;
    return texts;
}

} // namespace

/// What keeps a profile from being used, but not from being saved.
class TestRequestFindings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blocksFetchOnly_data()
    {
        QTest::addColumn<bool>("sage");
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<ProfileField>("field");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *title, bool sage, Edit edit, ProfileField field,
                            const QString &text) {
            QTest::newRow(title) << sage << edit << field << text;
        };
        row(
            "Sage audience", true, [](ProfileDraft &d) { d.profile.client.audience.clear(); },
            ProfileField::Audience,
            u"Sage ID needs an audience. It comes with the client id from the Sage Network "
            u"Platform "
            "team."_s);
        row(
            "Sage client id", true, [](ProfileDraft &d) { d.profile.client.clientId.clear(); },
            ProfileField::ClientId,
            u"Sage ID needs a client id. It comes from the Sage Network Platform team."_s);
        row(
            "Sage secret", true, [](ProfileDraft &d) { d.secrets = {}; },
            ProfileField::ClientSecret,
            u"Sage ID needs a client secret. It comes with the client id from the Sage Network "
            "Platform team."_s);
        row(
            "token address", false, [](ProfileDraft &d) { d.profile.client.tokenEndpoint.clear(); },
            ProfileField::TokenEndpoint, u"This request needs a token address."_s);
        row(
            "client id", false, [](ProfileDraft &d) { d.profile.client.clientId.clear(); },
            ProfileField::ClientId, u"This request needs a client id."_s);
        row(
            "secret", false, [](ProfileDraft &d) { d.secrets = {}; }, ProfileField::ClientSecret,
            u"This request needs a client secret, or another way to prove the client."_s);
        row(
            "grant type", false, [](ProfileDraft &d) { d.profile.client.grantType.clear(); },
            ProfileField::GrantType, u"This request needs a grant type."_s);
        row(
            "no private key", false,
            [](ProfileDraft &d) {
                d.profile.client.authentication = ClientAuthenticationMethod::PrivateKeyJwt;
            },
            ProfileField::PrivateKey, u"This request needs a private key."_s);
        row(
            "parameter twice", false,
            [](ProfileDraft &d) {
                d.profile.client.extraParameters = { { .name = u"grant_type"_s, .value = u"x"_s } };
            },
            ProfileField::ExtraParameters, u"“grant_type”: It would stand twice in the request."_s);
        row(
            "number that is none", false,
            [](ProfileDraft &d) {
                d.profile.client.extraParameters = {
                    { .name = u"n"_s, .value = u"x"_s, .type = ParameterType::Number }
                };
            },
            ProfileField::ExtraParameters, u"“n”: It is not a number."_s);
        row(
            "header of ours", false,
            [](ProfileDraft &d) {
                d.profile.client.headers = { { u"Host"_s, u"x"_s, false } };
            },
            ProfileField::Headers,
            u"The header \"Host\" cannot be sent. Names are letters, digits and dashes, values "
            u"have "
            "no line breaks, and Host, Content-Length, Transfer-Encoding and Connection are "
            "Mintmark's own."_s);
    }
    void blocksFetchOnly()
    {
        QFETCH(bool, sage);
        QFETCH(Edit, edit);
        QFETCH(ProfileField, field);
        QFETCH(QString, text);
        ProfileDraft draft = sage ? sageDraft() : genericDraft();
        edit(draft);
        const QList<FieldFinding> findings = validateProfile(draft, {});
        QCOMPARE(said(findings), { text });
        QCOMPARE(findings[0].field, field);
        QCOMPARE(findings[0].level, FindingLevel::BlocksFetch);
        QVERIFY(!mintmark::blocksSave(findings));
        QVERIFY(mintmark::blocksFetch(findings));
    }

    void needsNoSecretWithoutProof()
    {
        ProfileDraft draft = genericDraft();
        draft.secrets = {};
        draft.profile.client.authentication = ClientAuthenticationMethod::None;
        QCOMPARE(said(validateProfile(draft, {})), {});
    }

    /// Cleared from memory is not empty: it is still in the keychain.
    void countsASavedSecret()
    {
        ProfileDraft draft = sageDraft();
        draft.secrets = {};
        draft.profile.secretSummary.characters = 30;
        QCOMPARE(said(validateProfile(draft, {})), {});
        draft.secretReplaced = true;
        QVERIFY(blocksFetch(validateProfile(draft, {})));
    }
};


MINTMARK_TEST(tst_requestfindings, TestRequestFindings)

#include "tst_requestfindings.moc"
