// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/tokencontroller.h"

#include "app/clipboard/clipboardkeeper.h"
#include "app/tokens/askagain.h"
#include "app/tokens/errorticket.h"
#include "app/tokens/primarylabel.h"
#include "app/tokens/requestsview.h"
#include "app/tokens/tokenmessages.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/errorbar.h"
#include "oauth/parameters.h"
#include "profiles/profilename.h"
#include "session/verdictinput.h"
#include "session/workspace.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int requestsTab = 3;

} // namespace

TokenController::TokenController(Workspace &workspace, ClipboardKeeper &clipboard, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_clipboard(clipboard)
{
    TokenSession &session = workspace.session();
    connect(&session, &TokenSession::changed, this, [this](const ProfileId &id) {
        if (id == m_current)
            update();
    });
    connect(&session, &TokenSession::tokenSetChanged, this, [this](const ProfileId &id) {
        if (id == m_current)
            update();
    });
    connect(&session, &TokenSession::failed, this, [this](const ProfileId &id, const Error &error) {
        // Of a request it is said where the answer arrives; this is for a mere look at the profile.
        if (m_attempts.value(id).opened)
            onFailed(id, error, {});
    });
    connect(&workspace.keychain(), &Keychain::statusChanged, this, &TokenController::update);
    connect(&workspace.profiles(), &ProfileStore::listingsChanged, this, &TokenController::update);
    connect(&m_guard, &CopyGuard::changed, this, &TokenController::update);
}

void TokenController::setPage(TokenPage *page)
{
    m_page = page;
    connect(page, &TokenPage::barButton, this, &TokenController::onBarButton);
    connect(page, &TokenPage::barDismissed, this, [this] { clearMessage(m_current); });
    connect(page, &TokenPage::verdictLink, this, &TokenController::onVerdictLink);
    connect(page, &TokenPage::unlockRequested, this, &TokenController::unlockRequested);
    connect(page, &TokenPage::fetchRequested, this, &TokenController::fetch);
    connect(page, &TokenPage::copyTextRequested, this,
            [this](const QString &text) { m_clipboard.copyText(text); });
    connect(page, &TokenPage::cancelRequested, this,
            [this] { m_workspace.session().cancel(m_current); });
    update();
}

std::optional<ProfileListing> TokenController::listing() const
{
    return m_workspace.profiles().listing(m_current);
}

bool TokenController::isKeyringLocked() const
{
    const Keychain &keychain = m_workspace.keychain();
    return keychain.isStatusKnown() && keychain.status().state == KeychainState::Locked;
}

void TokenController::show(const ProfileId &id)
{
    m_current = id;
    if (!id.isNull() && !m_workspace.session().state(id).profile) {
        m_attempts.insert(id, { {}, {}, true });
        m_workspace.session().open(id);
    }
    update();
}

void TokenController::refresh()
{
    if (m_current.isNull())
        return;
    m_attempts.insert(m_current, { {}, {}, true });
    m_workspace.session().open(m_current);
}

std::optional<CopyContext> TokenController::copyContext() const
{
    const std::optional<ProfileListing> listing = this->listing();
    if (!listing)
        return {};
    const SessionState &state = m_workspace.session().state(m_current);
    CopyContext context;
    if (state.profile)
        context.profile = *state.profile;
    context.profile.listing = *listing;
    context.tokenSet = state.tokenSet ? &*state.tokenSet : nullptr;
    context.token = state.token.get();
    context.nowMs = m_workspace.clock().nowMs();
    return context;
}

void TokenController::update()
{
    const std::optional<ProfileListing> listing = this->listing();
    if (!m_page || !listing)
        return;
    const qint64 now = m_workspace.clock().nowMs();
    TokenPage::Content &content = m_content;
    content.listing = *listing;
    content.state = m_workspace.session().state(m_current);
    content.keyringLocked = isKeyringLocked() && !listing->inMemory;
    content.verdict = verdictOf(verdictInput(content.state, content.keyringLocked, now));
    content.checks = m_workspace.session().checks(m_current, now);
    content.nowMs = now;
    content.armed = m_guard.isArmed(m_current);
    content.copyText = primaryLabel(*listing, content.state, content.armed, now);
    m_page->setContent(content);
    showMessage();
    if (needsTick())
        Q_EMIT tickNeeded();
}

void TokenController::showMessage()
{
    const auto message = m_messages.find(m_current);
    if (message == m_messages.end())
        return m_page->clearMessage();
    if (const auto at = m_askAgainAtMs.constFind(m_current); at != m_askAgainAtMs.cend()) {
        const qint64 remainingMs = *at - m_workspace.clock().nowMs();
        offerAskAgain(*message, remainingMs);
        if (remainingMs <= 0)
            m_askAgainAtMs.erase(at);
    }
    m_page->setMessage(*message);
}

/// Most seconds change nothing but the reading.
void TokenController::tick()
{
    if (!m_page || !needsTick())
        return;
    if (m_askAgainAtMs.contains(m_current))
        showMessage();
    const std::optional<ProfileListing> listing = this->listing();
    const SessionState &state = m_workspace.session().state(m_current);
    const qint64 now = m_workspace.clock().nowMs();
    const bool same = listing && m_content.listing.id == m_current
        && m_content.checks == m_workspace.session().checks(m_current, now)
        && m_content.copyText == primaryLabel(*listing, state, m_guard.isArmed(m_current), now);
    if (same)
        m_page->setVerdict(verdictOf(verdictInput(state, m_content.keyringLocked, now)), now);
    else
        update();
}

bool TokenController::needsTick() const
{
    if (m_current.isNull())
        return false;
    const SessionState &state = m_workspace.session().state(m_current);
    return state.tokenSet || state.isRunning() || m_askAgainAtMs.contains(m_current);
}

bool TokenController::cancelOrClose()
{
    if (m_workspace.session().state(m_current).step != SessionState::Step::Idle) {
        m_workspace.session().cancel(m_current);
        return true;
    }
    if (!m_messages.contains(m_current))
        return false;
    clearMessage(m_current);
    return true;
}

void TokenController::fetch()
{
    ask({ TokenDemand::Mode::New, {}, {} }, {});
}

void TokenController::renew()
{
    ask({ TokenDemand::Mode::Renew, {}, {} }, {});
}

void TokenController::forget()
{
    m_workspace.session().forget(m_current);
    clearMessage(m_current);
}

void TokenController::copy(CopyForm form)
{
    const std::optional<ProfileListing> listing = this->listing();
    if (!listing)
        return;
    if (!isSecretForm(form)) {
        put(form);
        return;
    }
    if (m_guard.press(*listing))
        ask({}, form);
}

void TokenController::ask(const TokenDemand &demand, std::optional<CopyForm> copyAfter)
{
    if (m_current.isNull())
        return;
    clearMessage(m_current);
    m_attempts.insert(m_current, { demand, copyAfter, false });
    runJob(m_workspace.session().token(m_current, demand), this,
           [this, id = m_current, demand, copyAfter](const Result<TokenSet> &result) {
               onAnswer(id, result, demand, copyAfter);
           });
}

void TokenController::onAnswer(const ProfileId &id, const Result<TokenSet> &result,
                               const TokenDemand &demand, std::optional<CopyForm> copyAfter)
{
    if (!result) {
        noteRefused(id, result.error(), demand);
        onFailed(id, result.error(), copyAfter);
        return;
    }
    offerToKeep(id, demand);
    // Whoever has gone on to another profile does not expect this one's token on the clipboard.
    if (copyAfter && id == m_current)
        put(*copyAfter);
}

void TokenController::onFailed(const ProfileId &id, const Error &error,
                               std::optional<CopyForm> copyAfter)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_errors.insert(id, error);
    if (const qint64 waitMs = waitAskedFor(error); waitMs > 0)
        m_askAgainAtMs.insert(id, m_workspace.clock().nowMs() + waitMs);
    setMessage(id, failureMessage(error, m_workspace.session().state(id), copyAfter.has_value(),
                                  m_workspace.clock().nowMs()));
}

