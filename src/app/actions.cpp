// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/actions.h"

#include "app/theme/look.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <optional>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

#define W(text) QT_TRANSLATE_NOOP("Actions", text)

struct Row
{
    ActionId id;
    const char *text;
    const char *keys; ///< portable text, several after semicolons
    std::optional<Icon> icon;
};

const Row rows[] = {
    { ActionId::NewProfile, W("New profile"), "Ctrl+N", Icon::Plus },
    { ActionId::NewFromClipboard, W("New from clipboard"), "Ctrl+Shift+N", Icon::Paste },
    { ActionId::EditProfile, W("Edit"), "F2", Icon::Edit },
    { ActionId::DuplicateProfile, W("Duplicate"), "Ctrl+D", {} },
    { ActionId::ReplaceSecret, W("Replace secret…"), "", Icon::Key },
    { ActionId::PinProfile, W("Pin"), "", Icon::Pin },
    { ActionId::DeleteProfile, W("Delete"), "Del", Icon::Trash },
    { ActionId::Quit, W("Quit"), "Ctrl+Q", {} },
    { ActionId::CopyToken, W("Copy token"), "Ctrl+Shift+C", Icon::Copy },
    { ActionId::CopyHeader, W("Copy authorization header"), "Ctrl+Shift+H", {} },
    { ActionId::CopyForTicket, W("Copy for ticket"), "Ctrl+Shift+T", Icon::Ticket },
    { ActionId::FetchNew, W("Fetch new"), "F5; Ctrl+R", Icon::Fetch },
    { ActionId::Renew, W("Renew current"), "Shift+F5", {} },
    { ActionId::Forget, W("Forget"), "", {} },
    { ActionId::Inspect, W("Inspect a token"), "Ctrl+I", Icon::Inspect },
    { ActionId::InspectClipboard, W("Inspect the clipboard"), "Ctrl+Shift+V", Icon::Paste },
    { ActionId::Search, W("Search"), "Ctrl+F", Icon::Search },
    { ActionId::ToggleList, W("Profile list"), "F9", {} },
    { ActionId::ShowClaims, W("Claims"), "Ctrl+1", {} },
    { ActionId::ShowChecks, W("Checks"), "Ctrl+2", {} },
    { ActionId::ShowToken, W("Token"), "Ctrl+3", {} },
    { ActionId::ShowRequests, W("Requests"), "Ctrl+4", {} },
    { ActionId::PreviousProfile, W("Previous profile"), "Alt+Up", {} },
    { ActionId::NextProfile, W("Next profile"), "Alt+Down", {} },
    { ActionId::ClearMemory, W("Clear from memory"), "Ctrl+L", Icon::Lock },
    { ActionId::ThemeSystem, W("As the system"), "", {} },
    { ActionId::ThemeLight, W("Light"), "", {} },
    { ActionId::ThemeDark, W("Dark"), "", {} },
    { ActionId::ThemeHighContrast, W("High contrast"), "", {} },
    { ActionId::Settings, W("Settings"), "Ctrl+,", Icon::Gear },
    { ActionId::DemoServer, W("Demo server"), "Ctrl+Shift+D", Icon::Play },
    { ActionId::About, W("About Mintmark"), "", Icon::Info },
    { ActionId::Save, W("Save"), "Ctrl+S", {} },
    { ActionId::SaveAndFetch, W("Save and fetch"), "Ctrl+Return", {} },
    { ActionId::PreviewRequest, W("Preview request"), "", {} },
    { ActionId::Escape, W("Cancel"), "Esc", {} },
};
static_assert(std::size(rows) == static_cast<size_t>(ActionId::Last) + 1);

} // namespace

Actions::Actions(QWidget *window) : QObject(window)
{
    for (const Row &row : rows) {
        auto *action = new QAction(QCoreApplication::translate("Actions", row.text), this);
        if (*row.keys)
            action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(row.keys)));
        window->addAction(action);
        m_actions[static_cast<size_t>(row.id)] = action;
    }
    auto *themes = new QActionGroup(this);
    for (const ActionId id : { ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark,
                               ActionId::ThemeHighContrast }) {
        (*this)[id]->setCheckable(true);
        themes->addAction((*this)[id]);
    }
    (*this)[ActionId::PinProfile]->setCheckable(true);
    (*this)[ActionId::ToggleList]->setCheckable(true);
    (*this)[ActionId::ToggleList]->setChecked(true);
    setProfileShown(false);
    setEditorShown(false);
}

void Actions::setAllEnabled(std::initializer_list<ActionId> ids, bool enabled)
{
    for (const ActionId id : ids)
        (*this)[id]->setEnabled(enabled);
}

void Actions::setProfileShown(bool shown)
{
    setAllEnabled({ ActionId::EditProfile, ActionId::DuplicateProfile, ActionId::ReplaceSecret,
                    ActionId::PinProfile, ActionId::DeleteProfile, ActionId::CopyToken,
                    ActionId::CopyHeader, ActionId::CopyForTicket, ActionId::FetchNew,
                    ActionId::Renew, ActionId::Forget, ActionId::ShowClaims, ActionId::ShowChecks,
                    ActionId::ShowToken, ActionId::ShowRequests },
                  shown);
}

void Actions::setEditorShown(bool shown)
{
    setAllEnabled({ ActionId::Save, ActionId::SaveAndFetch, ActionId::PreviewRequest }, shown);
}

void Actions::updateIcons(const QWidget *look)
{
    for (const Row &row : rows) {
        if (row.icon)
            (*this)[row.id]->setIcon(Look::of(look).actionIcon(*row.icon));
    }
}

} // namespace mintmark
