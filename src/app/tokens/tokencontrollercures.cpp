// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/faultyfield.h"
#include "app/tokens/tokencontroller.h"
#include "app/tokens/tokenmessages.h"
#include "oauth/provider.h"
#include "session/workspace.h"

// What is tried after a refusal, and kept when it helped.

namespace mintmark {

namespace {

/// The server looked at the request and did not want it so. After any other failure, whatever was
/// changed meanwhile, it may have been the time that helped.
bool isAboutRequest(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidRequest:
    case ErrorCode::InvalidClient:
    case ErrorCode::ClientProofRefused:
    case ErrorCode::InvalidGrant:
    case ErrorCode::UnauthorizedClient:
    case ErrorCode::UnsupportedGrantType:
    case ErrorCode::RefusedWithSuccess:
    case ErrorCode::RefusedOther:
        return true;
    default:
        return false;
    }
}

} // namespace

/// What was tried for once is not the profile's.
void TokenController::noteRefused(const ProfileId &id, const Error &error,
                                  const TokenDemand &demand)
{
    const auto &profile = m_workspace.session().state(id).profile;
    if (profile && demand.change.isEmpty() && isAboutRequest(error.code))
        m_cures.noteRefused(*profile);
}

void TokenController::offerToKeep(const ProfileId &id, const TokenDemand &demand)
{
    const SessionState &state = m_workspace.session().state(id);
    m_offered.remove(id);
    if (!state.profile)
        return;
    const Profile profile = *state.profile;
    std::optional<PresetAdjustment> cure;
    BarMessage message;
    if (const auto advice = adviceFor(demand, state)) {
        message = advice->message;
        const QString from = requestValue(profile.client, advice->change.field);
        cure = PresetAdjustment { profile.provider, from, advice->change };
    } else if ((cure = m_cures.takeCure(profile)) && CureMemory::canBeShared(profile)) {
        message = curedMessage(cure->change);
    } else {
        return;
    }
    m_offered.insert(id, *cure);
    if (CureMemory::canBeShared(profile)) {
        offerForAll(message, providerById(profile.provider).name, {});
        Q_EMIT cureFound(id, *cure);
    }
    setMessage(id, message);
}

void TokenController::setCureCount(const QUuid &id, qsizetype count)
{
    const auto message = m_messages.constFind(id);
    const auto offered = m_offered.constFind(id);
    if (message == m_messages.cend() || offered == m_offered.cend())
        return;
    BarMessage counted = *message;
    offerForAll(counted, providerById(offered->provider).name, count);
    setMessage(id, counted);
}

ProfileField TokenController::fieldToEdit(Cure cure) const
{
    const Error error = m_errors.value(m_current);
    const Profile profile = m_workspace.session().state(m_current).profile.value_or(Profile());
    if (cure == Cure::EditAddress)
        return faultyAddress(error, profile);
    const ProfileField usual =
        cure == Cure::EditAudience ? ProfileField::Audience : ProfileField::ClientId;
    return faultyField(error, profile.client).value_or(usual);
}

void TokenController::tryOtherWays()
{
    const auto &profile = m_workspace.session().state(m_current).profile;
    const auto question = profile ? otherWaysMessage(*profile) : std::nullopt;
    if (question)
        setMessage(m_current, *question);
    else
        Q_EMIT editRequested(m_current, ProfileField::Authentication);
}

bool TokenController::applyCureButton(const QString &button)
{
    const PresetAdjustment offered = m_offered.value(m_current);
    const RequestChange change = changeOfButton(button);
    if (!change.isEmpty()) {
        ask({ TokenDemand::Mode::New, {}, change }, m_attempts.value(m_current).copyAfter);
    } else if (button == editAuthenticationButton) {
        Q_EMIT editRequested(m_current, ProfileField::Authentication);
    } else if (button == keepChangeButton) {
        clearMessage(m_current);
        Q_EMIT keepRequested(m_current, offered.change);
    } else if (button == keepForAllButton) {
        clearMessage(m_current);
        Q_EMIT keepForAllRequested(m_current, offered);
    } else {
        return false;
    }
    return true;
}

} // namespace mintmark
