// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/profiletext.h"

#include "profiles/celltext.h"
#include "profiles/commandlinetext.h"
#include "profiles/environmentwords.h"
#include "profiles/jsontext.h"
#include "profiles/labelledtext.h"
#include "profiles/pastedtext.h"
#include "profiles/requesttext.h"
#include "profiles/resolvedfields.h"
#include "profiles/xmltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;
using namespace paste;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

/// Sentences and headings around what was found.
void readSurroundings(QStringView text, Findings &findings)
{
    if (findings.all().empty())
        return;
    constexpr qsizetype before = 8192;
    constexpr qsizetype after = 4096;
    constexpr qsizetype most = 65536;
    qsizetype first = text.size();
    qsizetype last = 0;
    for (const Finding &finding : findings.all()) {
        first = qMin(first, finding.position);
        last = qMax(last, finding.position);
    }
    qsizetype begin = qMax<qsizetype>(0, first - before);
    const qsizetype stop = qMin(text.size(), qMin(last + after, begin + most));
    while (begin < stop) {
        qsizetype end = text.indexOf(u'\n', begin);
        end = end < 0 ? text.size() : end;
        // A mail program wrapped what is longer; the sentence goes on.
        constexpr qsizetype wrapped = 60;
        constexpr qsizetype longest = 2000;
        while (end < text.size() && end - text.lastIndexOf(u'\n', end - 1) > wrapped
               && end - begin < longest) {
            const qsizetype next = text.indexOf(u'\n', end + 1);
            end = next < 0 ? text.size() : next;
        }
        const QStringView line = text.sliced(begin, end - begin);
        if (!line.trimmed().isEmpty() && line.size() < longest)
            readEnvironmentMentions(line, begin, findings);
        begin = end + 1;
    }
}

void readAll(QString &text, Findings &findings)
{
    // Each blanks out what it has read, so that lines are read last and see only the rest.
    readCommandLines(text, findings);
    readHttpRequests(text, findings);
    readJsonTexts(text, findings);
    readForms(text, findings);
    readBasicHeaders(text, findings);
    readXmlTexts(text, findings);
    readTables(text, findings);
    readLabelledLines(text, findings);
    readTokenAddresses(text, findings);
    readSurroundings(text, findings);
}

} // namespace

bool ProfileText::isEmpty() const
{
    return !clientId && !clientSecret && !audience && !tokenEndpoint && !scope && !grantType
        && !environment && !body && !authentication;
}

QStringList ProfileText::fieldNames() const
{
    QStringList names;
    const auto add = [&names](bool has, const QString &name) {
        if (has)
            names << name;
    };
    add(environment.has_value(), Text::tr("environment"));
    add(clientId.has_value(), Text::tr("client id"));
    add(clientSecret.has_value(), Text::tr("secret"));
    add(audience.has_value(), Text::tr("audience"));
    add(tokenEndpoint.has_value(), Text::tr("token address"));
    add(body.has_value(), Text::tr("body"));
    add(grantType.has_value(), Text::tr("grant type"));
    add(authentication.has_value(), Text::tr("client authentication"));
    add(scope.has_value(), Text::tr("scope"));
    return names;
}

ProfileText readProfileText(const QString &text)
{
    constexpr qsizetype longest = 4 * 1024 * 1024;
    if (text.size() > longest)
        return {};
    QString clean = cleanedText(text);
    ProfileText result;
    {
        Findings findings;
        readAll(clean, findings);
        result = resolved(findings);
    }
    wipe(clean);
    return result;
}

bool looksLikeCredentials(const QString &text)
{
    const ProfileText found = readProfileText(text);
    return found.clientId.has_value() || found.clientSecret.has_value();
}

} // namespace mintmark
