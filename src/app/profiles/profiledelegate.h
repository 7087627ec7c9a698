// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStyledItemDelegate>

namespace mintmark {

class Look;
class ProfileListModel;

/// Draws the rows and heads of the profile list. Selection, hover and focus come with the option:
/// State_HasFocus asks for the ring, State_Open for an open chevron.
class ProfileDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ProfileDelegate(const ProfileListModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHead(QPainter &painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                     const QRect &ground) const;
    /// At the end of `room`, which name and chip share before it is mirrored. Width it took.
    int paintChip(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const QRect &room) const;
    void paintName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QRect &rect) const;

    const ProfileListModel &m_model;
};

} // namespace mintmark
