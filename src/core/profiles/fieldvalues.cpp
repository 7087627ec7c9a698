// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/fieldvalues.h"

#include "oauth/clientauthentication.h"
#include "profiles/environmentwords.h"
#include "profiles/fieldlabels.h"
#include "profiles/placeholders.h"

#include <QUrl>

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

bool hasDigit(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

bool hasAnyOf(QStringView text, QStringView characters)
{
    return std::any_of(text.begin(), text.end(), [&](QChar c) { return characters.contains(c); });
}

bool isOneWord(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

Judgement judgeIdentifier(const Label &label, QStringView value)
{
    if (value.size() < 3 || value.size() > 256 || isWebAddress(value) || readLabel(value))
        return Judgement::NotMeant;
    if (label.weak && !looksGenerated(value))
        return Judgement::NotMeant;
    const bool word = isOneWord(value);
    if (!label.code && word && value.size() < 20)
        return Judgement::NotMeant;
    return Judgement::Fine;
}

Judgement judgeSecret(const Label &label, QStringView value)
{
    if (value.startsWith(u"eyJ"))
        return Judgement::Token;
    if (value.contains(u"BEGIN") && value.contains(u"--"))
        return Judgement::Key;
    if (value.size() < 6 || value.size() > 4096 || isWebAddress(value))
        return Judgement::NotMeant;
    if (isOneWord(value) && value.size() < (label.code ? 12 : 16))
        return Judgement::NotMeant;
    if (value.size() < 32 && readLabel(value))
        return Judgement::Placeholder;
    if (label.weak && !looksGenerated(value))
        return Judgement::NotMeant;
    return Judgement::Fine;
}

Judgement judgeAudience(const Label &label, QStringView value)
{
    if (value.size() < 2 || value.size() > 512)
        return Judgement::NotMeant;
    if (value.contains(u'@') && !isWebAddress(value))
        return Judgement::NotMeant;
    if (!label.code && !hasDigit(value) && !hasAnyOf(value, u"/:._-"))
        return Judgement::NotMeant;
    // "Support-Team" is a word of people; "payments-api", "my.api" and "urn:x" are not.
    if (!label.code && value.front().isUpper() && !hasDigit(value) && !hasAnyOf(value, u"/:._"))
        return Judgement::NotMeant;
    return Judgement::Fine;
}

} // namespace

bool isWebAddress(QStringView text)
{
    return text.startsWith(u"https://", Qt::CaseInsensitive)
        || text.startsWith(u"http://", Qt::CaseInsensitive);
}

bool continuesAudience(QStringView rest)
{
    rest = rest.trimmed();
    return !rest.isEmpty() && rest.size() <= 32 && isAscii(rest) && hasDigit(rest)
        && std::all_of(rest.begin(), rest.end(), [](QChar c) {
               return c.isLetterOrNumber() || QStringView(u"/._-").contains(c);
           });
}

bool looksGenerated(QStringView value)
{
    if (value.size() < 8 || value.size() > 4096 || !isAscii(value) || !hasDigit(value))
        return false;
    const bool letters =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c.isLetter(); });
    return letters && !isWebAddress(value) && !value.contains(u'@');
}

