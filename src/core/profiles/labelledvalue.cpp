// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/labelledvalue.h"

#include "profiles/fieldlabels.h"
#include "profiles/fieldvalues.h"
#include "profiles/foldedwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

QChar closingQuote(QChar open)
{
    switch (open.unicode()) {
    case u'"':
    case u'\'':
    case u'`':
        return open;
    case 0x201c:
        return u'\u201d';
    case 0x201e:
        return u'\u201c';
    case 0x2018:
        return u'\u2019';
    case 0x201a:
        return u'\u2018';
    case 0x00ab:
        return u'\u00bb';
    case 0x00bb:
        return u'\u00ab';
    default:
        return {};
    }
}

bool hasSeveralWords(Field field)
{
    return field != Field::ClientId && field != Field::ClientSecret && field != Field::Audience
        && field != Field::TokenEndpoint;
}

/// "abc is no longer valid": what follows a value takes it back.
bool takesBack(QStringView rest)
{
    for (const QStringView chunk :
         rest.first(qMin<qsizetype>(rest.size(), 80)).split(u' ', Qt::SkipEmptyParts)) {
        if (chunk.contains(u'=') || chunk.contains(u':'))
            return false; // of the next pair
        const qsizetype dot = chunk.indexOf(u'.');
        if (dot >= 0 && dot + 1 < chunk.size())
            continue; // a host
        const QList<FoldedWord> words = foldedWords(chunk);
        if (std::any_of(words.begin(), words.end(),
                        [](const FoldedWord &word) { return isTakingBack(word.text); }))
            return true;
    }
    return false;
}

qsizetype skipDecoration(QStringView line, qsizetype at)
{
    while (at < line.size()
           && (isBlank(line[at])
               || (line[at] == u'*'
                   && (at + 1 == line.size() || line[at + 1] == u'*' || isBlank(line[at + 1])
                       || (at > 0 && line[at - 1] == u'*')))))
        ++at;
    return at;
}

/// Does "label:" or "label=" begin at `at`?
bool beginsLabel(QStringView line, qsizetype at)
{
    while (at < line.size() && (isBlank(line[at]) || line[at] == u'"' || line[at] == u'\''))
        ++at;
    const QStringView rest = line.sliced(at, qMin<qsizetype>(60, line.size() - at));
    for (qsizetype i = 0; i < rest.size(); ++i) {
        if (rest[i] == u':' || rest[i] == u'=')
            return readLabel(rest.first(i)).has_value();
    }
    return false;
}

/// End of a single word, before what belongs to the next pair.
qsizetype endOfWord(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size() && !isBlank(line[end])) {
        if (end > at && QStringView(u",;&|").contains(line[end]) && beginsLabel(line, end + 1))
            break;
        if (line[end] == u'\u2192' || (line[end] == u'"' && end > at))
            break;
        ++end;
    }
    return end;
}

/// End of a value that may have blanks in it: a scope, "Client Credentials".
qsizetype endOfWords(QStringView line, qsizetype at)
{
    qsizetype end = at;
    while (end < line.size()) {
        const QChar c = line[end];
        if (c == u';' || c == u'|' || c == u'\t' || c == u'(')
            break;
        const bool wordBegins = end > at && isBlank(line[end - 1]);
        if (wordBegins
            && (c == u'#' || (c == u'/' && end + 1 < line.size() && line[end + 1] == u'/')))
            break;
        if ((c == u',' && (beginsLabel(line, end + 1))) || (wordBegins && beginsLabel(line, end)))
            break;
        if (c == u'&' && end > at)
            break;
        ++end;
    }
    return end;
}

bool isUnbalanced(QStringView word, QChar open, QChar close)
{
    return word.back() == close && word.count(open) < word.count(close);
}

/// "8Q~" marks secrets of Entra ID: 40 characters, the last of which may be a full stop.
bool endsAsMade(const Label &label, QStringView word)
{
    return label.field == Field::ClientSecret && word.size() == 40 && word.contains(u"8Q~");
}

QStringView withoutSentence(QStringView word, const Label &label, Separator separator,
                            Findings &findings)
{
    while (!word.isEmpty()) {
        const QChar last = word.back();
        const bool full =
            last == u'.' || (separator == Separator::Verb && QStringView(u"!?:").contains(last));
        if (full && !word.endsWith(u"...") && !endsAsMade(label, word)) {
            findings.note(last == u'.' ? Text::tr("Removed a full stop at the end.")
                                       : Text::tr("Removed a punctuation mark at the end."));
        } else if (!(last == u';' || isUnbalanced(word, u'(', u')')
                     || isUnbalanced(word, u'[', u']') || isUnbalanced(word, u'{', u'}'))) {
            break;
        }
        word.chop(1);
    }
    for (const qsizetype stars : { 2, 1 }) {
        const QString mark(stars, u'*');
        if (word.size() > 2 * stars && word.startsWith(mark) && word.endsWith(mark))
            word = word.sliced(stars, word.size() - 2 * stars);
    }
    if (label.field != Field::ClientSecret && word.size() > 4 && word.startsWith(u'_')
        && word.endsWith(u'_'))
        word = word.sliced(1, word.size() - 2);
    return word.size() > 4 && word.endsWith(u"**") && !word.startsWith(u'*') ? word.chopped(2)
                                                                             : word;
}

