// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/secretbytes.h"

#include <QLineEdit>

namespace mintmark {

/// A line edit whose own text is nothing but dots. The secret stands in one buffer beside it that
/// is never copied, so that neither the undo history nor an accessibility client ever holds it.
class SecretLineEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit SecretLineEdit(QWidget *parent = nullptr);
    ~SecretLineEdit() override;

    void setSecret(const SecretBytes &secret);
    SecretBytes secret() const;
    void wipeSecret();
    qsizetype length() const { return m_secret.size(); }

    /// Paints the secret instead of dots.
    void setRevealed(bool revealed);

Q_SIGNALS:
    /// Somebody typed, deleted or pasted.
    void secretEdited();
    /// Several characters came at once, as they were: line breaks and quotes included.
    void secretPasted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool editByKey(const QKeyEvent *event);
    void insertSecret(qsizetype from, qsizetype replaced, QStringView text);
    void removeSecret(qsizetype from, qsizetype count);
    /// Selection, or nothing at the cursor: start and length.
    std::pair<qsizetype, qsizetype> editRange() const;
    void showDots(qsizetype cursor);
    void takeForeignText(const QString &text);

    QString m_secret; ///< room reserved once; a reallocation would leave the old bytes behind
    bool m_showingDots = false;
    bool m_revealed = false;
};

} // namespace mintmark
