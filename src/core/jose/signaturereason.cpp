// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/signaturereason.h"

#include "base/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct ReasonRow
{
    SignatureReason reason;
    QLatin1StringView name;
    const char *sentence;
};

#define W(text) QT_TRANSLATE_NOOP("Signatures", text)

using enum SignatureReason;

// clang-format off
const ReasonRow reasonRows[] = {
    { Verified, "verified"_L1, W("Verified with key %1.") },
    { VerifiedByTrial, "verified_by_trial"_L1, W("Verified with key %1; the token itself names no key.") },
    { WrongSignature, "wrong_signature"_L1, W("The signature does not belong to this token and key %1.") },
    { WrongForEveryKey, "wrong_for_every_key"_L1, W("The signature does not belong to this token and any of %1 keys.") },
    { SignatureMissing, "signature_missing"_L1, W("The signature is missing.") },
    { PayloadMissing, "payload_missing"_L1, W("The signature does not belong to an empty payload. The payload was cut out or is sent separately.") },
    { NoKeys, "no_keys"_L1, W("There are no keys to check with.") },
    { UnknownKeyId, "unknown_key_id"_L1, W("Key %1, which the token names, is not among the keys.") },
    { NoFittingKey, "no_fitting_key"_L1, W("No key is of the type that %1 needs.") },
    { KeyForOtherAlgorithm, "key_for_other_algorithm"_L1, W("The key is meant for another algorithm than %1.") },
    { AmbiguousKeyId, "ambiguous_key_id"_L1, W("The keys are ambiguous: several have the id %1.") },
    { TooManyKeys, "too_many_keys"_L1, W("The token names no key, and the first %1 that it could be do not fit.") },
    { AlgorithmUnsupported, "algorithm_unsupported"_L1, W("Signatures of the algorithm %1 cannot be checked here.") },
    { CriticalUnsupported, "critical_unsupported"_L1, W("The header demands an extension that is not known here: %1.") },
    { Encrypted, "encrypted"_L1, W("The token is encrypted. Only its receiver can check it.") },
    { NoSignature, "no_signature"_L1, W("The token has no signature (alg none). Anybody can make it.") },
    { Opaque, "opaque"_L1, W("The token has no signature that could be checked here.") },
    { HeaderAmbiguous, "header_ambiguous"_L1, W("%1 stands twice in the header. Programs differ in which one they take.") },
    { HeaderMember, "header_member"_L1, W("%1 in the header is missing or not of the form that RFC 7515 demands.") },
    { CriticalMalformed, "critical_malformed"_L1, W("The header's list of critical extensions (crit) is not as RFC 7515 and RFC 7797 demand.") },
};
// clang-format on

#undef W

const ReasonRow &rowOf(SignatureReason reason)
{
    return *std::find_if(std::begin(reasonRows), std::end(reasonRows),
                         [reason](const ReasonRow &row) { return row.reason == reason; });
}

/// An id that has no end would bury the sentence.
QString shortened(const QString &argument)
{
    constexpr qsizetype longest = 80;
    const QString shown = displayText(QStringView(argument).left(longest)).text;
    return argument.size() > longest ? shown + u'…' : shown;
}

} // namespace

QLatin1StringView signatureReasonName(SignatureReason reason)
{
    return rowOf(reason).name;
}

QString signatureReasonSentence(SignatureReason reason, const QString &argument)
{
    const QString sentence = QCoreApplication::translate("Signatures", rowOf(reason).sentence);
    return sentence.contains("%1"_L1) ? sentence.arg(shortened(argument)) : sentence;
}

} // namespace mintmark
