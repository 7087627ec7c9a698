// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefindings.h"

namespace mintmark::findings {

using namespace Qt::StringLiterals;

namespace {

/// A thing that is no secret, however much it looks like one; empty if it may be one.
QString otherThing(QStringView secret, const Profile &profile)
{
    if (secret == profile.client.clientId)
        return Text::tr("This is the client id again.");
    if (secret.startsWith(u"eyJ"))
        return Text::tr("This is a token, not a secret.");
    if (secret.contains(u"BEGIN"))
        return Text::tr("This is a key: choose “Signed JWT, private key”.");
    return {};
}

/// The first that applies: more would not help.
std::optional<FieldFinding> secretFinding(QStringView secret, const Profile &profile)
{
    const Value value { ProfileField::ClientSecret, secret, Text::tr("a secret"),
                        Text::tr("Client secrets"), profile.provider == "sage-id"_L1 };
    if (const QString other = otherThing(secret, profile); !other.isEmpty())
        return FieldFinding { value.field, FindingLevel::Warning, other, {} };
    if (auto placeholder = placeholderFinding(value))
        return placeholder;
    if (auto foreign = foreignCharacterFinding(value))
        return foreign;
    return innerSpaceFinding(value, false);
}

} // namespace

void addSecretFindings(const ProfileDraft &draft, Findings &findings)
{
    const SecretBytes &secret = draft.secrets.client.clientSecret;
    if (secret.isEmpty())
        return;
    QString text = QString::fromUtf8(secret.view());
    if (const auto finding = secretFinding(text, draft.profile))
        findings.append(*finding);
    wipe(text);
}

} // namespace mintmark::findings
