// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/publishedfields.h"

#include "drafts.h"
#include "editorrig.h"


using namespace mintmark;
using namespace mintmark::test;

using Method = ClientAuthenticationMethod;

namespace {

ServerMetadata metadata()
{
    ServerMetadata metadata;
    metadata.issuer = u"https://id.example.com/tenant"_s;
    metadata.tokenEndpoint = u"https://id.example.com/tenant/token"_s;
    metadata.jwksUri = u"https://id.example.com/keys"_s;
    metadata.introspectionEndpoint = u"https://id.example.com/introspect"_s;
    metadata.revocationEndpoint = u"https://id.example.com/revoke"_s;
    return metadata;
}

} // namespace

class TestPublishedFields : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesWhatIsNotPublished()
    {
        Profile profile = genericDraft().profile;
        profile.jwksUri = u"https://keys.example.com/"_s;
        ServerMetadata published = metadata();
        published.jwksUri.clear();
        const PublishedFields fields = PublishedFields::from(published, profile);
        fields.writeTo(profile);
        QCOMPARE(profile.jwksUri, u"https://keys.example.com/"_s);
        QCOMPARE(profile.issuer, u"https://id.example.com/tenant"_s);
        QCOMPARE(profile.client.tokenEndpoint, u"https://id.example.com/tenant/token"_s);
        QCOMPARE(profile.introspectionEndpoint, u"https://id.example.com/introspect"_s);
        QCOMPARE(profile.revocationEndpoint, u"https://id.example.com/revoke"_s);
    }

    void refusesWhatIsNoAddress()
    {
        ServerMetadata published = metadata();
        published.tokenEndpoint = u"http://id.example.com/token"_s;
        published.revocationEndpoint = u"javascript:alert(1)"_s;
        const Profile profile = genericDraft().profile;
        const PublishedFields fields = PublishedFields::from(published, profile);
        QCOMPARE(fields.tokenEndpoint, profile.client.tokenEndpoint);
        QCOMPARE(fields.revocationEndpoint, QString());
        QCOMPARE(fields.unusable, (QStringList { u"token address"_s, u"revocation"_s }));
    }

    void knowsTheMethods()
    {
        ServerMetadata published = metadata();
        QVERIFY(supportedMethods(published).isEmpty());
        published.tokenEndpointAuthMethods = { u"private_key_jwt"_s, u"some_new_one"_s,
                                               u"client_secret_basic"_s };
        QCOMPARE(supportedMethods(published),
                 (QList { Method::PrivateKeyJwt, Method::ClientSecretBasic }));
    }

    /// Only what the server takes can be chosen; what is set and not taken is said, with a way out.
    void offersWhatTheServerTakes()
    {
        EditorRig rig;
        rig.editor.startNew();
        rig.fillSage(u"Kz8-canary-Wq41-mint-Lp07-Qx9A"_s);
        ServerMetadata published = metadata();
        published.tokenEndpointAuthMethods = { u"client_secret_basic"_s };
        rig.editor.showMetadata(published);
        QComboBox *proof = rig.choice(u"Client proof"_s);
        QVERIFY(proof->isVisible());
        QCOMPARE(rig.message(proof), u"id.example.com does not take client_secret_post."_s);
        // Encoded and not, and what is set.
        QCOMPARE(namesIn(proof),
                 QStringList({ u"client_secret_post"_s, u"client_secret_basic"_s,
                               u"client_secret_basic"_s }));
        rig.button(u"Use client_secret_basic"_s)->click();
        QVERIFY(proof->currentText().contains(u"client_secret_basic"_s));
        QVERIFY(!rig.message(proof).contains(u"does not take"_s));
        QCOMPARE(namesIn(proof), QStringList(2, u"client_secret_basic"_s));
        QCOMPARE(rig.secret()->length(), 30);

        rig.editor.startNew();
        QCOMPARE(namesIn(proof).size(), 8);
    }

private:
    /// As the standards call what can be chosen.
    static QStringList namesIn(const QComboBox *box)
    {
        QStringList names;
        for (int i = 0; i < box->count(); ++i)
            names << box->itemText(i).section(u" · "_s, -1);
        return names;
    }
};

MINTMARK_TEST(tst_publishedfields, TestPublishedFields)

#include "tst_publishedfields.moc"
