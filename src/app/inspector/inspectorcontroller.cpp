// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectorcontroller.h"

#include "app/clipboard/clipboardkeeper.h"
#include "app/inspector/againstrow.h"
#include "app/inspector/foundline.h"
#include "app/inspector/inspectionlines.h"
#include "app/inspector/inspectornotice.h"
#include "app/inspector/replytext.h"
#include "app/inspector/timerow.h"
#include "app/inspector/verdictcard.h"
#include "app/widgets/filechooser.h"
#include "session/expiry.h"
#include "session/workspace.h"

#include <QFileDialog>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

InspectorController::InspectorController(Workspace &workspace, ClipboardKeeper &clipboard,
                                         QObject *parent)
    : QObject(parent),
      m_workspace(workspace),
      m_clipboard(clipboard),
      m_profile(workspace),
      m_keys(workspace.clock(), workspace.network(), workspace.profiles())
{
    connect(&m_profile, &InspectorProfile::changed, this, &InspectorController::update);
    connect(&m_keys, &InspectorKeys::changed, this, &InspectorController::update);
    connect(&workspace.ticker(), &Ticker::tick, this, &InspectorController::onTick);
    connect(&workspace.profiles(), &ProfileStore::listingsChanged, this,
            &InspectorController::fillProfiles);
}

void InspectorController::setPage(InspectorPage *page)
{
    m_page = page;
    page->setNow(m_workspace.clock().nowMs());
    connect(page, &InspectorPage::tokenChanged, this, &InspectorController::onTokenChanged);
    connect(page, &InspectorPage::copyTextRequested, this, [this](const QString &text) {
        m_clipboard.copyText(text);
        Q_EMIT textCopied(text);
    });
    connect(page, &InspectorPage::copySecretRequested, this, &InspectorController::copySecret);
    connect(page, &InspectorPage::pasteRequested, this, [this] { inspect(m_clipboard.text()); });
    connect(page->card(), &VerdictCard::linkClicked, this, &InspectorController::onLink);
    connect(page->messageBar(), &MessageBar::buttonClicked, this, &InspectorController::onButton);
    connect(page->messageBar(), &MessageBar::dismissed, this, [this] {
        m_dismissed = true;
        m_bar = Bar::None;
    });
    const AgainstRow *row = page->againstRow();
    connect(row, &AgainstRow::chosen, &m_profile, &InspectorProfile::choose);
    connect(row, &AgainstRow::keysFromFileRequested, this, &InspectorController::openKeys);
    connect(row, &AgainstRow::copyForTicketRequested, this, &InspectorController::copyForTicket);
    connect(row, &AgainstRow::copyReplyRequested, this, &InspectorController::copyReply);
    fillProfiles();
}

void InspectorController::inspect(const QString &text)
{
    m_page->setNow(m_workspace.clock().nowMs());
    m_page->setText(text);
}

void InspectorController::refresh()
{
    if (m_page && !m_page->isEmpty())
        m_profile.refresh();
}

bool InspectorController::closeMessage()
{
    if (m_bar == Bar::None)
        return false;
    m_page->messageBar()->dismiss();
    return true;
}

void InspectorController::fillProfiles()
{
    if (!m_page)
        return;
    QList<AgainstRow::Entry> entries;
    const QList<ProfileListing> listings = m_workspace.profiles().listings();
    for (const ProfileListing &listing : listings)
        entries.append({ listing.id, profileLabel(listing) });
    std::sort(entries.begin(), entries.end(),
              [](const AgainstRow::Entry &a, const AgainstRow::Entry &b) {
                  return a.label.localeAwareCompare(b.label) < 0;
              });
    m_page->againstRow()->setProfiles(entries);
}

void InspectorController::onTick()
{
    if (!m_page)
        return;
    m_page->setNow(m_workspace.clock().nowMs());
    if (m_bar == Bar::Shared)
        showSharedBar();
}

void InspectorController::onTokenChanged()
{
    m_dismissed = false;
    m_bar = Bar::None;
    m_copied.reset();
    if (m_revoking)
        m_revoking->cancel();
    m_page->messageBar()->hide();
    m_profile.setToken(m_page->token());
    update();
}

void InspectorController::update()
{
    if (!m_page)
        return;
    m_keys.setToken(m_page->token(), m_profile.profile());
    if (m_page->isEmpty())
        return;
    m_page->againstRow()->setChoice(m_profile.id(), m_profile.isGuessed());
    InspectionContext context;
    context.profile = m_profile.profile();
    context.guess = m_profile.line();
    context.signature = m_keys.state().finding;
    context.keySource = m_keys.state().source;
    context.keyOffer = m_keys.state().offer;
    m_page->setContext(context);
    if (m_bar == Bar::KeyConsent && m_keys.hostToAgreeTo().isEmpty())
        m_bar = Bar::None;
    if (m_bar == Bar::None || m_bar == Bar::Shared)
        showSharedBar();
}

