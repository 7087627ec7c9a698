// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/tokenmessages.h"

#include "app/tokens/issueraddress.h"
#include "app/tokens/primarylabel.h"
#include "app/tokens/tlsmessages.h"
#include "app/widgets/errorbar.h"
#include "base/displaytext.h"
#include "oauth/clientauthentication.h"
#include "session/expiry.h"
#include "session/signingkeys.h"

#include <QCoreApplication>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenMessages)
};

constexpr QLatin1StringView tryPrefix("try:");

/// What can be tried without another secret, key or certificate.
QList<RequestChange> otherWays(const Profile &profile)
{
    using Method = ClientAuthenticationMethod;
    const auto method = [](Method wanted) {
        return RequestChange { u"client_authentication"_s, wireName(wanted) };
    };
    const ClientConfiguration &client = profile.client;
    const bool isJson = client.body == BodyFormat::Json;
    const RequestChange body { u"body"_s, isJson ? u"form"_s : u"json"_s };
    if (client.authentication == Method::ClientSecretPost)
        return { method(Method::ClientSecretBasic), body };
    if (client.authentication != Method::ClientSecretBasic)
        return {};
    const bool isRaw = client.basicEncoding == BasicEncoding::Raw;
    return { method(Method::ClientSecretPost),
             { u"basic_encoding"_s, isRaw ? u"form"_s : u"raw"_s } };
}

bool stillLives(const SessionState &state, qint64 nowMs)
{
    return state.tokenSet && state.token
        && expiryOf(*state.tokenSet, *state.token, nowMs).state != Expiry::State::Expired;
}

/// The renewal was tried, refused, and the same click asked anew.
bool fellBack(const TokenDemand &demand, const SessionState &state)
{
    const ExchangeRecord *newest = newestTokenExchange(state);
    if (demand.mode == TokenDemand::Mode::New || !newest || newest == &state.records.last())
        return false;
    const ExchangeRecord &before = newest[1];
    return newest->ok() && newest->purpose == "token"_L1 && !before.ok()
        && before.purpose == "renewal"_L1;
}

} // namespace

BarMessage failureMessage(const Error &error, const SessionState &state, bool copyWanted,
                          qint64 nowMs)
{
    const ExchangeRecord *exchange = newestTokenExchange(state);
    const bool ofExchange = exchange && exchange->error == error;
    BarMessage message = errorMessage(error, ofExchange ? exchangeMeta(state, nowMs) : QString());
    // That one is for saving.
    message.buttons.removeIf(
        [](const BarButton &button) { return button.id == cureButtonId(Cure::KeepForSession); });
    fitNetworkButtons(message, error, ofExchange ? exchange : nullptr);
    if (copyWanted && stillLives(state, nowMs))
        message.buttons.append({ copyEarlierButton, Text::tr("Copy the earlier token") });
    return message;
}

std::optional<Advice> adviceFor(const TokenDemand &demand, const SessionState &state)
{
    Advice advice;
    BarMessage &message = advice.message;
    if (!demand.change.isEmpty()) {
        advice.change = demand.change;
        message.cause =
            Text::tr("It works with %1").arg(displayText(changeText(demand.change)).text);
        message.remedy = Text::tr("Nothing is stored yet: the profile still says otherwise.");
        message.buttons = { { keepChangeButton, Text::tr("Keep it for this profile") } };
        return advice;
    }
    if (!fellBack(demand, state))
        return {};
    advice.change = { u"renewal"_s, u"repeat"_s };
    message.cause = Text::tr("The renewal was not answered with a token");
    message.known = Text::tr("So the token was asked for anew; both exchanges are under Requests.");
    message.remedy = Text::tr("If this server does not renew, ask anew each time.");
    message.buttons = { { keepChangeButton, Text::tr("Always ask anew") },
                        { cureButtonId(Cure::ShowExchange), cureText(Cure::ShowExchange) } };
    return advice;
}

BarMessage curedMessage(const RequestChange &change)
{
    BarMessage message;
    message.cause = Text::tr("It works with %1").arg(displayText(changeText(change)).text);
    message.remedy = Text::tr("Other profiles of this preset may need the same.");
    return message;
}

void offerForAll(BarMessage &message, const QString &provider, std::optional<qsizetype> count)
{
    QString text = Text::tr("Use it for all %1 profiles").arg(provider);
    if (count && *count == 0)
        text = Text::tr("Use it for new %1 profiles").arg(provider);
    else if (count)
        text = Text::tr("Use it for all %1 profiles (%2)").arg(provider).arg(*count);
    const auto isOurs = [](const BarButton &button) { return button.id == keepForAllButton; };
    const auto there = std::ranges::find_if(message.buttons, isOurs);
    if (there != message.buttons.end())
        there->text = text;
    else
        message.buttons.insert(qMin(message.buttons.size(), qsizetype(1)),
                               { keepForAllButton, text });
}

std::optional<BarMessage> otherWaysMessage(const Profile &profile)
{
    const QList<RequestChange> ways = otherWays(profile);
    if (ways.isEmpty())
        return {};
    BarMessage message;
    message.cause = Text::tr("How else may the client prove itself?");
    message.known = Text::tr("Each is one request with the same secret; nothing is stored.");
    message.remedy = Text::tr("Some servers lock a client after several refusals.");
    for (const RequestChange &way : ways)
        message.buttons.append({ tryPrefix + way.field + u'=' + way.value,
                                 Text::tr("Try %1").arg(changeText(way)) });
    message.buttons.append({ editAuthenticationButton, Text::tr("Edit…") });
    return message;
}

RequestChange changeOfButton(const QString &button)
{
    if (!button.startsWith(tryPrefix))
        return {};
    const QString change = button.sliced(tryPrefix.size());
    return { change.section(u'=', 0, 0), change.section(u'=', 1) };
}

std::optional<BarMessage> issuerQuestion(const SessionState &state)
{
    if (!state.token || !state.profile || !KeySource::of(*state.profile).isEmpty())
        return {};
    const QString host = displayText(issuerHost(state.token->issuer())).text;
    if (host.isEmpty())
        return {};
    BarMessage message;
    message.cause = Text::tr("Fetch keys from %1?").arg(host);
    message.known = Text::tr("The token names it; nobody has vouched for it.");
    message.remedy = Text::tr("It is then the issuer of this profile: later tokens are checked with "
                              "its keys.");
    message.buttons = { { keepIssuerButton, Text::tr("Save as issuer") },
                        { otherIssuerButton, Text::tr("Set another…") } };
    return message;
}

} // namespace mintmark
