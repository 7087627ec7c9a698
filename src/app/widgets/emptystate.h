// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"

#include <QWidget>

namespace mintmark {

class ActionButton;
class ElidingLabel;
class IconLabel;
class WrapLabel;

/// What stands where there is nothing to show: why, and what to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Empty `button`: none.
    void setState(Icon icon, const QString &title, const QString &sentence,
                  const QString &button = {});
    /// Without the icon and with a smaller title, for narrow panes.
    void setCompact(bool compact);
    ActionButton *button() const { return m_button; }

Q_SIGNALS:
    void buttonClicked();

private:
    IconLabel *m_icon;
    WrapLabel *m_title;
    WrapLabel *m_sentence;
    ActionButton *m_button;
};

} // namespace mintmark
