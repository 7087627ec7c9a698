// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/tokenmessages.h"

#include "app/tokens/issueraddress.h"
#include "app/tokens/primarylabel.h"
#include "app/tokens/tlsmessages.h"
#include "app/widgets/errorbar.h"
#include "base/displaytext.h"
#include "session/expiry.h"
#include "session/signingkeys.h"

#include <QCoreApplication>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenMessages)
};

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

std::optional<BarMessage> adviceMessage(const TokenDemand &demand, const SessionState &state)
{
    BarMessage message;
    if (!demand.grantType.isEmpty()) {
        message.cause = Text::tr("It works with the grant type \"%1\"").arg(demand.grantType);
        message.remedy = Text::tr("This profile still says otherwise.");
        message.buttons = { { keepGrantTypeButton, Text::tr("Use it from now on") } };
        return message;
    }
    if (!fellBack(demand, state))
        return {};
    message.cause = Text::tr("The renewal was not answered with a token");
    message.known = Text::tr("So the token was asked for anew; both exchanges are under Requests.");
    message.remedy = Text::tr("If this server does not renew, ask anew each time.");
    message.buttons = { { alwaysRepeatButton, Text::tr("Always ask anew") },
                        { cureButtonId(Cure::ShowExchange), cureText(Cure::ShowExchange) } };
    return message;
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
