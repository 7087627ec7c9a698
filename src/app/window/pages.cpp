// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/pages.h"

#include "app/actions.h"
#include "app/inspector/inspectorpage.h"
#include "app/profiles/profileeditor.h"
#include "app/settings/settingspage.h"
#include "app/start/startpage.h"
#include "app/tokens/tokenpage.h"
#include "app/widgets/emptystate.h"

namespace mintmark {

Pages::Pages(const Actions &actions, Menus menus, const Clock &clock,
             std::function<QString()> clipboardText, QWidget *parent)
    : QStackedWidget(parent),
      m_actions(actions),
      m_menus(menus),
      m_clock(clock),
      m_clipboardText(std::move(clipboardText))
{ }

StartPage *Pages::start()
{
    if (!m_start) {
        m_start = new StartPage(m_actions[ActionId::NewProfile], m_actions[ActionId::Inspect],
                                m_actions[ActionId::DemoServer]);
        addWidget(m_start);
    }
    return m_start;
}

EmptyState *Pages::choose()
{
    if (!m_choose) {
        m_choose = new EmptyState;
        m_choose->setState(Icon::Search, tr("Choose a profile"),
                           tr("Ctrl+F, a few letters of customer and name, Enter."));
        addWidget(m_choose);
    }
    return m_choose;
}

TokenPage *Pages::token()
{
    if (!m_token) {
        m_token = new TokenPage({ m_actions[ActionId::CopyToken], m_actions[ActionId::FetchNew],
                                  m_actions[ActionId::EditProfile], m_menus.copyAs, m_menus.fetch,
                                  m_menus.more });
        addWidget(m_token);
        Q_EMIT tokenPageMade(m_token);
    }
    return m_token;
}

ProfileEditor *Pages::editor()
{
    if (!m_editor) {
        m_editor = new ProfileEditor(m_clock, m_clipboardText);
        addWidget(m_editor);
    }
    return m_editor;
}

InspectorPage *Pages::inspector()
{
    if (!m_inspector) {
        m_inspector = new InspectorPage;
        addWidget(m_inspector);
        Q_EMIT inspectorMade(m_inspector);
    }
    return m_inspector;
}

SettingsPage *Pages::settings()
{
    if (!m_settings) {
        m_settings = new SettingsPage;
        addWidget(m_settings);
        Q_EMIT settingsMade(m_settings);
    }
    return m_settings;
}

QWidget *Pages::widget(Page page)
{
    switch (page) {
    case Page::Start:
        return start();
    case Page::Choose:
        return choose();
    case Page::Token:
        return token();
    case Page::Editor:
        return editor();
    case Page::Inspector:
        return inspector();
    case Page::Settings:
        return settings();
    }
    return nullptr;
}

void Pages::showPage(Page page)
{
    QWidget *next = widget(page);
    m_page = page;
    setCurrentWidget(next);
    Q_EMIT pageChanged(page);
}

} // namespace mintmark
