// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace mintmark {

class ThinSplitter;

/// List at the left, pages at the right; in a narrow window the list lies over the page and is
/// called when needed.
class ListPlacement : public QWidget
{
    Q_OBJECT
public:
    /// Takes both over.
    ListPlacement(QWidget *list, QWidget *pages, QWidget *parent = nullptr);

    bool isListShown() const { return m_shown; }
    void setListShown(bool shown);
    int listWidth() const;
    void setListWidth(int width);
    /// The list lies over the page.
    bool isOverlay() const { return m_overlay; }
    /// After a choice: an overlay has done its work.
    void closeOverlay();

Q_SIGNALS:
    void listShownChanged(bool shown);
    /// By width: hints and chips fold.
    void narrowChanged(bool narrow);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setOverlay(bool overlay);
    void place();

    QWidget *m_list;
    ThinSplitter *m_splitter;
    int m_width;
    bool m_shown = true;
    bool m_overlay = false;
    bool m_narrow = false;
};

} // namespace mintmark
