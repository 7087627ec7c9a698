// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>

#include <array>

namespace mintmark {

/// What a text is, not how large it is.
enum class TextStyle {
    Display,    ///< digits of the time left
    StartTitle, ///< title of the start page
    Title,
    Headline, ///< Live, Ending soon, Expired
    Section,  ///< card titles
    Unit,     ///< units beside the display
    BarTitle, ///< first line of a message bar
    Body,
    BodyStrong, ///< first line of a verdict
    Caption,    ///< second lines, foot of the card, status bar
    CaptionStrong,
    Small, ///< shortcut hints, filter chips
    SmallStrong,
    TableHead,
    GroupHead, ///< heads of list sections
    Tag,       ///< environment in a list
    TagHeader, ///< environment in a page header
    Code,      ///< claims, values, requests
    Last = Code
};

/// Fonts as ratios of one size, so that a person's larger system font scales everything.
/// `base` is the application font, `fixed` the system's fixed font; nothing is shipped.
class TypeScale
{
public:
    TypeScale() = default;
    TypeScale(const QFont &base, const QFont &fixed);

    QFont font(TextStyle style) const;
    /// Pixel size of running text: that of the base font, 13 at least.
    int pixelSize() const { return m_pixelSize; }
    /// The application font in that size.
    QFont body() const { return font(TextStyle::Body); }

private:
    std::array<QFont, static_cast<size_t>(TextStyle::Last) + 1> m_fonts;
    int m_pixelSize = 13;
};

/// Line height of running text as a multiple of its pixel size.
inline constexpr double lineHeight = 1.4;

} // namespace mintmark
