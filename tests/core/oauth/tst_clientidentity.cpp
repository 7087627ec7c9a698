// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/clientidentity.h"

#include "support/testcertificates.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

TestCertificate client(const TestCertificate &root, int rsaBits = 0)
{
    CertificateRecipe recipe;
    recipe.commonName = u"acme payments"_s;
    recipe.usage = "clientAuth";
    recipe.rsaBits = rsaBits;
    return root.issue(recipe);
}

} // namespace

class TestClientIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void files();
    void times_data();
    void times();
    void noneIsNoError();
    void whatTheKeychainKeeps();

private:
    QString written(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    const TestCertificate m_root = TestCertificate::authority(u"Root"_s);
    const qint64 m_now = QDateTime::currentMSecsSinceEpoch();
};

void TestClientIdentity::forms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<std::optional<ErrorCode>>("code");
    using Code = std::optional<ErrorCode>;
    const Code good;
    const TestCertificate own = client(m_root);
    const TestCertificate rsa = client(m_root, 2048);
    const TestCertificate other = client(m_root);
    const auto add = [](const char *name, const QByteArray &bytes, const QByteArray &passphrase,
                        Code code) { QTest::newRow(name) << bytes << passphrase << code; };
    add("PEM", own.pem() + own.keyPem(), {}, good);
    add("PEM, RSA", rsa.pem() + rsa.keyPem(), {}, good);
    add("PEM, key first", own.keyPem() + own.pem(), {}, good);
    add("PEM with its issuer", own.pem() + m_root.pem() + own.keyPem(), {}, good);
    add("PEM, issuer first", m_root.pem() + own.pem() + own.keyPem(), {}, good);
    add("PEM, a passphrase nobody asks for", own.pem() + own.keyPem(), "x", good);
    add("PEM, encrypted", own.pem() + own.encryptedKeyPem("secret"), "secret", good);
    add("PEM, wrong passphrase", own.pem() + own.encryptedKeyPem("secret"), "Secret",
        ErrorCode::ClientKeyPassphrase);
    add("PEM, no passphrase", own.pem() + own.encryptedKeyPem("secret"), {},
        ErrorCode::ClientKeyPassphrase);
    add("PEM, another key", own.pem() + other.keyPem(), {}, ErrorCode::ClientKeyMismatch);
    add("PEM without a key", own.pem(), {}, ErrorCode::ClientCertificateUnusable);
    add("PEM, key alone", own.keyPem(), {}, ErrorCode::ClientCertificateUnusable);
    add("PEM, damaged key", own.pem() + own.keyPem().replace("MH", "??"), {},
        ErrorCode::ClientCertificateUnusable);
    add("PKCS#12", own.pkcs12("secret"), "secret", good);
    add("PKCS#12, RSA", rsa.pkcs12("secret"), "secret", good);
    add("PKCS#12 without a passphrase", own.pkcs12({}), {}, good);
    add("PKCS#12, old ciphers", own.pkcs12("secret", true), "secret", good);
    add("PKCS#12, wrong passphrase", own.pkcs12("secret"), "other", ErrorCode::ClientKeyPassphrase);
    add("PKCS#12, no passphrase", own.pkcs12("secret"), {}, ErrorCode::ClientKeyPassphrase);
    add("DER certificate", own.certificate().toDer(), {}, ErrorCode::ClientCertificateUnusable);
    add("text", "no certificate", {}, ErrorCode::ClientCertificateUnusable);
    add("nothing", {}, {}, ErrorCode::ClientCertificateUnusable);
}

