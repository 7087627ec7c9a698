// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

/// A token address answers itself (RFC 9700 §4.12): whatever kind of redirect to wherever, one
/// request was sent, and nothing to where it points.
class TestRedirects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirects_data();
    void redirects();

private:
    TestAuthority m_authority;
};

void TestRedirects::redirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("https");
    for (const int status : { 300, 301, 302, 303, 305, 307, 308 }) {
        for (const char *target : { "same origin", "other port", "other host", "downgrade" }) {
            for (const bool https : { false, true }) {
                if (!https && QByteArray(target) == "downgrade")
                    continue;
                QTest::addRow("%d to %s, %s", status, target, https ? "https" : "http")
                    << status << QString::fromLatin1(target) << https;
            }
        }
    }
}

void TestRedirects::redirects()
{
    QFETCH(const int, status);
    QFETCH(const QString, target);
    QFETCH(const bool, https);
    FixedServer plain(tokenAnswer());
    FixedServer secure(tokenAnswer(), &m_authority.good());
    FixedServer &elsewhere = https && target != u"downgrade" ? secure : plain;
    FixedServer fixed(tokenAnswer(), https ? &m_authority.good() : nullptr);
    const QString location = target == u"same origin"
        ? u"/oauth/other"_s
        : elsewhere.address(target == u"other host" ? u"localhost"_s : u"127.0.0.1"_s);
    fixed.answer = jsonAnswer(status, {});
    fixed.answer.headers = { { "Location", location.toLatin1() } };
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = m_authority.caFile();
    const auto redirected = [&](Result<TokenRequest> request) {
        const qsizetype before = fixed.server.requests().size();
        const Fetched outcome = fetched(std::move(request));
        QCOMPARE(outcome.code(), std::optional(ErrorCode::Redirected));
        QCOMPARE(outcome.error().argument(u"status"), QString::number(status));
        QCOMPARE(fixed.server.requests().size(), before + 1);
    };
    for (const auto method : { ClientAuthenticationMethod::ClientSecretBasic,
                               ClientAuthenticationMethod::ClientSecretPost }) {
        configuration.authentication = method;
        redirected(TokenRequest::from(configuration, withSecret()));
    }
    redirected(TokenRequest::renewal(configuration, SecretBytes("a.b.c")));
    QCOMPARE(plain.server.connections() + secure.server.connections(), 0);
    QCOMPARE(plain.server.bytesReceived() + secure.server.bytesReceived(), 0);
}

MINTMARK_TEST(tst_redirects, TestRedirects)

#include "tst_redirects.moc"
