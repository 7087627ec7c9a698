// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace mintmark {

class IconLabel;
class WrapLabel;

/// The line under a field.
enum class MessageLevel { Helper, Note, Warning, Fault };

class FieldMessage : public QWidget
{
    Q_OBJECT
public:
    explicit FieldMessage(QWidget *parent = nullptr);

    /// Empty text hides the line. `link` is what to click, e.g. "Undo".
    void setMessage(MessageLevel level, const QString &text, const QString &link = {});
    void clear() { setMessage(MessageLevel::Helper, {}); }

    QString text() const;
    MessageLevel level() const { return m_level; }

Q_SIGNALS:
    void linkClicked();

private:
    MessageLevel m_level = MessageLevel::Helper;
    IconLabel *m_icon;
    WrapLabel *m_text;
};

} // namespace mintmark
