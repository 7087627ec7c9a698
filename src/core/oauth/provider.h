// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/cure.h"
#include "oauth/clientconfiguration.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace mintmark {

/// Something a person fills in for a preset, which stands as {name} in its addresses, scope or
/// parameters: a tenant, a domain. Not stored: valuesIn() reads it back from where it went.
struct ProviderVariable
{
    enum class Kind {
        Text,
        Host,    ///< a scheme before and a path behind it are taken away
        Address, ///< https://… without a slash at the end
    };
    QString name;
    QString label; ///< translated
    QString example;
    QString value; ///< what a new profile starts with
    Kind kind = Kind::Text;
    QString pattern;  ///< the whole value has to match it; empty: anything
    QString sentence; ///< translated: what is said when it does not

    friend bool operator==(const ProviderVariable &, const ProviderVariable &) = default;
};

/// What a preset says about a field as it is typed.
struct ProviderCheck
{
    QString field;       ///< wire name
    QString pattern;     ///< the whole value has to match it
    QString sentence;    ///< translated
    QString label;       ///< of the button that mends it, translated; empty: there is none
    QString replacement; ///< "{value}" stands for what is there

    friend bool operator==(const ProviderCheck &, const ProviderCheck &) = default;
};

/// What the server is known to get wrong, or does differently.
struct ProviderQuirk
{
    QString field;    ///< a variable, or the wire name of the field it is about
    QString sentence; ///< translated

    friend bool operator==(const ProviderQuirk &, const ProviderQuirk &) = default;
};

/// A known answer of this server in plain words.
struct ProviderHint
{
    QString error;    ///< OAuth error code, or empty for any
    QString contains; ///< in error or error_description, without regard to case; or empty for any
    QString sentence; ///< translated
    std::optional<Cure> cure;

    friend bool operator==(const ProviderHint &, const ProviderHint &) = default;
};

/// What a preset decides of a profile.
struct ProviderFields
{
    ClientConfiguration client;
    QString issuer;
    QString jwksUri;
    QString introspectionEndpoint;
    QString revocationEndpoint;

    friend bool operator==(const ProviderFields &, const ProviderFields &) = default;
};

/// Values of a preset's variables by name.
using ProviderValues = QHash<QString, QString>;

/// A preset: what a profile of this authorization server starts with, what is asked for it, and
/// what the server is known to get wrong. Made of a data file in resources/providers.
struct Provider
{
    QString id;   ///< "sage-id", "generic"; kept in profiles
    QString name; ///< "Sage ID"
    QList<ProviderVariable> variables;
    QStringList fields;           ///< variables and wire names a person has to see first, in order
    QStringList required;         ///< those of them that must not be empty
    ProviderFields templates;     ///< with {variables} in it
    ClientConfiguration defaults; ///< as a new profile has it: what needs a variable is empty
    QString recognisedBy; ///< pattern of token endpoints that are surely of this server
    QList<ClientAuthenticationMethod> methods; ///< that the server takes, the usual one first
    QHash<QString, QString> labels; ///< of fields this server calls otherwise, by wire name, translated
    QHash<QString, QString> missing; ///< what is said when a required field is empty, translated
    QList<ProviderCheck> checks;
    QList<ProviderQuirk> quirks;
    QList<ProviderHint> hints;
    QString renewalNote; ///< "GET with the current token, as the Sage guide says"

    friend bool operator==(const Provider &, const Provider &) = default;
};

/// All presets, in the order they are offered: Sage ID first. Read once.
const QList<Provider> &providers();
/// The generic one for an id nobody knows.
const Provider &providerById(QStringView id);

/// The preset this token endpoint is surely of; null when it can be anybody's.
const Provider *recognisedProvider(const QString &tokenEndpoint);

/// The preset's fields with `values` in place. What needs a value that is empty is empty itself.
ProviderFields filled(const Provider &provider, const ProviderValues &values);
/// The values that would make `fields`; those that cannot be read back are left out, as after
/// somebody wrote an address by hand.
ProviderValues valuesIn(const Provider &provider, const ProviderFields &fields);
/// A typed value as it is put in place: see ProviderVariable::Kind.
QString cleanValue(const ProviderVariable &variable, const QString &typed);
/// What is wrong with a value that is not empty: the variable's sentence, or nothing.
QString faultOfValue(const ProviderVariable &variable, const QString &value);

/// Is `value`, which is not empty, as the check wants it?
bool passes(const ProviderCheck &check, const QString &value);
/// What its button makes of `value`.
QString mended(const ProviderCheck &check, const QString &value);

/// The first required field that is empty in `configuration`, as its name; nothing if complete. A
/// variable counts as empty with everything that is made of it.
std::optional<QString> missingField(const Provider &provider,
                                    const ClientConfiguration &configuration, bool hasSecret);
/// What the preset knows of an answer with this OAuth error; null when nothing.
const ProviderHint *hintFor(const Provider &provider, QStringView error, QStringView description);

} // namespace mintmark
