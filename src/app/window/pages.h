// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStackedWidget>

#include <functional>

class QMenu;

namespace mintmark {

class Actions;
class Clock;
class EmptyState;
class InspectorPage;
class ProfileEditor;
class SettingsPage;
class StartPage;
class TokenPage;

/// The right side of the window: one page at a time, each made when it is first needed, because the
/// first paint waits for none of them.
class Pages : public QStackedWidget
{
    Q_OBJECT
public:
    struct Menus
    {
        QMenu *copyAs;
        QMenu *fetch;
        QMenu *more;
    };
    Pages(const Actions &actions, Menus menus, const Clock &clock,
          std::function<QString()> clipboardText, QWidget *parent = nullptr);

    enum class Page { Start, Choose, Token, Editor, Inspector, Settings };
    Page page() const { return m_page; }
    void showPage(Page page);

    TokenPage *token();
    ProfileEditor *editor();
    InspectorPage *inspector();
    SettingsPage *settings();
    bool hasEditor() const { return m_editor != nullptr; }
    bool hasInspector() const { return m_inspector != nullptr; }

Q_SIGNALS:
    void pageChanged(mintmark::Pages::Page page);
    void tokenPageMade(mintmark::TokenPage *page);
    void inspectorMade(mintmark::InspectorPage *page);
    void settingsMade(mintmark::SettingsPage *page);

private:
    QWidget *widget(Page page);
    StartPage *start();
    EmptyState *choose();

    const Actions &m_actions;
    Menus m_menus;
    const Clock &m_clock;
    std::function<QString()> m_clipboardText;
    Page m_page = Page::Start;
    StartPage *m_start = nullptr;
    EmptyState *m_choose = nullptr;
    TokenPage *m_token = nullptr;
    ProfileEditor *m_editor = nullptr;
    InspectorPage *m_inspector = nullptr;
    SettingsPage *m_settings = nullptr;
};

} // namespace mintmark