bool isTokenAddress(QStringView address)
{
    if (!isWebAddress(address))
        return false;
    const QUrl url(address.toString(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.hasFragment() || url.hasQuery()
        || !url.userInfo().isEmpty())
        return false;
    const QStringList path = url.path().toLower().split(u'/', Qt::SkipEmptyParts);
    if (path.isEmpty())
        return false;
    const QString &last = path.constLast();
    if (last == u"token.oauth2" || (last == u"access_token" && path.contains(u"oauth2")))
        return true;
    static const QStringList company = {
        u"oauth"_s, u"oauth2"_s,   u"openid-connect"_s, u"connect"_s, u"as"_s, u"auth"_s, u"idp"_s,
        u"sts"_s,   u"identity"_s, u"oidc"_s,           u"sso"_s,     u"v1"_s, u"v2.0"_s, u"v2"_s,
    };
    return (last == u"token" || last == u"tokens" || last == u"accesstoken")
        && (path.size() == 1 || std::any_of(path.begin(), path.end(), [](const QString &part) {
                return company.contains(part);
            }));
}

QString grantTypeFrom(QStringView text)
{
    QString name;
    for (const FoldedWord &word : foldedWords(text)) {
        if (word.text != u"flow" && word.text != u"grant" && word.text != u"oauth2"
            && word.depth == 0)
            name += word.text + u'_';
    }
    name.chop(1);
    static const QStringList known = { u"client_credentials"_s, u"client_credential"_s,
                                       u"authorization_code"_s, u"refresh_token"_s,
                                       u"password"_s,           u"implicit"_s };
    if (known.contains(name))
        return name;
    const QString exact = text.toString();
    return exact.startsWith(u"urn:ietf:params:oauth:grant-type:") && isAscii(text) ? exact
                                                                                   : QString();
}

std::optional<BodyFormat> bodyFormatFrom(QStringView text)
{
    QString name;
    for (const FoldedWord &word : foldedWords(text))
        name += word.text;
    name.replace(u"charsetutf8"_s, QString());
    static const QStringList json = { u"json"_s, u"applicationjson"_s, u"jsonbody"_s };
    static const QStringList form = { u"form"_s,
                                      u"applicationxwwwformurlencoded"_s,
                                      u"xwwwformurlencoded"_s,
                                      u"formurlencoded"_s,
                                      u"urlencoded"_s,
                                      u"formular"_s,
                                      u"formulaire"_s,
                                      u"formulario"_s };
    if (json.contains(name))
        return BodyFormat::Json;
    if (form.contains(name))
        return BodyFormat::Form;
    return {};
}

std::optional<ClientAuthenticationMethod> authenticationFrom(QStringView text)
{
    QString name;
    for (const FoldedWord &word : foldedWords(text))
        name += word.text + u'_';
    name.chop(1);
    if (name == u"none")
        return {}; // as often "no other login is needed"
    if (const auto method = authenticationFromWireName(name))
        return method;
    static const QStringList basic = {
        u"basic"_s,
        u"http_basic"_s,
        u"basic_auth"_s,
        u"basic_authentication"_s,
        u"http_basic_auth"_s,
        u"http_basic_authentication"_s,
        u"basic_auth_header"_s,
        u"send_as_basic_auth_header"_s,
        u"header"_s,
        u"basic_header"_s,
        u"http_basic_header"_s,
        u"basic_authentifizierung"_s,
        u"authentification_basique"_s,
    };
    static const QStringList body = {
        u"body"_s,
        u"post"_s,
        u"in_the_body"_s,
        u"request_body"_s,
        u"in_body"_s,
        u"post_body"_s,
        u"form_post"_s,
        u"send_client_credentials_in_body"_s,
        u"client_credentials_in_body"_s,
        u"credentials_in_body"_s,
        u"secret_in_the_body"_s,
        u"im_body"_s,
    };
    if (basic.contains(name))
        return ClientAuthenticationMethod::ClientSecretBasic;
    if (body.contains(name))
        return ClientAuthenticationMethod::ClientSecretPost;
    return {};
}

QString scopeFrom(QStringView text, bool code)
{
    static const QStringList plain = { u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s,
                                       u"read"_s,   u"write"_s,   u"api"_s,   u"address"_s,
                                       u"phone"_s,  u"basic"_s };
    QStringList names;
    for (QStringView name : text.split(u' ', Qt::SkipEmptyParts)) {
        while (!name.isEmpty() && QStringView(u",;[]\"'`").contains(name.front()))
            name = name.sliced(1);
        while (!name.isEmpty() && QStringView(u",;[]\"'`").contains(name.back()))
            name.chop(1);
        // RFC 6749 §3.3: %x21 / %x23-5B / %x5D-7E
        if (name.isEmpty() || !isAscii(name) || hasAnyOf(name, u"\"\\<>{}"))
            return {};
        for (const QStringView part : name.split(u',', Qt::SkipEmptyParts))
            names << part.toString();
    }
    const bool likely = std::all_of(names.begin(), names.end(), [&](const QString &name) {
        return plain.contains(name) || hasAnyOf(name, u":./_")
            || (name.contains(u'-') && name.isLower());
    });
    if (names.isEmpty() || names.size() > 60 || (!likely && (!code || names.size() > 6)))
        return {};
    return names.join(u' ');
}

Judgement judge(const Label &label, QStringView value, bool quoted)
{
    if (value.isEmpty())
        return Judgement::NotMeant;
    if (label.field == Field::Environment)
        return environmentOfValue(value) ? Judgement::Fine : Judgement::NotMeant;
    if (label.field == Field::GrantType)
        return grantTypeFrom(value).isEmpty() ? Judgement::NotMeant : Judgement::Fine;
    if (label.field == Field::Body)
        return bodyFormatFrom(value) ? Judgement::Fine : Judgement::NotMeant;
    if (label.field == Field::Authentication)
        return authenticationFrom(value) ? Judgement::Fine : Judgement::NotMeant;
    if (isPlaceholder(value))
        return Judgement::Placeholder;
    if (label.field == Field::Scope)
        return scopeFrom(value, label.code || quoted).isEmpty() ? Judgement::NotMeant
                                                                : Judgement::Fine;
    if (const qsizetype blank = value.indexOf(u' ');
        label.field == Field::Audience && blank > 0 && continuesAudience(value.sliced(blank)))
        return judge(label, value.first(blank), quoted);
    if (std::any_of(value.begin(), value.end(), [](QChar c) { return isBlank(c); }))
        return Judgement::NotMeant;
    if (!isAscii(value))
        return Judgement::Changed;
    switch (label.field) {
    case Field::ClientId:
        return judgeIdentifier(label, value);
    case Field::ClientSecret:
        return judgeSecret(label, value);
    case Field::Audience:
        return judgeAudience(label, value);
    case Field::TokenEndpoint:
        if (label.weak)
            return isTokenAddress(value) ? Judgement::Fine : Judgement::NotMeant;
        return isWebAddress(value) && QUrl(value.toString(), QUrl::StrictMode).isValid()
                && !QUrl(value.toString()).host().isEmpty()
                && QUrl(value.toString()).userInfo().isEmpty()
            ? Judgement::Fine
            : Judgement::NotMeant;
    default:
        return Judgement::NotMeant;
    }
}

} // namespace mintmark::paste
