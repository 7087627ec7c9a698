// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/widgets/filechooser.h"

#include <QFileDialog>

namespace mintmark {

QFileDialog *askForFile(QWidget *parent, const QString &title, const QStringList &patterns,
                        const QString &folder)
{
    auto *dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(patterns);
    dialog->open();
    return dialog;
}

} // namespace mintmark
