// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profilevalidation.h"

#include <QCoreApplication>

/// The parts of validateProfile(): each looks at one kind of mistake and adds what it finds, in any
/// order.
namespace mintmark::findings {

using Findings = QList<FieldFinding>;

/// Context of the sentences.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileValidation)
};

/// Addresses that are none, http in the clear, a sign-in page in place of the token address.
void addAddressFindings(const Profile &profile, Findings &findings);
/// What mail programs, placeholders and mix-ups leave in client id, audience and scope.
void addValueFindings(const Profile &profile, Findings &findings);
/// What is missing or wrong of the preset's own values, and what its server is known to want.
void addPresetFindings(const Profile &profile, Findings &findings);
/// The same for the client secret; no sentence quotes more of it than one character.
void addSecretFindings(const ProfileDraft &draft, Findings &findings);
/// What the request cannot do without, and what TokenRequest refuses.
void addRequestFindings(const ProfileDraft &draft, Findings &findings);
/// What keeps an assertion from being signed (RFC 7523): its settings, its key and certificate. True
/// when there is such a thing. Part of addRequestFindings().
bool addAssertionFindings(const ProfileDraft &draft, Findings &findings);
/// A proxy that is none; files that are not there.
void addNetworkFindings(const NetworkSettings &network, Findings &findings);
/// An environment against what audience and address say, and against other profiles.
void addEnvironmentFindings(const Profile &profile, const QList<KnownProfile> &known,
                            Findings &findings);

/// A value as it is looked at by the checks that values and secrets share.
struct Value
{
    ProfileField field;
    QStringView text;
    QString noun;   ///< "a client id"
    QString plural; ///< "Client ids"
    bool fromSage = false;
};
/// nullopt when it is none.
std::optional<FieldFinding> placeholderFinding(const Value &value);
/// Typographic characters and others beyond ASCII. The fix replaces all that have a plain form.
std::optional<FieldFinding> foreignCharacterFinding(const Value &value);
/// `quoting`: names the word before it, which is not for secrets.
std::optional<FieldFinding> innerSpaceFinding(const Value &value, bool quoting);

} // namespace mintmark::findings
