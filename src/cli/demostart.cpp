// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/demostart.h"

#include "profiles/demoprofiles.h"
#include "session/workspace.h"

namespace mintmark {

using namespace Qt::StringLiterals;

DemoStart::DemoStart(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_server(workspace.clock())
{ }

void DemoStart::start()
{
    if (!m_server.start()) {
        Q_EMIT failed({ ErrorCode::Internal, {}, u"no loopback port"_s });
        return;
    }
    m_profiles = demoProfiles(m_server.issuer());
    addNext();
}

void DemoStart::addNext()
{
    if (m_profiles.empty()) {
        Q_EMIT ready();
        return;
    }
    LoadedProfile next = std::move(m_profiles.back());
    m_profiles.pop_back();
    runJob(m_workspace.profiles().save(std::move(next.profile), std::move(next.secrets),
                                       ProfileStore::Keep::ForSession),
           this, [this](const Result<ProfileListing> &saved) {
               if (saved.ok())
                   return addNext();
               Q_EMIT failed(saved.error());
           });
}

} // namespace mintmark
