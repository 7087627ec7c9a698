// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/systemtheme.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace mintmark {

void SystemTheme::watch()
{
    // Before Qt 6.5 the platform's palette is all there is, and it decides already.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto read = [this] {
        const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        SystemAppearance appearance;
        if (scheme != Qt::ColorScheme::Unknown)
            appearance.dark = scheme == Qt::ColorScheme::Dark;
        setAppearance(appearance);
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, read);
    read();
#endif
}

} // namespace mintmark
