// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/placeholders.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::paste;
using namespace Qt::StringLiterals;

class TestPlaceholders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knows_data()
    {
        QTest::addColumn<QString>("value");
        for (const QString &value : { u"<secret>"_s,
                                      u"{clientSecret}"_s,
                                      u"{{client_secret}}"_s,
                                      u"${CLIENT_ID}"_s,
                                      u"$CLIENT_ID"_s,
                                      u"%CLIENT_ID%"_s,
                                      u"$env:CLIENT_ID"_s,
                                      u"YOUR_CLIENT_ID"_s,
                                      u"your-client-secret"_s,
                                      u"YourClientId"_s,
                                      u"<YOUR_DOMAIN>"_s,
                                      u"********"_s,
                                      u"****Qx9A"_s,
                                      u"••••••••"_s,
                                      u"xxxx-xxxx"_s,
                                      u"xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"_s,
                                      u"00000000-0000-0000-0000-000000000000"_s,
                                      u"8sHd…Qx9A"_s,
                                      u"8sHd..."_s,
                                      u"TBD"_s,
                                      u"n/a"_s,
                                      u"changeme"_s,
                                      u"REPLACE_ME"_s,
                                      u"insert-secret-here"_s,
                                      u"ihre-client-id"_s,
                                      u"client_secret"_s,
                                      u"[redacted]"_s,
                                      u"https://{tenant}.example/oauth/token"_s,
                                      u"https://YOUR_DOMAIN/oauth/token"_s,
                                      u"process.env.SECRET"_s })
            QTest::newRow(qPrintable(value)) << value;
    }
    void knows()
    {
        QFETCH(const QString, value);
        QVERIFY(isPlaceholder(value));
    }

    void leavesValues_data()
    {
        QTest::addColumn<QString>("value");
        for (const QString &value :
             { u"k1Jq0vR3tYpWm8ZsBcNdLxQeHuAfdPqE"_s, u"6731de76-14a6-49ae-97bc-6eba6914391e"_s,
               u"s200ukipd/sage200"_s, u"https://id.sage.com/oauth/token"_s,
               u"kQr8Q~mW3vX5zB7nP9sD1fG4hJ6kL8tY0uI2oE-a"_s, u"p@ss$word#42!x"_s,
               u"acme-payments-out"_s, u"Aa1$Bb2{Cc3"_s, u"aGVsbG8="_s, u""_s })
            QTest::newRow(qPrintable(value)) << value;
    }
    void leavesValues()
    {
        QFETCH(const QString, value);
        QVERIFY(!isPlaceholder(value));
    }
};

MINTMARK_TEST(tst_placeholders, TestPlaceholders)
#include "tst_placeholders.moc"
