// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "oauth/answerpath.h"

#include "base/displaytext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenResponse)
};

constexpr qsizetype shownCharacters = 100;

QString shown(const QStringList &steps)
{
    return displayText(steps.join(u'.').left(shownCharacters)).text;
}

bool isPosition(QStringView step)
{
    return !step.isEmpty()
        && std::ranges::all_of(step, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// "a[0].b" is a.0.b. Brackets around anything else belong to the name.
QStringList stepsOf(const QString &path)
{
    QStringList steps;
    const QStringList parts = path.split(u'.');
    for (const QString &part : parts) {
        QStringView name = part;
        QStringList positions;
        while (name.endsWith(u']')) {
            const qsizetype open = name.lastIndexOf(u'[');
            if (open < 0 || !isPosition(name.sliced(open + 1).chopped(1)))
                break;
            positions.prepend(name.sliced(open + 1).chopped(1).toString());
            name.truncate(open);
        }
        if (!name.isEmpty() || positions.isEmpty())
            steps << name.toString();
        steps << positions;
    }
    return steps;
}

/// Why `at`, reached by `before`, has no `step`.
QString failureOf(const JsonValue &at, const QStringList &before, const QString &step)
{
    const QString whole = shown(before + QStringList(step));
    if (before.isEmpty())
        return Text::tr("There is no \"%1\" in it.").arg(whole);
    const QString parent = shown(before);
    if (at.isObject())
        return Text::tr("There is no \"%1\": \"%2\" is an object without it.").arg(whole, parent);
    if (!at.isArray())
        return Text::tr("There is no \"%1\": \"%2\" is neither an object nor a list.")
            .arg(whole, parent);
    if (!isPosition(step))
        return Text::tr("There is no \"%1\": \"%2\" is a list, whose entries are numbered from 0.")
            .arg(whole, parent);
    return Text::tr("There is no \"%1\": the length of the list \"%2\" is %3.")
        .arg(whole, parent, QString::number(at.size()));
}

} // namespace

AnswerPath AnswerPath::follow(const JsonValue &root, const QString &path)
{
    if (const JsonValue member = root.member(path); member.exists())
        return { member, {}, root.count(path) > 1 ? std::optional(path) : std::nullopt };
    AnswerPath found { root, {}, {} };
    QStringList walked;
    const QStringList steps = stepsOf(path);
    for (const QString &step : steps) {
        const JsonValue at = found.value;
        bool isNumber = false;
        const qlonglong position = step.toLongLong(&isNumber); // no list is longer than that
        if (!at.isArray())
            found.value = at.member(step);
        else
            found.value = isPosition(step) && isNumber ? at.at(position) : JsonValue();
        if (!found.value.exists()) {
            found.failure = failureOf(at, walked, step);
            return found;
        }
        walked << step;
        if (!at.isArray() && at.count(step) > 1 && !found.ambiguous)
            found.ambiguous = walked.join(u'.');
    }
    return found;
}

} // namespace mintmark
