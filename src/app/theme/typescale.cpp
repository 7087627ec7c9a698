// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/typescale.h"

#include <QFontInfo>

namespace mintmark {

namespace {

struct Row
{
    TextStyle style;
    double ratio;
    QFont::Weight weight;
    bool fixed = false;
    int spacing = 100; ///< letter spacing, per cent
};

constexpr Row rows[] = {
    { TextStyle::Display, 2.6, QFont::DemiBold },
    { TextStyle::StartTitle, 2.0, QFont::DemiBold },
    { TextStyle::Title, 1.85, QFont::DemiBold },
    { TextStyle::Headline, 1.5, QFont::DemiBold },
    { TextStyle::Section, 1.15, QFont::DemiBold },
    { TextStyle::Unit, 1.15, QFont::Normal },
    { TextStyle::BarTitle, 1.08, QFont::DemiBold },
    { TextStyle::Body, 1.0, QFont::Normal },
    { TextStyle::BodyStrong, 1.0, QFont::DemiBold },
    { TextStyle::Caption, 0.92, QFont::Normal },
    { TextStyle::CaptionStrong, 0.92, QFont::DemiBold },
    { TextStyle::Small, 0.85, QFont::Normal },
    { TextStyle::SmallStrong, 0.85, QFont::DemiBold },
    { TextStyle::TableHead, 0.88, QFont::DemiBold },
    { TextStyle::GroupHead, 0.88, QFont::DemiBold },
    { TextStyle::Tag, 0.78, QFont::Bold, false, 104 },
    { TextStyle::TagHeader, 1.0, QFont::Bold, false, 104 },
    { TextStyle::Code, 1.0, QFont::Normal, true },
};
static_assert(std::size(rows) == static_cast<size_t>(TextStyle::Last) + 1);

constexpr int smallestBase = 13;

} // namespace

TypeScale::TypeScale(const QFont &base, const QFont &fixed)
    : m_pixelSize(qMax(smallestBase, QFontInfo(base).pixelSize()))
{
    for (const Row &row : rows) {
        QFont font = row.fixed ? fixed : base;
        font.setPixelSize(qRound(row.ratio * m_pixelSize));
        font.setWeight(row.weight);
        if (row.spacing != 100)
            font.setLetterSpacing(QFont::PercentageSpacing, row.spacing);
        m_fonts[static_cast<size_t>(row.style)] = font;
    }
}

QFont TypeScale::font(TextStyle style) const
{
    return m_fonts[static_cast<size_t>(style)];
}

} // namespace mintmark
