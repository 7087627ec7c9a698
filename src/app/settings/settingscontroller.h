// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/settings/settingspage.h"

#include <QPointer>

namespace mintmark {

class Job;
class Services;

/// Between the settings page and what remembers them: the network's in the core, the window's beside
/// the index.
class SettingsController : public QObject
{
    Q_OBJECT
public:
    explicit SettingsController(Services &services, QObject *parent = nullptr);

    /// The page is made when it is first needed.
    void setPage(SettingsPage *page);
    /// Fills the page, unless it holds changes that were not saved.
    void open();
    void save();
    /// Cancel: what was changed is dropped.
    void leave();
    /// Changes that were not saved, on the screen or not.
    bool isModified() const { return m_page && !m_forgotten && m_page->isModified(); }
    /// The keychain was unlocked: what it keeps can be shown now.
    void refresh();
    /// For "Clear from memory".
    void forgetSecrets();

Q_SIGNALS:
    /// Not `kept`: the demo remembers nothing, so they hold until it closes.
    void saved(bool kept);
    void leaveRequested();
    void unlockRequested();

private:
    void read();
    void onAccess(const Result<NetworkAccess> &access);
    void show(const NetworkAccess &network);
    void saveNetwork(const SettingsPage::Values &values);
    void saveWindow(const SettingsPage::Values &values);
    void fail(const Error &error);
    void forget(const QString &host, const QString &sha256);
    void forgetAdjustment(const QString &provider, const QString &field);

    Services &m_services;
    SettingsPage *m_page = nullptr;
    QPointer<Job> m_running;
    bool m_networkKnown = false; ///< its secrets could be read, so it may be written
    bool m_forgotten = false;
};

} // namespace mintmark
