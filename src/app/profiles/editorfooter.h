// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/pane.h"

#include <QList>

namespace mintmark {

class ActionButton;

/// Under the form, always visible: preview, cancel, save, save and fetch.
class EditorFooter : public Pane
{
    Q_OBJECT
public:
    explicit EditorFooter(QWidget *parent = nullptr);

    void setPreviewShown(bool shown);
    /// While saving, or where nothing can be saved; empty: the buttons can be used.
    void setSavingDisabled(const QString &reason);

Q_SIGNALS:
    void previewClicked();
    void cancelClicked();
    void saveClicked();
    void saveAndFetchClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    int wantedWidth() const;

    ActionButton *m_preview;
    ActionButton *m_cancel;
    ActionButton *m_save;
    ActionButton *m_fetch;
    QList<ActionButton *> m_hinted;
};

} // namespace mintmark
