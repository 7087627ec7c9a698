// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/windowsettings.h"

#include "app/theme/metrics.h"
#include "base/atomicfile.h"

#include <QFileInfo>

#include <array>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct ThemeWord
{
    ThemeChoice choice;
    QLatin1StringView word;
};
constexpr std::array themeWords { ThemeWord { ThemeChoice::FollowSystem, "system"_L1 },
                                  ThemeWord { ThemeChoice::Light, "light"_L1 },
                                  ThemeWord { ThemeChoice::Dark, "dark"_L1 },
                                  ThemeWord { ThemeChoice::HighContrast, "high_contrast"_L1 } };

constexpr auto clearKey = "clear_clipboard_after_s"_L1;

} // namespace

WindowSettings::WindowSettings(const QString &folder)
{
    if (!folder.isEmpty())
        m_file = std::make_unique<QSettings>(folder + u"/window.ini"_s, QSettings::IniFormat);
}

ThemeChoice WindowSettings::theme() const
{
    const QString word = value(u"theme"_s).toString();
    for (const ThemeWord &row : themeWords) {
        if (row.word == word)
            return row.choice;
    }
    return ThemeChoice::FollowSystem;
}

void WindowSettings::setTheme(ThemeChoice choice)
{
    for (const ThemeWord &row : themeWords) {
        if (row.choice == choice)
            setValue(u"theme"_s, QString(row.word));
    }
}

int WindowSettings::clearClipboardAfterS() const
{
    return qBound(5, number(clearKey, 60), 3600);
}

Result<void> WindowSettings::keepHabits(ThemeChoice theme, int clearClipboardAfterS)
{
    if (!m_file)
        return {};
    setTheme(theme);
    setValue(clearKey, clearClipboardAfterS);
    m_file->sync();
    // What QSettings could not write it still answers with, so the file itself is asked.
    const Result<QByteArray> text = readWhole(m_file->fileName());
    const QByteArrayList lines = text ? text->split('\n') : QByteArrayList();
    const bool kept = lines.contains("theme=" + value(u"theme"_s).toByteArray())
        && lines.contains(QByteArray(clearKey.latin1()) + '=' + QByteArray::number(clearClipboardAfterS));
    if (m_file->status() == QSettings::NoError && kept)
        return {};
    return Error { ErrorCode::FileNotWritten, { { u"file"_s, m_file->fileName() } }, {} };
}

QByteArray WindowSettings::geometry() const
{
    return value(u"geometry"_s).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    setValue(u"geometry"_s, geometry);
}

int WindowSettings::listWidth() const
{
    return qBound(metrics::paneWidthMin, number(u"list_width"_s, metrics::paneWidth),
                  metrics::paneWidthMax);
}

void WindowSettings::setListWidth(int width)
{
    setValue(u"list_width"_s, width);
}

bool WindowSettings::isListShown() const
{
    return value(u"list_shown"_s, true).toBool();
}

void WindowSettings::setListShown(bool shown)
{
    setValue(u"list_shown"_s, shown);
}

QVariant WindowSettings::value(const QString &key, const QVariant &fallback) const
{
    return m_file ? m_file->value(key, fallback) : fallback;
}

int WindowSettings::number(const QString &key, int fallback) const
{
    bool isNumber = false;
    const int number = value(key, fallback).toInt(&isNumber);
    return isNumber ? number : fallback;
}

void WindowSettings::setValue(const QString &key, const QVariant &value)
{
    if (!m_file)
        return;
    // QSettings would make it for everybody to look into, and the list of profiles comes there,
    // too.
    if (makePrivateFolder(QFileInfo(m_file->fileName()).absolutePath()).ok())
        m_file->setValue(key, value);
}

} // namespace mintmark
