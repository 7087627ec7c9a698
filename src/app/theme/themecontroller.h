// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"

#include <QObject>

namespace mintmark {

class SystemTheme;
class ThemeStyle;

/// What a person chose in the settings.
enum class ThemeChoice { FollowSystem, Light, Dark, HighContrast };

/// Dresses the application: style, palette, tool tips and smallest font. One per application, made
/// before the first window.
class ThemeController : public QObject
{
    Q_OBJECT
public:
    ThemeController(SystemTheme &system, ThemeChoice choice, QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    /// The theme in use.
    ThemeName name() const { return m_name; }
    const Theme &theme() const;

    /// Is the platform's palette dark? To be asked before the first controller is made.
    static bool platformIsDark();

Q_SIGNALS:
    /// Palette and icons are new already; widgets repaint by themselves.
    void themeChanged();

private:
    ThemeName wanted() const;
    void update();
    void apply();

    SystemTheme &m_system;
    ThemeChoice m_choice;
    ThemeName m_name;
    ThemeStyle *m_style; // owned by the application
};

} // namespace mintmark
