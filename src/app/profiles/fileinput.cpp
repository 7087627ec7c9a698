// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/fileinput.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/filechooser.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>

namespace mintmark {

FileInput::FileInput(const QString &what, const QStringList &patterns, QWidget *parent)
    : QWidget(parent), m_what(what), m_patterns(patterns), m_edit(new QLineEdit(this))
{
    auto *choose = new ActionButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose: %1").arg(what));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(m_edit, 1);
    row->addWidget(choose);
    setFocusProxy(m_edit);
    connect(choose, &QAbstractButton::clicked, this, &FileInput::choose);
}

void FileInput::choose()
{
    const QFileDialog *dialog =
        askForFile(this, m_what, m_patterns, QFileInfo(m_edit->text()).path());
    connect(dialog, &QFileDialog::fileSelected, m_edit, &QLineEdit::setText);
}

} // namespace mintmark
