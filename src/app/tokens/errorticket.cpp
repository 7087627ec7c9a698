// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/errorticket.h"

#include "app/tokens/primarylabel.h"
#include "base/errorcatalogue.h"
#include "profiles/profilename.h"

#include <QDateTime>

namespace mintmark {

using namespace Qt::StringLiterals;

QString errorTicket(const ProfileListing &listing, const Error &error, const SessionState &state)
{
    const ErrorText text = errorText(error);
    const QString environment = environmentName(listing.environment);
    QStringList lines {
        environment.isEmpty() ? displayName(listing)
                              : u"%1 [%2]"_s.arg(displayName(listing), environment),
        text.cause + u'.',
    };
    if (!text.known.isEmpty())
        lines << text.known;
    lines << text.remedy;
    if (!error.detail.isEmpty())
        lines << error.detail;
    const ExchangeRecord *record = newestTokenExchange(state);
    if (!record || record->error != error)
        return lines.join(u'\n');

    const QDateTime started = QDateTime::fromMSecsSinceEpoch(record->startedAtMs, Qt::UTC);
    lines << QString() << started.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s) << record->request;
    if (record->status > 0)
        lines << QString() << record->answerHead << record->answerBody;
    return lines.join(u'\n');
}

} // namespace mintmark
