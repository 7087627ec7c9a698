// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/x509.h>
#include <sys/socket.h>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// TCP_NODELAY of each connection that this process has accepted on `port`.
QList<int> noDelayOf(quint16 port)
{
    QList<int> options;
    for (int descriptor = 0; descriptor < 1024; ++descriptor) {
        sockaddr_in address {};
        auto *any = reinterpret_cast<sockaddr *>(&address);
        socklen_t size = sizeof address;
        if (getsockname(descriptor, any, &size) != 0 || address.sin_family != AF_INET || ntohs(address.sin_port) != port)
            continue;
        size = sizeof address;
        if (getpeername(descriptor, any, &size) != 0)
            continue; // it listens
        int option = 0;
        size = sizeof option;
        getsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &option, &size);
        options << option;
    }
    return options;
}

} // namespace

/// Certificates and CA files that are well, or not there; bad ones are in tst_certificatefaults.
class TestServerCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodCertificate_data();
    void goodCertificate();
    void selfSignedInTheCaFile();
    void versions_data();
    void versions();
    void caFileThatIsNone();
    void rootInTheWorkingFolder();
    void http2IsNotSpoken();
    void answersWithoutDelay();

private:
    TestAuthority m_authority;
};

void TestServerCertificates::goodCertificate_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << u"127.0.0.1"_s;
    QTest::newRow("name") << u"localhost"_s;
}

void TestServerCertificates::goodCertificate()
{
    QFETCH(const QString, host);
    FixedServer fixed(tokenAnswer(), &m_authority.good());
    ClientConfiguration configuration = sageLike(fixed.address(host));
    configuration.network.caFile = m_authority.caFile();
    const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::nullopt);
    QCOMPARE(fixed.server.requests().size(), 1);
    QVERIFY(outcome.record.tls.has_value());
    QCOMPARE(outcome.record.tls->protocol, u"TLS 1.3"_s);
    QVERIFY(!outcome.record.tls->cipher.isEmpty());
    QCOMPARE(outcome.record.tls->chain.size(), 2);
    QVERIFY(outcome.record.tls->chain.first().summary().startsWith(
        u"server under test, issued by Mintmark test intermediate, ends 20"));
    // Without the file the same server is not trusted: the system does not know the root.
    configuration.network.caFile.clear();
    QCOMPARE(fetched(TokenRequest::from(configuration, withSecret())).code(),
             std::optional(ErrorCode::TlsUntrusted));
    QCOMPARE(fixed.server.requests().size(), 1);
}

void TestServerCertificates::selfSignedInTheCaFile()
{
    const TestCertificate own = TestCertificate::selfSigned({});
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(own.pem()) > 0 && file.flush());
    const QSslConfiguration tls = own.configuration();
    FixedServer fixed(tokenAnswer(), &tls);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = file.fileName();
    QCOMPARE(fetched(TokenRequest::from(configuration, withSecret())).code(), std::nullopt);
}

void TestServerCertificates::versions_data()
{
    QTest::addColumn<QSsl::SslProtocol>("version");
    QTest::addColumn<QString>("protocol");
    QTest::newRow("1.2") << QSsl::TlsV1_2 << u"TLS 1.2"_s;
    QTest::newRow("1.3") << QSsl::TlsV1_3 << u"TLS 1.3"_s;
}

void TestServerCertificates::versions()
{
    QFETCH(const QSsl::SslProtocol, version);
    QFETCH(const QString, protocol);
    QSslConfiguration tls = m_authority.good();
    tls.setProtocol(version);
    FixedServer fixed(tokenAnswer(), &tls);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = m_authority.caFile();
    const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::nullopt);
    QCOMPARE(outcome.record.tls->protocol, protocol);
}

void TestServerCertificates::caFileThatIsNone()
{
    FixedServer fixed(tokenAnswer(), &m_authority.good());
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = u"/nonexistent/ca.pem"_s;
    const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::NamedFileUnreadable));
    QCOMPARE(outcome.error().argument(u"file"), u"/nonexistent/ca.pem"_s);
    QCOMPARE(fixed.server.connections(), 0);
}

/// Qt takes certificates of the working folder for the system's, as long as it has CVE-2025-14575.
void TestServerCertificates::rootInTheWorkingFolder()
{
    const QByteArray der = m_authority.root.certificate().toDer();
    const auto *data = reinterpret_cast<const uchar *>(der.constData());
    X509 *const root = d2i_X509(nullptr, &data, der.size());
    const QString hashed = u"%1.0"_s.arg(X509_subject_name_hash(root), 8, 16, QChar(u'0')); // as c_rehash names it
    X509_free(root);
    const QTemporaryDir folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    for (const QString &name : { u"root.pem"_s, u"root.crt"_s, u"ca-certificates.crt"_s, hashed }) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_authority.root.pem()) > 0);
    }
    FixedServer fixed(tokenAnswer(), &m_authority.good());
    const Fetched outcome = fetched(TokenRequest::from(sageLike(fixed.address()), withSecret()));
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::TlsUntrusted));
    QCOMPARE(fixed.server.bytesReceived(), 0);
}

/// Qt 6.4 has CVE-2024-39936 and others there.
void TestServerCertificates::http2IsNotSpoken()
{
    QSslConfiguration tls = m_authority.good();
    tls.setAllowedNextProtocols({ QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1 });
    FixedServer fixed(tokenAnswer(), &tls);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = m_authority.caFile();
    QCOMPARE(fetched(TokenRequest::from(configuration, withSecret())).code(), std::nullopt);
    QVERIFY(fixed.server.requests().first().bytes.startsWith("POST /oauth/token HTTP/1.1\r\n"));
}

/// A server without TCP_NODELAY costs each exchange 40 ms, and every figure taken with it.
void TestServerCertificates::answersWithoutDelay()
{
    QList<int> options;
    LoopbackServer server([&server, &options](const ServedRequest &) {
        options << noDelayOf(server.port());
        return tokenAnswer();
    });
    for (const bool https : { false, true }) {
        server.close();
        QVERIFY(https ? server.listenTls(m_authority.good()) : server.listen());
        ClientConfiguration configuration =
            sageLike(u"%1://127.0.0.1:%2/token"_s.arg(https ? u"https"_s : u"http"_s).arg(server.port()));
        configuration.network.caFile = m_authority.caFile();
        QCOMPARE(fetched(TokenRequest::from(configuration, withSecret())).code(), std::nullopt);
    }
    QCOMPARE(options, QList<int>({ 1, 1 }));
}

MINTMARK_TEST(tst_servercertificates, TestServerCertificates)

#include "tst_servercertificates.moc"
