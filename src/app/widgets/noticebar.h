// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/barpainting.h"

#include <QWidget>

namespace mintmark {

class ActionButton;
class IconButton;
class IconLabel;
class WrapLabel;

/// A message bar in one line: a note with one thing to do, as "Deleted Acme · Payments Out.  Undo
/// (8)".
class NoticeBar : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows the bar. Empty `button`: none.
    void setNotice(BarKind kind, const QString &text, const QString &button = {});
    void setClosable(bool closable);
    /// For a countdown in the button.
    void setButtonText(const QString &text);
    ActionButton *button() const { return m_button; }
    /// A second thing to do; empty: none. setNotice() takes it away.
    void setOtherButton(const QString &text);
    ActionButton *otherButton() const { return m_other; }
    /// Another text for what goes on, without announcing it again.
    void setText(const QString &text);
    QString text() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void buttonClicked();
    void otherClicked();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BarKind m_kind = BarKind::Info;
    IconLabel *m_icon;
    WrapLabel *m_text;
    ActionButton *m_button;
    ActionButton *m_other;
    IconButton *m_close;
};

} // namespace mintmark
