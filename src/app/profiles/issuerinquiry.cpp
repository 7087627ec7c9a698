// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/issuerinquiry.h"

#include "oauth/metadatajob.h"
#include "session/workspace.h"

#include <QUrl>

namespace mintmark {

IssuerInquiry::IssuerInquiry(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{ }

void IssuerInquiry::ask(const QString &issuer, NetworkAccess own,
                        std::function<void(const Result<ServerMetadata> &)> answered)
{
    cancel();
    const auto discover = [=, this, own = std::move(own)](const Result<NetworkAccess> &program) {
        NetworkAccess access = merged(program ? *program : NetworkAccess(), own);
        access.settings.clientCertificate = ClientCertificateSource::Inherited;
        access.secrets.clientIdentity.reset();
        access.secrets.keyPassphrase.reset();
        access.trusted = m_workspace.network().trusted().forHost(QUrl(issuer).host());
        auto job = std::make_unique<MetadataJob>(
            issuer, DocumentSettings { std::move(access), m_workspace.exchangeLimits() },
            m_workspace.clock());
        m_running = runJob(std::move(job), this, answered);
    };
    m_running = runJob(m_workspace.network().access(), this, discover);
}

void IssuerInquiry::cancel()
{
    delete m_running;
}

} // namespace mintmark
