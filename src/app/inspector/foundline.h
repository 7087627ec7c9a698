// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace mintmark {

class FieldMessage;
class LinkButton;

/// Which of the tokens of a text this is, what was taken away around it, and the way to the others.
class FoundLine : public QWidget
{
    Q_OBJECT
public:
    explicit FoundLine(QWidget *parent = nullptr);

    /// Empty text hides the line; the links show with more than one.
    void setFound(const QString &text, bool several);
    /// Why there is nothing to show.
    void setRefusal(const QString &text);
    QString text() const;
    LinkButton *previous() const { return m_previous; }
    LinkButton *next() const { return m_next; }

Q_SIGNALS:
    /// -1 or 1.
    void stepRequested(int step);

private:
    void show(bool fault, const QString &text, bool several);

    FieldMessage *m_message;
    LinkButton *m_previous;
    LinkButton *m_next;
};

} // namespace mintmark
