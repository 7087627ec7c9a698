// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/inspector/inspectorprofile.h"

#include "app/inspector/inspection.h"
#include "app/inspector/inspectionlines.h"
#include "session/workspace.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

bool differs(const ProfileGuess &guess)
{
    return guess.clientId == Fit::Differs || guess.audience == Fit::Differs
        || guess.issuer == Fit::Differs || guess.environment == Fit::Differs;
}

/// Others say nothing a profile could be told by.
bool canBeGuessed(const Token &token)
{
    return token.kind() == TokenKind::Jws || token.kind() == TokenKind::Malformed;
}

} // namespace

InspectorProfile::InspectorProfile(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&workspace.session(), &TokenSession::changed, this, [this](const ProfileId &id) {
        if (id == m_id)
            Q_EMIT changed();
    });
}

std::optional<Profile> InspectorProfile::profile() const
{
    return m_id.isNull() ? std::nullopt : m_workspace.session().state(m_id).profile;
}

bool InspectorProfile::isLocked() const
{
    const Keychain &keychain = m_workspace.keychain();
    return keychain.isStatusKnown() && keychain.status().state == KeychainState::Locked;
}

void InspectorProfile::setToken(const std::shared_ptr<const Token> &token)
{
    m_token = token;
    m_known.reset();
    m_guesses.clear();
    m_id = {};
    m_byHand = false;
    refresh();
}

void InspectorProfile::refresh()
{
    if (!m_token)
        return;
    if (!canBeGuessed(*m_token) || m_workspace.profiles().listings().isEmpty())
        return read();
    runJob(m_workspace.profileFacts().facts(), this,
           [this, token = m_token](const Result<KnownFacts> &known) {
               if (token != m_token || !known)
                   return;
               m_known = *known;
               guess(known->facts);
               read();
               Q_EMIT changed();
           });
}

void InspectorProfile::guess(const QList<ProfileFacts> &facts)
{
    m_guesses = guessProfiles(*m_token, facts);
    if (!m_byHand)
        m_id = countOfBest(m_guesses) == 1 ? m_guesses.first().id : ProfileId();
}

void InspectorProfile::choose(const ProfileId &id)
{
    m_byHand = true;
    m_id = id;
    read();
    Q_EMIT changed();
}

void InspectorProfile::read()
{
    if (!m_id.isNull() && !m_workspace.session().state(m_id).profile)
        m_workspace.session().open(m_id);
}

Verdict::Line InspectorProfile::chosenLine() const
{
    const auto listing = m_workspace.profiles().listing(m_id);
    if (!listing)
        return {};
    const QString name = profileLabel(*listing);
    Verdict::Line line { u"check"_s, Tone::Neutral, {}, {}, tr("Open"), inspectorlink::showProfile };
    const auto guess = std::find_if(m_guesses.begin(), m_guesses.end(),
                                    [this](const ProfileGuess &one) { return one.id == m_id; });
    if (guess == m_guesses.end()) {
        line.icon = u"compare"_s;
        line.text = tr("Checked against %1").arg(name);
    } else {
        const bool odd = differs(*guess);
        line.icon = odd ? u"warn"_s : u"check"_s;
        line.tone = odd ? Tone::Warning : Tone::Ok;
        line.text = m_byHand ? tr("Checked against %1").arg(name) : tr("Looks like %1").arg(name);
        line.caption = guessSentence(*guess);
    }
    if (profile())
        return line;
    line.tone = Tone::Neutral;
    if (isLocked()) {
        line.caption = tr("The keyring is locked, so it is not compared.");
        line.link = tr("Unlock…");
        line.linkId = inspectorlink::unlock;
    } else if (m_workspace.session().state(m_id).lastError) {
        line.caption = tr("The profile could not be read, so it is not compared.");
    }
    return line;
}

Verdict::Line InspectorProfile::guessLine() const
{
    if (!m_token || !canBeGuessed(*m_token) || m_workspace.profiles().listings().isEmpty())
        return {};
    Verdict::Line line { u"search"_s, Tone::Neutral, {}, {}, {}, {} };
    if (!m_known) {
        line.text = tr("Looking for its profile…");
    } else if (m_known->state == KnownFacts::State::Locked && m_guesses.isEmpty()) {
        line = { u"lock"_s,
                 Tone::Neutral,
                 tr("Its profile is not known"),
                 tr("The keyring is locked."),
                 tr("Unlock…"),
                 inspectorlink::unlock };
    } else if (m_byHand) {
        line.text = tr("Checked against no profile");
    } else if (m_guesses.isEmpty()) {
        line.text = tr("No profile fits");
        line.caption = m_known->missing > 0
            ? tr("%n profiles could not be read.", nullptr, static_cast<int>(m_known->missing))
            : tr("None has its client id, audience or issuer.");
    } else {
        line.text = tr("%n profiles fit equally well", nullptr,
                       static_cast<int>(countOfBest(m_guesses)));
        line.caption = tr("%1. Choose one under the card.").arg(guessSentence(m_guesses.first()));
    }
    return line;
}

Verdict::Line InspectorProfile::line() const
{
    return m_id.isNull() ? guessLine() : chosenLine();
}

} // namespace mintmark
