// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/environmentwords.h"

#include "profiles/fieldlabels.h"

#include <QHash>
#include <QSet>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    Environment environment;
    bool clear;
    const char *words; ///< folded, without spaces, parted by spaces
};

constexpr Row rows[] = {
    { Environment::Production, true,
      "production prod prd produktion produktiv produktivumgebung produktionsumgebung "
      "produktivsystem "
      "produktionssystem echtbetrieb liveumgebung livesystem produccion producao produzione" },
    { Environment::Production, false, "live" },
    { Environment::Sandbox, true,
      "sandbox sbx sandkasten sandboxumgebung sandboxsystem bacasable cajadearena" },
    { Environment::Test, true,
      "uat staging preprod preprd preproduction preproduktion preproduccion preproducao "
      "preproduzione "
      "nonprod nonprd nonproduction testumgebung testsystem integrationsumgebung abnahmeumgebung "
      "homologacao homologation preprodution" },
    { Environment::Test, false,
      "test tests testing tst qa stage stg int integration abnahme recette pruebas prueba teste "
      "testes "
      "collaudo essai essais" },
    { Environment::Development, true, "entwicklungsumgebung entwicklungssystem devumgebung" },
    { Environment::Development, false,
      "dev development devel entwicklung developpement desarrollo desenvolvimento sviluppo" },
};

const QHash<QString, EnvironmentWord> &table()
{
    static const QHash<QString, EnvironmentWord> words = [] {
        QHash<QString, EnvironmentWord> result;
        for (const Row &row : rows) {
            for (const QString &word : QString::fromLatin1(row.words).split(u' '))
                result.insert(word, { row.environment, 0, row.clear });
        }
        return result;
    }();
    return words;
}

QSet<QString> setOf(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return { list.begin(), list.end() };
}

/// Sentences with one of these speak of another environment, or of later.
bool turnsAway(const QString &word)
{
    static const QSet<QString> words =
        setOf("not never no don dont doesn isn cannot nicht kein keine keinen keiner niemals ne "
              "pas jamais nunca "
              "nao non mai before until later follow follows soon separately once after vor bevor "
              "bis spater folgt "
              "folgen sobald avant ensuite suivront bientot apres antes despues luego pronto "
              "depois breve seguirao "
              "seguiran prima dopo poi seguiranno only unlike instead like except nur solo "
              "otherwise nie ohne without");
    return words.contains(word);
}

bool isHeadingWord(const QString &word)
{
    static const QSet<QString> words = setOf("the for of our your and sage id api oauth oauth2 fur "
                                             "fuer der die das des den im in ihre unsere auf pour "
                                             "le la les de du notre votre en el los las para del "
                                             "su sus o os as da do seu per il lo di nostro "
                                             "a an to auf subject betreff objet asunto assunto "
                                             "oggetto re fw fwd aw wg tr rv enc i ref name nom "
                                             "nombre nome title data values value here are is "
                                             "below follows following these this credential");
    return words.contains(word);
}

std::optional<EnvironmentMention> onlyOne(QStringView text, const QList<FoldedWord> &words,
                                          int strength)
{
    std::optional<EnvironmentMention> found;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const EnvironmentWord word = environmentAt(words, i);
        if (word.words == 0)
            continue;
        const qsizetype end = words[i + word.words - 1].end;
        EnvironmentMention mention;
        mention.environment = word.environment;
        mention.word = text.sliced(words[i].begin, end - words[i].begin).toString();
        mention.strength = strength;
        if (found && found->environment != word.environment)
            return {};
        if (!found)
            found = mention;
        i += word.words - 1;
    }
    return found;
}

/// "— Sandbox —", "Production credentials", "[prod]": few words, one of them the environment's.
bool isHeading(const QList<FoldedWord> &words)
{
    qsizetype others = 0;
    bool named = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const EnvironmentWord word = environmentAt(words, i);
        if (word.words > 0) {
            named = true;
            i += word.words - 1;
        } else if (turnsAway(words[i].text)) {
            return false;
        } else if (!isHeadingWord(words[i].text) && !isEnvironmentNoun(words[i].text)) {
            ++others;
        }
    }
    return named && others <= 2;
}

bool besideNoun(const QList<FoldedWord> &words, qsizetype begin, qsizetype end)
{
    for (qsizetype i = qMax<qsizetype>(0, begin - 4); i < qMin(words.size(), end + 2); ++i) {
        if ((i < begin || i >= end) && isEnvironmentNoun(words[i].text))
            return true;
    }
    return false;
}

