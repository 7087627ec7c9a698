// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace mintmark {

/// A format beside the text that tells clipboard managers and histories to keep away.
struct ClipboardHint
{
    QString mimeType;
    QByteArray data;
    friend bool operator==(const ClipboardHint &, const ClipboardHint &) = default;
};

/// The hints of this system, and whatever Qt needs to know to pass them on, for as long as it
/// lives. One file per system.
class ClipboardHints
{
public:
    ClipboardHints();
    ~ClipboardHints();
    Q_DISABLE_COPY_MOVE(ClipboardHints)

    QList<ClipboardHint> hints() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mintmark
