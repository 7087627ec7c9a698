// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Not tested: written from nspasteboard.org and the documentation of QUtiMimeConverter.

#include "app/clipboard/clipboardhints.h"

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QUtiMimeConverter>
#include <QVariant>
#endif

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView concealedMime("application/x-nspasteboard-concealed-type");
constexpr QLatin1StringView transientMime("application/x-nspasteboard-transient-type");
constexpr QLatin1StringView concealedUti("org.nspasteboard.ConcealedType");
constexpr QLatin1StringView transientUti("org.nspasteboard.TransientType");

} // namespace

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

/// Qt passes on only what it has a converter for. Before 6.5 there was none to be had: there the
/// text is copied without hints.
struct ClipboardHints::Private final : QUtiMimeConverter
{
    QString utiForMime(const QString &mime) const override
    {
        if (mime == concealedMime)
            return concealedUti;
        return mime == transientMime ? QString(transientUti) : QString();
    }
    QString mimeForUti(const QString &uti) const override
    {
        if (uti == concealedUti)
            return concealedMime;
        return uti == transientUti ? QString(transientMime) : QString();
    }
    QVariant convertToMime(const QString &, const QList<QByteArray> &data,
                           const QString &) const override
    {
        return data.value(0);
    }
    QList<QByteArray> convertFromMime(const QString &, const QVariant &data,
                                      const QString &) const override
    {
        return { data.toByteArray() };
    }
};

ClipboardHints::ClipboardHints() : d(std::make_unique<Private>()) { }

#else

struct ClipboardHints::Private
{ };

ClipboardHints::ClipboardHints() = default;

#endif

ClipboardHints::~ClipboardHints() = default;

QList<ClipboardHint> ClipboardHints::hints() const
{
    if (!d)
        return {};
    return { { concealedMime, "1"_ba }, { transientMime, "1"_ba } };
}

} // namespace mintmark
