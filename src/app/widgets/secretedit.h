// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"

#include <QWidget>

class QAbstractButton;

namespace mintmark {

class ElidingLabel;
class SecretLineEdit;

/// "48 characters · ends in …Qx9A · fingerprint 7F3A"; empty for no characters.
QString secretSummaryText(const SecretSummary &summary);

/// Field for a new secret: dots, shown only while the eye is pressed, and under it at once what can
/// be compared with a colleague without saying the secret. Keeps no undo history and wipes what it
/// holds. The dynamic property `fault` is that of its field.
class SecretEdit : public QWidget
{
    Q_OBJECT
public:
    explicit SecretEdit(QWidget *parent = nullptr);

    /// Does not emit.
    void setSecret(const SecretBytes &secret);
    SecretBytes secret() const;
    void clear();
    bool isEmpty() const;

    void setReadOnly(bool readOnly);
    void setPlaceholderText(const QString &text);
    /// Said after the summary, e.g. "Removed a line break at the end."
    void setNote(const QString &note);
    QString summaryText() const;
    /// Screen sharing hides summary and eye.
    void setConcealed(bool concealed);
    SecretLineEdit *lineEdit() const { return m_edit; }

Q_SIGNALS:
    void edited();
    /// After a paste, with the text as it came.
    void pasted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void updateSummary();
    void placeEye();

    SecretLineEdit *m_edit;
    QAbstractButton *m_eye;
    ElidingLabel *m_summary;
    QString m_note;
    bool m_concealed = false;
};

} // namespace mintmark
