// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/primarylabel.h"
#include "app/tokens/tlsmessages.h"
#include "app/tokens/tokencontroller.h"
#include "app/widgets/errorbar.h"
#include "session/workspace.h"

#include <QUrl>

// What can be done about certificates and proxies.

namespace mintmark {

bool TokenController::applyNetworkButton(const QString &button)
{
    if (button == trustAlwaysButton) {
        askForTrust(true);
    } else if (button == confirmTodayButton) {
        trust(TrustedAuthorities::Until::EndOfDay);
    } else if (button == confirmAlwaysButton) {
        trust(TrustedAuthorities::Until::Forgotten);
    } else if (button == doNotTrustButton) {
        const Error error = m_errors.value(m_current);
        onFailed(m_current, error, m_attempts.value(m_current).copyAfter);
    } else if (button == ownNetworkButton) {
        const auto field = networkFieldOf(m_errors.value(m_current));
        Q_EMIT editRequested(m_current, field.value_or(ProfileField::NetworkSource));
    } else {
        return false;
    }
    return true;
}

/// Where the proxy is set that this profile uses.
void TokenController::openNetworkSettings()
{
    const auto &profile = m_workspace.session().state(m_current).profile;
    if (profile && profile->client.network.proxy.kind != ProxySettings::Kind::Inherited)
        Q_EMIT editRequested(m_current, ProfileField::Proxy);
    else
        Q_EMIT networkSettingsRequested();
}

void TokenController::askForTrust(bool always)
{
    const ExchangeRecord *record = newestTokenExchange(m_workspace.session().state(m_current));
    if (record && record->tls && record->tls->authority())
        setMessage(m_current,
                   trustQuestion(QUrl(record->url).host(), *record->tls->authority(), always));
}

void TokenController::trust(TrustedAuthorities::Until until)
{
    const ExchangeRecord *record = newestTokenExchange(m_workspace.session().state(m_current));
    if (!record || !record->tls || !record->tls->authority())
        return;
    const Result<void> kept = m_workspace.network().trusted().trust(
        QUrl(record->url).host(), *record->tls->authority(), until);
    if (kept)
        tryAgain();
    else
        setMessage(m_current, errorMessage(kept.error()));
}

} // namespace mintmark
