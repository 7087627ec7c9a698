// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Not tested: written from Microsoft's documentation of the clipboard formats.

#include "app/clipboard/clipboardhints.h"

namespace mintmark {

using namespace Qt::StringLiterals;

struct ClipboardHints::Private
{ };

ClipboardHints::ClipboardHints() = default;

ClipboardHints::~ClipboardHints() = default;

QList<ClipboardHint> ClipboardHints::hints() const
{
    const auto native = [](QLatin1StringView format) {
        return u"application/x-qt-windows-mime;value=\"%1\""_s.arg(format);
    };
    // The two questions are answered by a DWORD of value 0, the other two by being there.
    const QByteArray no(4, '\0');
    return { { native("ExcludeClipboardContentFromMonitorProcessing"_L1), "1"_ba },
             { native("CanIncludeInClipboardHistory"_L1), no },
             { native("CanUploadToCloudClipboard"_L1), no },
             { native("Clipboard Viewer Ignore"_L1), "1"_ba } };
}

} // namespace mintmark
