// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/fieldlabels.h"

#include "profiles/environmentwords.h"
#include "profiles/foldedwords.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 90;
constexpr qsizetype longestPhrase = 8;

QSet<QString> setOf(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return { list.begin(), list.end() };
}

/// Articles and the like: left out of names and labels before they are compared.
bool isArticle(const QString &word)
{
    static const QSet<QString> words = setOf(
        "the of for to a an fur fuer der die das des dem den im in von vom zum zur l d le la les "
        "de "
        "du au aux un une pour el los las del al una para o os as do da dos das no na il lo i gli "
        "di della dello dei delle dell per e y");
    return words.contains(word);
}

struct Meaning
{
    Field field;
    bool weak;
};

QString joined(const QList<FoldedWord> &words, qsizetype begin, qsizetype count)
{
    QString text;
    for (qsizetype i = begin; i < begin + count; ++i)
        text += words[i].text;
    return text;
}

QList<FoldedWord> withoutArticles(QList<FoldedWord> words)
{
    words.removeIf([](const FoldedWord &word) { return isArticle(word.text); });
    return words;
}

const QHash<QString, Meaning> &meanings()
{
    static const QHash<QString, Meaning> table = [] {
        QHash<QString, Meaning> result;
        for (const LabelRow &row : labelRows()) {
            for (const QString &name : QString::fromUtf16(row.names).split(u'|')) {
                const QList<FoldedWord> words = withoutArticles(foldedWords(name));
                const QString key = joined(words, 0, words.size());
                const auto known = result.constFind(key);
                if (known == result.cend() || (known->weak && !row.weak))
                    result.insert(key, { row.field, row.weak });
            }
        }
        return result;
    }();
    return table;
}

quint64 hashOf(QStringView folded)
{
    quint64 hash = 1469598103934665603ULL; // FNV-1a
    for (const QChar c : folded)
        hash = (hash ^ c.unicode()) * 1099511628211ULL;
    return hash;
}

constexpr size_t sketchSize = 1 << 16;

/// A sketch of all words of all labels, joined ones too: "client", "id", "clientid".
const std::vector<bool> &labelWords()
{
    static const std::vector<bool> sketch = [] {
        std::vector<bool> bits(sketchSize);
        const auto add = [&bits](const QString &word) { bits[hashOf(word) % sketchSize] = true; };
        for (const LabelRow &row : labelRows()) {
            for (const QString &name : QString::fromUtf16(row.names).split(u'|')) {
                const QList<FoldedWord> words = foldedWords(name);
                for (qsizetype begin = 0; begin < words.size(); ++begin) {
                    for (qsizetype count = 1; begin + count <= words.size(); ++count)
                        add(joined(words, begin, count));
                }
            }
        }
        for (const QString &word : environmentWords())
            add(word);
        return bits;
    }();
    return sketch;
}

/// Hashes of the last four letters of every word a label may end with.
const std::vector<quint64> &endings()
{
    static const std::vector<quint64> table = [] {
        std::vector<quint64> hashes;
        for (const LabelRow &row : labelRows()) {
            for (const QString &name : QString::fromUtf16(row.names).split(u'|')) {
                const QString last = foldedWords(name).constLast().text.right(4);
                hashes.push_back(hashOf(last));
            }
        }
        std::sort(hashes.begin(), hashes.end());
        hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
        return hashes;
    }();
    return table;
}

/// "Token URL for both", "Audience (alle Umgebungen)".
bool isForAll(const QString &word)
{
    static const QSet<QString> words =
        setOf("both all every shared common beide beiden alle gemeinsam gemeinsame deux toutes "
              "tous commun ambos ambas todos todas comun comum entrambi entrambe tutti tutte "
              "comune any");
    return words.contains(word);
}

/// Takes the leftover words of a label apart; false when one of them changes its meaning.
bool readLeftover(const QList<FoldedWord> &words, qsizetype begin, qsizetype end, bool mayQualify,
                  QStringView text, Label &label)
{
    for (qsizetype i = begin; i < end; ++i) {
        const EnvironmentWord environment = environmentAt(words, i);
        if (environment.words > 0 && i + environment.words <= end) {
            if (label.environment && *label.environment != environment.environment)
                return false;
            label.environment = environment.environment;
            const qsizetype stop = words[i + environment.words - 1].end;
            label.environmentWord = text.sliced(words[i].begin, stop - words[i].begin).toString();
            i += environment.words - 1;
        } else if (isContrary(words[i].text)) {
            return false;
        } else if (isForAll(words[i].text)) {
            label.shared = true;
        } else if (!isFillWord(words[i].text)
                   && !(isEnvironmentNoun(words[i].text) && (mayQualify || label.environment))) {
            if (!mayQualify)
                return false;
            label.qualifier += words[i].text + u' ';
        }
    }
    return true;
}

