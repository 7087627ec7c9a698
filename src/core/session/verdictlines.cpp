// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "session/verdict.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(VerdictLines)
};

using Line = Verdict::Line;

constexpr auto editChecks = "edit-checks"_L1;
constexpr auto editKeys = "edit-keys"_L1;
constexpr auto introspect = "introspect"_L1;

QString shown(const QString &text)
{
    return displayText(text).text;
}

bool differsInAudience(const VerdictInput &input)
{
    return std::any_of(input.checks.begin(), input.checks.end(), [](const TokenCheck &check) {
        return check.code == CheckCode::AudienceMismatch && check.severity == Severity::Error;
    });
}

Line audienceLine(const VerdictInput &input)
{
    const QString expected = shown(input.expectedAudience);
    const QString found = shown(input.token->audience().join(u", "_s));
    Line line;
    line.icon = u"target"_s;
    if (found.isEmpty()) {
        line.text = Text::tr("Audience: none in the token");
        if (!expected.isEmpty())
            line.caption = Text::tr("The profile expects %1").arg(expected);
    } else if (expected.isEmpty()) {
        line.text = Text::tr("Audience not compared");
        line.caption = found;
        line.link = Text::tr("Set one…");
        line.linkId = editChecks;
    } else if (differsInAudience(input)) {
        line.tone = Tone::Fault;
        line.text = Text::tr("Audience is another one: %1").arg(found);
        line.caption = Text::tr("The profile expects %1. The API will answer 401.").arg(expected);
        line.link = Text::tr("Edit…");
        line.linkId = editChecks;
    } else {
        line.tone = Tone::Ok;
        line.text = Text::tr("Audience as in the profile");
        line.caption = expected;
    }
    return line;
}

Line wrongSignature(const QString &text, const QString &caption)
{
    return { u"cross"_s, Tone::Fault, text, caption, {}, {} };
}

Line uncheckedSignature(const QString &caption)
{
    return { u"sealq"_s, Tone::Neutral, Text::tr("Signature not checked"), caption, {}, {} };
}

Line withLinkToKeys(Line line, const QString &label)
{
    line.link = label;
    line.linkId = editKeys;
    return line;
}

/// "RS256 · key 757b50fd from id.sage.com"
QString signedWith(const VerdictInput &input)
{
    const QString algorithm = shown(input.token->algorithm());
    return input.signatureKey.isEmpty()
        ? algorithm
        : Text::tr("%1 · key %2").arg(algorithm, shown(input.signatureKey));
}

QString reasonOr(const VerdictInput &input, const QString &usual)
{
    return input.signatureReason.isEmpty() ? usual : input.signatureReason;
}

Line signatureLine(const VerdictInput &input)
{
    switch (input.signature) {
    case SignatureStatus::Valid:
        return { u"seal"_s, Tone::Ok, Text::tr("Signature verified"), signedWith(input), {}, {} };
    case SignatureStatus::Invalid:
        return wrongSignature(
            Text::tr("Signature wrong"),
            Text::tr("The token was changed, or was signed by someone else than its issuer."));
    case SignatureStatus::Malformed:
        return wrongSignature(Text::tr("Signature wrong"), Text::tr("The signature is damaged."));
    case SignatureStatus::Unsecured:
        return wrongSignature(Text::tr("Not signed"),
                              Text::tr("alg none: anybody can write such a token."));
    case SignatureStatus::NoKey:
        return withLinkToKeys(
            uncheckedSignature(reasonOr(input, Text::tr("None of the issuer's keys fits this token."))),
            Text::tr("Edit…"));
    case SignatureStatus::Unsupported:
        return uncheckedSignature(
            Text::tr("%1 is not supported").arg(shown(input.token->algorithm())));
    case SignatureStatus::NotChecked:
        break;
    }
    if (input.issuerKnown)
        return uncheckedSignature(reasonOr(input, Text::tr("The issuer's keys were not asked for.")));
    return withLinkToKeys(uncheckedSignature(Text::tr("No key address for this provider.")),
                          Text::tr("Set one…"));
}

Line lockedSignature(const QString &caption)
{
    return { u"lock"_s, Tone::Neutral, Text::tr("Signature cannot be checked"), caption, {}, {} };
}

QList<Line> opaqueLines(const VerdictInput &input)
{
    Line line;
    line.icon = u"help"_s;
    line.text = Text::tr("Opaque token, %n characters", nullptr,
                         static_cast<int>(input.token->text().size()));
    line.caption = Text::tr("Only the server can read it.");
    if (input.canIntrospect) {
        line.link = Text::tr("Ask the server");
        line.linkId = introspect;
    }
    return { lockedSignature(Text::tr("The token is opaque.")), line };
}

QList<Line> encryptedLines(const VerdictInput &input)
{
    const QString algorithms =
        shown(input.token->algorithm()) + u", "_s + shown(input.token->encryption());
    return { lockedSignature(Text::tr("The token is encrypted.")),
             { u"lock"_s,
               Tone::Neutral,
               Text::tr("Encrypted for the API (%1)").arg(algorithms),
               Text::tr("Only the API can read it."),
               {},
               {} } };
}

QList<Line> damagedLines(const Token &token)
{
    Line line { u"error"_s, Tone::Fault, Text::tr("The token is damaged"), {}, {}, {} };
    if (!token.problems().isEmpty())
        line.caption = tokenProblemSentence(token.problems().first());
    return { line };
}

QList<Line> answerLines(const Error &error)
{
    const ErrorText text = errorText(error);
    return { { u"error"_s, Tone::Fault, shown(text.cause), shown(text.known), {}, {} } };
}

} // namespace

QList<Verdict::Line> verdictLines(const VerdictInput &input)
{
    if (!input.tokenSet || !input.token)
        return input.answerError && !input.keyringLocked ? answerLines(*input.answerError)
                                                         : QList<Line>();
    switch (input.token->kind()) {
    case TokenKind::Opaque:
        return opaqueLines(input);
    case TokenKind::Jwe:
        return encryptedLines(input);
    case TokenKind::Malformed:
        return damagedLines(*input.token);
    case TokenKind::Jws:
        break;
    }
    QList<Line> lines;
    if (input.token->claims().exists())
        lines << audienceLine(input);
    return lines << signatureLine(input);
}

} // namespace mintmark