/// What may follow the value of a label in its line.
bool mayFollow(QStringView rest)
{
    rest = rest.trimmed();
    while (!rest.isEmpty() && isBlank(rest.front()))
        rest = rest.sliced(1);
    if (rest.isEmpty()
        || QStringView(u"(,;#/|&)]}.*\"'[\u2014\u2013-<{`\\^").contains(rest.front()))
        return true;
    const qsizetype space = rest.indexOf(u' ');
    const QList<FoldedWord> first = foldedWords(space < 0 ? rest : rest.first(space));
    return (!first.isEmpty() && isFillWord(first.constFirst().text) && rest.size() > 12)
        || beginsLabel(rest, 0);
}

qsizetype readSeveralWords(const Label &label, QStringView line, qsizetype at, Separator separator,
                           qsizetype position, Findings &findings)
{
    const qsizetype end = endOfWords(line, at);
    QStringView value =
        withoutSentence(line.sliced(at, end - at).trimmed(), label, separator, findings);
    if (label.field == Field::Scope && !label.code && value.size() > 300)
        return -1;
    return findings.add(label, value, position) ? end : -1;
}

qsizetype readQuoted(const Label &label, QStringView line, qsizetype at, qsizetype position,
                     Findings &findings)
{
    const qsizetype close = line.indexOf(closingQuote(line[at]), at + 1);
    if (close <= at)
        return -1;
    const QStringView after = line.sliced(close + 1).trimmed();
    if (label.field == Field::Scope && after.startsWith(u',') && !beginsLabel(after, 1)) // `a`, `b`
        return readSeveralWords(label, line, at, Separator::Mark, position, findings);
    const bool code = label.code || line[at] == u'`';
    const QStringView inside = line.sliced(at + 1, close - at - 1);
    const QStringView value = code ? inside : line.sliced(at, close + 1 - at);
    if (takesBack(line.sliced(close + 1)))
        return -1;
    const bool added = label.field == Field::TokenEndpoint
        ? addAddress(label, inside, position, findings)
        : findings.add(label, value, position, true);
    return added ? close + 1 : -1;
}

/// `word` with the blanks nobody sees around it, so that trimming them is said.
QStringView withItsBlanks(QStringView line, QStringView word, QStringView rest)
{
    const auto isHidden = [](QChar c) { return c == u'\u00a0' || isInvisible(c); };
    qsizetype begin = word.data() - line.data();
    if (begin < 0 || begin + word.size() > line.size())
        return word;
    qsizetype end = begin + word.size();
    while (begin > 0 && isHidden(line[begin - 1]))
        --begin;
    if (rest.trimmed().isEmpty() && end + rest.size() == line.size()) {
        while (end < line.size() && isHidden(line[end]))
            ++end;
    }
    return line.sliced(begin, end - begin);
}

} // namespace

bool addAddress(const Label &label, QStringView text, qsizetype position, Findings &findings)
{
    qsizetype begin = text.indexOf(u"http", 0, Qt::CaseInsensitive);
    if (begin < 0)
        begin = 0;
    qsizetype end = begin;
    while (end < text.size() && !isBlank(text[end])
           && !QStringView(u"<>\"'`|)]\u201c\u201d\u00bb").contains(text[end]))
        ++end;
    QStringView address = text.sliced(begin, end - begin);
    while (!address.isEmpty() && QStringView(u".,;:!*\\^").contains(address.back())) {
        if (address.back() == u',')
            findings.note(Text::tr("Removed a comma at the end."));
        else if (address.back() == u'.')
            findings.note(Text::tr("Removed a full stop at the end."));
        address.chop(1);
    }
    if (isWebAddress(address))
        return findings.add(label, address, position, true);
    const qsizetype slash = address.indexOf(u'/');
    if (label.weak || slash < 4 || address.contains(u'@') || address.contains(u"://")
        || !address.first(slash).contains(u'.'))
        return false;
    if (!findings.add(label, findings.keep(QString(u"https://"_s + address.toString())), position,
                      true))
        return false;
    findings.note(Text::tr("Added https:// to the token address."));
    return true;
}

qsizetype readLabelledValue(const Label &label, QStringView line, qsizetype at, Separator separator,
                            qsizetype position, Findings &findings)
{
    at = skipDecoration(line, at);
    if (at >= line.size())
        return -1;
    if (!closingQuote(line[at]).isNull()) {
        if (const qsizetype end = readQuoted(label, line, at, position, findings); end >= 0)
            return end;
        if (line.indexOf(closingQuote(line[at]), at + 1) > at)
            return -1;
    }
    if (hasSeveralWords(label.field))
        return readSeveralWords(label, line, at, separator, position, findings);
    qsizetype end = endOfWord(line, at);
    if (label.field == Field::Audience && separator != Separator::Verb
        && continuesAudience(line.sliced(end)))
        end = line.size();
    const QStringView whole = line.sliced(at, end - at).trimmed();
    const QStringView rest = line.sliced(end);
    if (takesBack(rest))
        return -1;
    if (label.field == Field::TokenEndpoint)
        return addAddress(label, whole, position, findings) ? end : -1;
    const QStringView word = withoutSentence(whole, label, separator, findings);
    if (word.isEmpty() || isBlank(word.front()))
        return -1;
    const bool address =
        label.field == Field::Audience && (word.contains(u':') || word.contains(u'/'));
    const bool generated = address || looksGenerated(word);
    if ((separator == Separator::Verb || !mayFollow(rest)) && !generated)
        return -1;
    const bool mixed = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); })
        && word.size() >= 16;
    if (label.field == Field::ClientSecret && !label.code && !generated && !mixed && word.size() > 2
        && judge(label, word, false) == Judgement::Fine)
        return -1; // a word of the sentence
    return findings.add(label, withItsBlanks(line, word, rest), position) ? end : -1;
}

} // namespace mintmark::paste
