// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLineEdit;

namespace mintmark {

/// The path of a file that is there: typed, or chosen in the system's dialog.
class FileInput : public QWidget
{
    Q_OBJECT
public:
    /// `what` names the file: "CA file". `patterns` as in QFileDialog::setNameFilters().
    FileInput(const QString &what, const QStringList &patterns, QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }

private:
    void choose();

    QString m_what;
    QStringList m_patterns;
    QLineEdit *m_edit;
};

} // namespace mintmark
