// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/clipboard/clipboardhints.h"

namespace mintmark {

using namespace Qt::StringLiterals;

struct ClipboardHints::Private
{ };

ClipboardHints::ClipboardHints() = default;

ClipboardHints::~ClipboardHints() = default;

QList<ClipboardHint> ClipboardHints::hints() const
{
    // Klipper's; CopyQ and clipcat honour it too.
    return { { u"x-kde-passwordManagerHint"_s, "secret"_ba } };
}

} // namespace mintmark
