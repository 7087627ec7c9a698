// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/systemtheme.h"

#include <QSettings>

namespace mintmark {

using namespace Qt::StringLiterals;

/// Read once: Windows tells of a change only by a window message.
void SystemTheme::watch()
{
    const QSettings personalize(u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion"
                                u"\\Themes\\Personalize"_s,
                                QSettings::NativeFormat);
    const QSettings contrast(u"HKEY_CURRENT_USER\\Control Panel\\Accessibility\\HighContrast"_s,
                             QSettings::NativeFormat);
    constexpr uint highContrastOn = 1; // HCF_HIGHCONTRASTON
    SystemAppearance appearance;
    if (const QVariant light = personalize.value("AppsUseLightTheme"_L1); light.isValid())
        appearance.dark = light.toInt() == 0;
    appearance.highContrast = (contrast.value("Flags"_L1).toUInt() & highContrastOn) != 0;
    setAppearance(appearance);
}

} // namespace mintmark
