// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/themecontroller.h"
#include "base/result.h"

#include <QByteArray>
#include <QSettings>

#include <memory>

namespace mintmark {

/// What the window remembers from one start to the next, in window.ini beside the index: looks and
/// habits, never a name, an id or a secret.
class WindowSettings
{
public:
    /// An empty folder remembers nothing: the demo.
    explicit WindowSettings(const QString &folder);

    bool isKept() const { return m_file != nullptr; }

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    /// Seconds until a copied secret leaves the clipboard: 5 … 3600, usually 60.
    int clearClipboardAfterS() const;
    /// Both at once, written and read back. Errors: FileNotWritten.
    Result<void> keepHabits(ThemeChoice theme, int clearClipboardAfterS);

    QByteArray geometry() const; ///< QWidget::saveGeometry()
    void setGeometry(const QByteArray &geometry);
    int listWidth() const;
    void setListWidth(int width);
    bool isListShown() const;
    void setListShown(bool shown);

private:
    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    int number(const QString &key, int fallback) const;
    void setValue(const QString &key, const QVariant &value);

    std::unique_ptr<QSettings> m_file; ///< null: nothing is remembered
};

} // namespace mintmark
