// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimsmodel.h"

#include "app/tokens/claimsearch.h"
#include "support/cputimer.h"
#include "support/testmain.h"
#include "tokenexamples.h"

#include <QAbstractItemModelTester>

using namespace mintmark;
using namespace mintmark::test;
using Place = RegisteredName::Place;

class TestClaimsModel : public QObject
{
    Q_OBJECT

    static QModelIndex find(const ClaimsModel &model, Place place, const QString &name, int column)
    {
        const QModelIndex group = model.group(place);
        for (int row = 0; row < model.rowCount(group); ++row) {
            if (model.index(row, 0, group).data().toString() == name)
                return model.index(row, column, group);
        }
        return {};
    }
    static QString exact(const ClaimsModel &model, const QString &name)
    {
        return find(model, Place::Claims, name, 1).data(ClaimsModel::ExactTextRole).toString();
    }
    static QString meaning(const ClaimsModel &model, const QString &name)
    {
        return find(model, Place::Claims, name, 2).data().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        QLocale::setDefault(QLocale(QLocale::English));
    }

    void keepsTheTokensOrder()
    {
        ClaimsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setToken(sageToken(), {}, sageContext(), exampleNowMs);
        const QModelIndex claims = model.group(Place::Claims);
        QStringList names;
        for (int row = 0; row < model.rowCount(claims); ++row)
            names << model.index(row, 0, claims).data().toString();
        QCOMPARE(names.join(u' '),
                 u"iss aud exp iat azp scope organisationId sourceProduct gty Header"_s);
        QCOMPARE(model.index(model.group(Place::Header).row(), 1).data().toString(),
                 u"alg RS256 · kid 757b50fd · typ JWT"_s);
    }

