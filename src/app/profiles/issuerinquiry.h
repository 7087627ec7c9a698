// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "oauth/httpexchange.h"
#include "oauth/servermetadata.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace mintmark {

class Job;
class Workspace;

/// Asks an issuer for its metadata, on the way the program's and the profile's settings say. One
/// question at a time; a new one takes the place of the one before.
class IssuerInquiry : public QObject
{
    Q_OBJECT
public:
    explicit IssuerInquiry(Workspace &workspace, QObject *parent = nullptr);

    /// `own`: the profile's settings; its client certificate is not shown to anybody for this.
    void ask(const QString &issuer, NetworkAccess own,
             std::function<void(const Result<ServerMetadata> &)> answered);
    /// Nothing is answered any more.
    void cancel();

private:
    Workspace &m_workspace;
    QPointer<Job> m_running;
};

} // namespace mintmark
