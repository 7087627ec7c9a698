// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "forger.h"

#include "jose/jwkset.h"
#include "jose/signatureverifier.h"
#include "jose/signer.h"
#include "jose/token.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>

using namespace mintmark;
using namespace mintmark::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

/// Tokens and keys made by npm's jose.
class TestJoseOracle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void verifiesWithTheKeySet();
    void verifiesWithOneKey();
    void verifiesWithPem();
    void refusesTheOtherTokensSignatures();
    void refusesEveryFlippedBit();
    void isVerifiedByTheOther();

private:
    QList<QJsonObject> m_lines;
    JwkSet m_keys;
};

void TestJoseOracle::initTestCase()
{
    QProcess process;
    process.start(u"node"_s, { QStringLiteral(MINTMARK_TEST_SERVERS "/jose-oracle.mjs") });
    QVERIFY2(process.waitForFinished(60'000) && process.exitCode() == 0,
             process.readAllStandardError().constData());
    for (const QByteArray &line : process.readAllStandardOutput().trimmed().split('\n'))
        m_lines.append(QJsonDocument::fromJson(line).object());
    QVERIFY(m_lines.size() > 1);
    m_keys = JwkSet::parse(compact(m_lines.takeLast().value("jwks"_L1)), SymmetricKeys::Accept);
    QCOMPARE(m_lines.size(), 3 + 12 + 24 + 2);
    QCOMPARE(m_keys.usableKeys(), m_lines.size());
}

void TestJoseOracle::verifiesWithTheKeySet()
{
    for (const QJsonObject &line : m_lines) {
        const Token token = Token::parse(line.value("token"_L1).toString().toLatin1());
        const SignatureVerdict verdict = verifySignature(token, m_keys);
        QCOMPARE(verdict.reason, u"verified"_s);
        QCOMPARE(verdict.status, SignatureStatus::Valid);
        QCOMPARE(verdict.algorithm, line.value("alg"_L1).toString());
        QCOMPARE(verdict.keyId, line.value("kid"_L1).toString());
        QCOMPARE(QString::fromLatin1(verdict.keyThumbprint),
                 line.value("thumbprint"_L1).toString());
    }
}

void TestJoseOracle::verifiesWithOneKey()
{
    for (const QJsonObject &line : m_lines) {
        const JwkSet key = JwkSet::parse(compact(line.value("jwk"_L1)), SymmetricKeys::Accept);
        const Token token = Token::parse(line.value("token"_L1).toString().toLatin1());
        QCOMPARE(verifySignature(token, key).status, SignatureStatus::Valid);
    }
}

/// A PEM has no id; the token's is no hindrance.
void TestJoseOracle::verifiesWithPem()
{
    QByteArray all;
    for (const QJsonObject &line : m_lines)
        all += line.value("pem"_L1).toString().toLatin1() + '\n';
    const JwkSet keys = JwkSet::parse(all, SymmetricKeys::Refuse);
    QCOMPARE(keys.usableKeys(), m_lines.size() - 3);
    for (const QJsonObject &line : m_lines) {
        const Token token = Token::parse(line.value("token"_L1).toString().toLatin1());
        const SignatureVerdict verdict = verifySignature(token, keys);
        const bool symmetric = line.value("pem"_L1).isNull();
        QCOMPARE(verdict.status, symmetric ? SignatureStatus::NoKey : SignatureStatus::Valid);
        if (!symmetric)
            QCOMPARE(QString::fromLatin1(verdict.keyThumbprint),
                     line.value("thumbprint"_L1).toString());
    }
}

void TestJoseOracle::refusesTheOtherTokensSignatures()
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QString mine = m_lines[i].value("token"_L1).toString();
        const QString other = m_lines[(i + 1) % m_lines.size()].value("token"_L1).toString();
        const QString mixed =
            mine.left(mine.lastIndexOf(u'.')) + other.mid(other.lastIndexOf(u'.'));
        const SignatureVerdict verdict = verifySignature(Token::parse(mixed.toLatin1()), m_keys);
        QCOMPARE(verdict.reason, u"wrong_signature"_s);
        QCOMPARE(verdict.status, SignatureStatus::Invalid);
    }
}

/// Each bit of the signature, and one of each byte of header and payload.
void TestJoseOracle::refusesEveryFlippedBit()
{
    QSet<QString> seen;
    int refused = 0;
    for (const QJsonObject &line : m_lines) {
        const QJsonObject jwk = line.value("jwk"_L1).toObject();
        const QString kind = line.value("alg"_L1).toString() + jwk.value("crv"_L1).toString();
        if (seen.contains(kind))
            continue;
        seen.insert(kind);
        const JwkSet key = JwkSet::parse(compact(jwk), SymmetricKeys::Accept);
        QList<QByteArray> parts;
        for (const QByteArray &part : line.value("token"_L1).toString().toLatin1().split('.'))
            parts.append(QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding));
        QCOMPARE(parts.size(), 3);
        for (qsizetype which = 0; which < 3; ++which) {
            const qsizetype bits = parts[which].size() * 8;
            for (qsizetype bit = 0; bit < bits; bit += which == 2 ? 1 : 9) {
                QList<QByteArray> changed = parts;
                char &byte = changed[which][bit / 8];
                byte = static_cast<char>(byte ^ (1 << bit % 8));
                const QByteArray token =
                    encoded(changed[0]) + '.' + encoded(changed[1]) + '.' + encoded(changed[2]);
                const SignatureVerdict verdict = verifySignature(Token::parse(token), key);
                const QString where = kind + u" part %1 bit %2"_s.arg(which).arg(bit);
                QVERIFY2(verdict.status != SignatureStatus::Valid, qPrintable(where));
                if (which > 0)
                    QVERIFY2(verdict.status == SignatureStatus::Invalid, qPrintable(where));
                ++refused;
            }
        }
    }
    QCOMPARE(seen.size(), 3 + 6 + 3 + 2);
    QVERIFY(refused > 10'000);
}

/// Ours, verified by jose with the keys as we publish them.
void TestJoseOracle::isVerifiedByTheOther()
{
    QByteArray lines;
    for (const SigningAlgorithm algorithm : { SigningAlgorithm::RS256, SigningAlgorithm::ES256 }) {
        // Several: r, s or a coordinate may begin with a zero byte.
        const int keys = algorithm == SigningAlgorithm::ES256 ? 40 : 1;
        for (int i = 0; i < keys; ++i) {
            const Result<SigningKey> key = SigningKey::generate(algorithm);
            QVERIFY(key.ok());
            for (int text = 0; text < 10; ++text) {
                const QByteArray payload = R"({"n":)" + QByteArray::number(text) + '}';
                lines += R"({"token":")" + key->signCompact(key->header("at+jwt"_L1), payload)
                    + R"(","jwks":)" + publicJwkSet({ key->publicJwk() }) + "}\n";
            }
        }
    }
    QProcess process;
    process.start(u"node"_s, { QStringLiteral(MINTMARK_TEST_SERVERS "/jose-oracle.mjs"), u"--verify"_s });
    process.write(lines);
    process.closeWriteChannel();
    QVERIFY2(process.waitForFinished(60'000) && process.exitCode() == 0,
             process.readAllStandardError().constData());
    QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("410"));
}

MINTMARK_TEST(tst_joseoracle, TestJoseOracle)
#include "tst_joseoracle.moc"
