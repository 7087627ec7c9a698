// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QStringList>
#include <QStringView>

#include <deque>
#include <optional>
#include <vector>

namespace mintmark::paste {

enum class Field {
    ClientId,
    ClientSecret,
    Audience,
    TokenEndpoint,
    Scope,
    GrantType,
    Environment,
    Body,
    Authentication,
};

/// What a label – "Client-ID (Sandbox)", "ACME_CLIENT_SECRET" – stands for.
struct Label
{
    Field field = Field::ClientId;
    /// "Secret", "ID": says so only in company of the other one.
    bool weak = false;
    /// An identifier, not words: what follows is what a program reads.
    bool code = false;
    /// "for both": of no environment, wherever it stands.
    bool shared = false;
    std::optional<Environment> environment;
    QString environmentWord;
    /// Words nobody knows before the label: whose client it is.
    QString qualifier;
};

struct Finding
{
    Label label;
    QStringView value; ///< trimmed; lives as long as its Findings
    qsizetype position = 0;
};

/// A word that says which environment a text is about.
struct EnvironmentMention
{
    Environment environment = Environment::None;
    QString word;
    qsizetype position = 0;
    int strength = 0; ///< 3 a label's value, 2 a heading, 1 in a sentence, 0 in an address
    bool opensSection = false;
};

/// What the readers found in one text. Owns every text a value points into, secrets among them, and
/// wipes them all.
class Findings
{
public:
    Findings() = default;
    Findings(const Findings &) = delete;
    Findings &operator=(const Findings &) = delete;
    ~Findings();

    QStringView keep(QString &&text);

    /// Trims `value`, says what went, and takes it unless it cannot be meant: a placeholder, prose,
    /// a token where a secret should be. False when it was not taken.
    bool add(const Label &label, QStringView value, qsizetype position, bool quoted = false);
    void addMention(const EnvironmentMention &mention) { m_mentions.push_back(mention); }
    void note(const QString &note);
    /// No text of a person has that many.
    bool isFull() const { return m_findings.size() >= 512 || m_tries > 5000; }
    /// Counts what may be a label: megabytes of such are a log, and are not read to the end.
    void countTry() { ++m_tries; }

    const std::vector<Finding> &all() const { return m_findings; }
    const std::vector<EnvironmentMention> &mentions() const { return m_mentions; }
    const QStringList &notes() const { return m_notes; }

private:
    std::deque<QString> m_texts;
    std::vector<Finding> m_findings;
    std::vector<EnvironmentMention> m_mentions;
    QStringList m_notes;
    int m_tries = 0;
};

} // namespace mintmark::paste
