// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/redaction.h"

#include <QRegularExpression>

#include <cstdio>

namespace mintmark {

using namespace Qt::StringLiterals;

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
    result.replace(member, u"\\1\\2[hidden]"_s);
    result.replace(credentials, u"\\1 [hidden]"_s);
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
