// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/actions.h"
#include "app/mainwindow.h"
#include "app/services.h"
#include "core/session/sessionrig.h"

#include <QApplication>
#include <QTemporaryDir>

#include <algorithm>

namespace mintmark::test {

/// The whole window over a keychain and a server of the test's.
class WindowRig
{
public:
    explicit WindowRig(qint64 deadlineMs = 5'000)
    {
        WorkspaceOptions options;
        options.configFolder = folder.filePath(QStringLiteral("config"));
        options.cacheFolder = folder.filePath(QStringLiteral("cache"));
        options.keychainLimits = { 500, 500, 500 };
        options.exchangeLimits.deadlineMs = deadlineMs;
        auto ownedClock = std::make_unique<FakeClock>();
        clock = ownedClock.get();
        services = std::make_unique<Services>(options, std::move(ownedClock),
                                              std::make_unique<FakeKeychainBackend>(keychain));
    }

    ProfileId save(LoadedProfile loaded)
    {
        const auto saved = resultOf(services->workspace().profiles().save(
            std::move(loaded.profile), std::move(loaded.secrets), ProfileStore::Keep::InKeychain));
        if (!saved.ok())
            qFatal("not saved");
        return saved->id;
    }

    void open()
    {
        if (!services->workspace().profiles().open().ok())
            qFatal("no index");
        keychain.calls.clear();
        window = std::make_unique<MainWindow>(*services);
        window->show();
    }

    QAction *action(const QString &text) const
    {
        const QList<QAction *> all = window->actions();
        const auto found = std::find_if(all.begin(), all.end(), [&text](const QAction *action) {
            return action->text() == text;
        });
        return found == all.end() ? nullptr : *found;
    }

    /// Any text a person can read now.
    bool shows(const QString &part) const
    {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            for (const char *property : { "text", "accessibleName", "title" }) {
                if (widget->property(property).toString().contains(part))
                    return true;
            }
        }
        return false;
    }

    QTemporaryDir folder;
    FakeKeychainSystem keychain;
    TokenServer server;
    FakeClock *clock = nullptr;
    std::unique_ptr<Services> services;
    std::unique_ptr<MainWindow> window;
};

} // namespace mintmark::test
