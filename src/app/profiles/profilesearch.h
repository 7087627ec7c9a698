// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QList>
#include <QStringList>

namespace mintmark {

/// `text` without case and accents, one UTF-16 unit for each of `text`, so that positions are the
/// same in both: "müller" and "MULLER" compare alike.
QString foldedText(QStringView text);

/// What a person typed, as words. Spaces, dashes and the separators of `customer/name@environment`
/// part them.
class SearchQuery
{
public:
    SearchQuery() = default;
    explicit SearchQuery(QStringView text);

    bool isEmpty() const { return m_words.isEmpty(); }
    /// Folded.
    const QStringList &words() const { return m_words; }
    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;

private:
    QStringList m_words;
};

/// What of a profile can be found, folded once so that a key press only compares.
struct SearchText
{
    QString customer;
    QString name;
    QString alias;
    QString clientId;         ///< empty unless made known: the index has none
    QStringList environments; ///< "production", "prod" and the translated word
    qint64 lastUsedMs = 0;
};
SearchText searchTextOf(const ProfileListing &listing, const QString &clientId = {});

/// 0 when a word of the query is in no part; the higher the better. A whole word counts more than
/// a beginning, a beginning more than a middle; customer and name more than the environment.
int searchScore(const SearchText &text, const SearchQuery &query);

/// Indexes into `texts` of what fits, best first; among equals the one used last, then the order
/// of `texts`.
QList<int> searchProfiles(const QList<SearchText> &texts, const SearchQuery &query);

struct TextRange
{
    int start = 0;
    int length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};
/// Which parts of `shown` the words of the query are, in order and merged: to be drawn stronger.
/// At beginnings of words where there are some, else anywhere.
QList<TextRange> searchHits(QStringView shown, const SearchQuery &query);

} // namespace mintmark
