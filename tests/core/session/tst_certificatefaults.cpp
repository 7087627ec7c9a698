// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "core/session/faultrig.h"
#include "support/testmain.h"

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

using enum ErrorCode;

namespace {

CertificateRecipe recipe(const std::function<void(CertificateRecipe &)> &change)
{
    CertificateRecipe result;
    change(result);
    return result;
}

CertificateRecipe named(const QStringList &names, const QString &commonName = u"server under test"_s)
{
    return recipe([&](auto &r) {
        r.alternativeNames = names;
        r.commonName = commonName;
    });
}

CertificateRecipe dated(const QDateTime &from, const QDateTime &to)
{
    return recipe([&](auto &r) {
        r.from = from;
        r.to = to;
    });
}

} // namespace

/// A live token, then a server that shows a certificate it must not be trusted for: found before a
/// byte of the request leaves. A new case is a row.
class TestCertificateFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shown_data();
    void shown();
    void weak_data();
    void weak();

private:
    TestAuthority m_authority;
};

void TestCertificateFaults::shown_data()
{
    QTest::addColumn<QSslConfiguration>("tls");
    QTest::addColumn<FaultRow>("row");
    const auto add = [](const char *name, const QSslConfiguration &tls, ErrorCode code,
                        const QMap<QString, QString> &arguments = {}) {
        QTest::newRow(name) << tls << FaultRow { name, {}, code, arguments };
    };
    const TestCertificate &root = m_authority.root;
    const TestCertificate &intermediate = m_authority.intermediate;
    const TestCertificate foreign = TestCertificate::authority(u"Foreign root"_s);
    const QDateTime past({ 2026, 1, 2 }, { 3, 4 }, Qt::UTC);
    const QDateTime future({ 2099, 7, 8 }, { 3, 4 }, Qt::UTC);

    add("self-signed", TestCertificate::selfSigned({}).configuration(), TlsSelfSigned);
    add("wrong host", root.issue(named({ u"DNS:example.org"_s })).configuration(), TlsWrongHost,
        { { u"names"_s, u"example.org"_s } });
    add("wrong address", root.issue(named({ u"IP:127.0.0.2"_s })).configuration(), TlsWrongHost,
        { { u"names"_s, u"127.0.0.2"_s } });
    add("wildcard", root.issue(named({ u"DNS:*.localhost"_s, u"DNS:*"_s })).configuration(), TlsWrongHost);
    // RFC 9525 §2: the common name counts for nothing (Qt accepts both).
    add("common name only", root.issue(named({}, u"127.0.0.1"_s)).configuration(), TlsWrongHost,
        { { u"names"_s, u"no host; the common name \"127.0.0.1\" does not count"_s } });
    add("common name beside another host",
        root.issue(named({ u"DNS:example.org"_s }, u"127.0.0.1"_s)).configuration(), TlsWrongHost,
        { { u"names"_s, u"example.org"_s } });
    add("address as DNS name", root.issue(named({ u"DNS:127.0.0.1"_s })).configuration(), TlsWrongHost);
    add("expired", root.issue(dated(past.addDays(-9), past)).configuration(), TlsExpired,
        { { u"date"_s, u"2 January 2026"_s } });
    add("not yet valid", root.issue(dated(future, future.addDays(9))).configuration(), TlsNotYetValid,
        { { u"date"_s, u"8 July 2099"_s } });
    add("untrusted root", foreign.issue({}).configuration(), TlsIncomplete, { { u"issuer"_s, u"Foreign root"_s } });
    add("untrusted root, sent along", foreign.issue({}).configuration({ foreign }), TlsUntrusted,
        { { u"issuer"_s, u"Foreign root"_s } });
    add("who intercepts", TestCertificate::authority(u"Acme Web Proxy"_s).issue({}).configuration(), TlsIntercepted);
    add("missing intermediate", intermediate.issue({}).configuration(), TlsIncomplete,
        { { u"issuer"_s, u"Mintmark test intermediate"_s } });
    add("made by a leaf", root.issue({}).issue({}).configuration({ root.issue({}) }), TlsUntrusted);
    add("for clients", root.issue(recipe([](auto &r) { r.usage = "clientAuth"; })).configuration(), TlsWrongPurpose);
    const TestCertificate narrow = root.issue(recipe([](auto &r) {
        r.isAuthority = true;
        r.commonName = u"Narrow"_s;
        r.alternativeNames.clear();
        r.usage.clear();
        r.nameConstraints = "critical,excluded;IP:127.0.0.0/255.0.0.0";
    }));
    add("outside of what its authority may sign", narrow.issue({}).configuration({ narrow }), TlsCertificateInvalid,
        { { u"said"_s, u"excluded subtree violation"_s } });
}

void TestCertificateFaults::shown()
{
    QFETCH(const QSslConfiguration, tls);
    QFETCH(const FaultRow, row);
    FaultRig rig(m_authority, true, row.deadlineMs);
    rig.setTls(tls);
    rig.fetch();
    QCOMPARE(rig.brokenRules(row.code, row.arguments, 0), QString());
}

void TestCertificateFaults::weak_data()
{
    QTest::addColumn<CertificateRecipe>("leaf");
    QTest::addColumn<QString>("option");
    QTest::addColumn<ErrorCode>("code");
    const CertificateRecipe sha1 = recipe([](auto &r) { r.sha1 = true; });
    const CertificateRecipe shortKey = recipe([](auto &r) { r.rsaBits = 1024; });
    const CertificateRecipe strong;
    QTest::newRow("SHA-1, TLS 1.3") << sha1 << u"-tls1_3"_s << TlsWeak;
    QTest::newRow("SHA-1, TLS 1.2") << sha1 << u"-tls1_2"_s << TlsWeak;
    QTest::newRow("RSA of 1024 bits, TLS 1.3") << shortKey << u"-tls1_3"_s << TlsWeak;
    QTest::newRow("RSA of 1024 bits, TLS 1.2") << shortKey << u"-tls1_2"_s << TlsWeak;
    // RFC 8996: deprecated.
    QTest::newRow("only TLS 1.1") << strong << u"-tls1_1"_s << TlsTooOld;
    QTest::newRow("only TLS 1.0") << strong << u"-tls1"_s << TlsTooOld;
}

/// Qt's own server refuses to be so weak.
void TestCertificateFaults::weak()
{
    QFETCH(const CertificateRecipe, leaf);
    QFETCH(const QString, option);
    QFETCH(const ErrorCode, code);
    FaultRig rig(m_authority, true, FaultRow::patientMs);
    rig.closeServer();
    OpenSslServer server(m_authority.root.issue(leaf),
                         { u"-cipher"_s, u"ALL:@SECLEVEL=0"_s, option }, rig.port());
    rig.fetch();
    QCOMPARE(rig.brokenRules(code, {}, 0), QString());
    QVERIFY(!server.heard().contains("client_id"));
}

MINTMARK_TEST(tst_certificatefaults, TestCertificateFaults)

#include "tst_certificatefaults.moc"
