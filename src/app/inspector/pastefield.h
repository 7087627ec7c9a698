// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPlainTextEdit>

namespace mintmark {

/// Where a token is pasted or typed. A paste is handed over whole and leaves nothing in the field:
/// a megabyte in one line would take it seconds to break.
class PasteField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PasteField(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override { return { 100, 40 }; }

Q_SIGNALS:
    void pasted(const QString &text);
    /// The focus has gone elsewhere in the window.
    void left();

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace mintmark
