// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace mintmark {

/// What a person has decided once, a line each, with a button that takes it back. Texts are shown
/// as they are.
class TakeBackList : public QWidget
{
    Q_OBJECT
public:
    struct Line
    {
        QString text;
        QString accessibleName; ///< of the button: what is taken back
        std::function<void()> takeBack;
    };

    /// `none`: what stands there without lines. `button`: the caption in each.
    TakeBackList(const QString &none, const QString &button, QWidget *parent = nullptr);

protected:
    void setLines(const QList<Line> &lines);

private:
    void addLine(const Line &line);

    QString m_none;
    QString m_button;
    QVBoxLayout *m_column;
};

} // namespace mintmark
