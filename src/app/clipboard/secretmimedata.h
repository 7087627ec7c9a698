// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/clipboard/clipboardhints.h"
#include "base/secretbytes.h"

#include <QMimeData>

namespace mintmark {

/// Text on the clipboard that stands in no string: it is made when another program pastes, and
/// wiped with this object, which Qt destroys as soon as the clipboard holds something else.
class SecretMimeData : public QMimeData
{
    Q_OBJECT
public:
    SecretMimeData(SecretBytes text, QList<ClipboardHint> hints);

    bool hasFormat(const QString &mimeType) const override;
    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &mimeType, QMetaType preferredType) const override;

private:
    SecretBytes m_text; ///< UTF-8
    QList<ClipboardHint> m_hints;
};

} // namespace mintmark
