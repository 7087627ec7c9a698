// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/buttonpainting.h"

#include <QPushButton>

#include <optional>

class QAction;
class QMenu;

namespace mintmark {

class SplitArrow;

/// The button of the design: icon, text and a quiet shortcut hint, in four roles, with an arrow
/// part if there is more to choose. The hint is no part of the text, nor of the accessible name.
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ActionButton(QWidget *parent = nullptr);
    explicit ActionButton(const QString &text, ButtonRole role = ButtonRole::Secondary,
                          QWidget *parent = nullptr);

    /// Takes text, shortcut, tool tip, enabled state and trigger from an action.
    void setAction(QAction *action);

    void setRole(ButtonRole role);
    void setGlyph(std::optional<Icon> icon);
    /// Shown after the text, e.g. "F5".
    void setHint(const QString &hint);
    /// Narrow windows drop the hints.
    void setHintVisible(bool visible);
    /// Narrower ones show the icon alone; the text becomes the tool tip.
    void setIconOnly(bool iconOnly);
    /// The state between the two presses of a production copy.
    void setArmed(bool armed);
    /// Why the button cannot be used now; disables it. Empty: enables it.
    void setDisabledReason(const QString &reason);

    /// Adds the arrow part, a button of its own with focus and name.
    void setSplitMenu(QMenu *menu, const QString &accessibleName);
    QAbstractButton *splitArrow() const;

    QSize sizeHint() const override;
    /// Room for the icon and the beginning of the text; only who may give way gets so little.
    QSize minimumSizeHint() const override;
    /// Where room is short the hint goes first, then the end of the text, which the tool tip has.
    void setShrinking(bool shrinking);
    bool isElided() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    /// Enter presses it, as Space does: a page is no dialog with one default button.
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    friend class SplitArrow;
    ButtonState state() const;
    TextStyle textStyle() const;
    bool showsText() const { return !m_iconOnly || !m_glyph; }
    bool showsHint() const { return showsText() && m_hintVisible && !m_hint.isEmpty(); }
    struct Widths
    {
        int text = 0;
        int hint = 0;    ///< with the gap before it; 0 without one
        int content = 0; ///< all together
    };
    Widths widths(int room) const;
    int sideRoom() const;
    QRect mainRect() const;
    void updateToolTip();
    void syncAction(QAction *action);

    ButtonRole m_role = ButtonRole::Secondary;
    std::optional<Icon> m_glyph;
    QString m_hint;
    QString m_help;
    QString m_disabledReason;
    bool m_hintVisible = true;
    bool m_iconOnly = false;
    bool m_armed = false;
    SplitArrow *m_arrow = nullptr;
};

} // namespace mintmark
