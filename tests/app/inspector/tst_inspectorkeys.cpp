// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectorkeys.h"

#include "app/inspector/inspection.h"
#include "core/session/sessionrig.h"
#include "jose/base64url.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

/// RFC 7515 Appendix A.1: HS256 and its key.
constexpr auto hmacToken =
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0"
    "dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
constexpr auto hmacKey =
    R"({"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"})";

/// RFC 8037 Appendix A.4: Ed25519, of a key whose public half is in A.2.
constexpr auto edKey =
    R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"one","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})";

std::shared_ptr<const Token> parsed(const QByteArray &text)
{
    return std::make_shared<const Token>(Token::parse(text));
}

/// Signed with nothing that is known: its issuer is what counts.
std::shared_ptr<const Token> tokenOf(const QString &issuer)
{
    return parsed(base64UrlEncode(R"({"alg":"EdDSA","kid":"one"})") + '.'
                  + base64UrlEncode("{\"iss\":\"" + issuer.toUtf8() + "\"}") + '.'
                  + base64UrlEncode(QByteArray(64, 'S')));
}

} // namespace

class TestInspectorKeys : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    FakeKeychainSystem m_keychain;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }

private Q_SLOTS:
    /// Symmetric keys too: whoever opens the file trusts it.
    void keysOfAFile()
    {
        SessionRig rig(m_folder.path(), m_keychain);
        InspectorKeys keys(rig.workspace.clock(), rig.workspace.network(),
                           rig.workspace.profiles());
        keys.setToken(parsed(hmacToken), {});
        QVERIFY(keys.state().finding.status != SignatureStatus::Valid);
        QSignalSpy changed(&keys, &InspectorKeys::changed);
        QCOMPARE(keys.openFile(write(u"customer.json"_s, hmacKey)), QString());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(keys.state().finding.status, SignatureStatus::Valid);
        QCOMPARE(keys.state().source, u"customer.json"_s);
        QCOMPARE(keys.state().offer.linkId, QString(inspectorlink::forgetKeys));

        QByteArray changedToken(hmacToken);
        changedToken.back() = changedToken.back() == 'k' ? 'g' : 'k'; // a bit that counts
        keys.setToken(parsed(changedToken), {});
        QCOMPARE(keys.state().finding.status, SignatureStatus::Invalid);
        keys.forgetFile();
        QVERIFY(keys.state().finding.status != SignatureStatus::Invalid);
        QVERIFY(keys.state().source.isEmpty());
    }

    void filesThatAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no keys") << QByteArray("Hello");
        QTest::newRow("an empty set") << QByteArray(R"({"keys":[]})");
        QTest::newRow("no JSON") << QByteArray(R"({"keys":[)");
        QTest::newRow("too long") << QByteArray(1024 * 1024 + 1, ' ');
    }
    void filesThatAreRefused()
    {
        QFETCH(QByteArray, bytes);
        SessionRig rig(m_folder.path(), m_keychain);
        InspectorKeys keys(rig.workspace.clock(), rig.workspace.network(),
                           rig.workspace.profiles());
        const QString refusal = keys.openFile(write(u"other.json"_s, bytes));
        QVERIFY2(refusal.contains(u"other.json"_s), qPrintable(refusal));
        QVERIFY(!keys.hasFile());
        QVERIFY(!keys.openFile(m_folder.path()).isEmpty()); // a folder
    }

    /// The token names its issuer: one question per host, and nothing is sent before the answer.
    void asksForTheIssuerOfTheToken()
    {
        TokenServer server;
        server.handler = [&server](const ServedRequest &request) {
            ServedAnswer answer;
            answer.body = request.target.contains("keys")
                ? QByteArray(edKey)
                : QByteArray(R"({"issuer":"HERE","jwks_uri":"HERE/keys"})")
                      .replace("HERE", server.address(u""_s).toUtf8());
            return answer;
        };
        SessionRig rig(m_folder.path(), m_keychain);
        InspectorKeys keys(rig.workspace.clock(), rig.workspace.network(),
                           rig.workspace.profiles());
        keys.setToken(tokenOf(server.address(u""_s)), {});
        QCOMPARE(keys.hostToAgreeTo(), u"127.0.0.1"_s);
        QCOMPARE(keys.state().offer.linkId, QString(inspectorlink::fetchKeys));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(server.count(), 0);
        QSignalSpy changed(&keys, &InspectorKeys::changed);
        keys.fetch();
        QVERIFY(keys.hostToAgreeTo().isEmpty());
        QTRY_COMPARE(keys.state().finding.status, SignatureStatus::Invalid);
        QVERIFY2(keys.state().source.contains(u"which the token names"_s),
                 qPrintable(keys.state().source));
        QVERIFY(changed.size() >= 2);
        const int sent = server.count();
        QVERIFY(sent >= 2);
        // Another token of that host: nobody is asked again, and the keys are there.
        keys.setToken(parsed(hmacToken), {});
        keys.setToken(tokenOf(server.address(u""_s)), {});
        QVERIFY(keys.hostToAgreeTo().isEmpty());
        QCOMPARE(keys.state().finding.status, SignatureStatus::Invalid);
        QCOMPARE(server.count(), sent);
    }

    void issuersThatAreNotOffered_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::newRow("no address") << u"joe"_s;
        QTest::newRow("plain http") << u"http://id.example.com/"_s;
        QTest::newRow("user in it") << u"https://id.example.com@evil.example/"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s;
        QTest::newRow("none") << QString();
    }
    void issuersThatAreNotOffered()
    {
        QFETCH(QString, issuer);
        SessionRig rig(m_folder.path(), m_keychain);
        InspectorKeys keys(rig.workspace.clock(), rig.workspace.network(),
                           rig.workspace.profiles());
        keys.setToken(tokenOf(issuer), {});
        QVERIFY(keys.hostToAgreeTo().isEmpty());
        QVERIFY(keys.state().offer.link.isEmpty());
        keys.fetch();
        QVERIFY(keys.state().finding.status == SignatureStatus::NotChecked);
    }

    /// A profile's own address is asked for by one press, without a question.
    void keysOfTheProfile()
    {
        TokenServer server;
        server.handler = [](const ServedRequest &) {
            ServedAnswer answer;
            answer.body = edKey;
            return answer;
        };
        SessionRig rig(m_folder.path(), m_keychain);
        InspectorKeys keys(rig.workspace.clock(), rig.workspace.network(),
                           rig.workspace.profiles());
        Profile profile = profileFor(server).profile;
        profile.jwksUri = server.address(u"/keys"_s);
        keys.setToken(tokenOf(u"https://id.example.com/"_s), profile);
        QVERIFY(keys.hostToAgreeTo().isEmpty());
        QCOMPARE(keys.state().offer.linkId, QString(inspectorlink::fetchKeys));
        QCOMPARE(server.count(), 0);
        keys.fetch();
        QTRY_COMPARE(keys.state().finding.status, SignatureStatus::Invalid);
        QCOMPARE(keys.state().source, u"127.0.0.1"_s);
        QCOMPARE(server.count(), 1);
    }
};

MINTMARK_TEST(tst_inspectorkeys, TestInspectorKeys)
#include "tst_inspectorkeys.moc"
