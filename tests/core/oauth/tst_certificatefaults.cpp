// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauthrig.h"

#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

/// Bad certificates are found before a byte of the request leaves. A new case is a row.
class TestCertificateFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificates_data();
    void certificates();
    void goodCertificate_data();
    void goodCertificate();
    void selfSignedInTheCaFile();
    void versions_data();
    void versions();
    void caFileThatIsNone();

private:
    TestAuthority m_authority;
};

void TestCertificateFaults::certificates_data()
{
    QTest::addColumn<QSslConfiguration>("tls");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("value");

    const TestCertificate &root = m_authority.root;
    const TestCertificate &intermediate = m_authority.intermediate;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto recipe = [](auto change) {
        CertificateRecipe result;
        change(result);
        return result;
    };
    const auto add = [](const char *name, const QSslConfiguration &tls, ErrorCode code,
                        const QString &argument = {}, const QString &value = {}) {
        QTest::newRow(name) << tls << code << argument << value;
    };
    add("self-signed", TestCertificate::selfSigned({}).configuration(), ErrorCode::TlsSelfSigned);
    add("wrong host",
        root.issue(recipe([](auto &r) { r.alternativeNames = { u"DNS:example.org"_s }; }))
            .configuration(),
        ErrorCode::TlsWrongHost, u"names"_s, u"example.org"_s);
    add("wrong address",
        root.issue(recipe([](auto &r) { r.alternativeNames = { u"IP:127.0.0.2"_s }; }))
            .configuration(),
        ErrorCode::TlsWrongHost, u"names"_s, u"127.0.0.2"_s);
    // RFC 9525 §2: the common name counts for nothing (Qt accepts both).
    add("common name only",
        root.issue(recipe([](auto &r) {
                r.commonName = u"127.0.0.1"_s;
                r.alternativeNames.clear();
            }))
            .configuration(),
        ErrorCode::TlsWrongHost, u"names"_s,
        u"no host; the common name \"127.0.0.1\" does not count"_s);
    add("common name beside another host",
        root.issue(recipe([](auto &r) {
                r.commonName = u"127.0.0.1"_s;
                r.alternativeNames = { u"DNS:example.org"_s };
            }))
            .configuration(),
        ErrorCode::TlsWrongHost, u"names"_s, u"example.org"_s);
    add("address as DNS name",
        root.issue(recipe([](auto &r) { r.alternativeNames = { u"DNS:127.0.0.1"_s }; }))
            .configuration(),
        ErrorCode::TlsWrongHost);
    add("expired",
        root.issue(recipe([&](auto &r) {
                r.from = now.addDays(-30);
                r.to = QDateTime({ 2026, 1, 2 }, { 3, 4 }, Qt::UTC);
                r.from = r.to.addDays(-9);
            }))
            .configuration(),
        ErrorCode::TlsExpired, u"date"_s, u"2 January 2026"_s);
    add("not yet valid",
        root.issue(recipe([&](auto &r) {
                r.from = QDateTime({ 2099, 7, 8 }, { 3, 4 }, Qt::UTC);
                r.to = r.from.addDays(9);
            }))
            .configuration(),
        ErrorCode::TlsNotYetValid, u"date"_s, u"8 July 2099"_s);
    const TestCertificate foreign = TestCertificate::authority(u"Foreign root"_s);
    add("untrusted root", foreign.issue({}).configuration(), ErrorCode::TlsIncomplete, u"issuer"_s,
        u"Foreign root"_s);
    add("untrusted root, sent along", foreign.issue({}).configuration({ foreign }),
        ErrorCode::TlsUntrusted, u"issuer"_s, u"Foreign root"_s);
    add("missing intermediate", intermediate.issue({}).configuration(), ErrorCode::TlsIncomplete,
        u"issuer"_s, u"Mintmark test intermediate"_s);
    add("made by a leaf", root.issue({}).issue({}).configuration({ root.issue({}) }),
        ErrorCode::TlsUntrusted);
    add("for clients", root.issue(recipe([](auto &r) { r.usage = "clientAuth"; })).configuration(),
        ErrorCode::TlsWrongPurpose);
}

void TestCertificateFaults::certificates()
{
    QFETCH(const QSslConfiguration, tls);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, argument);
    QFETCH(const QString, value);

    FixedServer fixed(tokenAnswer(), &tls);
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = m_authority.caFile();
    for (const bool renewal : { false, true }) {
        const Fetched outcome =
            fetched(renewal ? TokenRequest::renewal(configuration, SecretBytes("a.b.c"))
                            : TokenRequest::from(configuration, withSecret()));
        QCOMPARE(outcome.code(), std::optional(code));
        if (!argument.isEmpty())
            QCOMPARE(outcome.error().argument(argument), value);
        QCOMPARE(outcome.record.status, 0);
    }
    QCOMPARE(fixed.server.bytesReceived(), 0);
}

void TestCertificateFaults::goodCertificate_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << u"127.0.0.1"_s;
    QTest::newRow("name") << u"localhost"_s;
}

void TestCertificateFaults::goodCertificate()
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

void TestCertificateFaults::selfSignedInTheCaFile()
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

void TestCertificateFaults::versions_data()
{
    QTest::addColumn<QSsl::SslProtocol>("version");
    QTest::addColumn<QString>("protocol");
    QTest::newRow("1.2") << QSsl::TlsV1_2 << u"TLS 1.2"_s;
    QTest::newRow("1.3") << QSsl::TlsV1_3 << u"TLS 1.3"_s;
}

void TestCertificateFaults::versions()
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

void TestCertificateFaults::caFileThatIsNone()
{
    FixedServer fixed(tokenAnswer(), &m_authority.good());
    ClientConfiguration configuration = sageLike(fixed.address());
    configuration.network.caFile = u"/nonexistent/ca.pem"_s;
    const Fetched outcome = fetched(TokenRequest::from(configuration, withSecret()));
    QCOMPARE(outcome.code(), std::optional(ErrorCode::FileUnreadable));
    QCOMPARE(outcome.error().argument(u"file"), u"/nonexistent/ca.pem"_s);
    QCOMPARE(fixed.server.connections(), 0);
}

MINTMARK_TEST(tst_certificatefaults, TestCertificateFaults)

#include "tst_certificatefaults.moc"
