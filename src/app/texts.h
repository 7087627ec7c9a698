// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

class QCoreApplication;

namespace mintmark {

/// The texts of the program, translations/mintmark_<language>.ts, in the language of the system; where there is none
/// of it, the sources' own with the right forms of what is counted: "1 header", "2 headers". They go with the
/// application.
void installTexts(QCoreApplication &application);

} // namespace mintmark
