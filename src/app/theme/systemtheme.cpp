// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/systemtheme.h"

namespace mintmark {

SystemTheme::SystemTheme(bool platformDark, QObject *parent)
    : QObject(parent), m_platformDark(platformDark)
{ }

void SystemTheme::start()
{
    if (std::exchange(m_started, true))
        return;
    watch();
}

void SystemTheme::setAppearance(const SystemAppearance &appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    Q_EMIT changed();
}

} // namespace mintmark
