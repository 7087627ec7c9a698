// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/theme/iconset.h"

#include "app/theme/metrics.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *names[] = {
    "certificate", "check",  "clip",    "clock", "compare", "copy",   "cross", "down",
    "edit",        "error",  "export",  "eye",   "fetch",   "folder", "gear",  "help",
    "import",      "info",   "inspect", "key",   "left",    "lock",   "more",  "network",
    "paste",       "pin",    "play",    "plus",  "right",   "seal",   "sealq", "search",
    "share",       "target", "ticket",  "trash", "undo",    "unlock", "up",    "warn",
};
static_assert(std::size(names) == static_cast<size_t>(Icon::Last) + 1);

/// QtSvg knows `currentColor` from no palette, so the word is replaced before it reads the drawing.
QPixmap render(Icon icon, const QColor &color, int size, qreal devicePixelRatio)
{
    QFile file(u":/icons/%1.svg"_s.arg(IconSet::name(icon)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace

QString IconSet::name(Icon icon)
{
    return QString::fromLatin1(names[static_cast<size_t>(icon)]);
}

QPixmap IconSet::pixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio) const
{
    const Key key { icon, color.rgba(), size, devicePixelRatio };
    if (const auto found = m_cache.constFind(key); found != m_cache.cend())
        return *found;
    return *m_cache.insert(key, render(icon, color, size, devicePixelRatio));
}

QIcon IconSet::icon(Icon icon, const QColor &normal, const QColor &disabled) const
{
    QIcon result;
    for (const int size : { metrics::iconSmall, metrics::icon }) {
        for (const qreal ratio : { 1.0, 2.0 }) {
            result.addPixmap(pixmap(icon, normal, size, ratio), QIcon::Normal);
            result.addPixmap(pixmap(icon, disabled, size, ratio), QIcon::Disabled);
        }
    }
    return result;
}

} // namespace mintmark
