// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/interception.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

class TestInterception : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QStringList>("authorities");
        QTest::addColumn<bool>("intercepted");
        const auto add = [](const QString &host, const QStringList &authorities, bool intercepted) {
            QTest::addRow("%s, %s", qPrintable(host), qPrintable(authorities.join(u'/')))
                << host << authorities << intercepted;
        };
        add(u"id.acme.test"_s, { u"Acme Corp Proxy CA"_s }, true);
        add(u"id.acme.test"_s, { u"Acme"_s, u"FortiGate CA"_s }, true);
        add(u"id.acme.test"_s, { u"SSL Inspection"_s }, true);
        add(u"id.acme.test"_s, { u"PortSwigger CA"_s }, true);
        add(u"id.acme.test"_s, { u"Acme Root"_s }, false);
        add(u"localhost"_s, { u"Root"_s }, false);
        add(u"10.1.2.3"_s, {}, false);
        add(u"id.sage.com"_s, { u"Acme Root"_s }, true);
        add(u"sage.com"_s, { u"Acme Root"_s }, true);
        add(u"login.microsoftonline.com"_s, { u"Acme Root"_s }, true);
        add(u"acme.eu.auth0.com"_s, { u"Acme Root"_s }, true);
        // Only whole labels count.
        add(u"mysage.com"_s, { u"Acme Root"_s }, false);
        add(u"sage.com.acme.test"_s, { u"Acme Root"_s }, false);
    }
    void names()
    {
        QFETCH(const QString, host);
        QFETCH(const QStringList, authorities);
        QFETCH(const bool, intercepted);
        QCOMPARE(looksIntercepted(host, authorities), intercepted);
    }
};

MINTMARK_TEST(tst_interception, TestInterception)

#include "tst_interception.moc"
