// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilevalidation.h"

#include "app/profiles/profilefindings.h"

#include <algorithm>

namespace mintmark {

using namespace findings;

namespace {

/// One sentence for both fields, so it stands under the first that is empty.
void addNameFindings(const ProfileListing &listing, Findings &findings)
{
    const bool noCustomer = listing.customer.trimmed().isEmpty();
    if (!noCustomer && !listing.name.trimmed().isEmpty())
        return;
    findings.append({ noCustomer ? ProfileField::Customer : ProfileField::Name,
                      FindingLevel::BlocksSave,
                      Text::tr("Give it a customer and a name, so that you find it again."),
                      {} });
}

void addUnchosenFinding(const ProfileListing &listing, Findings &findings)
{
    if (listing.environment == Environment::None)
        findings.append({ ProfileField::Environment,
                          FindingLevel::BlocksSave,
                          Text::tr("Choose the environment: nobody should have to guess whether "
                                   "this is production."),
                          {} });
}

bool hasAny(const QList<FieldFinding> &findings, FindingLevel level)
{
    return std::ranges::any_of(
        findings, [level](const FieldFinding &finding) { return finding.level == level; });
}

} // namespace

QList<FieldFinding> validateProfile(const ProfileDraft &draft, const QList<KnownProfile> &known)
{
    QList<FieldFinding> findings;
    addNameFindings(draft.profile.listing, findings);
    addUnchosenFinding(draft.profile.listing, findings);
    addAddressFindings(draft.profile, findings);
    addPresetFindings(draft.profile, findings);
    addRequestFindings(draft, findings);
    addValueFindings(draft.profile, findings);
    addSecretFindings(draft, findings);
    addNetworkFindings(draft.profile.client.network, findings);
    addEnvironmentFindings(draft.profile, known, findings);
    sortFindings(findings);
    return findings;
}

void sortFindings(QList<FieldFinding> &findings)
{
    std::ranges::stable_sort(findings, [](const FieldFinding &a, const FieldFinding &b) {
        return std::pair(a.field, a.level) < std::pair(b.field, b.level);
    });
}

bool blocksSave(const QList<FieldFinding> &findings)
{
    return hasAny(findings, FindingLevel::BlocksSave);
}

bool blocksFetch(const QList<FieldFinding> &findings)
{
    return blocksSave(findings) || hasAny(findings, FindingLevel::BlocksFetch);
}

} // namespace mintmark
