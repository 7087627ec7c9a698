// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/fieldlabels.h"
#include "profiles/fieldvalues.h"
#include "profiles/foldedwords.h"
#include "profiles/labelledtext.h"
#include "profiles/labelledvalue.h"

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLeft = 90;

struct Mark
{
    qsizetype begin = 0;
    qsizetype end = 0;
    Separator kind = Separator::Mark;
};

/// " is ", " lautet ", " est " …
qsizetype verbAt(QStringView line, qsizetype at)
{
    static constexpr QStringView verbs[] = { u" is ",     u" lautet ", u" ist ", u" est ",  u" es ",
                                             u" \u00e9 ", u" \u00e8 ", u" are ", u" being " };
    for (const QStringView verb : verbs) {
        if (line.sliced(at).startsWith(verb, Qt::CaseInsensitive))
            return verb.size();
    }
    return 0;
}

/// The next thing at or after `from` that can part a label from its value.
std::optional<Mark> nextMark(QStringView line, qsizetype from)
{
    for (qsizetype i = from; i < line.size(); ++i) {
        const char16_t c = line[i].unicode();
        if (c == u':' || c == u'=' || c == 0xff1a || c == 0x2192) {
            qsizetype end = i + 1;
            if (c == u':' && line.sliced(i).startsWith(u"://"))
                continue;
            while (end < line.size()
                   && (line[end] == u'=' || line[end] == u'>' || (line[end] == u':' && c == u':')))
                ++end;
            return Mark { i, end, Separator::Mark };
        }
        if (c == u',' && i > 0 && line[i - 1] == u'"'
            && line.sliced(i + 1).trimmed().startsWith(u'"'))
            return Mark { i, i + 1, Separator::Mark }; // { "client_id", "abc" }
        if (c != u' ')
            continue;
        if (i + 1 < line.size() && QStringView(u"\"`\u201c\u201e\u00ab").contains(line[i + 1]))
            return Mark { i, i + 1, Separator::Mark }; // the client id "abc"
        if (const qsizetype length = verbAt(line, i))
            return Mark { i, i + length, Separator::Verb };
        if (i + 2 < line.size() && line[i + 2] == u' '
            && (line[i + 1] == u'-' || line[i + 1] == u'\u2013' || line[i + 1] == u'\u2014'))
            return Mark { i, i + 3, Separator::Mark };
        if (line.sliced(i).startsWith(u" -> "))
            return Mark { i, i + 4, Separator::Mark };
    }
    return {};
}

/// Where the words of a label can begin at the earliest: after a comma, a bracket, the end of a
/// sentence.
qsizetype boundary(QStringView left)
{
    int open = 0;
    for (qsizetype i = left.size() - 1; i >= 0; --i) {
        const QChar c = left[i];
        if (c == u')')
            ++open;
        else if (c == u'(' && --open < 0)
            return i + 1;
        else if (open <= 0 && QStringView(u",;|{[&?\t@").contains(c))
            return i + 1;
        else if (open <= 0 && QStringView(u".!:").contains(c) && i + 1 < left.size()
                 && isBlank(left[i + 1]))
            return i + 1;
    }
    return 0;
}

qsizetype afterLastBlank(QStringView text)
{
    qsizetype at = text.size();
    while (at > 0 && !isBlank(text[at - 1]))
        --at;
    return at;
}

QStringView stripped(QStringView text)
{
    static constexpr QStringView ends =
        u"\"'`*_\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb#<>\u2022-+\u2013$\\";
    while (!text.isEmpty() && (isBlank(text.front()) || ends.contains(text.front())))
        text = text.sliced(1);
    while (!text.isEmpty() && (isBlank(text.back()) || ends.contains(text.back())))
        text.chop(1);
    for (const QStringView command :
         { QStringView(u"export "), QStringView(u"set "), QStringView(u"setx "),
           QStringView(u"const "), QStringView(u"let "), QStringView(u"var "), QStringView(u"env:"),
           QStringView(u"env "), QStringView(u"declare -x "), QStringView(u"final "),
           QStringView(u"val "), QStringView(u"setenv "), QStringView(u"string ") }) {
        if (text.startsWith(command, Qt::CaseInsensitive) && text.size() > command.size())
            return stripped(text.sliced(command.size()));
    }
    return text;
}

