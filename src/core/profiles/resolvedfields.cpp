// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/resolvedfields.h"

#include "profiles/environmentwords.h"
#include "profiles/fieldvalues.h"
#include "profiles/profilename.h"
#include "profiles/requesttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

bool ofClient(Field field)
{
    return field == Field::ClientId || field == Field::ClientSecret;
}

class Resolver
{
public:
    explicit Resolver(const Findings &findings) : m_mentions(findings.mentions())
    {
        m_result.notes = findings.notes();
        for (const Finding &finding : findings.all())
            m_findings.push_back(finding);
        for (const Finding &finding : m_findings) {
            const auto said = finding.label.field == Field::Environment
                ? environmentOfValue(finding.value)
                : std::nullopt;
            if (!said)
                continue;
            EnvironmentMention mention = *said;
            mention.position = finding.position;
            mention.opensSection = !finding.label.environment; // not a cell of a table
            m_mentions.push_back(mention);
        }
        std::stable_sort(m_mentions.begin(), m_mentions.end(),
                         [](const auto &a, const auto &b) { return a.position < b.position; });
    }

    ProfileText resolve()
    {
        splitIntoSections();
        chooseEnvironment();
        dropWeak();
        fill();
        fillEnvironment();
        return std::move(m_result);
    }

private:
    /// What stands under a heading belongs to its environment, where there are several.
    void splitIntoSections()
    {
        std::vector<Environment> sections;
        for (const EnvironmentMention &mention : m_mentions) {
            if (mention.opensSection
                && std::find(sections.begin(), sections.end(), mention.environment)
                    == sections.end())
                sections.push_back(mention.environment);
        }
        if (sections.size() < 2)
            return;
        for (Finding &finding : m_findings) {
            for (const EnvironmentMention &mention : m_mentions) {
                if (finding.label.environment || finding.label.shared || !mention.opensSection)
                    continue;
                if (mention.position <= finding.position)
                    m_last = &mention;
            }
            if (!finding.label.environment && m_last != nullptr) {
                finding.label.environment = m_last->environment;
                finding.label.environmentWord = m_last->word;
            }
            m_last = nullptr;
        }
    }

    bool isTold(Environment environment) const
    {
        return std::any_of(m_findings.begin(), m_findings.end(), [&](const Finding &finding) {
            return ofClient(finding.label.field) && finding.label.environment == environment;
        });
    }

    /// Several environments, each with its own client: the first in the text is read, the others
    /// are not mixed with it.
    void chooseEnvironment()
    {
        const Finding *first = nullptr;
        bool several = false;
        for (const Finding &finding : m_findings) {
            if (!finding.label.environment || finding.label.field == Field::Environment)
                continue;
            if (first != nullptr && first->label.environment != finding.label.environment)
                several = true;
            const bool better = first == nullptr
                || (ofClient(finding.label.field) && !ofClient(first->label.field))
                || (ofClient(finding.label.field) == ofClient(first->label.field)
                    && finding.position < first->position);
            if (better)
                first = &finding;
        }
        if (first == nullptr)
            return;
        m_environment = first->label.environment;
        m_word = first->label.environmentWord;
        if (!several)
            return;
        const Environment chosen = *m_environment;
        const bool clients =
            std::any_of(m_findings.begin(), m_findings.end(), [&](const Finding &finding) {
                return ofClient(finding.label.field) && finding.label.environment
                    && finding.label.environment != chosen;
            });
        std::erase_if(m_findings, [&](const Finding &finding) {
            return finding.label.environment && finding.label.environment != chosen;
        });
        if (clients)
            m_result.notes
                << Text::tr("The text speaks of several environments; the values for %1 were read.")
                       .arg(environmentName(chosen));
    }

    bool hasStrong(Field field) const
    {
        return std::any_of(m_findings.begin(), m_findings.end(), [field](const Finding &finding) {
            return finding.label.field == field && !finding.label.weak;
        });
    }

    bool has(Field field) const
    {
        return std::any_of(m_findings.begin(), m_findings.end(), [field](const Finding &finding) {
            return finding.label.field == field;
        });
    }

    const Finding *nearest(Field field, qsizetype position) const
    {
        const Finding *best = nullptr;
        for (const Finding &finding : m_findings) {
            if (finding.label.field == field
                && (best == nullptr
                    || qAbs(finding.position - position) < qAbs(best->position - position)))
                best = &finding;
        }
        return best;
    }

    /// "ID" and "Secret" count only beside each other, and not beside better words.
    void dropWeak()
    {
        constexpr qsizetype near = 400;
        const bool strongId = hasStrong(Field::ClientId);
        const bool strongSecret = hasStrong(Field::ClientSecret);
        const bool strongAddress = hasStrong(Field::TokenEndpoint);
        const std::vector<Finding> all = m_findings;
        const auto companion = [&](const Finding &finding) {
            const Field other =
                finding.label.field == Field::ClientId ? Field::ClientSecret : Field::ClientId;
            const Finding *found = nullptr;
            for (const Finding &candidate : all) {
                if (candidate.label.field == other
                    && qAbs(candidate.position - finding.position) <= near)
                    found = &candidate;
            }
            return found != nullptr;
        };
        std::erase_if(m_findings, [&](const Finding &finding) {
            if (!finding.label.weak)
                return false;
            if (finding.label.field == Field::TokenEndpoint)
                return strongAddress;
            const bool strong = finding.label.field == Field::ClientId ? strongId : strongSecret;
            return strong || !companion(finding);
        });
    }

