// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/keyserver.h"
#include "core/session/sessionrig.h"
#include "jose/token.h"
#include "oauth/exchangerecord.h"
#include "profiles/profile.h"
#include "session/signingkeys.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using enum SignatureStatus;

class TestSigningKeys : public QObject
{
    Q_OBJECT
private:
    struct Told
    {
        QList<SignatureFinding> findings;
        QStringList purposes;
    };

    std::unique_ptr<KeyServer> m_server;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<SigningKeys> m_keys;
    Told m_told;
    const QUuid m_who = QUuid::createUuid();

    static std::shared_ptr<const Token> parsed(const QByteArray &text)
    {
        return std::make_shared<const Token>(Token::parse(text));
    }
    KeySource byAddress() const { return { {}, m_server->jwksUri(), {} }; }
    KeySource byIssuer() const { return { m_server->issuer(), {}, {} }; }
    std::optional<SignatureFinding> check(const QByteArray &token, const KeySource &source)
    {
        return m_keys->check(m_who, parsed(token), source);
    }
    /// The finding that follows a fetch.
    SignatureFinding checkAndWait(const QByteArray &token, const KeySource &source)
    {
        QSignalSpy checked(m_keys.get(), &SigningKeys::checked);
        if (check(token, source))
            return { Malformed, {}, u"nothing was fetched"_s };
        return checked.wait(20'000) ? m_told.findings.last() : SignatureFinding {};
    }
    QByteArray tokenOf(const SigningKey &key) const { return KeyServer::tokenOf(key); }

private Q_SLOTS:
    void init()
    {
        m_told = {};
        m_server = std::make_unique<KeyServer>();
        m_clock = std::make_unique<FakeClock>();
        m_keys = std::make_unique<SigningKeys>(*m_clock, ExchangeLimits { 20'000, 1024 * 1024 });
        connect(m_keys.get(), &SigningKeys::checked, this,
                [this](const QUuid &, const auto &, const SignatureFinding &finding) {
                    m_told.findings << finding;
                });
        connect(m_keys.get(), &SigningKeys::recorded, this,
                [this](const QUuid &, const ExchangeRecord &record) {
                    m_told.purposes << record.purpose;
                });
    }
    void cleanup()
    {
        m_keys.reset();
        m_server.reset();
    }

    void fromTheAddressOfKeys()
    {
        const SignatureFinding finding = checkAndWait(tokenOf(m_server->key), byAddress());
        QCOMPARE(finding.status, Valid);
        QCOMPARE(finding.keyId, QString::fromLatin1(m_server->key.keyId()));
        QCOMPARE(finding.reason, QString());
        QCOMPARE(m_server->asked(), QByteArrayList { "GET /jwks" });
        QCOMPARE(m_told.purposes, QStringList { u"keys"_s });
    }

    void fromTheIssuer()
    {
        QCOMPARE(checkAndWait(tokenOf(m_server->key), byIssuer()).status, Valid);
        QCOMPARE(m_server->asked(),
                 QByteArrayList({ "GET /.well-known/openid-configuration", "GET /jwks" }));
        QCOMPARE(m_told.purposes, QStringList({ u"discovery"_s, u"keys"_s }));
    }

    void keysAreFetchedOnce()
    {
        checkAndWait(tokenOf(m_server->key), byAddress());
        m_clock->advance(SigningKeys::keptMs - 1);
        const auto again = check(KeyServer::tokenOf(m_server->key, "2"), byAddress());
        QVERIFY(again);
        QCOMPARE(again->status, Valid);
        QCOMPARE(m_server->asked().size(), 1);
        m_clock->advance(1);
        QCOMPARE(checkAndWait(tokenOf(m_server->key), byAddress()).status, Valid);
        QCOMPARE(m_server->asked().size(), 2);
    }

    void whoWaitsForTheSameSharesTheFetch()
    {
        QSignalSpy checked(m_keys.get(), &SigningKeys::checked);
        QVERIFY(!m_keys->check(QUuid::createUuid(), parsed(tokenOf(m_server->key)), byAddress()));
        QVERIFY(!check(KeyServer::tokenOf(m_server->key, "2"), byAddress()));
        const QByteArray own = KeyServer::tokenOf(m_server->key, "3");
        QVERIFY(!check(own, byAddress()));
        QVERIFY(!check(own, byAddress())); // already waiting
        QTRY_COMPARE(checked.size(), 2);
        QCOMPARE(m_server->asked().size(), 1);
        QCOMPARE(m_told.purposes.size(), 2); // both are told
    }

    /// Keys are rotated: asked for again, but not more often than every 60 s.
    void unknownKeyIsAskedForOnce()
    {
        QCOMPARE(checkAndWait(tokenOf(m_server->key), byAddress()).status, Valid);
        const SigningKey newer = KeyServer::makeKey();
        m_clock->advance(SigningKeys::refetchMs - 1);
        const auto early = check(tokenOf(newer), byAddress());
        QVERIFY(early);
        QCOMPARE(early->status, NoKey);
        QVERIFY(!early->reason.isEmpty());
        m_clock->advance(1);
        QCOMPARE(checkAndWait(tokenOf(newer), byAddress()).status, NoKey); // not published yet
        m_server->publish({ &m_server->key, &newer });
        QVERIFY(check(tokenOf(newer), byAddress()));
        m_clock->advance(SigningKeys::refetchMs);
        QCOMPARE(checkAndWait(tokenOf(newer), byAddress()).status, Valid);
        QCOMPARE(m_server->asked().size(), 3);
    }

    void wrongSignature()
    {
        QByteArrayList parts = tokenOf(m_server->key).split('.');
        parts[1] = "eyJzdWIiOiJzb21lYm9keSBlbHNlIn0"; // {"sub":"somebody else"}
        const SignatureFinding finding = checkAndWait(parts.join('.'), byAddress());
        QCOMPARE(finding.status, Invalid);
        QCOMPARE(finding.reason, QString());
    }

    void whatNoKeyCanVerifyAsksNobody_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<SignatureStatus>("status");
        QTest::newRow("opaque") << "abc"_ba << NotChecked;
        QTest::newRow("none") << "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."_ba << Unsecured;
        QTest::newRow("unknown alg") << "eyJhbGciOiJYWSJ9.eyJzdWIiOiIxIn0.AAAA"_ba << Unsupported;
    }
    void whatNoKeyCanVerifyAsksNobody()
    {
        QFETCH(const QByteArray, token);
        const auto finding = check(token, byIssuer());
        QVERIFY(finding);
        QTEST(finding->status, "status");
        QVERIFY(m_server->asked().isEmpty());
    }

    void failuresAreReasons_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("reason");
        const QString failed = u"The issuer's keys could not be fetched. "_s;
        QTest::newRow("redirect") << u"redirect"_s
                                  << failed + u"127.0.0.1 sends the request on to evil.example."_s;
        QTest::newRow("HTML") << u"html"_s
                              << failed + u"What 127.0.0.1 answered: The text is neither a JWK Set nor "
                                          u"a JWK, PEM public key or certificate."_s;
        QTest::newRow("no address")
            << u"metadata"_s << failed + u"The server's metadata name no address of keys."_s;
        QTest::newRow("http") << u"http"_s << u"Keys are fetched over https only."_s;
        QTest::newRow("hang-up") << u"close"_s << QString();
    }
    void failuresAreReasons()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, reason);
        KeySource source = byIssuer();
        ServedAnswer answer = KeyServer::json("<!doctype html><html></html>");
        if (what == u"redirect") {
            answer.status = 302;
            answer.headers.emplaceBack("Location", "https://evil.example/jwks");
        } else if (what == u"metadata") {
            m_server->answers["/.well-known/openid-configuration"] =
                KeyServer::json("{\"issuer\":\"" + m_server->issuer().toUtf8() + "\"}");
        } else if (what == u"http") {
            source = { {}, u"http://id.example.com/jwks"_s, {} };
        } else if (what == u"close") {
            answer.fault = ServedAnswer::Fault::Close;
        }
        m_server->answers["/jwks"] = answer;
        const SignatureFinding finding = checkAndWait(tokenOf(m_server->key), source);
        QCOMPARE(finding.status, NotChecked);
        QVERIFY(!finding.reason.isEmpty());
        if (!reason.isEmpty())
            QCOMPARE(finding.reason, reason);

