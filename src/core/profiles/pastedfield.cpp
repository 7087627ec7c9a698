// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "profiles/pastedfield.h"

#include "base/secretbytes.h"
#include "profiles/fieldvalues.h"
#include "profiles/foldedwords.h"
#include "profiles/valuetrim.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark::paste {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

bool isSecret(const Label &label)
{
    return label.field == Field::ClientSecret;
}

QString refusal(Judgement judgement, const Label &label)
{
    switch (judgement) {
    case Judgement::Placeholder:
        return isSecret(label) ? Text::tr("This looks like a placeholder, not a secret.")
                               : Text::tr("Left out a value that looks like a placeholder.");
    case Judgement::Token:
        return Text::tr("This is a token, not a secret.");
    case Judgement::Key:
        return Text::tr("This is a key, not a secret.");
    case Judgement::Changed:
        return Text::tr("Left out a value with characters that a mail program probably changed.");
    default:
        return {};
    }
}

bool hasInvisible(QStringView value)
{
    return std::any_of(value.begin(), value.end(), isInvisible);
}

} // namespace

Findings::~Findings()
{
    for (QString &text : m_texts)
        wipe(text);
}

QStringView Findings::keep(QString &&text)
{
    m_texts.push_back(std::move(text));
    return m_texts.back();
}

void Findings::note(const QString &note)
{
    if (!note.isEmpty() && !m_notes.contains(note))
        m_notes << note;
}

bool Findings::add(const Label &label, QStringView value, qsizetype position, bool quoted)
{
    constexpr size_t most = 512;
    if (m_findings.size() >= most || value.size() > 16384)
        return false;
    TrimmedView trim = trimmed(value);
    if (hasInvisible(trim.value)) {
        QString visible;
        visible.reserve(trim.value.size());
        std::copy_if(trim.value.begin(), trim.value.end(), std::back_inserter(visible),
                     [](QChar c) { return !isInvisible(c); });
        trim.value = keep(std::move(visible));
        trim.notes << Text::tr("Removed an invisible character.");
    }
    const Judgement judgement = judge(label, trim.value, quoted);
    if (judgement != Judgement::Fine) {
        note(refusal(judgement, label));
        return false;
    }
    for (const QString &sentence : std::as_const(trim.notes))
        note(sentence);
    m_findings.push_back({ label, trim.value, position });
    return true;
}

} // namespace mintmark::paste
