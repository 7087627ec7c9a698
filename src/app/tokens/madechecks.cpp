// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/madechecks.h"

#include "jose/environmentkind.h"
#include "jose/token.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

namespace {

#define W(text) QT_TRANSLATE_NOOP("MadeChecks", text)

enum class Needs { Nothing, Claims, Audience, Issuer, Environment };

/// One question, all its unpleasant answers, and the pleasant one.
struct Question
{
    Needs needs;
    QList<CheckCode> findings;
    const char *passed;
};

const QList<Question> &questions()
{
    using enum CheckCode;
    static const QList<Question> all {
        { Needs::Claims,
          { Expired, NoExpiry, ExpiryInMilliseconds, ExpiresInMismatch },
          W("The token names its end, and it is not over.") },
        { Needs::Claims, { NotYetValid }, W("The token is not from the future.") },
        { Needs::Claims, { LongLifetime }, W("The token lives for no longer than 24 hours.") },
        { Needs::Audience, { AudienceMismatch }, W("The token is for the audience of the profile.") },
        { Needs::Issuer, { IssuerMismatch }, W("The token is from the issuer of the profile.") },
        { Needs::Environment,
          { EnvironmentMismatch },
          W("Audience and issuer do not speak against the profile's environment.") },
        { Needs::Nothing,
          { AlgorithmNone },
          W("The token says that it is signed. Whether it is, is said beside the time left.") },
        { Needs::Nothing, { DuplicateMember }, W("No name stands in the token twice.") },
        { Needs::Nothing, { ClockSkew }, W("Nothing says that this computer's clock is wrong.") },
        { Needs::Nothing, { UnsafeText }, W("All characters in the token can be seen.") },
        { Needs::Nothing, { SecretLikeClaim }, W("Nothing in the token looks like a secret.") },
    };
    return all;
}

#undef W

bool isAsked(Needs needs, const Token &token, const ClaimContext &context)
{
    if (needs == Needs::Nothing)
        return true;
    if (!token.claims().exists())
        return false;
    switch (needs) {
    case Needs::Audience:
        return !context.audience.isEmpty();
    case Needs::Issuer:
        return !context.issuer.isEmpty();
    case Needs::Environment:
        return environmentKind(context.environment).has_value();
    case Needs::Nothing:
    case Needs::Claims:
        break;
    }
    return true;
}

} // namespace

MadeChecks madeChecks(const Token &token, const ClaimContext &context,
                      const QList<TokenCheck> &found)
{
    MadeChecks made;
    for (const Question &question : questions()) {
        if (!isAsked(question.needs, token, context))
            continue;
        ++made.count;
        const bool failed =
            std::any_of(found.begin(), found.end(), [&question](const TokenCheck &check) {
                return question.findings.contains(check.code);
            });
        if (!failed)
            made.passed << QCoreApplication::translate("MadeChecks", question.passed);
    }
    return made;
}

} // namespace mintmark
