// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/headerfinding.h"

#include "jose/token.h"

#include <algorithm>
#include <iterator>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

using Type = JsonValue::Type;

struct Member
{
    QLatin1StringView name;
    Type type;
};
/// RFC 7515 §4.1; those that are never used must have their form all the same (§5.2, step 4).
constexpr Member members[] = {
    { "alg"_L1, Type::String },      { "kid"_L1, Type::String }, { "typ"_L1, Type::String },
    { "cty"_L1, Type::String },      { "jku"_L1, Type::String }, { "x5u"_L1, Type::String },
    { "x5t"_L1, Type::String },      { "jwk"_L1, Type::Object }, { "x5c"_L1, Type::Array },
    { "x5t#S256"_L1, Type::String }, { "crit"_L1, Type::Array }, { "b64"_L1, Type::Boolean },
};
/// RFC 7515 §4.1.11: names of the JOSE standards themselves may not stand in crit.
constexpr QLatin1StringView neverCritical[] = {
    "alg"_L1,      "jku"_L1, "jwk"_L1, "kid"_L1,  "x5u"_L1, "x5c"_L1, "x5t"_L1,
    "x5t#S256"_L1, "typ"_L1, "cty"_L1, "crit"_L1, "enc"_L1, "zip"_L1, "epk"_L1,
    "apu"_L1,      "apv"_L1, "iv"_L1,  "tag"_L1,  "p2s"_L1, "p2c"_L1,
};
constexpr auto unencodedPayload = "b64"_L1; // RFC 7797, the only extension known here

HeaderFinding malformed(SignatureReason reason, const QString &argument = {})
{
    return { SignatureStatus::Malformed, reason, argument };
}

std::optional<HeaderFinding> memberFinding(const JsonValue &header)
{
    for (const auto &[name, type] : members) {
        const JsonValue member = header.member(name);
        if (member.exists() && member.type() != type)
            return malformed(SignatureReason::HeaderMember, name);
    }
    if (!header.member("alg"_L1).exists())
        return malformed(SignatureReason::HeaderMember, u"alg"_s);
    return std::nullopt;
}

bool isCriticalName(const JsonValue &name, const JsonValue &header)
{
    const QString text = name.toString();
    return name.isString() && header.member(text).exists()
        && std::find(std::begin(neverCritical), std::end(neverCritical), text)
        == std::end(neverCritical);
}

std::optional<HeaderFinding> criticalFinding(const JsonValue &header)
{
    const JsonValue critical = header.member("crit"_L1);
    QStringList names;
    for (const JsonValue &name : critical) {
        if (!isCriticalName(name, header))
            return malformed(SignatureReason::CriticalMalformed);
        names.append(name.toString());
    }
    const bool twice = names.removeDuplicates() > 0;
    const bool unsaid = header.member(unencodedPayload).toBool() == false
        && !names.contains(unencodedPayload); // RFC 7797 §6
    if ((critical.exists() && names.isEmpty()) || twice || unsaid)
        return malformed(SignatureReason::CriticalMalformed);
    names.removeAll(unencodedPayload);
    if (!names.isEmpty())
        return HeaderFinding { SignatureStatus::Unsupported, SignatureReason::CriticalUnsupported,
                               names.first() };
    return std::nullopt;
}

} // namespace

std::optional<HeaderFinding> headerFinding(const Token &token)
{
    const JsonValue header = token.header();
    const QList<JsonValue> duplicates = token.headerDocument().duplicateMembers();
    if (!duplicates.isEmpty())
        return malformed(SignatureReason::HeaderAmbiguous, duplicates.first().name());
    if (auto finding = memberFinding(header))
        return finding;
    if (token.isUnsecured())
        return HeaderFinding { SignatureStatus::Unsecured, SignatureReason::NoSignature, {} };
    return criticalFinding(header);
}

} // namespace mintmark
