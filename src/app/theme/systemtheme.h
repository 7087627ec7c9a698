// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <optional>

namespace mintmark {

/// What the desktop wishes; nothing where it has no opinion.
struct SystemAppearance
{
    std::optional<bool> dark;
    std::optional<bool> highContrast;
    friend bool operator==(const SystemAppearance &, const SystemAppearance &) = default;
};

/// Follows the light, dark or high-contrast setting of the desktop. Nothing here blocks: until the
/// desktop has answered, and where it never does, the brightness of the platform's palette decides.
class SystemTheme : public QObject
{
    Q_OBJECT
public:
    /// `platformDark`: is the palette dark which the platform came with?
    explicit SystemTheme(bool platformDark, QObject *parent = nullptr);

    /// Asks, and listens from then on. To be called after the first frame.
    void start();

    bool isDark() const { return m_appearance.dark.value_or(m_platformDark); }
    bool isHighContrast() const { return m_appearance.highContrast.value_or(false); }

    void setAppearance(const SystemAppearance &appearance);

Q_SIGNALS:
    void changed();

private:
    void watch(); // one per system: systemtheme_linux.cpp, …

    SystemAppearance m_appearance;
    bool m_platformDark;
    bool m_started = false;
};

} // namespace mintmark