/// The colon or equals sign that something follows, but not that of "Subject: …".
qsizetype markOf(QStringView line)
{
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        if (line[i] != u':' && line[i] != u'=')
            continue;
        const QList<FoldedWord> before = foldedWords(line.first(i));
        const bool subject = before.size() == 1 && isHeadingWord(before.constFirst().text);
        if (!subject && !line.sliced(i + 1).trimmed().isEmpty())
            return i;
    }
    return -1;
}

/// Part of an address of any sort: its words are not the sentence's.
bool isInAddress(QStringView sentence, qsizetype at)
{
    qsizetype begin = at;
    while (begin > 0 && !sentence[begin - 1].isSpace())
        --begin;
    qsizetype end = at;
    while (end < sentence.size() && !sentence[end].isSpace())
        ++end;
    const QStringView word = sentence.sliced(begin, end - begin);
    return word.contains(u"://") || word.contains(u'@') || word.contains(u"www.");
}

void readSentence(QStringView sentence, qsizetype position, Findings &findings)
{
    const QList<FoldedWord> words = foldedWords(sentence);
    for (const FoldedWord &word : words) {
        if (turnsAway(word.text))
            return;
    }
    for (qsizetype i = 0; i < words.size(); ++i) {
        const EnvironmentWord word = environmentAt(words, i);
        if (word.words == 0)
            continue;
        const qsizetype end = i + word.words;
        if (isInAddress(sentence, words[i].begin)) {
            i = end - 1;
            continue;
        }
        if (word.clear || besideNoun(words, i, end)) {
            EnvironmentMention mention;
            mention.environment = word.environment;
            mention.word =
                sentence.sliced(words[i].begin, words[end - 1].end - words[i].begin).toString();
            mention.position = position + words[i].begin;
            mention.strength = 1;
            findings.addMention(mention);
        }
        i = end - 1;
    }
}

} // namespace

EnvironmentWord environmentAt(const QList<FoldedWord> &words, qsizetype at)
{
    QString joined;
    EnvironmentWord best;
    for (qsizetype count = 1; count <= 3 && at + count <= words.size(); ++count) {
        joined += words[at + count - 1].text;
        const auto found = table().constFind(joined);
        if (found != table().cend()) {
            best = *found;
            best.words = count;
        }
    }
    return best;
}

QStringList environmentWords()
{
    QStringList words { u"bac"_s, u"caja"_s, u"non"_s, u"pre"_s, u"sand"_s };
    words << table().keys();
    return words;
}

bool isEnvironmentNoun(const QString &word)
{
    static const QSet<QString> words = setOf(
        "environment env umgebung umgebungen environnement entorno ambiente system systeme systems "
        "sistema "
        "credentials zugangsdaten anmeldedaten identifiants acces credenciales credenciais "
        "credenziali "
        "accesso acceso acesso access zugang tenant mandant instance instanz instancia istanza "
        "stage "
        "client app application account konto compte cuenta conta keys cles claves chaves chiavi");
    return words.contains(word);
}

std::optional<EnvironmentMention> environmentOfAddress(QStringView address)
{
    // "dev-55120.okta.com" is what Okta and Auth0 call any tenant.
    const qsizetype host = address.indexOf(u"://dev-");
    if (host > 0 && host + 7 < address.size()) {
        const QStringView tenant = address.sliced(host + 7);
        const QStringView name = tenant.first(qMax<qsizetype>(0, tenant.indexOf(u'.')));
        if (std::any_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); }))
            return {};
    }
    return onlyOne(address, foldedWords(address), 0);
}

std::optional<EnvironmentMention> environmentOfValue(QStringView value)
{
    const QList<FoldedWord> words = foldedWords(value);
    if (words.size() > 8)
        return {};
    for (const FoldedWord &word : words) {
        if (turnsAway(word.text))
            return {};
    }
    return onlyOne(value, words, 3);
}

void readEnvironmentMentions(QStringView line, qsizetype position, Findings &findings)
{
    // "Sandbox: client id …" is headed by what stands before the colon; "Client ID: x-prod" by
    // nothing.
    const qsizetype mark = markOf(line);
    const QStringView head = line.first(mark < 0 ? line.size() : mark);
    if (head.size() < 80 && !head.contains(u"://") && (mark < 0 || !readLabel(head))) {
        const QList<FoldedWord> words = foldedWords(head);
        if (words.size() <= 10 && isHeading(words)) {
            if (auto mention = onlyOne(head, words, 2)) {
                mention->position = position;
                mention->opensSection = true;
                findings.addMention(*mention);
            }
            return;
        }
    }
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        const bool stop = i == line.size()
            || (QStringView(u".!?;").contains(line[i])
                && (i + 1 == line.size() || line[i + 1].isSpace()));
        if (stop) {
            readSentence(line.sliced(begin, i - begin), position + begin, findings);
            begin = i + 1;
        }
    }
}

} // namespace mintmark::paste
