// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/settings/windowsettings.h"
#include "app/theme/systemtheme.h"
#include "app/theme/themecontroller.h"
#include "session/workspace.h"

#include <functional>
#include <memory>

namespace mintmark {

class ClipboardKeeper;
class DemoServer;

/// The core and what needs a screen beside it, built once for the window. No globals: who needs a
/// part gets a reference.
class Services
{
public:
    /// The demo remembers nothing and touches no keychain.
    enum class Mode { Normal, Demo };
    explicit Services(Mode mode);
    /// For tests: own clock and backend.
    Services(const WorkspaceOptions &options, std::unique_ptr<Clock> clock,
             std::unique_ptr<KeychainBackend> backend);
    ~Services();

    Workspace &workspace() { return m_workspace; }
    WindowSettings &settings() { return m_settings; }
    SystemTheme &systemTheme() { return m_systemTheme; }
    ThemeController &theme() { return m_theme; }
    ClipboardKeeper &clipboard() { return *m_clipboard; }

    /// Starts the demo server and puts its profiles beside the others, in memory. Once; false when
    /// no loopback port could be had. `failed` is told of each profile that could not be put there;
    /// it lives as long as the services.
    bool startDemo(const std::function<void(const Error &)> &failed);
    bool isDemoRunning() const { return m_demo != nullptr; }

private:
    Workspace m_workspace;
    WindowSettings m_settings;
    SystemTheme m_systemTheme;
    ThemeController m_theme;
    std::unique_ptr<ClipboardKeeper> m_clipboard;
    std::unique_ptr<DemoServer> m_demo;
    QObject m_jobs; ///< owner of the jobs that store the demo's profiles
};

} // namespace mintmark