/// The label `left` ends with, the longest that can be read.
std::optional<Label> labelAtEnd(QStringView left)
{
    left = left.last(qMin(longestLeft, left.size()));
    left = stripped(left.sliced(boundary(left)));
    if (auto label = readLabel(left); label && (label->qualifier.isEmpty() || label->code))
        return label;
    const QList<FoldedWord> words = foldedWords(left);
    for (qsizetype i = 1; i < words.size() && words.size() < 16; ++i) {
        if (!isFillWord(words[i - 1].text) || words[i].begin == words[i - 1].end)
            continue;
        const bool spoiled = std::any_of(
            words.begin() + qMax<qsizetype>(0, i - 4), words.begin() + i,
            [](const FoldedWord &word) { return isContrary(word.text) && !isFillWord(word.text); });
        if (spoiled)
            continue;
        if (auto label = readLabel(left.sliced(words[i].begin));
            label && label->qualifier.isEmpty() && !label->weak)
            return label;
    }
    return readLabel(left);
}

/// `CLIENT_ID abc`, `--client-id abc`, `Client ID abc`: nothing but a blank between them.
int readBlankSeparated(QStringView line, qsizetype position, Findings &findings)
{
    const QStringView bare = stripped(line);
    const qsizetype space = bare.lastIndexOf(u' ');
    if (space > 0 && bare.size() < 300) {
        const auto label = readLabel(bare.first(space));
        QStringView value = bare.sliced(space + 1);
        if (label && !label->weak && label->qualifier.isEmpty() && looksGenerated(value)
            && !value.contains(u'\'') && !value.contains(u'"'))
            return findings.add(*label, value, position) ? 1 : 0;
    }
    int count = 0;
    for (qsizetype at = line.indexOf(u"--"); at >= 0; at = line.indexOf(u"--", at + 2)) {
        qsizetype end = at + 2;
        while (end < line.size() && !isBlank(line[end]) && line[end] != u'=')
            ++end;
        if (end >= line.size() || line[end] == u'=')
            continue;
        const auto label = readLabel(line.sliced(at + 2, end - at - 2));
        if (label && !label->weak
            && readLabelledValue(*label, line, end, Separator::Mark, position, findings) > 0)
            ++count;
    }
    return count;
}

} // namespace

int readPairs(QStringView line, qsizetype position, QStringView parent, Findings &findings)
{
    int count = 0;
    qsizetype segment = 0;
    qsizetype from = 0;
    constexpr int mostMarks = 20000;
    for (int marks = 0; marks < mostMarks && !findings.isFull(); ++marks) {
        const std::optional<Mark> mark = nextMark(line, from);
        if (!mark)
            break;
        from = mark->end;
        QStringView left = line.sliced(segment, mark->begin - segment);
        if (line[mark->begin] == u'=' && !left.isEmpty() && !isBlank(left.back()))
            left = left.sliced(afterLastBlank(left)); // name=value, whatever stands before
        std::optional<Label> label;
        if (mayEndLabel(left)) {
            findings.countTry();
            label = labelAtEnd(left);
        }
        if ((!label || label->weak) && !parent.isEmpty() && mark->kind == Separator::Mark
            && segment == 0) {
            const QString nested =
                parent.toString() + u'.' + stripped(line.first(mark->begin)).toString();
            if (const auto whole = readLabel(nested); whole && !whole->weak)
                label = whole;
        }
        if (!label)
            continue;
        if (mark->kind == Separator::Mark && line[mark->begin] == u'=')
            label->code = true;
        const qsizetype end = readLabelledValue(*label, line, mark->end, mark->kind,
                                                position + mark->begin, findings);
        if (end >= mark->end) {
            ++count;
            segment = end;
            from = end;
        }
    }
    return count > 0 ? count : readBlankSeparated(line, position, findings);
}

} // namespace mintmark::paste
