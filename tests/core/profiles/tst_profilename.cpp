// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profilename.h"

#include "base/errorcatalogue.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

ProfileListing listing(const QString &customer, const QString &name,
                       Environment environment = Environment::None, const QString &alias = {})
{
    ProfileListing result;
    result.id = QUuid::createUuidV5(QUuid(), customer + u'|' + name + u'|' + wireName(environment));
    result.customer = customer;
    result.name = name;
    result.environment = environment;
    result.alias = alias;
    return result;
}

const ProfileListing acmeProduction =
    listing(u"Acme"_s, u"Payments Out"_s, Environment::Production);
const ProfileListing acmeSandbox =
    listing(u"Acme"_s, u"Payments Out"_s, Environment::Sandbox, u"po sbx"_s);
const ProfileListing globex = listing(u"Globex – Nord"_s, u"Intacct"_s, Environment::Test);
const ProfileListing bare = listing({}, u"intacct"_s);
const ProfileListing strange = listing(u"A/B"_s, u"me@home"_s);
const QList<ProfileListing> all { acmeProduction, acmeSandbox, globex, bare, strange };

} // namespace

class TestProfileName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsOne_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QUuid>("id");
        const auto row = [](const char *title, const QString &name, const ProfileListing &found) {
            QTest::newRow(title) << name << found.id;
        };
        row("full", u"acme/payments-out@production"_s, acmeProduction);
        row("as displayed", u"Acme/Payments Out@sandbox"_s, acmeSandbox);
        row("upper case", u"ACME/PAYMENTS-OUT@SANDBOX"_s, acmeSandbox);
        row("many spaces and dashes", u" acme / payments - - out @ sandbox "_s, acmeSandbox);
        row("without the customer", u"payments out@sandbox"_s, acmeSandbox);
        row("another dash, no-break space",
            u"acme/payments\u2013out@sand\u200bbox"_s.remove(u'\u200b'), acmeSandbox);
        row("a dash of its own", u"globex nord/intacct"_s, globex);
        row("customer and name", u"globex-nord/Intacct"_s, globex);
        row("alias", u"PO-SBX"_s, acmeSandbox);
        row("full match before partial", u"Intacct"_s, bare);
        row("separators in names", u"a/b/me@home"_s, strange);
        row("id", acmeSandbox.id.toString(QUuid::WithoutBraces), acmeSandbox);
        row("id in braces, upper case", globex.id.toString().toUpper(), globex);
    }
    void findsOne()
    {
        QFETCH(const QString, name);
        QFETCH(const QUuid, id);
        const Result<ProfileListing> found = findProfile(all, name);
        QVERIFY2(found.ok(), qPrintable(name));
        QCOMPARE(found->id, id);
    }

    void everyCommandLineNameFindsItsProfile()
    {
        for (const ProfileListing &profile : all) {
            QCOMPARE(findProfile(all, commandLineName(profile)).value(), profile);
            QCOMPARE(findProfile(all,
                                 displayName(profile).replace(u" · "_s, u"/"_s)
                                     + (profile.environment == Environment::None
                                            ? QString()
                                            : u'@' + wireName(profile.environment)))
                         .value(),
                     profile);
        }
    }

    void refusesWhatIsNotThere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("spaces") << u"  "_s;
        QTest::newRow("part of a name") << u"payments"_s;
        QTest::newRow("other environment") << u"acme/payments-out@test"_s;
        QTest::newRow("customer alone") << u"acme"_s;
        QTest::newRow("run together") << u"paymentsout"_s;
        QTest::newRow("null id") << u"00000000-0000-0000-0000-000000000000"_s;
    }
    void refusesWhatIsNotThere()
    {
        QFETCH(const QString, name);
        const Result<ProfileListing> found = findProfile(all, name);
        QVERIFY(!found.ok());
        QCOMPARE(found.error().code, ErrorCode::NoSuchProfile);
        QCOMPARE(found.error().argument(u"name"), name);
    }

    void namesTheCandidates()
    {
        const Error error = findProfile(all, u"Payments-Out"_s).error();
        QCOMPARE(error.code, ErrorCode::AmbiguousProfile);
        QCOMPARE(errorText(error).cause,
                 u"\"Payments-Out\" fits 2 profiles. Say which: acme/payments-out@production, "
                 "acme/payments-out@sandbox"_s);
    }

    void shortensALongListOfCandidates()
    {
        QList<ProfileListing> many;
        for (int i = 0; i < 412; ++i)
            many << listing(u"Customer %1"_s.arg(i, 3, 10, QChar(u'0')), u"Payments Out"_s);
        const Error error = findProfile(many, u"payments-out"_s).error();
        QCOMPARE(error.argument(u"count"), u"412"_s);
        QCOMPARE(
            error.argument(u"candidates"),
            u"customer-000/payments-out, customer-001/payments-out, customer-002/payments-out, "
            "customer-003/payments-out, customer-004/payments-out, …"_s);
        QVERIFY(findProfile(many, u"customer 7/payments out"_s).error().code
                == ErrorCode::NoSuchProfile);
        QCOMPARE(findProfile(many, u"customer 007/payments out"_s).value(), many[7]);
    }

    void deletedProfilesDoNotCount()
    {
        ProfileListing deleted = acmeSandbox;
        deleted.deletedAtMs = 1;
        const QList<ProfileListing> rest { acmeProduction, deleted };
        QCOMPARE(findProfile(rest, u"payments-out"_s).value(), acmeProduction);
        QCOMPARE(findProfile(rest, u"po-sbx"_s).error().code, ErrorCode::NoSuchProfile);
        QCOMPARE(findProfile(rest, deleted.id.toString()).error().code, ErrorCode::NoSuchProfile);
    }

    void writesNames()
    {
        QCOMPARE(commandLineName(acmeSandbox), u"acme/payments-out@sandbox"_s);
        QCOMPARE(commandLineName(globex), u"globex-nord/intacct@test"_s);
        QCOMPARE(commandLineName(bare), u"intacct"_s);
        QCOMPARE(displayName(acmeSandbox), u"Acme · Payments Out"_s);
        QCOMPARE(displayName(bare), u"intacct"_s);
        QCOMPARE(environmentName(Environment::Development), u"Development"_s);
        QCOMPARE(environmentName(Environment::None), QString());
    }

    void parses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("customer");
        QTest::addColumn<QString>("parsed");
        QTest::addColumn<QString>("environment");
        QTest::newRow("all") << u"Acme/Payments Out@sandbox"_s << u"Acme"_s << u"Payments Out"_s
                             << u"sandbox"_s;
        QTest::newRow("name") << u"payments-out"_s << u""_s << u"payments-out"_s << u""_s;
        QTest::newRow("spaces") << u"  Acme  Ltd / Pay   Out @ TEST "_s << u"Acme Ltd"_s
                                << u"Pay Out"_s << u"test"_s;
        QTest::newRow("later slash") << u"Acme/In/Out"_s << u"Acme"_s << u"In/Out"_s << u""_s;
    }
    void parses()
    {
        QFETCH(const QString, name);
        const Result<ParsedName> parsed = parseProfileName(name);
        QVERIFY(parsed.ok());
        QTEST(parsed->customer, "customer");
        QTEST(parsed->name, "parsed");
        QTEST(wireName(parsed->environment), "environment");
    }

    void refusesNamesNobodyCouldSay_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             { u""_s, u" "_s, u"-"_s, u"Acme/"_s, u"/Payments"_s, u"a@"_s, u"a@prod"_s,
               u"me@home"_s, u"@test"_s, u"a\nb"_s, u"a\u2028b"_s, u"\u001b[31m"_s })
            QTest::addRow("<%s>", qPrintable(name)) << name;
    }
    void refusesNamesNobodyCouldSay()
    {
        QFETCH(const QString, name);
        const Result<ParsedName> parsed = parseProfileName(name);
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().code, ErrorCode::ProfileInvalid);
        QVERIFY(!parsed.error().argument(u"field").isEmpty());
        QVERIFY(!parsed.error().argument(u"detail").isEmpty());
    }

    void tellsRivals()
    {
        QVERIFY(
            isSameName(acmeSandbox, listing(u"ACME"_s, u"payments-out"_s, Environment::Sandbox)));
        QVERIFY(!isSameName(acmeSandbox, acmeProduction));
        QVERIFY(!isSameName(bare, globex));
        QVERIFY(isSameAlias(acmeSandbox, listing(u"x"_s, u"y"_s, {}, u"PO  SBX"_s)));
        QVERIFY(!isSameAlias(bare, strange)); // neither has one
    }
};

MINTMARK_TEST(tst_profilename, TestProfileName)
#include "tst_profilename.moc"