struct Phrase
{
    qsizetype begin = 0;
    qsizetype count = 0;
    qsizetype characters = 0;
    Meaning meaning {};
};

/// Does a name begin with this word, or this word with a name's beginning?
bool mayBegin(const QString &word)
{
    static const QSet<QString> beginnings = [] {
        QSet<QString> result;
        for (auto name = meanings().cbegin(); name != meanings().cend(); ++name)
            result.insert(name.key().left(2));
        return result;
    }();
    return beginnings.contains(word.left(2));
}

Phrase longestPhraseIn(const QList<FoldedWord> &words)
{
    Phrase best;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!mayBegin(words[i].text))
            continue;
        QString key;
        for (qsizetype count = 1; count <= longestPhrase && i + count <= words.size(); ++count) {
            key += words[i + count - 1].text;
            const auto found = meanings().constFind(key);
            if (found != meanings().cend() && key.size() > best.characters)
                best = { i, count, key.size(), *found };
        }
    }
    return best;
}

std::optional<Label> labelOf(const QList<FoldedWord> &words, QStringView text, bool code)
{
    const Phrase phrase = longestPhraseIn(words);
    if (phrase.count == 0)
        return {};
    Label label;
    label.field = phrase.meaning.field;
    label.weak = phrase.meaning.weak;
    label.code = code;
    const qsizetype end = phrase.begin + phrase.count;
    const bool mayQualify = !label.weak && (code || phrase.begin <= 3);
    if (!readLeftover(words, 0, phrase.begin, mayQualify, text, label)
        || !readLeftover(words, end, words.size(), false, text, label))
        return {};
    return label;
}

QList<FoldedWord> atDepth(const QList<FoldedWord> &words, bool inside)
{
    QList<FoldedWord> result;
    for (const FoldedWord &word : words) {
        if ((word.depth > 0) == inside)
            result.append(word);
    }
    return result;
}

/// What stands in brackets after a label may be a comment, unless it takes the label back.
bool mayComment(const QList<FoldedWord> &words)
{
    return std::none_of(words.begin(), words.end(),
                        [](const FoldedWord &word) { return isTakingBack(word.text); });
}

/// client_id, clientId, ClientId, client-id, audience; not Client-ID or Audience, which people
/// write.
bool isCode(QStringView text)
{
    bool inner = text.contains(u'_') || text.contains(u'.');
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isBlank(text[i]) || text[i] == u'(' || text[i].unicode() >= 0x80)
            return false;
        inner = inner || (i > 0 && text[i].isUpper() && text[i - 1].isLower());
    }
    return inner || text.front().isLower();
}

} // namespace

bool isContrary(const QString &word)
{
    static const QSet<QString> words = setOf(
        "old former previous prior expired revoked deprecated invalid obsolete alt alte alter "
        "altes "
        "alten altem bisherig bisherige bisheriges bisheriger fruhere abgelaufen abgelaufene "
        "ancien "
        "ancienne precedent precedente anterior antiguo antigua antigo antiga vecchio vecchia "
        "scaduto "
        "webhook smtp imap pop3 mail ftp sftp ssh database db datenbank mysql postgres mongo redis "
        "wifi wlan wlan vpn ldap jwt session cookie signing encryption hmac not no kein keine "
        "nicht "
        "without ohne sans sin sem senza example sample beispiel exemple ejemplo exemplo esempio "
        "dummy "
        "fake placeholder expires expiry wrong falsche falsches rotate refresh tls ssl proxy "
        "variable");
    return words.contains(word);
}

bool isTakingBack(const QString &word)
{
    static const QSet<QString> words =
        setOf("old former previous expired revoked longer invalid deprecated obsolete alt alte "
              "alter altes ungultig "
              "abgelaufen abgelaufene ancien ancienne expire expiree revoque antiguo antigua "
              "antigo antiga vecchio "
              "vecchia caducado expirado scaduto revogado revocado revocato example beispiel "
              "exemple ejemplo exemplo "
              "esempio placeholder platzhalter dummy replaced wrong falsch");
    return words.contains(word);
}