void TokenController::put(CopyForm form)
{
    const std::optional<CopyContext> context = copyContext();
    if (!context || !isAvailable(form, *context))
        return;
    SecretBytes text = renderCopy(form, *context);
    if (isSecretForm(form)) {
        m_copied = { m_current, form };
        m_clipboard.copySecret(std::move(text), displayName(context->profile.listing));
    } else {
        m_clipboard.copyText(QString::fromUtf8(text.view()));
    }
    update();
}

void TokenController::copyAgain()
{
    const auto [id, form] = m_copied;
    if (id.isNull())
        return;
    if (id != m_current)
        Q_EMIT profileRequested(id);
    if (id == m_current)
        copy(form);
}

void TokenController::copyForTicket()
{
    const std::optional<ProfileListing> listing = this->listing();
    const auto error = m_errors.constFind(m_current);
    if (!listing || error == m_errors.cend() || !m_messages.contains(m_current)) {
        put(CopyForm::TicketText);
        return;
    }
    m_clipboard.copyText(errorTicket(*listing, *error, m_workspace.session().state(m_current)));
}

void TokenController::setMessage(const ProfileId &id, const BarMessage &message)
{
    m_messages.insert(id, message);
    if (id == m_current)
        update();
}

void TokenController::clearMessage(const ProfileId &id)
{
    m_errors.remove(id);
    m_askAgainAtMs.remove(id);
    if (m_messages.remove(id) > 0 && id == m_current && m_page)
        m_page->clearMessage();
}

