// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/profiledraft.h"
#include "app/profiles/profilefield.h"

#include <QList>
#include <QString>

#include <optional>

namespace mintmark {

/// What is known of another profile. Client id and audience are empty while it was not loaded:
/// the index has neither.
struct KnownProfile
{
    ProfileListing listing;
    QString clientId;
    QString audience;
    friend bool operator==(const KnownProfile &, const KnownProfile &) = default;
};

enum class FindingLevel {
    BlocksSave,
    BlocksFetch,
    Warning,
    Note,
};

/// What one click does about a finding.
struct FieldFix
{
    enum class Kind {
        SetText, ///< puts `text` into the field
        ReplaceInSecret, ///< replaces `from` by `text` in the secret, which stands in no string
        OpenProfile, ///< leaves for the profile `profile`
        AllowHttp, ///< shows the switch under Network
        ChooseMethod, ///< the client proves itself by the method `text`, as the standards name it
    };
    Kind kind = Kind::SetText;
    QString label; ///< of the button, translated
    QString from;
    QString text;
    ProfileId profile;
    friend bool operator==(const FieldFix &, const FieldFix &) = default;
};

struct FieldFinding
{
    ProfileField field = ProfileField::Provider;
    FindingLevel level = FindingLevel::Note;
    QString text; ///< one or two sentences, translated; never holds the secret
    std::optional<FieldFix> fix;
    friend bool operator==(const FieldFinding &, const FieldFinding &) = default;
};

/// Everything there is to say about the draft, sorted. A pure function.
QList<FieldFinding> validateProfile(const ProfileDraft &draft, const QList<KnownProfile> &known);

/// In the order of the page, worst first within a field.
void sortFindings(QList<FieldFinding> &findings);

/// Does a finding of this level stand in the way?
bool blocksSave(const QList<FieldFinding> &findings);
bool blocksFetch(const QList<FieldFinding> &findings);

} // namespace mintmark
