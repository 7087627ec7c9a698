// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QStringList>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace mintmark {

/// Offers texts under a line edit while somebody types, and never writes one in by itself. The list
/// goes with the focus: Qt leaves it open when the focus is moved by a program, and every key then
/// still goes to the field that was left.
class Suggestions : public QObject
{
    Q_OBJECT
public:
    explicit Suggestions(QLineEdit *edit);

    void setTexts(const QStringList &texts);
    QStringList texts() const;
    QCompleter *completer() const { return m_completer; }

private:
    QStringListModel *m_model;
    QCompleter *m_completer;
};

} // namespace mintmark
