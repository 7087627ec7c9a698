// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "base/result.h"
#include "profiles/presetadjustment.h"

#include <QObject>

#include <optional>

namespace mintmark {

/// What new profiles of a preset start with instead of what the preset says: `presets.json` beside
/// the index, mode 0600, no secret in it. One entry a preset and field.
class PresetAdjustments : public QObject
{
    Q_OBJECT
public:
    /// An empty `folder`: nothing is read or kept.
    explicit PresetAdjustments(const QString &folder);

    /// Read at the first call. A file that is not there, or cannot be read, says nothing.
    const QList<PresetAdjustment> &all() const;
    /// Why the file could not be read, if so. It is not written over then.
    const std::optional<Error> &fault() const;
    /// Takes the place of an entry for the same field; one that leads back to what the preset says
    /// takes it away. Errors: FileNotWritten, FileUnreadable.
    Result<void> keep(const PresetAdjustment &adjustment);
    /// Errors: as keep().
    Result<void> forget(const QString &provider, const QString &field);

Q_SIGNALS:
    void changed();

private:
    void read() const;
    Result<void> write(const QList<PresetAdjustment> &adjustments);

    QString m_file;
    mutable bool m_isRead = false;
    mutable QList<PresetAdjustment> m_all;
    mutable std::optional<Error> m_fault;
};

} // namespace mintmark
