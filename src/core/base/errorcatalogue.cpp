// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/errorcatalogue.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Errors", text);
}

/// Fills "{name}" in; sentences (separated by ". ") that need an argument nobody gave are left out.
QString filled(const QString &text, const Error &error, bool dropIncomplete)
{
    static const QRegularExpression placeholder(uR"(\{([a-z_]+)\})"_s);
    static const QRegularExpression sentenceEnd(uR"((?<=\.)\s+(?=[A-Z{"]))"_s);
    QStringList kept;
    for (const QString &sentence : text.split(sentenceEnd)) {
        QString out;
        bool complete = true;
        qsizetype from = 0;
        for (auto match = placeholder.match(sentence); match.hasMatch();
             match = placeholder.match(sentence, from)) {
            const QString value = error.argument(match.capturedView(1));
            complete = complete && !value.isEmpty();
            out += sentence.mid(from, match.capturedStart() - from) + value;
            from = match.capturedEnd();
        }
        out += sentence.mid(from);
        if (complete || !dropIncomplete)
            kept << out;
    }
    return kept.join(u' ');
}

const ErrorRow *rowOf(ErrorCode code)
{
    static const QHash<int, const ErrorRow *> byCode = [] {
        QHash<int, const ErrorRow *> rows;
        for (const ErrorRow *row : errorRows())
            rows.insert(static_cast<int>(row->code), row);
        return rows;
    }();
    return byCode.value(static_cast<int>(code), byCode.value(static_cast<int>(ErrorCode::Internal)));
}

} // namespace

ErrorText errorText(const Error &error)
{
    const ErrorRow *row = rowOf(error.code);
    ErrorText text { filled(translated(row->cause), error, false),
                     filled(translated(row->known), error, true),
                     filled(translated(row->remedy), error, false), QList<Cure>(row->cures) };
    if (!error.hint.isEmpty())
        text.remedy = error.hint;
    if (error.hintCure) {
        text.cures.removeAll(*error.hintCure);
        text.cures.prepend(*error.hintCure);
    }
    return text;
}

QString cureText(Cure cure)
{
    switch (cure) {
    case Cure::TryAgain:
        return translated(QT_TRANSLATE_NOOP("Errors", "Try again"));
    case Cure::EditAddress:
        return translated(QT_TRANSLATE_NOOP("Errors", "Edit address"));
    case Cure::EditAudience:
        return translated(QT_TRANSLATE_NOOP("Errors", "Edit audience"));
    case Cure::EditProfile:
        return translated(QT_TRANSLATE_NOOP("Errors", "Edit profile"));
    case Cure::ReplaceSecret:
        return translated(QT_TRANSLATE_NOOP("Errors", "Replace secret…"));
    case Cure::TryOtherAuthentication:
        return translated(QT_TRANSLATE_NOOP("Errors", "Try other ways to sign in…"));
    case Cure::TryClientCredentials:
        return translated(QT_TRANSLATE_NOOP("Errors", "Try client_credentials"));
    case Cure::UnlockKeyring:
        return translated(QT_TRANSLATE_NOOP("Errors", "Unlock…"));
    case Cure::KeepForSession:
        return translated(QT_TRANSLATE_NOOP("Errors", "Keep for this session only"));
    case Cure::ShowExchange:
        return translated(QT_TRANSLATE_NOOP("Errors", "Show exchange"));
    case Cure::ShowCertificate:
        return translated(QT_TRANSLATE_NOOP("Errors", "Show certificate"));
    case Cure::TrustAuthority:
        return translated(QT_TRANSLATE_NOOP("Errors", "Trust for today…"));
    case Cure::NetworkSettings:
        return translated(QT_TRANSLATE_NOOP("Errors", "Network settings"));
    case Cure::CopyForTicket:
        return translated(QT_TRANSLATE_NOOP("Errors", "Copy for ticket"));
    }
    return {};
}

ExitCode exitCode(ErrorCode code)
{
    return rowOf(code)->exit;
}

} // namespace mintmark
