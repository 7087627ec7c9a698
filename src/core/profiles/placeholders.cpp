// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/placeholders.h"

#include "base/secretbytes.h"
#include "profiles/foldedwords.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

bool isWordOfAbsence(const QString &folded)
{
    static const QSet<QString> words = [] {
        const QStringList list = u"null nil none undefined true false na n/a tbd tba tbc todo "
                                 u"changeme change_me replaceme replace_me "
                                 "secret mysecret my_secret my-secret my-client-id my_client_id "
                                 "myclientid password passwort string "
                                 "example beispiel dummy redacted masked hidden removed "
                                 "confidential vertraulich confidentiel "
                                 "confidencial riservato follows folgt suit sigue segue separately "
                                 "separat separatement unchanged "
                                 "unverandert inchange same gleich identisch idem unknown "
                                 "unbekannt empty leer vide vacio vazio "
                                 "vuoto geheim secreto segredo segreto xxx client_id client_secret "
                                 "clientid clientsecret client-id "
                                 "client-secret id audience scope value wert here hier ici aqui "
                                 "qui geschwarzt ausgeblendet ------ "
                                 "foobar foo bar lorem"_s.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words.contains(folded);
}

/// "YOUR_CLIENT_ID", "your-secret", "<…", "insert_secret_here", "ihre-client-id".
bool isAskedFor(const QString &folded)
{
    static const QRegularExpression pattern(
        u"^(?:your|ihre?|deine?|votre|vos|tu|su|seu|sua|tuo|suo|vostro|my|the|insert|enter|replace|"
        u"paste|put|fill|"
        "example|sample|dummy|fake|test|some|meine?|mon|mi|meu|mio)[-_ .](?:[a-z]+[-_ .]?)+$"_s);
    static const QRegularExpression inside(
        u"^(?:your|ihre|votre)(?:own|app|application|oauth|api)?(?:client|secret|id|tenant|domain|"
        u"audience)"
        "|(?:secret|id|key|audience|value|domain)[-_ ]?(?:goes)?[-_ "
        "]?here$|placeholder|redacted|replace[-_ ]?(?:me|with)|change[-_ ]?me"
        "|your[-_]|[-_]your|^insert[-_]|einf(?:u|ue)gen|eintragen|^to[-_ ]be[-_ ]"_s);
    return pattern.match(folded).hasMatch() || inside.match(folded).hasMatch();
}

/// Bullet, circle, asterisk operator, middle dot, ellipsis.
bool isDot(QChar c)
{
    const char16_t code = c.unicode();
    return code == 0x2022 || code == 0x25cf || code == 0x2217 || code == 0x00b7 || code == 0x2026;
}

bool isMask(QStringView value)
{
    qsizetype hidden = 0;
    qsizetype run = 0;
    qsizetype longest = 0;
    QChar last;
    bool same = true;
    QChar first;
    for (const QChar c : value) {
        run = c == last ? run + 1 : 1;
        last = c;
        const bool mask = isDot(c) || QStringView(u"*#xX_.").contains(c);
        if (mask) {
            ++hidden;
            longest = qMax(longest, run);
        }
        if (c.isLetterOrNumber()) {
            same = same && (first.isNull() || first == c);
            first = c;
        }
    }
    return longest >= 4 || hidden == value.size() || (same && value.size() > 2)
        || value.contains(u"***") || value.contains(u"\u2022");
}

bool isVariable(const QString &value)
{
    const QChar first = value.front();
    const QChar last = value.back();
    if ((first == u'<' && last == u'>') || (first == u'{' && last == u'}')
        || (first == u'[' && last == u']') || (first == u'%' && last == u'%')
        || (first == u'(' && last == u')') || (first == u'@' && last == u'@'))
        return true;
    static const QRegularExpression variable(
        u"^\\$(?:env:)?[A-Za-z_][A-Za-z0-9_]*$|\\$\\{|\\$\\(|\\{\\{|"
        "^:[a-z_]+$|^(?:process\\.env|os\\.environ|env|vars?|secrets|var|local|data|config)\\."
        "|<[A-Za-z][A-Za-z0-9 _.-]*>|\\{[A-Za-z_][A-Za-z0-9 _.-]*\\}|^getenv|^@Microsoft"_s);
    return variable.match(value).hasMatch();
}

} // namespace

bool isPlaceholder(QStringView value)
{
    if (value.isEmpty())
        return false;
    if (isMask(value) || value.endsWith(u"...") || value.contains(u'\u2026'))
        return true;
    if (value.size() > 256)
        return false;
    QString text = value.toString();
    bool placeholder = isVariable(text);
    for (QChar &c : text)
        c = folded(c);
    placeholder = placeholder || isWordOfAbsence(text) || isAskedFor(text);
    wipe(text); // a secret may have stood in it
    return placeholder;
}

} // namespace mintmark::paste
