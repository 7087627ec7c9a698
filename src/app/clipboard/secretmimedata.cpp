// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/clipboard/secretmimedata.h"

#include <QVariant>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView plainText("text/plain");

bool isText(const QString &mimeType)
{
    return mimeType == plainText || mimeType.startsWith("text/plain;"_L1);
}

} // namespace

SecretMimeData::SecretMimeData(SecretBytes text, QList<ClipboardHint> hints)
    : m_text(std::move(text)), m_hints(std::move(hints))
{ }

bool SecretMimeData::hasFormat(const QString &mimeType) const
{
    return formats().contains(mimeType);
}

QStringList SecretMimeData::formats() const
{
    QStringList all { plainText };
    for (const ClipboardHint &hint : m_hints)
        all << hint.mimeType;
    return all;
}

QVariant SecretMimeData::retrieveData(const QString &mimeType, QMetaType preferredType) const
{
    if (isText(mimeType)) {
        const QByteArrayView text = m_text.view();
        if (preferredType.id() == QMetaType::QByteArray)
            return text.toByteArray();
        return QString::fromUtf8(text);
    }
    for (const ClipboardHint &hint : m_hints) {
        if (hint.mimeType == mimeType)
            return hint.data;
    }
    return {};
}

} // namespace mintmark
