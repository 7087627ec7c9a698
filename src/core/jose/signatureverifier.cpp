// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/signatureverifier.h"

#include "jose/headerfinding.h"
#include "jose/keyselection.h"
#include "jose/token.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

using enum SignatureStatus;

constexpr qsizetype maximumTries = 64; ///< a key that takes long takes 10 ms

class Verifier
{
public:
    Verifier(const Token &token, const JwkSet &set) : m_token(token), m_set(set)
    {
        m_verdict.algorithm = token.algorithm();
        m_verdict.keyId = token.keyId();
    }

    SignatureVerdict verify()
    {
        if (m_token.kind() == TokenKind::Opaque)
            return verdict(NotChecked, SignatureReason::Opaque);
        if (m_token.kind() == TokenKind::Jwe)
            return verdict(Unsupported, SignatureReason::Encrypted);
        if (const TokenProblem *problem = damage())
            return verdict(Malformed, tokenProblemName(problem->code),
                           tokenProblemSentence(*problem));
        if (const auto finding = headerFinding(m_token))
            return verdict(finding->status, finding->reason, finding->argument);
        const SignatureAlgorithm *algorithm = signatureAlgorithm(m_verdict.algorithm);
        if (algorithm == nullptr)
            return verdict(Unsupported, SignatureReason::AlgorithmUnsupported, m_verdict.algorithm);
        const QByteArray signature = m_token.signatureBytes();
        if (signature.isEmpty())
            return verdict(Invalid, SignatureReason::SignatureMissing);
        return withKeys(*algorithm, signature);
    }

private:
    /// What keeps a token from being a JWS; bits that mean nothing too, because then several texts
    /// would be the same token.
    const TokenProblem *damage() const
    {
        static constexpr TokenProblem unsaid;
        const QList<TokenProblem> &problems = m_token.problems();
        const auto found =
            std::find_if(problems.cbegin(), problems.cend(), [](const TokenProblem &problem) {
                return problem.code == TokenProblemCode::Base64TrailingBits;
            });
        if (found != problems.cend())
            return &*found;
        if (m_token.kind() != TokenKind::Malformed)
            return nullptr;
        return problems.isEmpty() ? &unsaid : &problems.first();
    }

    SignatureVerdict withKeys(const SignatureAlgorithm &algorithm, const QByteArray &signature)
    {
        if (m_set.fault)
            return verdict(NoKey, keySetFaultName(*m_set.fault), keySetFaultSentence(*m_set.fault));
        const JsonValue keyId = m_token.header().member("kid"_L1);
        const bool named = keyId.exists();
        const KeySelection selection =
            selectKeys(m_set, algorithm, named ? std::optional(m_verdict.keyId) : std::nullopt);
        if (selection.keys.isEmpty() && selection.fault)
            return verdict(NoKey, keyFaultName(*selection.fault),
                           keyFaultSentence(*selection.fault));
        if (selection.keys.isEmpty()) {
            const bool ofKey = selection.reason == SignatureReason::UnknownKeyId
                || selection.reason == SignatureReason::AmbiguousKeyId;
            return verdict(NoKey, selection.reason, ofKey ? m_verdict.keyId : m_verdict.algorithm);
        }
        const auto tried = selection.keys.first(std::min(selection.keys.size(), maximumTries));
        for (const Jwk *key : tried) {
            if (isSignatureOf(m_token.signingInput(), signature, *key, algorithm)) {
                decidedBy(*key);
                return verdict(Valid,
                               named ? SignatureReason::Verified : SignatureReason::VerifiedByTrial,
                               nameOf(*key));
            }
        }
        return noneFits(selection.keys);
    }

    SignatureVerdict noneFits(const QList<const Jwk *> &keys)
    {
        if (m_token.payloadBytes().isEmpty())
            return verdict(Invalid, SignatureReason::PayloadMissing);
        if (keys.size() > maximumTries)
            return verdict(NoKey, SignatureReason::TooManyKeys, QString::number(maximumTries));
        if (keys.size() > 1)
            return verdict(Invalid, SignatureReason::WrongForEveryKey,
                           QString::number(keys.size()));
        decidedBy(*keys.first());
        return verdict(Invalid, SignatureReason::WrongSignature, nameOf(*keys.first()));
    }

    void decidedBy(const Jwk &key)
    {
        m_verdict.keyThumbprint = key.thumbprint;
        if (key.keyId)
            m_verdict.keyId = *key.keyId;
    }

    static QString nameOf(const Jwk &key)
    {
        if (key.keyId)
            return *key.keyId;
        return key.thumbprint.isEmpty() ? u"oct"_s : QString::fromLatin1(key.thumbprint);
    }

    SignatureVerdict verdict(SignatureStatus status, SignatureReason reason,
                             const QString &argument = {})
    {
        return verdict(status, signatureReasonName(reason),
                       signatureReasonSentence(reason, argument));
    }

    SignatureVerdict verdict(SignatureStatus status, QLatin1StringView reason,
                             const QString &sentence)
    {
        m_verdict.status = status;
        m_verdict.reason = reason;
        m_verdict.sentence = sentence;
        return m_verdict;
    }

    const Token &m_token;
    const JwkSet &m_set;
    SignatureVerdict m_verdict;
};

} // namespace

SignatureVerdict verifySignature(const Token &token, const JwkSet &keys)
{
    return Verifier(token, keys).verify();
}

} // namespace mintmark