    void saysWhatClaimsMean_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("meaning");
        QTest::newRow("issuer") << u"iss"_s << u"Issuer: who made this token"_s;
        QTest::newRow("audience") << u"aud"_s
                                  << u"Audience: the API it is for · as in the profile"_s;
        QTest::newRow("client") << u"azp"_s << u"Client it was issued to · as in the profile"_s;
        QTest::newRow("expiry") << u"exp"_s << u"Expires 18:12:04 · in 7 h 42 min"_s;
        QTest::newRow("issued") << u"iat"_s << u"Issued 10:12:04 · 17 min ago"_s;
        QTest::newRow("scopes") << u"scope"_s << u"2 scopes"_s;
        QTest::newRow("vendor") << u"organisationId"_s << u"Organisation (Sage)"_s;
    }
    void saysWhatClaimsMean()
    {
        QFETCH(QString, name);
        QFETCH(QString, meaning);
        ClaimsModel model;
        model.setToken(sageToken(), {}, sageContext(), exampleNowMs);
        QCOMPARE(this->meaning(model, name), meaning);
    }

    void comparesWithTheProfile()
    {
        ClaimsModel model;
        const auto token = parsed(jwsBytes(R"({"aud":["one","two"],"iss":"x"})"));
        model.setToken(token, {}, { u"two"_s, u"https://y"_s, {}, {} }, exampleNowMs);
        QCOMPARE(meaning(model, u"aud"_s),
                 u"Audience: the API it is for · as in the profile · 2 values"_s);
        QCOMPARE(meaning(model, u"iss"_s),
                 u"Issuer: who made this token · the profile says https://y"_s);
        model.setToken(token, {}, {}, exampleNowMs);
        QCOMPARE(meaning(model, u"iss"_s), u"Issuer: who made this token"_s);
    }

    void copiesExactValues()
    {
        const QByteArray payload = "{\"n\":10000000000000000999,\"f\":1.10,\"e\":1E400,\"z\":-0,"
                                   "\"bidi\":\"a\xE2\x80\xAE\xE2\x80\x8B"
                                   "b\",\"esc\":\"\\u0041\\n\",\"o\":{\"k\" : [1, 2.50]},"
                                   "\"t\":true,\"nul\":null,\"lone\":\"\\ud800\",\"\":\"no name\"}";
        ClaimsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setToken(parsed(jwsBytes(payload)), {}, {}, exampleNowMs);
        QCOMPARE(exact(model, u"n"_s), u"10000000000000000999"_s);
        QCOMPARE(exact(model, u"f"_s), u"1.10"_s);
        QCOMPARE(exact(model, u"e"_s), u"1E400"_s);
        QCOMPARE(exact(model, u"z"_s), u"-0"_s);
        QCOMPARE(exact(model, u"bidi"_s), u"a\u202E\u200Bb"_s);
        QCOMPARE(exact(model, u"esc"_s), u"A\n"_s);
        QCOMPARE(exact(model, u"o"_s), u"{\"k\" : [1, 2.50]}"_s);
        QCOMPARE(exact(model, u"t"_s), u"true"_s);
        QCOMPARE(exact(model, u"nul"_s), u"null"_s);
        QCOMPARE(exact(model, u"lone"_s), u"\"\\ud800\""_s);
        QCOMPARE(exact(model, u"\"\""_s), u"no name"_s);
        const QModelIndex number = find(model, Place::Claims, u"n"_s, 1);
        QCOMPARE(number.data().toString(), u"10000000000000000999"_s);
        QCOMPARE(number.data(ClaimsModel::ExactMemberRole).toString(),
                 u"\"n\":10000000000000000999"_s);
        const QModelIndex bidi = find(model, Place::Claims, u"bidi"_s, 1);
        QCOMPARE(bidi.data().toString(), u"a\\u{202E}\\u{200B}b"_s);
        QVERIFY(bidi.data(ClaimsModel::EscapedRole).toBool());
        QVERIFY(!bidi.siblingAtColumn(0).data(ClaimsModel::EscapedRole).toBool());
        model.setToken(parsed(jwsBytes("{\"admin\\u200b\":true}")),
                       { { CheckCode::UnsafeText, Severity::Warning, u"Hidden."_s } }, {},
                       exampleNowMs);
        const QModelIndex name = model.index(0, 0);
        QCOMPARE(name.data().toString(), u"admin\\u{200B}"_s);
        QVERIFY(name.data(ClaimsModel::EscapedRole).toBool());
        QVERIFY(!name.siblingAtColumn(1).data(ClaimsModel::EscapedRole).toBool());
        QVERIFY(name.data(ClaimsModel::SeverityRole).isValid());
    }

    void opensContainers()
    {
        ClaimsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setToken(parsed(jwsBytes(R"({"cnf":{"jwk":{"kty":"EC"}},"amr":["pwd","otp"]})")), {},
                       {}, exampleNowMs);
        const QModelIndex amr = find(model, Place::Claims, u"amr"_s, 0);
        QCOMPARE(model.rowCount(amr), 2);
        QCOMPARE(model.index(1, 0, amr).data().toString(), u"2"_s);
        QCOMPARE(model.index(1, 1, amr).data().toString(), u"otp"_s);
        const QModelIndex cnf = find(model, Place::Claims, u"cnf"_s, 0);
        const QModelIndex jwk = model.index(0, 0, cnf);
        QCOMPARE(jwk.data().toString(), u"jwk"_s);
        QCOMPARE(model.index(0, 1, jwk).data().toString(), u"EC"_s);
        QCOMPARE(model.index(0, 2, jwk).data().toString(), QString());
        QCOMPARE(model.parent(jwk), cnf);
    }

    /// Nothing a token says may be taken for markup, in tool tips least of all.
    void staysPlainText()
    {
        const QByteArray payload = "{\"name\":\"<b>x</b><img src=http://a/>\",\"<i>k</i>\":1}";
        ClaimsModel model;
        model.setToken(parsed(jwsBytes(payload)), {}, {}, exampleNowMs);
        const QModelIndex name = find(model, Place::Claims, u"name"_s, 1);
        QCOMPARE(name.data().toString(), u"<b>x</b><img src=http://a/>"_s);
        const QString tip = name.data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"&lt;b&gt;x&lt;/b&gt;&lt;img"_s));
        QVERIFY(!tip.contains(u"<img"_s) && !tip.contains(u"<b>"_s));
        const QModelIndex odd = find(model, Place::Claims, u"<i>k</i>"_s, 0);
        QVERIFY(odd.isValid());
        QVERIFY(!odd.data(Qt::ToolTipRole).toString().contains(u"<i>"_s));
    }

    void marksWhatWasFound()
    {
        ClaimsModel model;
        const auto token = parsed(
            jwsBytes(R"({"exp":1,"x":1,"x":2,"u":"\u202e","sub":"a"})", R"({"alg":"none"})"));
        const QList<TokenCheck> checks {
            { CheckCode::Expired, Severity::Warning, u"Late."_s },
            { CheckCode::LongLifetime, Severity::Info, u"Long."_s },
            { CheckCode::AlgorithmNone, Severity::Error, u"Not signed."_s },
            { CheckCode::DuplicateMember, Severity::Error, u"Twice."_s },
            { CheckCode::UnsafeText, Severity::Warning, u"Unsafe."_s },
        };
        model.setToken(token, checks, {}, exampleNowMs);
        const auto severity = [&](Place place, const QString &name) {
            return find(model, place, name, 1).data(ClaimsModel::SeverityRole);
        };
        QCOMPARE(severity(Place::Claims, u"exp"_s).toInt(), static_cast<int>(Severity::Warning));
        QCOMPARE(severity(Place::Header, u"alg"_s).toInt(), static_cast<int>(Severity::Error));
        QCOMPARE(severity(Place::Claims, u"x"_s).toInt(), static_cast<int>(Severity::Error));
        QCOMPARE(severity(Place::Claims, u"u"_s).toInt(), static_cast<int>(Severity::Warning));
        QVERIFY(!severity(Place::Claims, u"sub"_s).isValid());
        const QModelIndex exp = find(model, Place::Claims, u"exp"_s, 1);
        QVERIFY(exp.data(Qt::ToolTipRole).toString().contains(u"Late."_s));
        QCOMPARE(exp.data(Qt::AccessibleTextRole).toString(), u"1. Warning: Late.. Note: Long."_s);
    }

    void ticksOnlyWhereTimesChange()
    {
        ClaimsModel model;
        model.setToken(sageToken(), {}, sageContext(), exampleNowMs);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(exampleNowMs + 1'000);
        QCOMPARE(changed.size(), 0); // 7 h 42 min and 17 min stay for a minute
        model.setNow(exampleNowMs + 60'000);
        QCOMPARE(changed.size(), 2);
        QSet<QString> names;
        for (const QList<QVariant> &arguments : changed) {
            const auto index = arguments[0].toModelIndex();
            QCOMPARE(index, arguments[1].toModelIndex());
            names.insert(index.siblingAtColumn(0).data().toString());
        }
        QCOMPARE(names, (QSet<QString> { u"exp"_s, u"iat"_s }));
    }

    void keepsItsRowsForTheSameToken()
    {
        ClaimsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setToken(sageToken(), {}, sageContext(), exampleNowMs);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setToken(sageToken(), { { CheckCode::Expired, Severity::Warning, u"Late."_s } },
                       sageContext(), exampleNowMs);
        QCOMPARE(reset.size(), 0);
        QVERIFY(find(model, Place::Claims, u"exp"_s, 1).data(ClaimsModel::SeverityRole).isValid());
        model.setToken({}, {}, {}, exampleNowMs);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void recoversWhatCanBeRead()
    {
        ClaimsModel model;
        const QAbstractItemModelTester tester(&model);
        const auto token = parsed(jwsBytes("{\"iss\":\"https://a/\",\"aud\":\"b\",\"exp\":17"));
        model.setToken(token, {}, {}, exampleNowMs);
        QCOMPARE(meaning(model, u"iss"_s), u"Issuer: who made this token · recovered"_s);
        QCOMPARE(exact(model, u"aud"_s), u"b"_s);
    }

    /// What comes late is as good a claim as what comes first.
    void knowsClaimsOnPages()
    {
        QByteArray payload = "{";
        for (int i = 0; i < 3'000; ++i)
            payload += "\"c" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ", ";
        const auto token = parsed(jwsBytes(payload + "\"iss\":\"https://a/\",\"exp\":1741600000}"));
        ClaimsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setToken(token, {}, {}, exampleNowMs);
        const QModelIndex page = model.index(2'000, 0);
        QCOMPARE(page.data().toString(), u"2,001 to 3,002"_s);
        QCOMPARE(model.rowCount(page), 1'002);
        QCOMPARE(model.index(1'000, 0, page).data().toString(), u"iss"_s);
        QVERIFY(model.index(1'000, 2, page)
                    .data()
                    .toString()
                    .contains(u"who made"_s, Qt::CaseInsensitive));
        const QString exact = page.data(ClaimsModel::ExactMemberRole).toString();
        QVERIFY(exact.startsWith(u"\"c2000\":2000, \"c2001\":2001, "_s));
        QVERIFY(exact.endsWith(u"\"iss\":\"https://a/\",\"exp\":1741600000"_s));
        using enum ClaimsModel::Found;
        QCOMPARE(model.find(ClaimSearch(u"c2999"_s), page), Inside);
        QCOMPARE(model.find(ClaimSearch(u"who made"_s), page), Inside);
        QCOMPARE(model.find(ClaimSearch(u"c1999"_s), page), Nowhere);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(exampleNowMs + 600'000);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex(), model.index(1'001, 2, page));
    }

    void copesWithMuch()
    {
        QByteArray payload = "{";
        for (int i = 0; i < 2'000; ++i)
            payload +=
                "\"claim" + QByteArray::number(i) + "\":\"value " + QByteArray::number(i) + "\",";
        payload += "\"all\":[" + QByteArray(200'000, '1').replace("1", "1,") + "1]}";
        const auto token = parsed(jwsBytes(payload));
        CpuTimer timer;
        ClaimsModel model;
        model.setToken(token, {}, {}, exampleNowMs);
        // A page of one, and the header.
        QCOMPARE(model.rowCount(), 2'002);
        QCOMPARE(model.index(2'000, 1).data().toString(), u"1 more"_s);
        const QModelIndex rest = model.index(2'000, 0);
        QCOMPARE(rest.data().toString(), u"2,001"_s);
        QCOMPARE(model.rowCount(rest), 1);
        const QModelIndex all = model.index(0, 0, rest);
        QCOMPARE(all.data().toString(), u"all"_s);
        QVERIFY(model.data(all.siblingAtColumn(1)).toString().size() <= 1'001);
        QCOMPARE(model.rowCount(all), 2'100);
        const QModelIndex page = model.index(2'000, 0, all);
        QCOMPARE(page.data().toString(), u"2,001 to 4,000"_s);
        QCOMPARE(page.siblingAtColumn(1).data().toString(), u"2,000 more"_s);
        QCOMPARE(model.rowCount(page), 2'000);
        QCOMPARE(model.index(0, 0, page).data().toString(), u"2,001"_s);
        QCOMPARE(model.data(page, ClaimsModel::ExactTextRole).toString(),
                 u"1,"_s.repeated(2'000).chopped(1));
        QCOMPARE(model.index(2'099, 0, all).data().toString(), u"200,001"_s);
        QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
    }
};

MINTMARK_TEST(tst_claimsmodel, TestClaimsModel)
#include "tst_claimsmodel.moc"
