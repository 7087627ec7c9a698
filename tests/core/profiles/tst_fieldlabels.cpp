// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/fieldlabels.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::paste;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(mintmark::paste::Field)

class TestFieldLabels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Field>("field");
        const auto row = [](const QString &text, Field field) {
            QTest::newRow(qPrintable(text)) << text << field;
        };
        for (const QString &text : { u"Client-ID"_s,
                                     u"ClientID"_s,
                                     u"CLIENT_ID"_s,
                                     u"clientId"_s,
                                     u"client id"_s,
                                     u"Your client ID"_s,
                                     u"Kunden-ID (client_id)"_s,
                                     u"Application (client) ID"_s,
                                     u"Anwendungs-ID (Client)"_s,
                                     u"ID de client"_s,
                                     u"Identifiant du client"_s,
                                     u"L’identifiant client"_s,
                                     u"ID del cliente"_s,
                                     u"ID do cliente"_s,
                                     u"Identificador do cliente"_s,
                                     u"ID client"_s,
                                     u"Consumer Key"_s,
                                     u"spring.client.acme.client-id"_s,
                                     u"**Client ID**"_s,
                                     u"Sage Client ID"_s,
                                     u"Client ID (please keep)"_s,
                                     u"client_id"_s })
            row(text, Field::ClientId);
        for (const QString &text :
             { u"Client secret"_s, u"clientSecret"_s, u"ACME_CLIENT_SECRET"_s,
               u"Geheimer Clientschlüssel"_s, u"Client-Geheimnis"_s, u"Clientgeheimnis"_s,
               u"Secret client"_s, u"Clé secrète client"_s, u"Clé secrète du client"_s,
               u"Secreto de cliente"_s, u"Secreto del cliente"_s, u"Segredo do cliente"_s,
               u"Segreto client"_s, u"Client secret value"_s, u"New client secret"_s,
               u"Consumer secret"_s })
            row(text, Field::ClientSecret);
        for (const QString &text : { u"Audience"_s, u"aud"_s, u"Zielgruppe"_s, u"Audiencia"_s,
                                     u"Audiência"_s, u"API Identifier"_s })
            row(text, Field::Audience);
        for (const QString &text :
             { u"Token-URL"_s, u"Token endpoint"_s, u"tokenUrl"_s, u"accessTokenUrl"_s,
               u"URL du jeton"_s, u"Token-Endpunkt"_s, u"OAuth 2.0 token endpoint (v2)"_s,
               u"URL del token"_s, u"URL do token"_s, u"token_uri"_s, u"URL du jeton d’accès"_s,
               u"Endpoint del token"_s })
            row(text, Field::TokenEndpoint);
        row(u"Geltungsbereich"_s, Field::Scope);
        row(u"Portée"_s, Field::Scope);
        row(u"Tipo de concesión"_s, Field::GrantType);
        row(u"Umgebung"_s, Field::Environment);
        row(u"Content-Type"_s, Field::Body);
        row(u"token_endpoint_auth_method"_s, Field::Authentication);
    }
    void knows()
    {
        QFETCH(const QString, text);
        QFETCH(const Field, field);
        const auto label = readLabel(text);
        QVERIFY(label.has_value());
        QCOMPARE(label->field, field);
        QVERIFY(!label->weak);
        QVERIFY(mayEndLabel(text));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             { u"Client secret expires"_s, u"Old client secret"_s, u"Client secret ID"_s,
               u"client_secret_expires_at"_s, u"Altes Client-Geheimnis"_s,
               u"Client secret (expired)"_s, u"Tenant ID"_s, u"Object ID"_s, u"Password"_s,
               u"WEBHOOK_CLIENT_SECRET"_s, u"redirect_uri"_s, u"client_name"_s,
               u"AWS_SECRET_ACCESS_KEY"_s, u"access_token"_s, u"Customer"_s, u""_s, u"-"_s })
            QTest::newRow(qPrintable(text)) << text;
    }
    void refuses()
    {
        QFETCH(const QString, text);
        QVERIFY(!readLabel(text).has_value());
    }

    void takesEnvironmentAndQualifierApart()
    {
        const auto label = readLabel(u"Client ID (Sandbox)");
        QVERIFY(label.has_value());
        QCOMPARE(label->environment, Environment::Sandbox);
        QCOMPARE(label->environmentWord, u"Sandbox"_s);
        QVERIFY(label->qualifier.isEmpty());

        const auto constant = readLabel(u"ACME_PROD_CLIENT_SECRET");
        QVERIFY(constant.has_value());
        QCOMPARE(constant->environment, Environment::Production);
        QCOMPARE(constant->qualifier.trimmed(), u"acme"_s);
        QVERIFY(constant->code);

        QVERIFY(readLabel(u"Token URL for both")->shared);
        QVERIFY(!readLabel(u"Client-ID")->code);
    }

    void wantsCompanyForShortWords()
    {
        for (const QString &text :
             { u"ID"_s, u"Secret"_s, u"Secreto"_s, u"Kunden-ID"_s, u"Geheimnis"_s }) {
            const auto label = readLabel(text);
            QVERIFY2(label.has_value(), qPrintable(text));
            QVERIFY2(label->weak, qPrintable(text));
        }
    }
};

MINTMARK_TEST(tst_fieldlabels, TestFieldLabels)
#include "tst_fieldlabels.moc"
