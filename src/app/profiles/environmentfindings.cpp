// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilefindings.h"
#include "jose/environmentkind.h"
#include "profiles/profilename.h"

#include <QRegularExpression>
#include <QUrl>

namespace mintmark::findings {

using namespace Qt::StringLiterals;

namespace {

EnvironmentKind kindOf(Environment environment)
{
    return environment == Environment::Production ? EnvironmentKind::Production
                                                  : EnvironmentKind::Other;
}

/// The word of `text` that says so: "prd", or "non-prod", where one alone would say the opposite.
QString tellingWord(const QString &text, EnvironmentKind kind)
{
    static const QRegularExpression pair(u"[^\\W_]+[\\W_]+[^\\W_]+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression word(u"[^\\W_]+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const QString found = it.next().captured();
        if (environmentKind(found) == kind)
            return found;
    }
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const QString found = pair.match(text, it.next().capturedStart()).captured();
        if (environmentKind(found) == kind)
            return found;
    }
    return text;
}

void addContradiction(const QString &text, const QString &sentence, Environment environment,
                      Findings &findings)
{
    const std::optional<EnvironmentKind> said = environmentKind(text);
    if (!said || environment == Environment::None || *said == kindOf(environment))
        return;
    findings.append(
        { ProfileField::Environment,
          FindingLevel::Warning,
          sentence.arg(tellingWord(text, *said), environmentName(environment)),
          {} });
}

/// "used in production": in the middle of a sentence.
QString inEnvironment(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return Text::tr("The same client id is used in production (%1).");
    case Environment::Sandbox:
        return Text::tr("The same client id is used in the sandbox (%1).");
    case Environment::Test:
        return Text::tr("The same client id is used in test (%1).");
    case Environment::Development:
        return Text::tr("The same client id is used in development (%1).");
    case Environment::None:
        break;
    }
    return Text::tr("The same client id is used in %1.");
}

QString nameWithEnvironment(const ProfileListing &listing)
{
    return listing.environment == Environment::None
        ? displayName(listing)
        : u"%1 [%2]"_s.arg(displayName(listing), environmentName(listing.environment));
}

} // namespace

void addEnvironmentFindings(const Profile &profile, const QList<KnownProfile> &known,
                            Findings &findings)
{
    const Environment environment = profile.listing.environment;
    addContradiction(profile.client.audience,
                     Text::tr("The audience says “%1”, this profile says %2."), environment,
                     findings);
    addContradiction(QUrl(profile.client.tokenEndpoint).host(),
                     Text::tr("The token address says “%1”, this profile says %2."), environment,
                     findings);
    const QString &clientId = profile.client.clientId;
    if (clientId.isEmpty())
        return;
    const KnownProfile *elsewhere = nullptr;
    for (const KnownProfile &other : known) {
        if (other.clientId != clientId || other.listing.id == profile.listing.id
            || other.listing.deletedAtMs)
            continue;
        if (other.audience == profile.client.audience) {
            findings.append({ ProfileField::ClientId, FindingLevel::Note,
                              Text::tr("Already in %1.").arg(nameWithEnvironment(other.listing)),
                              FieldFix { FieldFix::Kind::OpenProfile, Text::tr("Open it"), {}, {},
                                         other.listing.id } });
            return;
        }
        if (environment != Environment::None && other.listing.environment != environment
            && (!elsewhere || other.listing.environment == Environment::Production))
            elsewhere = &other;
    }
    if (elsewhere)
        findings.append({ ProfileField::ClientId, FindingLevel::Note,
                          inEnvironment(elsewhere->listing.environment)
                              .arg(displayName(elsewhere->listing)),
                          {} });
}

} // namespace mintmark::findings
