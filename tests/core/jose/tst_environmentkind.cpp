// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/environmentkind.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

using Kind = std::optional<EnvironmentKind>;

class TestEnvironmentKind : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void classifies_data();
    void classifies();
};

void TestEnvironmentKind::classifies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    const Kind production = EnvironmentKind::Production;
    const Kind other = EnvironmentKind::Other;
    const auto row = [](const QString &text, Kind kind) {
        QTest::newRow(qPrintable(text)) << text << kind;
    };
    row(u"production"_s, production);
    row(u"PROD"_s, production);
    row(u"sbca-za-prd/PUBLIC-API-RESELLERS"_s, production);
    row(u"https://live.api.example.com/"_s, production);
    row(u"sandbox"_s, other);
    row(u"api_sbx"_s, other);
    row(u"https://id.test.example.com"_s, other);
    row(u"payments-uat"_s, other);
    row(u"x.stage.y"_s, other);
    row(u"staging"_s, other);
    row(u"dev"_s, other);
    row(u"development"_s, other);
    row(u"int"_s, other);
    row(u"nonprod"_s, other);
    row(u"api-non-prod"_s, other);
    row(u"pre-production"_s, other);
    row(u""_s, {});
    row(u"s200ukipd/sage200"_s, {});
    row(u"https://id.sage.com/"_s, {});
    row(u"product-api"_s, {});
    row(u"delivery"_s, {});
    row(u"latest"_s, {});
    row(u"integer"_s, {});
    row(u"olive"_s, {});
    row(u"prod and test"_s, {});
}

void TestEnvironmentKind::classifies()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    QVERIFY(environmentKind(text) == kind);
}

MINTMARK_TEST(tst_environmentkind, TestEnvironmentKind)
#include "tst_environmentkind.moc"
