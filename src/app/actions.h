// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAction>
#include <QObject>

#include <array>

namespace mintmark {

/// Everything a person can ask the window for; texts and keys are rows in actions.cpp.
enum class ActionId {
    NewProfile,
    NewFromClipboard,
    EditProfile,
    DuplicateProfile,
    ReplaceSecret,
    PinProfile,
    DeleteProfile,
    Quit,
    CopyToken,
    CopyHeader,
    CopyForTicket,
    FetchNew,
    Renew,
    Forget,
    Inspect,
    InspectClipboard,
    Search,
    ToggleList,
    ShowClaims,
    ShowChecks,
    ShowToken,
    ShowRequests,
    PreviousProfile,
    NextProfile,
    ClearMemory,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ThemeHighContrast,
    Settings,
    DemoServer,
    About,
    Save,
    SaveAndFetch,
    PreviewRequest,
    Escape,
    Last = Escape
};

/// Every QAction of the window, made once. Added to the window, so that shortcuts work wherever the
/// focus is.
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QWidget *window);

    QAction *operator[](ActionId id) const { return m_actions[static_cast<size_t>(id)]; }

    /// What needs a profile, and what only works on the token page or in the editor.
    void setProfileShown(bool shown);
    void setEditorShown(bool shown);
    /// After a change of theme.
    void updateIcons(const QWidget *look);

private:
    void setAllEnabled(std::initializer_list<ActionId> ids, bool enabled);

    std::array<QAction *, static_cast<size_t>(ActionId::Last) + 1> m_actions {};
};

} // namespace mintmark
