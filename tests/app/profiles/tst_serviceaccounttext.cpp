// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/serviceaccounttext.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestServiceAccountText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// As the console of Google writes it, with all its members.
    void wholeFile()
    {
        const QByteArray file =
            R"({"type": "service_account", "project_id": "acme-orders", "private_key_id": "0f3c",)"
            "\n"
            R"("private_key": "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n",)"
            R"("client_email": "orders@acme-orders.iam.gserviceaccount.com", "client_id": "1048576",)"
            R"("auth_uri": "https://accounts.google.com/o/oauth2/auth",)"
            R"("token_uri": "https://oauth2.googleapis.com/token"})";
        const std::optional<ServiceAccount> account =
            serviceAccountIn(u"\n "_s + QString::fromUtf8(file) + u'\n');
        QVERIFY(account);
        QCOMPARE(account->email, u"orders@acme-orders.iam.gserviceaccount.com"_s);
        QCOMPARE(account->tokenEndpoint, u"https://oauth2.googleapis.com/token"_s);
        QCOMPARE(account->keyId, u"0f3c"_s);
    }

    void otherTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("the \"service_account\" is orders@acme.example");
        QTest::newRow("no key") << QByteArray(R"({"type":"service_account","client_email":"a@b"})");
        QTest::newRow("key is no text")
            << QByteArray(R"({"type":"service_account","client_email":"a@b","private_key":{}})");
        QTest::newRow("no account") << QByteArray(R"({"type":"service_account","private_key":"k"})");
        QTest::newRow("user's credentials")
            << QByteArray(R"({"type":"authorized_user","client_email":"a@b","private_key":"k",)"
               R"("note":"service_account"})");
        QTest::newRow("member twice")
            << QByteArray(R"({"type":"service_account","client_email":"a@b","client_email":"c@d",)"
               R"("private_key":"k"})");
        QTest::newRow("inside") << QByteArray(R"([{"type":"service_account","client_email":"a@b",)"
                                   R"("private_key":"k"}])");
        QTest::newRow("cut off")
            << QByteArray(R"({"type":"service_account","client_email":"a@b","private_key":"k")");
        QTest::newRow("too long") << QByteArray(R"({"type":"service_account","client_email":"a@b",)"
                                     R"("private_key":"k"})")
                + QByteArray(64 * 1024, ' ');
    }
    void otherTexts()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!serviceAccountIn(QString::fromUtf8(text)));
    }
};

MINTMARK_TEST(tst_serviceaccounttext, TestServiceAccountText)

#include "tst_serviceaccounttext.moc"
