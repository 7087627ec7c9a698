// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/theme/theme.h"
#include "oauth/exchangerecord.h"

#include <QWidget>

namespace mintmark {

/// Where the time of an exchange went: one bar a phase, each beginning where the last one ended.
class Waterfall : public QWidget
{
    Q_OBJECT
public:
    explicit Waterfall(QWidget *parent = nullptr);

    void setTimings(const ExchangeTimings &timings);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 120, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Phase
    {
        QString name;
        qint64 beginMs = 0;
        qint64 ms = 0;
        ColorRole color = nullptr;
    };
    QList<Phase> m_phases;
    qint64 m_totalMs = 0;
};

} // namespace mintmark
