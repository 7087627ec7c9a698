// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profilename.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype candidatesShown = 5;

/// Case, spaces and dashes compare alike; runs of them count once, those at the ends and beside the
/// separators not at all.
QString comparable(QStringView text)
{
    const auto separates = [](QChar character) { return character == u'/' || character == u'@'; };
    QString result;
    result.reserve(text.size());
    bool gap = false;
    for (const QChar character : text) {
        if (character.isSpace() || character.category() == QChar::Punctuation_Dash) {
            gap = true;
            continue;
        }
        if (gap && !result.isEmpty() && !separates(result.back()) && !separates(character))
            result += u'-';
        gap = false;
        result += character;
    }
    return result.toCaseFolded().normalized(QString::NormalizationForm_C);
}

QString withCustomer(const ProfileListing &listing, const QString &name)
{
    const QString customer = comparable(listing.customer);
    return customer.isEmpty() ? name : customer + u'/' + name;
}

QString withEnvironment(const ProfileListing &listing, const QString &name)
{
    const QString environment = wireName(listing.environment);
    return environment.isEmpty() ? name : name + u'@' + environment;
}

QString fullName(const ProfileListing &listing)
{
    return withEnvironment(listing, withCustomer(listing, comparable(listing.name)));
}

/// How well `wanted` names a profile; the best grade that anything reaches decides.
enum class Match { None, Partial, Full, Id };

Match match(const ProfileListing &listing, const QString &wanted, const ProfileId &id)
{
    if (!id.isNull() && listing.id == id)
        return Match::Id;
    const QString alias = comparable(listing.alias);
    if ((!alias.isEmpty() && alias == wanted) || fullName(listing) == wanted)
        return Match::Full;
    const QString name = comparable(listing.name);
    if (name == wanted || withCustomer(listing, name) == wanted
        || withEnvironment(listing, name) == wanted)
        return Match::Partial;
    return Match::None;
}

Error ambiguous(const QString &name, const QList<ProfileListing> &candidates)
{
    QStringList names;
    for (const ProfileListing &candidate : candidates)
        names << commandLineName(candidate);
    names.sort();
    const qsizetype count = names.size();
    if (count > candidatesShown) {
        names = names.first(candidatesShown);
        names << u"…"_s;
    }
    return { ErrorCode::AmbiguousProfile,
             { { u"name"_s, name },
               { u"count"_s, QString::number(count) },
               { u"candidates"_s, names.join(u", "_s) } },
             {} };
}

Error invalid(const char *field, const char *detail)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("ProfileName", text);
    };
    return { ErrorCode::ProfileInvalid,
             { { u"field"_s, translated(field) }, { u"detail"_s, translated(detail) } },
             {} };
}

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar character) {
        return character.category() == QChar::Other_Control
            || character.category() == QChar::Separator_Line
            || character.category() == QChar::Separator_Paragraph;
    });
}

} // namespace

QString commandLineName(const ProfileListing &listing)
{
    return fullName(listing);
}

QString displayName(const ProfileListing &listing)
{
    return listing.customer.isEmpty() ? listing.name : listing.customer + u" · "_s + listing.name;
}

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return QCoreApplication::translate("Environment", "Production");
    case Environment::Sandbox:
        return QCoreApplication::translate("Environment", "Sandbox");
    case Environment::Test:
        return QCoreApplication::translate("Environment", "Test");
    case Environment::Development:
        return QCoreApplication::translate("Environment", "Development");
    case Environment::None:
        break;
    }
    return {};
}

Result<ProfileListing> findProfile(const QList<ProfileListing> &listings, const QString &name)
{
    const QString wanted = comparable(name);
    const ProfileId id = QUuid::fromString(name.trimmed());
    Match best = Match::None;
    QList<ProfileListing> found;
    for (const ProfileListing &listing : listings) {
        const Match grade = listing.deletedAtMs ? Match::None : match(listing, wanted, id);
        if (grade == Match::None || grade < best)
            continue;
        if (grade > best)
            found.clear();
        best = grade;
        found << listing;
    }
    if (found.isEmpty())
        return Error { ErrorCode::NoSuchProfile, { { u"name"_s, name } }, {} };
    if (found.size() > 1)
        return ambiguous(name, found);
    return found.first();
}

bool isSameName(const ProfileListing &a, const ProfileListing &b)
{
    return a.environment == b.environment && comparable(a.name) == comparable(b.name)
        && comparable(a.customer) == comparable(b.customer);
}

bool isSameAlias(const ProfileListing &a, const ProfileListing &b)
{
    const QString alias = comparable(a.alias);
    return !alias.isEmpty() && alias == comparable(b.alias);
}

Result<ParsedName> parseProfileName(const QString &name)
{
    if (hasControls(name))
        return invalid(QT_TRANSLATE_NOOP("ProfileName", "name"),
                       QT_TRANSLATE_NOOP("ProfileName", "It has control characters in it."));
    ParsedName parsed;
    QString rest = name;
    if (const qsizetype at = rest.lastIndexOf(u'@'); at >= 0) {
        const auto environment = environmentFromWireName(
            QStringView(rest).sliced(at + 1).trimmed().toString().toLower());
        if (!environment || *environment == Environment::None)
            return invalid(
                QT_TRANSLATE_NOOP("ProfileName", "environment"),
                QT_TRANSLATE_NOOP("ProfileName",
                                  "After @ stands production, sandbox, test or development."));
        parsed.environment = *environment;
        rest.truncate(at);
    }
    if (const qsizetype slash = rest.indexOf(u'/'); slash >= 0) {
        parsed.customer = rest.first(slash).simplified();
        rest = rest.sliced(slash + 1);
        if (comparable(parsed.customer).isEmpty())
            return invalid(QT_TRANSLATE_NOOP("ProfileName", "customer"),
                           QT_TRANSLATE_NOOP("ProfileName", "Before / stands the customer."));
    }
    parsed.name = rest.simplified();
    if (comparable(parsed.name).isEmpty())
        return invalid(
            QT_TRANSLATE_NOOP("ProfileName", "name"),
            QT_TRANSLATE_NOOP("ProfileName", "It is empty; write customer/name@environment."));
    return parsed;
}

} // namespace mintmark
