// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/texts.h"
#include "app/theme/systemtheme.h"
#include "app/theme/themecontroller.h"

#include <QApplication>
#include <QFont>

#include <memory>

namespace mintmark::test {

namespace {

/// Dressed as the program is, always in the light theme at first.
class GuiApplication final : public QApplication
{
public:
    GuiApplication(int &argc, char **argv) : QApplication(argc, argv)
    {
        QFont font = QApplication::font();
        font.setPixelSize(13);
        QApplication::setFont(font);
        installTexts(*this);
        m_controller = std::make_unique<ThemeController>(m_system, ThemeChoice::Light);
    }

private:
    SystemTheme m_system { false };
    std::unique_ptr<ThemeController> m_controller;
};

} // namespace

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    return std::make_unique<GuiApplication>(argc, argv);
}

} // namespace mintmark::test
