// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

class QFileDialog;
class QWidget;

namespace mintmark {

/// Asks for a file that is there, in the system's dialog. It is shown without exec(): the window
/// goes on, and whoever asks connects to fileSelected(). `patterns` as in
/// QFileDialog::setNameFilters(). The dialog frees itself.
QFileDialog *askForFile(QWidget *parent, const QString &title, const QStringList &patterns,
                        const QString &folder = {});

} // namespace mintmark
