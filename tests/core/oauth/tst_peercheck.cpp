// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/peercheck.h"

#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QTemporaryFile>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

TrustAnchors only(const QList<QSslCertificate> &certificates)
{
    return { certificates, false };
}

} // namespace

class TestPeerCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void verdicts_data();
    void verdicts();
    void severalAnchors();
    void systemDoesNotKnowOurs();
    void caFiles_data();
    void caFiles();
    void severalInOneFile();
    void besideTheSystem();
    void interceptors_data();
    void interceptors();
    void namesWithTricks();

private:
    TestCertificate m_root = TestCertificate::authority(u"Root"_s);
    TestCertificate m_intermediate = m_root.issueAuthority(u"Intermediate"_s);
};

void TestPeerCheck::hosts_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("good");
    const auto add = [](const char *name, const QStringList &names, const QString &host,
                        bool good) { QTest::newRow(name) << names << host << good; };
    // RFC 9525 §6.3 and §6.4
    add("same", { u"DNS:id.example.com"_s }, u"id.example.com"_s, true);
    add("other case", { u"DNS:ID.Example.com"_s }, u"id.example.COM"_s, true);
    add("second", { u"DNS:a.example"_s, u"DNS:id.example.com"_s }, u"id.example.com"_s, true);
    add("absolute", { u"DNS:id.example.com"_s }, u"id.example.com."_s, true);
    add("another", { u"DNS:id.example.com"_s }, u"ie.example.com"_s, false);
    add("parent", { u"DNS:example.com"_s }, u"id.example.com"_s, false);
    add("child", { u"DNS:id.example.com"_s }, u"example.com"_s, false);
    add("wildcard", { u"DNS:*.example.com"_s }, u"id.example.com"_s, true);
    add("wildcard is one label", { u"DNS:*.example.com"_s }, u"a.id.example.com"_s, false);
    add("wildcard is a label", { u"DNS:*.example.com"_s }, u"example.com"_s, false);
    add("part of a label", { u"DNS:i*.example.com"_s }, u"id.example.com"_s, false);
    add("wildcard in the middle", { u"DNS:id.*.com"_s }, u"id.example.com"_s, false);
    add("A-label", { u"DNS:xn--bcher-kva.example"_s }, u"xn--bcher-kva.example"_s, true);
    add("IPv4", { u"IP:192.0.2.1"_s }, u"192.0.2.1"_s, true);
    add("another IPv4", { u"IP:192.0.2.1"_s }, u"192.0.2.2"_s, false);
    add("IPv4 as a name", { u"DNS:192.0.2.1"_s }, u"192.0.2.1"_s, false);
    add("IPv6", { u"IP:2001:db8::1"_s }, u"2001:db8::1"_s, true);
    add("IPv6 written otherwise", { u"IP:2001:db8::1"_s }, u"2001:0db8:0:0::1"_s, true);
    add("e-mail", { u"email:id.example.com@a.example"_s }, u"id.example.com"_s, false);
    add("URI", { u"URI:https://id.example.com"_s }, u"id.example.com"_s, false);
    add("no names", {}, u"id.example.com"_s, false);
}

void TestPeerCheck::hosts()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, host);
    QFETCH(const bool, good);
    CertificateRecipe recipe;
    recipe.commonName = host; // counts for nothing
    recipe.alternativeNames = names;
    const Result<void> result =
        checkPeer({ m_root.issue(recipe).certificate() }, host, only({ m_root.certificate() }));
    QCOMPARE(result.ok(), good);
    if (!good) {
        QCOMPARE(result.error().code, ErrorCode::TlsWrongHost);
        QCOMPARE(result.error().argument(u"host"), host);
    }
}

