// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/replytext.h"

#include "jose/base64url.h"
#include "jose/token.h"
#include "profiles/profile.h"
#include "session/verdict.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

QByteArray tokenText()
{
    return base64UrlEncode(R"({"alg":"RS256","kid":"757b50fd"})") + '.'
        + base64UrlEncode(R"({"iss":"https://id.example.com/","aud":"payments","exp":1741626724})")
        + '.' + base64UrlEncode(QByteArray(256, 'S'));
}

} // namespace

class TestReplyText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// It asks for two parts, and holds none.
    void asksForHeaderAndPayloadOnly()
    {
        const Token token = Token::parse(tokenText());
        const QString text = replyText(token, false);
        QVERIFY(text.contains(u"the header and the payload"_s));
        QVERIFY(text.contains(u"leave out the third part, the signature"_s));
        QVERIFY(!text.contains(u"still works"_s));
        QVERIFY(!text.contains(u"eyJ"_s));
        QVERIFY(replyText(token, true).contains(u"still works"_s));
    }

    void saysWhatHappenedToADamagedOne()
    {
        const QByteArray cut = tokenText().first(120);
        const QString text = replyText(Token::parse(cut), false);
        QVERIFY2(text.contains(u"Cut off after 120 characters"_s), qPrintable(text));
        QVERIFY(!text.contains(u"eyJ"_s));
    }

    void ticketHoldsNothingUsable()
    {
        const Token token = Token::parse(tokenText());
        Verdict verdict;
        verdict.headline = u"Expired"_s;
        verdict.lines = { { {}, Tone::Fault, u"Audience is another one: payments"_s,
                            u"The profile asks other: its API will answer 401."_s, {}, {} } };
        const QString alone = inspectionTicket(token, verdict, nullptr, 1'741'626'724'000);
        QVERIFY(alone.startsWith(u"Expired\nAudience is another one: payments. The profile"_s));
        QVERIFY(alone.contains(u"aud: payments"_s));
        QVERIFY(alone.contains(u"kid 757b50fd"_s));
        QVERIFY(alone.contains(u"exp: 2025-03-10 17:12:04 UTC"_s));
        QVERIFY(!alone.contains(u"eyJ"_s) && !alone.contains(u"U1NT"_s));
        QVERIFY(!alone.contains(u"Profile:"_s) && !alone.contains(u"Fetched"_s));
        Profile profile;
        profile.listing.id = QUuid::createUuid();
        profile.listing.customer = u"Acme"_s;
        profile.listing.name = u"Payments Out"_s;
        const QString compared = inspectionTicket(token, verdict, &profile, 1'741'626'724'000);
        QVERIFY(compared.contains(u"Profile: Acme · Payments Out"_s));
    }
};

MINTMARK_TEST(tst_replytext, TestReplyText)
#include "tst_replytext.moc"
