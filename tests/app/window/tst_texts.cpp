// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/texts.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

class TestTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countedInTheRightNumber_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("C") << QLocale::c();
        QTest::newRow("English") << QLocale(u"en_GB"_s);
        QTest::newRow("a language there are no texts in") << QLocale(u"de_DE"_s);
    }
    void countedInTheRightNumber()
    {
        QFETCH(QLocale, locale);
        const QLocale usual;
        QLocale::setDefault(locale);
        QCoreApplication &application = *QCoreApplication::instance();
        installTexts(application); // beside those the tests began with
        QLocale::setDefault(usual);
        const std::unique_ptr<QTranslator> texts(application.findChildren<QTranslator *>().last());
        const auto headers = [&](int count) {
            return texts->translate("mintmark::RequestGroup", "%n headers", nullptr, count);
        };
        QCOMPARE(headers(0), u"%n headers"_s);
        QCOMPARE(headers(1), u"%n header"_s);
        QCOMPARE(headers(2), u"%n headers"_s);
        QCOMPARE(QCoreApplication::translate("mintmark::RequestGroup", "%n headers", nullptr, 1), u"1 header"_s);
    }
};

MINTMARK_TEST(tst_texts, TestTexts)
#include "tst_texts.moc"
