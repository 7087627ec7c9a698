// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/themecontroller.h"

#include "app/theme/systemtheme.h"
#include "app/theme/themestyle.h"

#include <QApplication>
#include <QToolTip>

namespace mintmark {

ThemeController::ThemeController(SystemTheme &system, ThemeChoice choice, QObject *parent)
    : QObject(parent),
      m_system(system),
      m_choice(choice),
      m_name(wanted()),
      m_style(new ThemeStyle(makeTheme(m_name)))
{
    QApplication::setStyle(m_style);
    if (const QFont body = m_style->look().scale().body();
        body.pixelSize() > QFontInfo(QApplication::font()).pixelSize())
        QApplication::setFont(body);
    apply();
    connect(&system, &SystemTheme::changed, this, &ThemeController::update);
}

bool ThemeController::platformIsDark()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

const Theme &ThemeController::theme() const
{
    return m_style->look().theme();
}

void ThemeController::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    update();
}

ThemeName ThemeController::wanted() const
{
    switch (m_choice) {
    case ThemeChoice::Light:
        return ThemeName::Light;
    case ThemeChoice::Dark:
        return ThemeName::Dark;
    case ThemeChoice::HighContrast:
        return ThemeName::HighContrast;
    case ThemeChoice::FollowSystem:
        break;
    }
    if (m_system.isHighContrast())
        return ThemeName::HighContrast;
    return m_system.isDark() ? ThemeName::Dark : ThemeName::Light;
}

void ThemeController::update()
{
    const ThemeName name = wanted();
    if (name == m_name)
        return;
    m_name = name;
    m_style->setTheme(makeTheme(name));
    apply();
    Q_EMIT themeChanged();
}

void ThemeController::apply()
{
    const QPalette palette = makePalette(theme());
    QToolTip::setPalette(palette); // tool tips do not take the application's
    QApplication::setPalette(palette);
    // Widgets with colours of their own see no difference in the palette that concerns them.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets)
        widget->update();
}

} // namespace mintmark
