// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/theme.h"

namespace mintmark {

namespace {

constexpr QRgb clear = 0;

Theme light()
{
    return {
        .window = 0xFFF3F5F4,
        .sidebar = 0xFFE9EDEB,
        .surface = 0xFFFFFFFF,
        .sunken = 0xFFF7F9F8,
        .hover = 0xFFE0E6E3,
        .selected = 0xFFCDE7DF,
        .onSelected = 0xFF15201D,
        .line = 0xFFD3DAD7,
        .control = 0xFF7A8883,
        .text = 0xFF15201D,
        .text2 = 0xFF475551,
        .disabled = 0xFF76837E,
        .accent = 0xFF0A6A5B,
        .accentHover = 0xFF085A4D,
        .accentPressed = 0xFF064A3F,
        .onAccent = 0xFFFFFFFF,
        .focus = 0xFF1D5FD0,
        .focusOnSelected = 0xFF1D5FD0,
        .link = 0xFF0A5FA8,
        .ok = 0xFF0A6A5B,
        .okBg = 0xFFDCF1EA,
        .warn = 0xFF7A4A00,
        .warnBg = 0xFFFFF0CC,
        .warnLine = 0xFFA86E00,
        .err = 0xFFA11B1B,
        .errBg = 0xFFFDE6E3,
        .errLine = 0xFFC23A30,
        .info = 0xFF1A4F8F,
        .infoBg = 0xFFE3EDFA,
        .infoLine = 0xFF3B74B9,
        .track = 0xFFDCE3E0,
        .prod = 0xFF9E1259,
        .onProd = 0xFFFFFFFF,
        .prodBg = 0xFFFBEAF2,
        .sandbox = 0xFF1A4F8F,
        .test = 0xFF5A3E9E,
        .development = 0xFF475551,
        .tagBg = QColor::fromRgba(clear),
        .partHeader = 0xFF1A4F8F,
        .partPayload = 0xFF5A3E9E,
        .partSignature = 0xFF0A6A5B,
    };
}

Theme dark()
{
    return {
        .window = 0xFF141918,
        .sidebar = 0xFF0F1413,
        .surface = 0xFF1B2220,
        .sunken = 0xFF171D1B,
        .hover = 0xFF28322F,
        .selected = 0xFF1D463D,
        .onSelected = 0xFFE7EDEA,
        .line = 0xFF313C38,
        .control = 0xFF7D8B86,
        .text = 0xFFE7EDEA,
        .text2 = 0xFFA8B5B0,
        .disabled = 0xFF74827D,
        .accent = 0xFF53CDB1,
        .accentHover = 0xFF6FD9C1,
        .accentPressed = 0xFF3DB89C,
        .onAccent = 0xFF04231C,
        .focus = 0xFF8AB4F8,
        .focusOnSelected = 0xFF8AB4F8,
        .link = 0xFF8CC1F5,
        .ok = 0xFF6FD9C1,
        .okBg = 0xFF15332C,
        .warn = 0xFFF3C069,
        .warnBg = 0xFF362A12,
        .warnLine = 0xFFB88A35,
        .err = 0xFFFFB1A8,
        .errBg = 0xFF3E1F1C,
        .errLine = 0xFFDD6A60,
        .info = 0xFFA9C8F7,
        .infoBg = 0xFF1B2C45,
        .infoLine = 0xFF5E8FD0,
        .track = 0xFF2C3733,
        .prod = 0xFFF08CC0,
        .onProd = 0xFF33051D,
        .prodBg = 0xFF2E1523,
        .sandbox = 0xFFA9C8F7,
        .test = 0xFFC7B3F5,
        .development = 0xFFA8B5B0,
        .tagBg = QColor::fromRgba(clear),
        .partHeader = 0xFFA9C8F7,
        .partPayload = 0xFFC7B3F5,
        .partSignature = 0xFF6FD9C1,
    };
}

/// Black and white, one signal colour, no tints, all borders 2 px. Hovering is the one grey: it
/// must be seen and may not look chosen.
Theme highContrast()
{
    return {
        .window = 0xFF000000,
        .sidebar = 0xFF000000,
        .surface = 0xFF000000,
        .sunken = 0xFF000000,
        .hover = 0xFF303030,
        .selected = 0xFFFFE81A,
        .onSelected = 0xFF000000,
        .line = 0xFFFFFFFF,
        .control = 0xFFFFFFFF,
        .text = 0xFFFFFFFF,
        .text2 = 0xFFFFFFFF,
        .disabled = 0xFFA6A6A6,
        .accent = 0xFFFFE81A,
        .accentHover = 0xFFFFF27A,
        .accentPressed = 0xFFE0CB00,
        .onAccent = 0xFF000000,
        .focus = 0xFFFFE81A,
        .focusOnSelected = 0xFF000000,
        .link = 0xFF7FD4FF,
        .ok = 0xFF7CFFB2,
        .okBg = 0xFF000000,
        .warn = 0xFFFFD24A,
        .warnBg = 0xFF000000,
        .warnLine = 0xFFFFD24A,
        .err = 0xFFFF9C94,
        .errBg = 0xFF000000,
        .errLine = 0xFFFF9C94,
        .info = 0xFF7FD4FF,
        .infoBg = 0xFF000000,
        .infoLine = 0xFF7FD4FF,
        .track = 0xFF303030,
        .prod = 0xFFFF9AD5,
        .onProd = 0xFF000000,
        .prodBg = 0xFF000000,
        .sandbox = 0xFF7FD4FF,
        .test = 0xFFD9C4FF,
        .development = 0xFFFFFFFF,
        .tagBg = 0xFF000000,
        .partHeader = 0xFF7FD4FF,
        .partPayload = 0xFFD9C4FF,
        .partSignature = 0xFF7CFFB2,
        .border = 2,
    };
}

} // namespace

Theme makeTheme(ThemeName name)
{
    switch (name) {
    case ThemeName::Light:
        return light();
    case ThemeName::Dark:
        return dark();
    case ThemeName::HighContrast:
        break;
    }
    return highContrast();
}

} // namespace mintmark
