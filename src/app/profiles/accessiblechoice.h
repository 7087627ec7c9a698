// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

namespace mintmark {

/// Describes a ChoiceBox to assistive technology with its entries, folded or open: each can be read
/// and chosen. Qt's own offers no way to choose one, nor to give the box the focus. Once is enough.
void installAccessibleChoices();

} // namespace mintmark
