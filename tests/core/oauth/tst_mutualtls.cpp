// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "base/clock.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

QString subjectOf(const ServedRequest &request)
{
    return request.clientCertificate.subjectInfo(QSslCertificate::CommonName).value(0);
}

/// Says in the token whom the handshake has proven.
ServedAnswer echoed(const ServedRequest &request)
{
    return jsonAnswer(200, "{\"access_token\":\"" + subjectOf(request).toLatin1()
                          + "\",\"token_type\":\"Bearer\"}");
}

} // namespace

/// The client proves itself by a certificate (RFC 8705), each profile by its own.
class TestMutualTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shown_data();
    void shown();
    void refused_data();
    void refused();
    void noIdentityIsMixedUp_data();
    void noIdentityIsMixedUp();

private:
    NetworkSecrets secretsOf(const TestCertificate &client) const
    {
        NetworkSecrets secrets;
        secrets.clientIdentity = shareSecret(SecretBytes(client.pem() + client.keyPem()));
        return secrets;
    }
    QSslConfiguration demanding(QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater) const
    {
        QSslConfiguration tls = m_authority.good();
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates({ m_clients.certificate() });
        tls.setProtocol(protocol);
        return tls;
    }
    ClientConfiguration configuration(const QString &address, bool withCertificate) const
    {
        ClientConfiguration result = sageLike(address);
        result.network.caFile = m_authority.caFile();
        if (withCertificate)
            result.network.clientCertificate = ClientCertificateSource::Stored;
        return result;
    }
    TestCertificate client(const TestCertificate &root, int number) const
    {
        CertificateRecipe recipe;
        recipe.commonName = u"client-%1"_s.arg(number);
        recipe.usage = "clientAuth";
        return root.issue(recipe);
    }

    TestAuthority m_authority;
    const TestCertificate m_clients = TestCertificate::authority(u"Clients"_s);
    QList<TestCertificate> m_identities;
};

void TestMutualTls::initTestCase()
{
    for (int i = 0; i < 10; ++i)
        m_identities << client(m_clients, i);
}

void TestMutualTls::shown_data()
{
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::newRow("1.2") << QSsl::TlsV1_2;
    QTest::newRow("1.3") << QSsl::TlsV1_3;
}

void TestMutualTls::shown()
{
    QFETCH(const QSsl::SslProtocol, protocol);
    LoopbackServer server(echoed);
    QVERIFY(server.listenTls(demanding(protocol)));
    const QString address = u"https://127.0.0.1:%1/token"_s.arg(server.port());
    const Fetched outcome =
        fetched(TokenRequest::from(configuration(address, true), withSecret()), {}, secretsOf(m_identities[3]));
    QCOMPARE(outcome.code(), std::nullopt);
    QCOMPARE(outcome.result->accessToken->view(), QByteArrayView("client-3"));
    QVERIFY(outcome.record.tls->clientCertificate.startsWith(u"client-3, issued by Clients, ends "));
}

void TestMutualTls::refused_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("shows");
    QTest::addColumn<ErrorCode>("code");
    // TLS 1.2 has no alert of its own for a certificate that is missing (RFC 5246 §7.4.6).
    QTest::newRow("none, 1.2") << u"-tls1_2"_s << false << ErrorCode::TlsFailed;
    QTest::newRow("none, 1.3") << u"-tls1_3"_s << false << ErrorCode::ClientCertificateWanted;
    for (const char *version : { "-tls1_2", "-tls1_3" })
        QTest::addRow("a stranger's, %s", version)
            << QString::fromLatin1(version) << true << ErrorCode::ClientCertificateRefused;
}

/// By OpenSSL's own server, which says in an alert what it minds; Qt's hangs up without a word.
void TestMutualTls::refused()
{
    QFETCH(const QString, version);
    QFETCH(const bool, shows);
    QFETCH(const ErrorCode, code);
    QTemporaryFile clients;
    QVERIFY(clients.open() && clients.write(m_clients.pem()) > 0 && clients.flush());
    const OpenSslServer server(m_authority.root.issue({}),
                               { u"-CAfile"_s, clients.fileName(), u"-Verify"_s, u"1"_s,
                                 u"-verify_return_error"_s, version });
    const TestCertificate stranger = client(TestCertificate::authority(u"Strangers"_s), 1);
    const Fetched outcome = fetched(
        TokenRequest::from(configuration(server.address(), shows), withSecret()), {}, secretsOf(stranger));
    QVERIFY2(outcome.code() == code, qPrintable(outcome.error().detail));
    if (shows)
        QCOMPARE(outcome.error().argument(u"subject"), u"client-1"_s);
}

void TestMutualTls::noIdentityIsMixedUp_data()
{
    QTest::addColumn<int>("fetches");
    QTest::newRow("100") << 100;
    if (qEnvironmentVariableIsSet("MINTMARK_LONG"))
        QTest::newRow("1000") << 1000;
}

/// Ten profiles, ten requests at a time: one shared connection would prove everybody as one.
void TestMutualTls::noIdentityIsMixedUp()
{
    QFETCH(const int, fetches);
    LoopbackServer server(echoed);
    QVERIFY(server.listenTls(demanding()));
    const QString address = u"https://127.0.0.1:%1/token"_s.arg(server.port());
    const SystemClock clock;
    QElapsedTimer timer;
    timer.start();
    int begun = 0;
    int done = 0;
    QStringList wrong;
    QObject context;
    std::function<void()> next = [&] {
        if (begun == fetches)
            return;
        const int who = (begun++ * 7) % 10;
        const ClientConfiguration own = configuration(address, true);
        auto job = std::make_unique<TokenJob>(
            std::move(TokenRequest::from(own, withSecret())).value(),
            NetworkAccess { own.network, secretsOf(m_identities[who]), {} }, ExchangeLimits(), clock);
        runJob(std::move(job), &context, [&, who](const Result<TokenResponse> &response) {
            const QByteArray expected = "client-" + QByteArray::number(who);
            if (!response.ok() || response->accessToken->view() != QByteArrayView(expected))
                wrong << QString::number(who);
            ++done;
            next();
        });
    };
    for (int i = 0; i < 10; ++i)
        next();
    QTRY_COMPARE_WITH_TIMEOUT(done, fetches, 120'000);
    QCOMPARE(wrong, QStringList());
    QCOMPARE(server.connections(), fetches); // a fresh one each
    QCOMPARE(server.requests().size(), fetches);
    qInfo("%d fetches by 10 clients: %lld ms", fetches, timer.elapsed());
}

MINTMARK_TEST(tst_mutualtls, TestMutualTls)

#include "tst_mutualtls.moc"