    std::vector<const Finding *> valuesOf(Field field) const
    {
        std::vector<const Finding *> values;
        for (const Finding &finding : m_findings) {
            const bool known = std::any_of(values.begin(), values.end(), [&](const Finding *other) {
                return same(field, other->value, finding.value);
            });
            if (finding.label.field == field && !known)
                values.push_back(&finding);
        }
        return values;
    }

    static bool same(Field field, QStringView a, QStringView b)
    {
        if (field == Field::Body)
            return bodyFormatFrom(a) == bodyFormatFrom(b);
        if (field == Field::Authentication)
            return authenticationFrom(a) == authenticationFrom(b);
        if (field == Field::GrantType)
            return grantTypeFrom(a) == grantTypeFrom(b);
        if (field == Field::Scope)
            return scopeFrom(a, true) == scopeFrom(b, true);
        return a == b;
    }

    const Finding *only(Field field, const QString &conflict)
    {
        const std::vector<const Finding *> values = valuesOf(field);
        if (values.size() > 1) {
            m_result.notes << conflict;
            m_conflict = m_conflict || field == Field::ClientId;
        }
        return values.size() == 1 ? values.front() : nullptr;
    }

    void fill()
    {
        const Finding *id = only(Field::ClientId,
                                 Text::tr("The text has more than one client id; none was taken."));
        const Finding *secret =
            only(Field::ClientSecret,
                 Text::tr("The text has more than one client secret; none was taken."));
        if (m_conflict) // nobody knows whose they are
            secret = nullptr;
        if (id != nullptr && secret != nullptr
            && (id->label.qualifier != secret->label.qualifier || id->value == secret->value)) {
            m_result.notes << (id->value == secret->value
                                   ? Text::tr("The secret is the client id again; it was left out.")
                                   : Text::tr("Client id and secret seem to be of different "
                                              "systems; the secret was left out."));
            secret = nullptr;
        }
        if (id == nullptr && secret != nullptr && !secret->label.qualifier.isEmpty()
            && !secret->label.code)
            secret = nullptr;
        if (id != nullptr)
            m_result.clientId = id->value.toString();
        if (secret != nullptr)
            m_result.clientSecret = SecretBytes::fromString(secret->value);
        fillRequest();
    }

    void fillRequest()
    {
        const Finding *address =
            only(Field::TokenEndpoint,
                 Text::tr("The text has more than one token address; none was taken."));
        if (address != nullptr
            && (!address->label.weak || has(Field::ClientId) || has(Field::ClientSecret)))
            m_result.tokenEndpoint = address->value.toString();
        if (m_conflict)
            return;
        const bool request = m_result.clientId || m_result.clientSecret || m_result.tokenEndpoint;
        fillParameters(request);
    }

    void fillParameters(bool request)
    {
        if (const Finding *audience = only(
                Field::Audience, Text::tr("The text has more than one audience; none was taken.")))
            m_result.audience = audience->value.toString();
        if (!request)
            return;
        if (const Finding *scope =
                only(Field::Scope, Text::tr("The text has more than one scope; none was taken.")))
            m_result.scope = scopeFrom(scope->value, true);
        if (const Finding *grant =
                only(Field::GrantType,
                     Text::tr("The text has more than one grant type; none was taken.")))
            m_result.grantType = grantTypeFrom(grant->value);
        const std::vector<const Finding *> bodies = valuesOf(Field::Body);
        if (bodies.size() == 1)
            m_result.body = bodyFormatFrom(bodies.front()->value);
        const std::vector<const Finding *> methods = valuesOf(Field::Authentication);
        if (methods.size() == 1)
            m_result.authentication = authenticationFrom(methods.front()->value);
    }

    /// The clearest word counts; two different ones of the same clearness say nothing.
    void fillEnvironment()
    {
        if (m_conflict || m_result.isEmpty())
            return;
        if (m_environment && !m_word.isEmpty() && isTold(*m_environment))
            return setEnvironment(*m_environment, m_word);
        for (const auto &address : { m_result.audience, m_result.tokenEndpoint }) {
            if (auto mention = address ? environmentOfAddress(*address) : std::nullopt)
                m_mentions.push_back(*mention);
        }
        for (int strength = 3; strength >= 0; --strength) {
            const EnvironmentMention *found = nullptr;
            bool several = false;
            for (const EnvironmentMention &mention : m_mentions) {
                if (mention.strength != strength)
                    continue;
                several =
                    several || (found != nullptr && found->environment != mention.environment);
                found = found == nullptr ? &mention : found;
            }
            if (several) {
                m_result.notes << Text::tr(
                    "The text names more than one environment; none was taken.");
                return;
            }
            if (found != nullptr)
                return setEnvironment(found->environment, found->word);
        }
    }

    void setEnvironment(Environment environment, const QString &word)
    {
        m_result.environment = environment;
        m_result.environmentWord = word;
    }

    std::vector<Finding> m_findings;
    std::vector<EnvironmentMention> m_mentions;
    const EnvironmentMention *m_last = nullptr;
    std::optional<Environment> m_environment;
    QString m_word;
    bool m_conflict = false;
    ProfileText m_result;
};

} // namespace

ProfileText resolved(const Findings &findings)
{
    return Resolver(findings).resolve();
}

} // namespace mintmark::paste
