// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <optional>

class QDateTimeEdit;

namespace mintmark {

class ActionButton;
class ElidingLabel;

/// Another time to judge a token at: when the customer's call failed. Hidden until it is opened;
/// local time in the field, UTC beside it.
class TimeRow : public QWidget
{
    Q_OBJECT
public:
    explicit TimeRow(QWidget *parent = nullptr);

    /// Shows the row with this time, as if it had been entered.
    void open(qint64 atMs);
    /// Hides it: judged now.
    void close();
    /// Nothing while the row is hidden.
    std::optional<qint64> atMs() const;
    QDateTimeEdit *field() const { return m_field; }

Q_SIGNALS:
    void timeChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showUtc();

    QDateTimeEdit *m_field;
    ElidingLabel *m_utc;
    ActionButton *m_now;
};

} // namespace mintmark