bool isFillWord(const QString &word)
{
    static const QSet<QString> words =
        setOf("your our this my ihre ihr ihren ihrer deine dein unser unsere votre vos notre nos "
              "su sus tu tus nuestro "
              "nuestra seu sua seus suas vostro vostra tuo tua suo oauth oauth2 oauth20 oidc "
              "openid 0 1 2 v1 v2 api rest "
              "m2m sage auth0 okta entra azure ad microsoft keycloak cognito salesforce value wert "
              "valeur valor valore "
              "new neu neue neuer neues neuen nouveau nouvel nouvelle nuevo nueva novo nova nuovo "
              "nuova is ist lautet est "
              "es here please bitte use used using verwenden utilisez use and und et with mit avec "
              "con com also the "
              "aktuell aktuelle current actual following folgende folgenden suivant suivante "
              "string key key1 field "
              "http https hier ci voici aqui ecco sind as well sowie plus its the id. that string "
              "customer s e y i our "
              "dazu dessen own eigene generated set x my me you ok then");
    return words.contains(word) || isArticle(word);
}

std::optional<Label> readLabel(QStringView text)
{
    if (text.size() > longestLabel || text.size() < 2)
        return {};
    const QList<FoldedWord> words = withoutArticles(foldedWords(text));
    if (words.isEmpty() || words.size() > 14)
        return {};
    const bool code = isCode(text.trimmed());
    const auto whole = labelOf(words, text, code);
    if (!text.contains(u'(') || (whole && !whole->weak && whole->qualifier.isEmpty()))
        return whole;
    const QList<FoldedWord> outside = atDepth(words, false);
    const QList<FoldedWord> inside = atDepth(words, true);
    if (!mayComment(inside))
        return {}; // "Client secret (expired)"
    auto label = labelOf(inside, text, true);
    if (label && !label->weak && label->qualifier.isEmpty())
        return label;
    if (label = labelOf(outside, text, false); label) {
        Label withComment = *label;
        for (qsizetype i = 0; i < inside.size() && !withComment.environment; ++i) {
            if (const EnvironmentWord word = environmentAt(inside, i); word.words > 0) {
                withComment.environment = word.environment;
                withComment.environmentWord =
                    text.sliced(inside[i].begin, inside[i].end - inside[i].begin).toString();
            }
        }
        return withComment;
    }
    return {};
}

bool mayHoldLabel(QStringView line)
{
    const std::vector<bool> &words = labelWords();
    quint64 hash = hashOf({});
    const quint64 empty = hash;
    bool small = false;
    for (const QChar c : line) {
        const bool inWord = c.isLetterOrNumber();
        const bool capital = inWord && c.isUpper();
        if ((!inWord || (capital && small)) && hash != empty) {
            if (words[hash % sketchSize])
                return true;
            hash = empty;
        }
        if (inWord)
            hash = (hash ^ folded(c).unicode()) * 1099511628211ULL;
        small = inWord && !capital;
    }
    return hash != empty && words[hash % sketchSize];
}

bool mayEndLabel(QStringView text)
{
    qsizetype end = text.size();
    while (end > 0 && !text[end - 1].isLetterOrNumber() && text.size() - end < 8)
        --end;
    QChar letters[4];
    qsizetype count = 0;
    while (count < 4 && end > 0 && text[end - 1].isLetterOrNumber()) {
        letters[3 - count] = folded(text[end - 1]);
        ++count;
        --end;
    }
    if (count == 0)
        return false;
    for (qsizetype from = 4 - count; from < 4; ++from) { // also the "id" of "clientid", "clientId"
        if (std::binary_search(endings().begin(), endings().end(),
                               hashOf({ letters + from, 4 - from })))
            return true;
    }
    // A name may also end in brackets, a digit or an environment: "(Sandbox)", "v2", "PROD".
    const QChar last = text.isEmpty() ? QChar() : text.back();
    QList<FoldedWord> tail = foldedWords(text.last(qMin<qsizetype>(text.size(), 24)));
    if (tail.isEmpty())
        return false;
    if (last == u')' || isFillWord(tail.constLast().text) || isForAll(tail.constLast().text)
        || isEnvironmentNoun(tail.constLast().text))
        return true;
    for (qsizetype i = qMax<qsizetype>(0, tail.size() - 3); i < tail.size(); ++i) {
        if (environmentAt(tail, i).words > 0)
            return true;
    }
    return false;
}

} // namespace mintmark::paste
