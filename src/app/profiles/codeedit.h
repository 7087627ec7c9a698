// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPlainTextEdit>

namespace mintmark {

/// A few lines of something exact, as PEM or JSON, in the fixed font. Tab leaves it.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeEdit(QWidget *parent = nullptr);

    /// Does not emit; an equal text keeps cursor and history.
    void setText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void edited();
    /// It was left after a change, or something was pasted.
    void completed();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void complete();

    bool m_changed = false;
    bool m_setting = false;
};

} // namespace mintmark