void TokenController::onBarButton(const QString &button)
{
    if (const std::optional<Cure> cure = cureOfButton(button)) {
        apply(*cure);
    } else if (applyNetworkButton(button) || applyCureButton(button)) {
        return;
    } else if (button == copyEarlierButton) {
        put(m_attempts.value(m_current).copyAfter.value_or(CopyForm::Token));
    } else if (button == keepIssuerButton) {
        const SessionState &state = m_workspace.session().state(m_current);
        const QString issuer = state.token ? state.token->issuer() : QString();
        clearMessage(m_current);
        Q_EMIT keepIssuerRequested(m_current, issuer);
    } else if (button == otherIssuerButton) {
        clearMessage(m_current);
        Q_EMIT editRequested(m_current, ProfileField::Issuer);
    }
}

void TokenController::tryAgain()
{
    const Attempt attempt = m_attempts.value(m_current);
    if (attempt.opened) {
        clearMessage(m_current);
        refresh();
    } else {
        ask(attempt.demand, attempt.copyAfter);
    }
}

void TokenController::apply(Cure cure)
{
    switch (cure) {
    case Cure::TryAgain:
        return tryAgain();
    case Cure::EditAddress:
    case Cure::EditAudience:
    case Cure::EditProfile:
        return Q_EMIT editRequested(m_current, fieldToEdit(cure));
    case Cure::TryOtherAuthentication:
        return tryOtherWays();
    case Cure::ReplaceSecret:
        return Q_EMIT replaceSecretRequested(m_current);
    case Cure::TryClientCredentials:
        return ask({ TokenDemand::Mode::New, {},
                     { parameter::grantType, parameter::clientCredentials } },
                   m_attempts.value(m_current).copyAfter);
    case Cure::UnlockKeyring:
        return Q_EMIT unlockRequested();
    case Cure::ShowExchange:
        return m_page->showTab(requestsTab);
    case Cure::ShowCertificate:
        m_page->showTab(requestsTab);
        return m_page->requests()->showCertificates();
    case Cure::TrustAuthority:
        return askForTrust(false);
    case Cure::CopyForTicket:
        return copyForTicket();
    case Cure::NetworkSettings:
        return openNetworkSettings();
    case Cure::KeepForSession:
        break;
    }
}

void TokenController::onVerdictLink(const QString &link)
{
    const auto question = issuerQuestion(m_workspace.session().state(m_current));
    if (link == "edit-keys"_L1 && question)
        setMessage(m_current, *question);
    else if (link == "edit-keys"_L1)
        Q_EMIT editRequested(m_current, ProfileField::Issuer);
    else if (link == "edit-checks"_L1)
        Q_EMIT editRequested(m_current, ProfileField::ExpectedAudience);
}

} // namespace mintmark