void TestPeerCheck::verdicts_data()
{
    QTest::addColumn<QList<QSslCertificate>>("chain");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    using Chain = QList<QSslCertificate>;
    using Code = std::optional<ErrorCode>;
    const auto leaf = [this](auto change) {
        CertificateRecipe recipe;
        change(recipe);
        return Chain { m_root.issue(recipe).certificate() };
    };
    const QSslCertificate good = m_intermediate.issue({}).certificate();
    const QSslCertificate intermediate = m_intermediate.certificate();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TestCertificate noAuthority = m_root.issue({});
    QTest::newRow("good") << Chain { good, intermediate } << Code();
    QTest::newRow("root sent too") << Chain { good, intermediate, m_root.certificate() } << Code();
    QTest::newRow("more than needed")
        << Chain { good, m_root.certificate(), noAuthority.certificate(), intermediate } << Code();
    QTest::newRow("nothing") << Chain() << Code(ErrorCode::TlsFailed);
    QTest::newRow("no intermediate") << Chain { good } << Code(ErrorCode::TlsIncomplete);
    QTest::newRow("self-signed") << Chain { TestCertificate::selfSigned({}).certificate() }
                                 << Code(ErrorCode::TlsSelfSigned);
    QTest::newRow("another root of that name")
        << Chain { TestCertificate::authority(u"Root"_s).issue({}).certificate() }
        << Code(ErrorCode::TlsIncomplete);
    QTest::newRow("issued by a leaf")
        << Chain { noAuthority.issue({}).certificate(), noAuthority.certificate() }
        << Code(ErrorCode::TlsWrongPurpose);
    QTest::newRow("ended a second ago")
        << leaf([&](auto &r) { r.to = now.addSecs(-1); }) << Code(ErrorCode::TlsExpired);
    QTest::newRow("begins in an hour")
        << leaf([&](auto &r) { r.from = now.addSecs(3600); }) << Code(ErrorCode::TlsNotYetValid);
    QTest::newRow("for clients") << leaf([](auto &r) { r.usage = "clientAuth"; })
                                 << Code(ErrorCode::TlsWrongPurpose);
    QTest::newRow("for both") << leaf([](auto &r) { r.usage = "serverAuth,clientAuth"; }) << Code();
    QTest::newRow("for anything") << leaf([](auto &r) { r.usage.clear(); }) << Code();
    QTest::newRow("RSA of 2048 bits") << leaf([](auto &r) { r.rsaBits = 2048; }) << Code();
    QTest::newRow("RSA of 1024 bits")
        << leaf([](auto &r) { r.rsaBits = 1024; }) << Code(ErrorCode::TlsWeak);
}

void TestPeerCheck::verdicts()
{
    QFETCH(const QList<QSslCertificate>, chain);
    QFETCH(const std::optional<ErrorCode>, code);
    const Result<void> result = checkPeer(chain, u"localhost"_s, only({ m_root.certificate() }));
    QCOMPARE(result.ok(), !code.has_value());
    if (code)
        QCOMPARE(result.error().code, *code);
}

void TestPeerCheck::severalAnchors()
{
    const QSslCertificate other = TestCertificate::authority(u"Other"_s).certificate();
    const QList<QSslCertificate> chain { m_root.issue({}).certificate() };
    QVERIFY(checkPeer(chain, u"localhost"_s, only({ other, m_root.certificate() })).ok());
    QVERIFY(!checkPeer(chain, u"localhost"_s, only({ other })).ok());
}

void TestPeerCheck::systemDoesNotKnowOurs()
{
    const Result<void> result =
        checkPeer({ m_root.issue({}).certificate(), m_root.certificate() }, u"localhost"_s, {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::TlsUntrusted);
    QCOMPARE(result.error().argument(u"issuer"), u"Root"_s);
}

void TestPeerCheck::caFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << "not a certificate"_ba;
    QTest::newRow("DER, cut off") << m_root.certificate().toDer().chopped(1);
    QTest::newRow("broken PEM") << m_root.pem().replace("MII", "???");
}

void TestPeerCheck::caFiles()
{
    QFETCH(const QByteArray, content);
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(content);
    file.flush();
    const Result<QList<QSslCertificate>> result = readCaFile(file.fileName());
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::NamedFileUnreadable);
    QCOMPARE(result.error().argument(u"file"), file.fileName());
    QVERIFY(!result.error().argument(u"said").isEmpty());
}