void TestClientIdentity::forms()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, passphrase);
    QFETCH(const std::optional<ErrorCode>, code);
    NetworkAccess access;
    access.settings.clientCertificate = ClientCertificateSource::Stored;
    access.secrets.clientIdentity = shareSecret(SecretBytes(bytes));
    access.secrets.keyPassphrase = shareSecret(SecretBytes(passphrase));
    const Result<ClientIdentity> identity = clientIdentity(access, m_now);
    if (code) {
        QVERIFY(!identity.ok());
        QCOMPARE(identity.error().code, *code);
        return;
    }
    QVERIFY2(identity.ok(), qPrintable(identity.ok() ? QString() : identity.error().argument(u"said")));
    QCOMPARE(identity->chain.first().subjectInfo(QSslCertificate::CommonName),
             QStringList { u"acme payments"_s });
    QVERIFY(!identity->key.isNull());
}

void TestClientIdentity::files()
{
    const TestCertificate own = client(m_root);
    const TestCertificate other = client(m_root);
    NetworkAccess access;
    access.settings.clientCertificate = ClientCertificateSource::Files;
    access.settings.clientCertificateFile = written(u"a.crt"_s, own.pem());
    access.settings.clientKeyFile = written(u"a.key"_s, own.keyPem());
    QVERIFY(clientIdentity(access, m_now).ok());
    // Without another file the key must be in the first.
    access.settings.clientKeyFile.clear();
    QCOMPARE(clientIdentity(access, m_now).error().code, ErrorCode::ClientCertificateUnusable);
    access.settings.clientKeyFile = written(u"b.key"_s, other.keyPem());
    const Error mismatch = clientIdentity(access, m_now).error();
    QCOMPARE(mismatch.code, ErrorCode::ClientKeyMismatch);
    QCOMPARE(mismatch.argument(u"file"), access.settings.clientKeyFile);
    QCOMPARE(mismatch.argument(u"subject"), u"acme payments"_s);
    access.settings.clientKeyFile = u"/nonexistent/key.pem"_s;
    const Error missing = clientIdentity(access, m_now).error();
    QCOMPARE(missing.code, ErrorCode::ClientCertificateUnusable);
    QCOMPARE(missing.argument(u"file"), u"/nonexistent/key.pem"_s);
}

void TestClientIdentity::times_data()
{
    QTest::addColumn<qint64>("nowMs");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("ended") << m_now + 40 * qint64(86'400'000) << ErrorCode::ClientCertificateExpired;
    QTest::newRow("not begun") << m_now - 40 * qint64(86'400'000)
                               << ErrorCode::ClientCertificateNotYetValid;
}

void TestClientIdentity::times()
{
    QFETCH(const qint64, nowMs);
    QFETCH(const ErrorCode, code);
    const TestCertificate own = client(m_root);
    NetworkAccess access;
    access.settings.clientCertificate = ClientCertificateSource::Stored;
    access.secrets.clientIdentity = shareSecret(SecretBytes(own.pem() + own.keyPem()));
    const Error error = clientIdentity(access, nowMs).error();
    QCOMPARE(error.code, code);
    QCOMPARE(error.argument(u"subject"), u"acme payments"_s);
    QVERIFY(!error.argument(u"date").isEmpty());
}

void TestClientIdentity::noneIsNoError()
{
    const Result<ClientIdentity> identity = clientIdentity({}, m_now);
    QVERIFY(identity.ok());
    QVERIFY(identity->isEmpty());
}

void TestClientIdentity::whatTheKeychainKeeps()
{
    const TestCertificate own = client(m_root);
    const QString certificate = written(u"c.crt"_s, own.pem());
    const QString key = written(u"c.key"_s, own.keyPem());
    NetworkAccess access;
    access.settings.clientCertificate = ClientCertificateSource::Stored;
    access.secrets.clientIdentity =
        shareSecret(std::move(readClientIdentity(certificate, key)).value());
    QVERIFY(clientIdentity(access, m_now).ok());
    QCOMPARE(readClientIdentity(u"/nonexistent"_s, {}).error().code, ErrorCode::NamedFileUnreadable);
}

MINTMARK_TEST(tst_clientidentity, TestClientIdentity)

#include "tst_clientidentity.moc"
