// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QWidget>

class QAbstractButton;

namespace mintmark {

class ActionButton;
class FilterChip;

struct FilterChoice
{
    QString id;
    QString name;
    int count = -1; ///< shown after the name unless negative
    friend bool operator==(const FilterChoice &, const FilterChoice &) = default;
};

/// One filter of several, always exactly one. Folded it is a button with a menu.
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    explicit FilterChips(QWidget *parent = nullptr);

    /// Keeps the current one if it is still there, else takes the first.
    void setChoices(const QList<FilterChoice> &choices);
    QString current() const { return m_current; }
    /// Does not emit.
    void setCurrent(const QString &id);
    void setFolded(bool folded);
    QAbstractButton *chip(const QString &id) const;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QString &id);
    void rebuild();
    void sync();

    QList<FilterChoice> m_choices;
    QList<FilterChip *> m_chips;
    QString m_current;
    ActionButton *m_folded = nullptr;
    bool m_isFolded = false;
};

} // namespace mintmark
