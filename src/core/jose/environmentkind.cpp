// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "jose/environmentkind.h"

#include <QStringList>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView productionWords[] = { u"prd", u"prod", u"production", u"live" };
constexpr QStringView otherWords[] = {
    u"sbx",     u"sandbox", u"test",          u"testing",       u"stage", u"staging",
    u"uat",     u"qa",      u"dev",           u"development",   u"int",   u"integration",
    u"preprod", u"nonprod", u"preproduction", u"nonproduction",
};

template <class Words> bool contains(const Words &words, QStringView word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

QStringList wordsOf(QStringView text)
{
    QStringList words;
    QString word;
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words << std::exchange(word, QString());
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

} // namespace

std::optional<EnvironmentKind> environmentKind(QStringView text)
{
    bool production = false;
    bool other = false;
    QString before;
    for (const QString &word : wordsOf(text)) {
        const bool negated = before == u"non" || before == u"pre";
        if (contains(otherWords, word))
            other = true;
        else if (contains(productionWords, word))
            (negated ? other : production) = true;
        before = word;
    }
    if (production == other)
        return std::nullopt;
    return production ? EnvironmentKind::Production : EnvironmentKind::Other;
}

} // namespace mintmark
