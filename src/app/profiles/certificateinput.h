// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace mintmark {

class CodeEdit;

/// Certificates as PEM, pasted or opened; a key that comes with them is left out.
class CertificateInput : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateInput(QWidget *parent = nullptr);

    QString pem() const;
    /// Does not emit.
    void setPem(const QString &pem);
    /// Whose certificate it is and its SHA-256 fingerprint, or that it is none; before that, what came
    /// of a file. Nothing when there is nothing to say.
    QString words() const;

Q_SIGNALS:
    void edited();
    /// It was left after a change, or a whole one came at once.
    void completed();

private:
    void choose();
    void open(const QString &file);
    void onEdited();

    CodeEdit *m_edit;
    QString m_note; ///< of what was opened or left out
};

} // namespace mintmark