void InspectorController::onLink(const QString &link)
{
    if (link == inspectorlink::showProfile)
        Q_EMIT profileRequested(m_profile.id());
    else if (link == inspectorlink::unlock)
        Q_EMIT unlockRequested();
    else if (link == inspectorlink::forgetKeys)
        m_keys.forgetFile();
    else if (const QString host = m_keys.hostToAgreeTo(); host.isEmpty())
        m_keys.fetch();
    else
        showBar(Bar::KeyConsent, keyConsentMessage(host));
}

void InspectorController::onButton(const QString &button)
{
    if (button == inspectorbutton::fetchKeys) {
        m_keys.fetch();
    } else if (button == inspectorbutton::notNow) {
        m_bar = Bar::None;
        m_page->messageBar()->hide();
        showSharedBar();
    } else if (button == inspectorbutton::revoke) {
        const auto listing = m_workspace.profiles().listing(m_profile.id());
        if (listing)
            showBar(Bar::RevokeQuestion, revokeQuestion(profileLabel(*listing)));
    } else if (button == inspectorbutton::revokeNow) {
        revoke();
    } else if (button == inspectorbutton::copyReply) {
        copyReply();
    }
}

void InspectorController::showBar(Bar bar, const BarMessage &message)
{
    m_bar = bar;
    // Setting it is announced: only what is new.
    if (m_page->messageBar()->isHidden() || m_page->messageBar()->message() != message)
        m_page->messageBar()->setMessage(message);
}

/// Of now, whatever time it is judged at.
qint64 InspectorController::remainingMs() const
{
    const std::shared_ptr<const Token> token = m_page->token();
    const Expiry expiry = expiryOf(*token, m_workspace.clock().nowMs());
    const bool ends = expiry.state == Expiry::State::Live || expiry.state == Expiry::State::Ending;
    return token->kind() == TokenKind::Jws && ends ? expiry.remainingMs : 0;
}

void InspectorController::showSharedBar()
{
    const bool needed = !m_page->isEmpty() && m_page->isShared() && !m_dismissed;
    if (const qint64 left = needed ? remainingMs() : 0; left > 0)
        return showBar(Bar::Shared, sharedTokenMessage(left, !m_profile.id().isNull()));
    m_bar = Bar::None;
    m_page->messageBar()->hide();
}

void InspectorController::revoke()
{
    const auto listing = m_workspace.profiles().listing(m_profile.id());
    if (!listing || m_page->isEmpty())
        return;
    showBar(Bar::Revoking, revokingMessage(profileLabel(*listing)));
    m_revoking = runJob(
        m_workspace.revoke(listing->id, m_page->token()->sharedText()), this,
        [this, token = m_page->token()](const Result<Revocation> &answer) {
            if (token != m_page->token())
                return; // another one is looked at
            showBar(Bar::Revoked,
                    answer ? revokedMessage(*answer, m_workspace.clock().nowMs())
                           : notRevokedMessage(answer.error()));
        });
}

void InspectorController::openKeys()
{
    const QFileDialog *dialog = askForFile(
        m_page, tr("Open keys"),
        { tr("Keys (*.json *.jwks *.jwk *.pem *.crt *.cer *.key)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const QString refusal = m_keys.openFile(path); !refusal.isEmpty())
            m_page->foundLine()->setRefusal(refusal);
    });
}

void InspectorController::copySecret(const SharedSecret &text)
{
    m_copied = text;
    m_clipboard.copySecret(text->clone(), tr("Inspected token"));
}

bool InspectorController::copyAgain()
{
    if (m_clipboard.status().owner != tr("Inspected token"))
        return false;
    if (m_copied)
        copySecret(SharedSecret(m_copied));
    return true;
}

void InspectorController::copyReply()
{
    const QString text = replyText(*m_page->token(), remainingMs() > 0);
    m_clipboard.copyText(text);
    Q_EMIT textCopied(text);
}

void InspectorController::copyForTicket()
{
    const std::optional<Profile> profile = m_profile.profile();
    const QString text =
        inspectionTicket(*m_page->token(), m_page->card()->verdict(),
                         profile ? &*profile : nullptr, m_workspace.clock().nowMs());
    m_clipboard.copyText(text);
    Q_EMIT textCopied(text);
}

} // namespace mintmark
