// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/barpainting.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace mintmark {

class ActionButton;
class ElidingLabel;
class IconButton;
class IconLabel;
class LinkButton;
class WrapLabel;

struct BarButton
{
    QString id; ///< comes back with buttonClicked()
    QString text;
    bool enabled = true;
    friend bool operator==(const BarButton &, const BarButton &) = default;
};

/// What a bar says. Sentences are translated; words of a server among them are data.
struct BarMessage
{
    BarKind kind = BarKind::Info;
    QString cause;            ///< who or what, in its own words
    QString known;            ///< what it said and what is known of our side
    QString remedy;           ///< what to try
    QString meta;             ///< time, status and duration, small at the right
    QList<BarButton> buttons; ///< the cure first; it alone is drawn as a button with a border
    int more = 0;             ///< messages behind this one

    friend bool operator==(const BarMessage &, const BarMessage &) = default;
};

/// Says what went wrong or is worth knowing, in place of a dialog. Stays until it is closed or
/// replaced. Announces itself to screen readers.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows the bar. Buttons that stay are kept, with the focus one of them may have: another text
    /// or state, as of "Ask again in 41 s", is theirs at once and not announced.
    void setMessage(const BarMessage &message);
    const BarMessage &message() const { return m_message; }
    /// It is shown, in these words; its buttons may differ.
    bool says(const BarMessage &message) const;
    ActionButton *button(const QString &id) const;
    /// Buttons beside the text instead of under it: for pages where the height is dear.
    void setFlat(bool flat);

    QSize sizeHint() const override;

public Q_SLOTS:
    /// Hides the bar and emits dismissed().
    void dismiss();

Q_SIGNALS:
    void buttonClicked(const QString &id);
    void moreClicked();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuildButtons();
    void updateButtons();

    BarMessage m_message;
    IconLabel *m_icon;
    WrapLabel *m_cause;
    WrapLabel *m_known;
    WrapLabel *m_remedy;
    ElidingLabel *m_meta;
    LinkButton *m_more;
    IconButton *m_close;
    QWidget *m_buttonRow;
    QVBoxLayout *m_text;
    QHBoxLayout *m_row;
    bool m_flat = false;
    QList<ActionButton *> m_buttons;
};

} // namespace mintmark
