// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/flowerrors.h"

#include "base/errorcatalogue.h"
#include "oauth/parameters.h"
#include "oauth/provider.h"
#include "profiles/profile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FlowErrors)
};

QString fieldName(const QString &field)
{
    if (field == parameter::clientId)
        return Text::tr("client id");
    if (field == parameter::clientSecret)
        return Text::tr("client secret");
    if (field == parameter::audience)
        return Text::tr("audience");
    if (field == parameter::scope)
        return Text::tr("scope");
    if (field == parameter::grantType)
        return Text::tr("grant type");
    if (field == "token_endpoint"_L1)
        return Text::tr("token address");
    if (field == "private_key"_L1)
        return Text::tr("private key");
    if (field == "issuer"_L1)
        return Text::tr("issuer");
    if (field == "client_certificate"_L1)
        return Text::tr("client certificate");
    return field;
}

/// "The secret was saved 3 March 2025 and ends in …Qx9A."
QString secretSentence(const Profile &profile)
{
    const QString &ending = profile.secretSummary.ending;
    if (!profile.secretSavedAtMs)
        return ending.isEmpty() ? QString() : Text::tr("The secret ends in …%1.").arg(ending);
    const QDate saved = QDateTime::fromMSecsSinceEpoch(*profile.secretSavedAtMs).date();
    const QString day = QLocale().toString(saved, u"d MMMM yyyy"_s);
    return ending.isEmpty() ? Text::tr("The secret was saved %1.").arg(day)
                            : Text::tr("The secret was saved %1 and ends in …%2.").arg(day, ending);
}

} // namespace

Error profileIncomplete(const Provider &provider, const QString &field)
{
    return { ErrorCode::ProfileIncomplete,
             { { u"field"_s, fieldName(field) }, { u"provider"_s, provider.name } },
             u"empty: "_s + field };
}

Error withProfile(Error error, const Profile &profile)
{
    if (error.code == ErrorCode::ProfileIncomplete) {
        const QString field = error.argument(u"field");
        if (error.detail.isEmpty())
            error.detail = u"empty: "_s + field;
        error.arguments.insert(u"field"_s, fieldName(field));
    }
    if (error.code == ErrorCode::InvalidClient)
        error.arguments.insert(u"secret"_s, secretSentence(profile));
    const Provider *recognised = recognisedProvider(profile.client.tokenEndpoint);
    const Provider &provider = recognised ? *recognised : providerById(profile.provider);
    if (const ProviderHint *hint = hintFor(provider, error.argument(u"error"),
                                           error.argument(u"error_description"))) {
        error.hint = hint->sentence;
        error.hintCure = hint->cure;
    }
    return error;
}

Error renewalError(const Error &error, RenewalPolicy policy)
{
    // Who asks to wait is not asked in another way at once.
    if (error.code == ErrorCode::TooManyRequests || exitCode(error.code) != ExitCode::Refused)
        return error;
    const bool isGet = policy == RenewalPolicy::Get;
    return { isGet ? ErrorCode::RenewalRefused : ErrorCode::RefreshRefused, error.arguments,
             error.detail };
}

} // namespace mintmark
