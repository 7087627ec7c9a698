// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/rowchip.h"
#include "listings.h"
#include "support/testmain.h"

#include <QDateTime>

using namespace mintmark;
using namespace Qt::StringLiterals;
using Kind = RowChip::Kind;

namespace {

constexpr qint64 now = 1'741'597'924'000;
constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;

ProfileListing expiring(qint64 inMs)
{
    ProfileListing listing = test::listing(1, u"Acme"_s, u"Payments"_s);
    listing.tokenExpiresMs = now + inMs;
    listing.lastResult = u"ok"_s;
    return listing;
}

ProfileListing answered(const QString &result)
{
    ProfileListing listing = test::listing(1, u"Acme"_s, u"Payments"_s);
    listing.lastResult = result;
    return listing;
}

ProfileListing secretEnding(int days)
{
    ProfileListing listing = test::listing(1, u"Acme"_s, u"Payments"_s);
    listing.secretExpiresOn = QDateTime::fromMSecsSinceEpoch(now).date().addDays(days);
    return listing;
}

} // namespace

class TestRowChip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chips_data()
    {
        QTest::addColumn<ProfileListing>("listing");
        QTest::addColumn<RowState>("state");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("text");
        const ProfileListing fresh = test::listing(1, u"Acme"_s, u"Payments"_s);
        const RowState running { .running = true };
        const RowState draft { .draft = true };
        const RowState noSecret { .noSecret = true };
        const RowState ofAnHour { .lifetimeMs = hour };
        const RowState ofFiveMinutes { .lifetimeMs = 5 * minute };

        QTest::newRow("no token") << fresh << RowState() << Kind::None << QString();
        QTest::newRow("hours") << expiring(7 * hour + 42 * minute + 59 * second) << RowState()
                               << Kind::Live << u"7 h 42"_s;
        QTest::newRow("minutes, rounded down")
            << expiring(42 * minute + 59 * second) << RowState() << Kind::Live << u"42 min"_s;
        QTest::newRow("under ten minutes")
            << expiring(9 * minute + 59 * second) << RowState() << Kind::Live << u"9:59"_s;
        QTest::newRow("ending soon")
            << expiring(3 * minute + 58 * second) << ofAnHour << Kind::Ending << u"3:58"_s;
        // 20 % of 5 minutes is one minute.
        QTest::newRow("short-lived, not yet ending")
            << expiring(3 * minute + 58 * second) << ofFiveMinutes << Kind::Live << u"3:58"_s;
        QTest::newRow("short-lived, ending")
            << expiring(59 * second) << ofFiveMinutes << Kind::Ending << u"0:59"_s;
        QTest::newRow("live wins over an older refusal") << [] {
            ProfileListing listing = expiring(hour);
            listing.lastResult = u"refused"_s;
            return listing;
        }() << RowState() << Kind::Live << u"1 h 00"_s;
        QTest::newRow("just ended") << expiring(0) << RowState() << Kind::Expired << u"expired"_s;
        QTest::newRow("ended within a day")
            << expiring(-24 * hour + 1) << RowState() << Kind::Expired << u"expired"_s;
        QTest::newRow("ended a day ago")
            << expiring(-24 * hour) << RowState() << Kind::None << QString();
        QTest::newRow("refused") << answered(u"refused"_s) << RowState() << Kind::Refused
                                 << u"refused"_s;
        QTest::newRow("no answer")
            << answered(u"no_answer"_s) << RowState() << Kind::NoAnswer << u"no answer"_s;
        QTest::newRow("ok is no news")
            << answered(u"ok"_s) << RowState() << Kind::None << QString();
        QTest::newRow("refused after it ended") << [] {
            ProfileListing listing = expiring(-hour);
            listing.lastResult = u"refused"_s;
            return listing;
        }() << RowState() << Kind::Refused << u"refused"_s;
        QTest::newRow("draft") << fresh << draft << Kind::Draft << u"draft"_s;
        QTest::newRow("no secret") << fresh << noSecret << Kind::NoSecret << u"no secret"_s;
        QTest::newRow("secret ends in days")
            << secretEnding(12) << RowState() << Kind::SecretEnds << u"secret 12 d"_s;
        QTest::newRow("secret ends today")
            << secretEnding(0) << RowState() << Kind::SecretEnds << u"secret today"_s;
        QTest::newRow("secret has ended")
            << secretEnding(-1) << RowState() << Kind::SecretEnds << u"secret ended"_s;
        QTest::newRow("secret ends in a month")
            << secretEnding(30) << RowState() << Kind::SecretEnds << u"secret 30 d"_s;
        QTest::newRow("secret ends later")
            << secretEnding(31) << RowState() << Kind::None << QString();
        QTest::newRow("running wins") << expiring(hour) << running << Kind::Running << u"…"_s;
    }
    void chips()
    {
        QFETCH(ProfileListing, listing);
        QFETCH(RowState, state);
        const RowChip chip = rowChip(listing, state, false, now);
        QTEST(chip.kind, "kind");
        QTEST(chip.text, "text");
    }

    void lockedKeyring()
    {
        ProfileListing listing = test::listing(1, u"Acme"_s, u"Payments"_s);
        QCOMPARE(rowChip(listing, {}, true, now), (RowChip { Kind::Locked, u"locked"_s }));
        listing.inMemory = true;
        QCOMPARE(rowChip(listing, {}, true, now), RowChip());
        QCOMPARE(rowChip(expiring(hour), {}, true, now).kind, Kind::Live);
    }

    void looks_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<ColorRole>("color");
        QTest::addColumn<int>("icon"); // -1: none
        QTest::addColumn<bool>("strong");
        const auto icon = [](Icon one) { return static_cast<int>(one); };
        QTest::newRow("live") << Kind::Live << ColorRole(&Theme::ok) << -1 << true;
        QTest::newRow("ending") << Kind::Ending << ColorRole(&Theme::warn) << icon(Icon::Clock)
                                << true;
        QTest::newRow("expired") << Kind::Expired << ColorRole(&Theme::text2) << -1 << false;
        QTest::newRow("refused") << Kind::Refused << ColorRole(&Theme::err) << icon(Icon::Error)
                                 << true;
        QTest::newRow("no answer")
            << Kind::NoAnswer << ColorRole(&Theme::err) << icon(Icon::Error) << true;
        QTest::newRow("locked") << Kind::Locked << ColorRole(&Theme::text2) << -1 << false;
        QTest::newRow("draft") << Kind::Draft << ColorRole(&Theme::text2) << -1 << false;
        QTest::newRow("no secret") << Kind::NoSecret << ColorRole(&Theme::text2) << -1 << false;
        QTest::newRow("secret ends") << Kind::SecretEnds << ColorRole(&Theme::text2) << -1 << false;
        QTest::newRow("running") << Kind::Running << ColorRole(&Theme::text2) << -1 << false;
    }
    void looks()
    {
        QFETCH(Kind, kind);
        QFETCH(ColorRole, color);
        QVERIFY(chipColor(kind) == color);
        const std::optional<Icon> icon = chipIcon(kind);
        QTEST(icon ? static_cast<int>(*icon) : -1, "icon");
        QTEST(isStrong(kind), "strong");
    }

    void spoken()
    {
        QCOMPARE(chipWords(rowChip(expiring(7 * hour + 42 * minute), {}, false, now)),
                 u"live, 7 h 42 left"_s);
        QCOMPARE(chipWords({}), QString());
        QVERIFY(chipWords({ Kind::Running, u"…"_s }) != u"…"_s);
    }
};

MINTMARK_TEST(tst_rowchip, TestRowChip)
#include "tst_rowchip.moc"
