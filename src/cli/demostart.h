// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "demo/demoserver.h"
#include "profiles/profile.h"

#include <QObject>

#include <vector>

namespace mintmark {

class Workspace;

/// A demo server in this process and its profiles in a workspace's memory, for --demo.
class DemoStart : public QObject
{
    Q_OBJECT
public:
    DemoStart(Workspace &workspace, QObject *parent);
    void start();

Q_SIGNALS:
    void ready();
    void failed(const mintmark::Error &error);

private:
    void addNext();

    Workspace &m_workspace;
    DemoServer m_server;
    std::vector<LoadedProfile> m_profiles; ///< not yet added, the last one first
};

} // namespace mintmark