        // Not repeated by itself, but by the next token.
        m_server->publish({ &m_server->key });
        if (what == u"redirect" || what == u"close")
            QCOMPARE(checkAndWait(tokenOf(m_server->key), source).status, Valid);
    }

    void silenceEndsWithTheProfilesTime()
    {
        m_server->failWith(ServedAnswer::Fault::Silence);
        m_keys = std::make_unique<SigningKeys>(*m_clock, ExchangeLimits { 150, 1024 * 1024 });
        QSignalSpy checked(m_keys.get(), &SigningKeys::checked);
        QVERIFY(!check(tokenOf(m_server->key), byAddress()));
        QVERIFY(checked.wait(20'000));
        QCOMPARE(checked.first().last().value<SignatureFinding>().status, NotChecked);
    }

    void droppedIsNotTold()
    {
        m_server->failWith(ServedAnswer::Fault::Silence);
        QVERIFY(!check(tokenOf(m_server->key), byAddress()));
        QTRY_COMPARE(m_server->asked().size(), 1);
        m_keys->drop(m_who);
        m_server->publish({ &m_server->key });
        QCOMPARE(checkAndWait(tokenOf(m_server->key), byAddress()).status, Valid);
        QCOMPARE(m_told.findings.size(), 1);
    }

    /// The password lies in the profile's item, and is read when the keys are asked for.
    void aProfilesProxyGetsItsLogin()
    {
        QByteArrayList logins;
        LoopbackServer proxy([&logins](const ServedRequest &request) {
            logins << request.header("Proxy-Authorization");
            ServedAnswer answer;
            answer.status = logins.last().isEmpty() ? 407 : 502;
            if (answer.status == 407)
                answer.headers.emplaceBack("Proxy-Authenticate", "Basic realm=\"p\"");
            return answer;
        });
        QVERIFY(proxy.listen());
        QTemporaryDir folder;
        FakeKeychainSystem system;
        SessionRig rig(folder.path(), system);
        LoadedProfile loaded;
        loaded.profile.listing.name = u"behind"_s;
        loaded.profile.client.tokenEndpoint = u"https://id.example.test/token"_s;
        loaded.profile.jwksUri = u"https://id.example.test/jwks"_s;
        loaded.profile.client.network.proxy = { ProxySettings::Kind::Http, u"127.0.0.1"_s, proxy.port(), u"otto"_s };
        loaded.secrets.client.network.proxyPassword = shareSecret(SecretBytes("m4y"));
        loaded.profile.listing.id = rig.save({ loaded.profile, loaded.secrets.clone() });
        const KeySource source = KeySource::of(loaded.profile);
        QCOMPARE(source.proxyLogin, loaded.profile.listing.id);

        m_keys = std::make_unique<SigningKeys>(*m_clock, ExchangeLimits { 20'000, 1024 * 1024 }, nullptr,
                                               &rig.profiles());
        QSignalSpy checked(m_keys.get(), &SigningKeys::checked);
        QVERIFY(!check(tokenOf(m_server->key), source));
        QVERIFY(checked.wait(20'000));
        QVERIFY(logins.contains("Basic " + "otto:m4y"_ba.toBase64()));
        // Who has let go meanwhile gets nothing, and the proxy neither.
        logins.clear();
        m_clock->advance(SigningKeys::refetchMs);
        QVERIFY(!check(tokenOf(m_server->key), source));
        m_keys->drop(m_who);
        QVERIFY(!checked.wait(50));
        QCOMPARE(logins, QByteArrayList());
    }

    void sourceOfAProfile()
    {
        Profile profile;
        QVERIFY(KeySource::of(profile).isEmpty());
        profile.issuer = u" https://id.example.com "_s;
        QCOMPARE(KeySource::of(profile), KeySource({ u"https://id.example.com"_s, {}, {} }));
        profile.jwksUri = u"https://keys.example.com/jwks"_s;
        profile.client.network.caFile = u"/ca.pem"_s;
        QCOMPARE(KeySource::of(profile),
                 KeySource({ {}, u"https://keys.example.com/jwks"_s, profile.client.network }));
        // A login is of a proxy of the profile's own.
        profile.listing.id = QUuid::createUuid();
        profile.client.network.proxy.user = u"otto"_s;
        QVERIFY(KeySource::of(profile).proxyLogin.isNull());
        profile.client.network.proxy.kind = ProxySettings::Kind::Http;
        QCOMPARE(KeySource::of(profile).proxyLogin, profile.listing.id);
    }
};

MINTMARK_TEST(tst_signingkeys, TestSigningKeys)

#include "tst_signingkeys.moc"
