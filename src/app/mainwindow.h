// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/tokens/presetcures.h"
#include "app/window/pages.h"
#include "profiles/profile.h"

#include <QMainWindow>

namespace mintmark {

class Actions;
struct Error;
class InspectorController;
class KeyringUnlocker;
class ListPlacement;
class ProfileController;
class ProfileListPane;
class Services;
class SettingsController;
class TokenController;
class WindowNotice;
class WindowStatusBar;

/// Wires list, pages, status bar and actions to each other; what they do is theirs.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// In the line above the page.
    void sayError(const Error &error);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    // mainwindowwiring.cpp
    void connectActions();
    void connectTokenActions();
    void connectLooks();
    void connectParts();
    void connectControllers();
    void connectPages();
    void connectStatus();
    void connectSettings();
    void connectCures();

    void showProfile(const ProfileId &id);
    void leaveEditor(const ProfileId &id, bool fetchNow);
    void showHome();
    void onPage(Pages::Page page);
    void onListings();
    void showRow(const ProfileId &id);
    void escape();
    void pasteAnywhere();
    void inspect(const QString &text);
    void openSettings();
    void startDemo();
    void offerUndo(const ProfileId &id, const QString &name);
    void sayCured(const PresetCures::Outcome &outcome, bool allNames);
    /// True when there is something that would be lost, and a person was asked.
    bool askAboutUnsaved();
    void clearMemory();
    void sayHidden(const QString &copied);
    void showClipboard();
    void runTicker();
    void onTick();

    Services &m_services;
    Actions *m_actions;
    ProfileListPane *m_list = nullptr;
    Pages *m_pages = nullptr;
    WindowNotice *m_notice = nullptr;
    ListPlacement *m_placement = nullptr;
    WindowStatusBar *m_status = nullptr;
    QMenu *m_profileMenu = nullptr;
    TokenController *m_tokens;
    ProfileController *m_profiles;
    InspectorController *m_inspector;
    SettingsController *m_settings;
    PresetCures *m_cures;
    KeyringUnlocker *m_unlocker;
    bool m_painted = false;
    bool m_mayLoseDraft = false; ///< asked, and closing again means it
    bool m_discards = false;
};

} // namespace mintmark
