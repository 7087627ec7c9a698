// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QPixmap>

namespace mintmark {

/// The drawings under resources/icons.
enum class Icon {
    Certificate,
    Check,
    Clip,
    Clock,
    Compare,
    Copy,
    Cross,
    Down,
    Edit,
    Error,
    Export,
    Eye,
    Fetch,
    Folder,
    Gear,
    Help,
    Import,
    Info,
    Inspect,
    Key,
    Left,
    Lock,
    More,
    Network,
    Paste,
    Pin,
    Play,
    Plus,
    Right,
    Seal,
    SealQ,
    Search,
    Share,
    Target,
    Ticket,
    Trash,
    Undo,
    Unlock,
    Up,
    Warn,
    Last = Warn
};

/// Draws icons in one colour and keeps what it drew. Sizes are device-independent pixels.
class IconSet
{
public:
    QPixmap pixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio) const;
    /// For actions and line edits, which take nothing else: the usual sizes, normal and disabled.
    QIcon icon(Icon icon, const QColor &normal, const QColor &disabled) const;
    /// Forgets all drawings: after a change of theme none of them is needed again.
    void clear() { m_cache.clear(); }

    /// Name of the drawing, as its file under resources/icons.
    static QString name(Icon icon);

private:
    struct Key
    {
        Icon icon;
        QRgb color;
        int size;
        qreal devicePixelRatio;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, static_cast<int>(key.icon), key.color, key.size,
                              key.devicePixelRatio);
        }
    };
    mutable QHash<Key, QPixmap> m_cache;
};

} // namespace mintmark
