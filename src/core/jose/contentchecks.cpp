// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/contentchecks.h"

#include "base/displaytext.h"
#include "jose/token.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

#define W(text) QT_TRANSLATE_NOOP("TokenChecks", text)

constexpr qsizetype maximumNames = 3;

/// "exp, aud, …": safe to show, few enough for one line.
QString shownNames(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(std::min(names.size(), maximumNames)))
        shown << displayText(name).text;
    if (names.size() > maximumNames)
        shown << u"…"_s;
    return shown.join(u", "_s);
}

void addNamed(QList<TokenCheck> &checks, CheckCode code, Severity severity, const char *text,
              const QStringList &names)
{
    if (!names.isEmpty())
        checks.append({ code, severity, checkText(text).arg(shownNames(names)) });
}

QStringList duplicateNames(const JsonDocument &document)
{
    QStringList names;
    for (const JsonValue &member : document.duplicateMembers()) {
        if (const QString name = member.name(); !names.contains(name))
            names << name;
    }
    return names;
}

bool isUnsafe(const QString &text)
{
    return displayText(text, LineBreaks::Keep).escaped;
}

// The recursion is as deep as the reader let the document be.
bool hasUnsafeText(const JsonValue &value)
{
    return isUnsafe(value.name()) || isUnsafe(value.toString())
        || std::any_of(value.begin(), value.end(), hasUnsafeText);
}

/// Quick for nearly every token: unsafe characters need an escape or a byte above ASCII.
bool mayBeUnsafe(QByteArrayView json)
{
    return std::any_of(json.begin(), json.end(),
                       [](char c) { return c == '\\' || static_cast<uchar>(c) >= 0x7F; });
}

void collectUnsafe(const JsonDocument &document, QStringList &names)
{
    if (!mayBeUnsafe(document.bytes()))
        return;
    for (const JsonValue &member : document.root()) {
        if (hasUnsafeText(member))
            names << member.name();
    }
}

/// A name whose text value should not be in a token. Numbers and the like are settings about
/// secrets, such as Entra's pwd_exp.
bool isSecretName(QByteArrayView rawName)
{
    constexpr QByteArrayView endings[] = { "password",        "passwd",      "passphrase",
                                           "secret",          "secretkey",   "privatekey",
                                           "apikey",          "accesstoken", "refreshtoken",
                                           "connectionstring" };
    char folded[64];
    qsizetype size = 0;
    for (const char c : rawName) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        if (lower >= 'a' && lower <= 'z' && size < qsizetype(sizeof folded))
            folded[size++] = lower;
    }
    const QByteArrayView name(folded, size);
    return name == "pwd"
        || std::any_of(std::begin(endings), std::end(endings),
                       [name](QByteArrayView end) { return name.endsWith(end); });
}

bool isSecretText(QByteArrayView raw)
{
    return raw.startsWith("\"-----BEGIN ") && raw.indexOf("PRIVATE KEY-----") > 0;
}

void collectSecrets(const JsonValue &container, QStringList &names)
{
    for (const JsonValue &value : container) {
        // A JWK with its private part (RFC 7518 §6).
        const bool privateKey = value.member("kty"_L1).exists()
            && (value.member("d"_L1).exists() || value.member("k"_L1).exists());
        const bool text = value.isString() && value.length() > 2;
        if (privateKey || (text && (isSecretName(value.rawName()) || isSecretText(value.raw()))))
            names << value.name();
        else
            collectSecrets(value, names);
    }
}

} // namespace

QList<TokenCheck> contentChecks(const Token &token)
{
    QList<TokenCheck> checks;
    addNamed(checks, CheckCode::DuplicateMember, Severity::Error,
             W("The header names %1 more than once. Programs may read different values: do not "
               "trust the "
               "token, and tell its issuer."),
             duplicateNames(token.headerDocument()));
    addNamed(
        checks, CheckCode::DuplicateMember, Severity::Error,
        W("The claims name %1 more than once. Programs may read different values: do not trust the "
          "token, and tell its issuer."),
        duplicateNames(token.payloadDocument()));

    QStringList unsafe;
    collectUnsafe(token.headerDocument(), unsafe);
    collectUnsafe(token.payloadDocument(), unsafe);
    addNamed(checks, CheckCode::UnsafeText, Severity::Warning,
             W("There are characters in %1 that cannot be seen or that turn text around. They are "
               "shown as "
               "escapes; compare the value with the one that is expected."),
             unsafe);

    QStringList secrets;
    collectSecrets(token.header(), secrets);
    collectSecrets(token.claims(), secrets);
    addNamed(checks, CheckCode::SecretLikeClaim, Severity::Warning,
             W("%1 looks like a secret. Everybody who sees the token can read it: have the issuer "
               "leave it "
               "out, and replace the secret."),
             secrets);
    return checks;
}

} // namespace mintmark
