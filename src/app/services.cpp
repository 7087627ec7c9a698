// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/services.h"

#include "app/clipboard/clipboardkeeper.h"
#include "demo/demoserver.h"
#include "profiles/demoprofiles.h"

namespace mintmark {

namespace {

WorkspaceOptions optionsFor(Services::Mode mode)
{
    WorkspaceOptions options = WorkspaceOptions::standard();
    options.memoryOnly = mode == Services::Mode::Demo;
    return options;
}

} // namespace

Services::Services(Mode mode)
    : m_workspace(optionsFor(mode)),
      m_settings(mode == Mode::Demo ? QString() : WorkspaceOptions::standard().configFolder),
      m_systemTheme(ThemeController::platformIsDark()),
      m_theme(m_systemTheme, m_settings.theme()),
      m_clipboard(std::make_unique<ClipboardKeeper>(m_workspace.clock()))
{
    m_clipboard->setClearAfter(m_settings.clearClipboardAfterS());
}

Services::Services(const WorkspaceOptions &options, std::unique_ptr<Clock> clock,
                   std::unique_ptr<KeychainBackend> backend)
    : m_workspace(options, std::move(clock), std::move(backend)),
      m_settings(options.configFolder),
      m_systemTheme(false),
      m_theme(m_systemTheme, m_settings.theme()),
      m_clipboard(std::make_unique<ClipboardKeeper>(m_workspace.clock()))
{
    m_clipboard->setClearAfter(m_settings.clearClipboardAfterS());
}

Services::~Services() = default;

bool Services::startDemo(const std::function<void(const Error &)> &failed)
{
    if (m_demo)
        return true;
    auto server = std::make_unique<DemoServer>(m_workspace.clock());
    if (!server->start())
        return false;
    m_demo = std::move(server);
    for (LoadedProfile &loaded : demoProfiles(m_demo->issuer())) {
        runJob(m_workspace.profiles().save(std::move(loaded.profile), std::move(loaded.secrets),
                                           ProfileStore::Keep::ForSession),
               &m_jobs, [failed](const Result<ProfileListing> &saved) {
                   if (!saved)
                       failed(saved.error());
               });
    }
    return true;
}

} // namespace mintmark
