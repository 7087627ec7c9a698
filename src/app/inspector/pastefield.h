// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/clipboard/clipboardhints.h"
#include "base/secretbytes.h"

#include <QPlainTextEdit>

namespace mintmark {

/// Where a token is pasted or typed. A paste is handed over whole and leaves nothing in the field:
/// a megabyte in one line would take it seconds to break. Copying is left to whoever clears the
/// clipboard again, what is dragged out of it is marked as a secret, and text that is only selected
/// fills no primary selection.
class PasteField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PasteField(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override { return { 100, 40 }; }

Q_SIGNALS:
    void pasted(const QString &text);
    /// A local file came as an address.
    void filePasted(const QString &path);
    void copyRequested(const mintmark::SharedSecret &text);
    /// The focus has gone elsewhere in the window.
    void left();

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void copySelection();

    ClipboardHints m_hints;
    bool m_selecting = false; ///< the text control asks on behalf of the primary selection
};

} // namespace mintmark
