// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilesearch.h"

#include "app/widgets/environmenttag.h"
#include "profiles/profilename.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// What a word is worth by where it stands.
struct Weights
{
    int whole;  ///< the field is this word
    int word;   ///< a whole word of it
    int start;  ///< its beginning
    int inner;  ///< the beginning of a later word
    int middle; ///< anywhere
};
constexpr Weights nameWeights { 100, 90, 80, 70, 30 };
constexpr Weights aliasWeights { 120, 80, 70, 50, 20 };
constexpr Weights environmentWeights { 40, 40, 35, 30, 5 };
constexpr Weights clientIdWeights { 100, 45, 40, 15, 10 };
/// Two letters are in every client id.
constexpr qsizetype shortestPartOfClientId = 3;

QChar folded(QChar character)
{
    if (character.unicode() < 0x80)
        return QChar(character).toLower();
    QChar base = character;
    // The base letter of é is e; that of ế is ê, so again.
    while (base.decompositionTag() == QChar::Canonical) {
        const QString parts = base.decomposition();
        if (parts.isEmpty() || parts.front() == base)
            break;
        base = parts.front();
    }
    return base.toCaseFolded();
}

bool isWordStart(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

bool isWordEnd(QStringView text, qsizetype at)
{
    return at >= text.size() || !text[at].isLetterOrNumber();
}

int fieldScore(const QString &field, const QString &word, const Weights &weights)
{
    int best = 0;
    for (qsizetype at = field.indexOf(word); at >= 0; at = field.indexOf(word, at + 1)) {
        int score = weights.middle;
        if (at == 0 && field.size() == word.size())
            return weights.whole;
        if (isWordStart(field, at))
            score = isWordEnd(field, at + word.size()) ? weights.word
                : at == 0                              ? weights.start
                                                       : weights.inner;
        best = qMax(best, score);
    }
    return best;
}

int wordScore(const SearchText &text, const QString &word)
{
    int best = qMax(fieldScore(text.name, word, nameWeights),
                    fieldScore(text.customer, word, nameWeights));
    if (!text.alias.isEmpty())
        best = qMax(best, fieldScore(text.alias, word, aliasWeights));
    if (!text.clientId.isEmpty() && word.size() >= shortestPartOfClientId)
        best = qMax(best, fieldScore(text.clientId, word, clientIdWeights));
    for (const QString &environment : text.environments)
        best = qMax(best, fieldScore(environment, word, environmentWeights));
    return best;
}

void addHits(QStringView shown, const QString &word, QList<TextRange> &hits)
{
    QList<TextRange> starts;
    QList<TextRange> middles;
    for (qsizetype at = shown.indexOf(word); at >= 0; at = shown.indexOf(word, at + word.size())) {
        const TextRange range { static_cast<int>(at), static_cast<int>(word.size()) };
        (isWordStart(shown, at) ? starts : middles) << range;
    }
    hits << (starts.isEmpty() ? middles : starts);
}

} // namespace

QString foldedText(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::transform(text.cbegin(), text.cend(), result.begin(), folded);
    return result;
}

SearchQuery::SearchQuery(QStringView text)
{
    QString word;
    const auto close = [&] {
        if (!word.isEmpty() && !m_words.contains(word))
            m_words << word;
        word.clear();
    };
    for (const QChar character : foldedText(text)) {
        const bool parts = character.isSpace() || character.category() == QChar::Punctuation_Dash
            || character == u'/' || character == u'@' || character == u'·';
        if (parts)
            close();
        else
            word += character;
    }
    close();
}

SearchText searchTextOf(const ProfileListing &listing, const QString &clientId)
{
    SearchText text;
    text.customer = foldedText(listing.customer);
    text.name = foldedText(listing.name);
    text.alias = foldedText(listing.alias);
    text.clientId = foldedText(clientId);
    text.lastUsedMs = listing.lastUsedMs.value_or(0);
    if (listing.environment != Environment::None) {
        text.environments = { wireName(listing.environment),
                              foldedText(environmentTag(listing.environment)) };
        const QString name = foldedText(environmentName(listing.environment));
        if (!text.environments.contains(name))
            text.environments << name;
    }
    return text;
}

int searchScore(const SearchText &text, const SearchQuery &query)
{
    int sum = 0;
    for (const QString &word : query.words()) {
        const int score = wordScore(text, word);
        if (score == 0)
            return 0;
        sum += score;
    }
    return sum;
}

QList<int> searchProfiles(const QList<SearchText> &texts, const SearchQuery &query)
{
    struct Found
    {
        int index;
        int score;
        qint64 lastUsedMs;
    };
    QList<Found> found;
    for (int i = 0; i < texts.size(); ++i) {
        if (const int score = searchScore(texts[i], query); score > 0)
            found.append({ i, score, texts[i].lastUsedMs });
    }
    std::ranges::sort(found, [](const Found &a, const Found &b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.lastUsedMs != b.lastUsedMs)
            return a.lastUsedMs > b.lastUsedMs;
        return a.index < b.index;
    });
    QList<int> result;
    result.reserve(found.size());
    for (const Found &one : found)
        result << one.index;
    return result;
}

QList<TextRange> searchHits(QStringView shown, const SearchQuery &query)
{
    const QString text = foldedText(shown);
    QList<TextRange> hits;
    for (const QString &word : query.words())
        addHits(text, word, hits);
    std::ranges::sort(hits, {}, &TextRange::start);
    QList<TextRange> merged;
    for (const TextRange &hit : hits) {
        if (!merged.isEmpty() && hit.start <= merged.last().start + merged.last().length) {
            TextRange &last = merged.last();
            last.length = qMax(last.length, hit.start + hit.length - last.start);
        } else {
            merged << hit;
        }
    }
    return merged;
}

} // namespace mintmark
