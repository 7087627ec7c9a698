// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/look.h"

#include <QWidget>

namespace mintmark {

class ElidingLabel;
class IconLabel;
class LinkButton;

/// One judgement: icon, statement, and under it what it rests on, with one thing to do.
class VerdictLine : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictLine(QWidget *parent = nullptr);

    void setVerdict(Icon icon, ColorRole color, const QString &statement, const QString &reason,
                    const QString &link = {});
    QString statement() const;
    QString reason() const;
    LinkButton *link() const { return m_link; }

Q_SIGNALS:
    void linkClicked();

protected:
    bool event(QEvent *event) override;

private:
    void placeLink();

    IconLabel *m_icon;
    ElidingLabel *m_statement;
    ElidingLabel *m_reason;
    LinkButton *m_link;
};

} // namespace mintmark