void TestPeerCheck::severalInOneFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("Some words before\n" + m_root.pem() + "# between\n" + m_intermediate.pem());
    file.flush();
    const Result<QList<QSslCertificate>> result = readCaFile(file.fileName());
    QVERIFY(result.ok());
    QCOMPARE(*result,
             (QList<QSslCertificate> { m_root.certificate(), m_intermediate.certificate() }));
    QTemporaryFile der;
    QVERIFY(der.open());
    der.write(m_root.certificate().toDer());
    der.flush();
    QCOMPARE(readCaFile(der.fileName()).value(), QList<QSslCertificate> { m_root.certificate() });
    QVERIFY(!readCaFile(u"/"_s).ok());
    QVERIFY(!readCaFile(u"/nonexistent"_s).ok());
}

/// What stands in a certificate was written by whoever made it.
void TestPeerCheck::namesWithTricks()
{
    CertificateRecipe recipe;
    recipe.commonName = u"good\u202etxt\n<b>"_s;
    recipe.alternativeNames.clear();
    const TestCertificate leaf = m_root.issue(recipe);
    const Result<void> result =
        checkPeer({ leaf.certificate() }, u"localhost"_s, only({ m_root.certificate() }));
    QVERIFY(!result.error().argument(u"names").contains(QChar(0x202e)));
    QVERIFY(!result.error().argument(u"names").contains(u'\n'));
}

/// The system does not know ours: only what is added makes the difference.
void TestPeerCheck::besideTheSystem()
{
    const QList<QSslCertificate> chain { m_root.issue({}).certificate() };
    TrustAnchors added { { m_root.certificate() }, true };
    QVERIFY(checkPeer(chain, u"localhost"_s, added).ok());
    QVERIFY(!checkPeer(chain, u"localhost"_s, {}).ok());
    // Qt gets ours and the system's, for a server with a certificate of either.
    const QList<QSslCertificate> both = authoritiesForQt(added);
    QVERIFY(both.contains(m_root.certificate()));
    QVERIFY(both.size() > 20);
    added.besideSystem = false;
    QCOMPARE(authoritiesForQt(added), QList<QSslCertificate> { m_root.certificate() });
    QVERIFY(authoritiesForQt({}).isEmpty());
}

void TestPeerCheck::interceptors_data()
{
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("sent"); // the root stands in the chain
    QTest::addColumn<ErrorCode>("code");
    const auto add = [](const QString &authority, const QString &host, bool sent, ErrorCode code) {
        QTest::addRow("%s, %s%s", qPrintable(host), qPrintable(authority), sent ? "" : ", not sent")
            << authority << host << sent << code;
    };
    add(u"Acme Corp Proxy CA"_s, u"id.acme.test"_s, true, ErrorCode::TlsIntercepted);
    add(u"Acme Corp Proxy CA"_s, u"id.acme.test"_s, false, ErrorCode::TlsIntercepted);
    add(u"Zscaler Root CA"_s, u"10.0.0.1"_s, true, ErrorCode::TlsIntercepted);
    add(u"mitmproxy"_s, u"id.acme.test"_s, true, ErrorCode::TlsIntercepted);
    add(u"Acme IT"_s, u"id.sage.com"_s, true, ErrorCode::TlsIntercepted);
    add(u"Acme IT"_s, u"ID.Sage.com"_s, false, ErrorCode::TlsIntercepted);
    add(u"Acme IT"_s, u"notsage.com"_s, true, ErrorCode::TlsUntrusted);
    add(u"Acme IT"_s, u"id.acme.test"_s, true, ErrorCode::TlsUntrusted);
    add(u"Acme IT"_s, u"id.acme.test"_s, false, ErrorCode::TlsIncomplete);
}

void TestPeerCheck::interceptors()
{
    QFETCH(const QString, authority);
    QFETCH(const QString, host);
    QFETCH(const bool, sent);
    QFETCH(const ErrorCode, code);
    const TestCertificate root = TestCertificate::authority(authority);
    QList<QSslCertificate> chain { root.issue({}).certificate() };
    if (sent)
        chain << root.certificate();
    const Result<void> result = checkPeer(chain, host, {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, code);
    QCOMPARE(result.error().argument(u"issuer"), authority);
}

MINTMARK_TEST(tst_peercheck, TestPeerCheck)

#include "tst_peercheck.moc"
