// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/redaction.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <initializer_list>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

bool mentions(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(
        words, [&](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString redacted(const QString &text)
{
    static const QRegularExpression credentials(
        uR"(\b(Bearer|Basic|DPoP)\s+[A-Za-z0-9._~+/=-]{4,})"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression token(uR"(\beyJ[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)*)"_s);
    static const QRegularExpression member(
        uR"(\b(client_secret|client_assertion|assertion|access_token|refresh_token|id_token|password|clientSecret)("?\s*[:=]\s*"?)([^"&\s,}]+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString result = text;
    // Compiling an expression takes longer than most requests' own work: only those that may match.
    if (mentions(result, { "secret"_L1, "assertion"_L1, "token"_L1, "password"_L1 }))
        result.replace(member, u"\\1\\2[hidden]"_s);
    if (mentions(result, { "bearer"_L1, "basic"_L1, "dpop"_L1 }))
        result.replace(credentials, u"\\1 [hidden]"_s);
    if (result.contains("eyJ"_L1))
        result.replace(token, u"[hidden token]"_s);
    return result;
}

namespace {

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QLatin1StringView category(context.category);
    if (category.startsWith("qt.network"_L1) && type < QtCriticalMsg && type != QtWarningMsg)
        return;
    const QByteArray line = redacted(message).toLocal8Bit();
    std::fprintf(stderr, "%s\n", line.constData());
}

} // namespace

void installRedactingMessageHandler()
{
    qInstallMessageHandler(writeRedacted);
}

} // namespace mintmark
