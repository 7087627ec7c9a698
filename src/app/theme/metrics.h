// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

/// Space, size and shape, in device-independent pixels at the smallest text size. Heights are
/// minima: where a larger font needs more, it gets more.
namespace mintmark::metrics {

inline constexpr int space1 = 4;
inline constexpr int space2 = 8;
inline constexpr int space3 = 12;
inline constexpr int space4 = 16;
inline constexpr int space5 = 24;
inline constexpr int space6 = 32;

inline constexpr int pageMargin = 24;
inline constexpr int pageMarginNarrow = 16; ///< under widthMedium
inline constexpr int blockSpacing = 14;
inline constexpr int cardPaddingX = 20;
inline constexpr int cardPaddingY = 16;
inline constexpr int labelSpacing = 16; ///< between label and field
inline constexpr int rowSpacing = 10;   ///< between rows of a form
inline constexpr int rowSpacingDense = 8; ///< of a form that is to be seen whole
inline constexpr int formLabelWidth = 132;

inline constexpr int cardRadius = 10;
inline constexpr int controlRadius = 6;
inline constexpr int barRadius = 8; ///< message bar
inline constexpr int tagRadius = 4;

inline constexpr int focusWidth = 2;
inline constexpr int faultWidth = 2;
inline constexpr int selectionBar = 3;
inline constexpr int ringSpace = 2; ///< kept free around buttons for the focus ring

inline constexpr int fieldHeight = 34;
inline constexpr int fieldMargin = 8;
inline constexpr int buttonHeight = 36; ///< 32 visible and the ring space
inline constexpr int arrowWidth = 30;   ///< arrow part of a split button
inline constexpr int rowHeight = 36;
inline constexpr int groupHeight = 30;
inline constexpr int foldHeight = 24; ///< head of a folded part of a page
inline constexpr int tableRowHeight = 30;
inline constexpr int checkRowHeight = 34;
inline constexpr int tableHeadHeight = 28;
inline constexpr int tabHeight = 38;
inline constexpr int chipHeight = 22;
inline constexpr int statusBarHeight = 34;
inline constexpr int menuBarHeight = 26;
inline constexpr int timeBarHeight = 8;
inline constexpr int bandHeight = 4;
inline constexpr int smallestTarget = 24;
inline constexpr int indicator = 18; ///< check box, radio button
inline constexpr int scrollBar = 12;
inline constexpr int splitterGrip = 8;

inline constexpr int iconSmall = 16;
inline constexpr int icon = 20;
inline constexpr int iconLarge = 24;
inline constexpr int iconHuge = 32;

inline constexpr int widthWide = 1040;  ///< from here on everything as drawn
inline constexpr int widthMedium = 840; ///< under it the list pane is hidden

inline constexpr int paneWidth = 320;
inline constexpr int paneWidthMin = 260;
inline constexpr int paneWidthMax = 420;
inline constexpr int tooltipWidth = 360;

} // namespace mintmark::metrics
