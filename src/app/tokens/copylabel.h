// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>

namespace mintmark {

/// A short form of something long among running captions; a click copies the whole.
class CopyLabel : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CopyLabel(QWidget *parent = nullptr);

    /// `what` names it, as "client id"; `whole` is what a click copies. Empty `whole`: hidden.
    void setContent(const QString &what, const QString &whole);
    QString whole() const { return m_whole; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void copyRequested(const QString &whole, const QString &what);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_what;
    QString m_whole;
    QString m_shown;
};

/// "k1Jq0…dPqE": enough to tell two apart, safe to show. What is short stays whole.
QString shortForm(const QString &whole);

} // namespace mintmark
