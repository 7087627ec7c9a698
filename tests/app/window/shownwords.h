// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

class QWidget;

namespace mintmark::test {

/// Words of a window that deceive, each with where it stands: characters that must not be shown,
/// text that could be taken for markup, an ampersand that became a key. Of everything a person or
/// a screen reader can come to: labels, buttons, tabs, tables with their tool tips, menus, read-only
/// texts, accessible names. What somebody edits is left out: it has to be what it is.
QStringList deceptions(const QWidget &window);

/// Every word deceptions() looks at.
QStringList shownWords(const QWidget &window);

} // namespace mintmark::test
