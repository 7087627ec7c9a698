// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QWidget>

class QAbstractButton;

namespace mintmark {

class Segment;

/// One of a few, side by side in one frame. None may be chosen at first; for a screen reader these
/// are radio buttons. The dynamic property `fault` draws the border of a field with a problem.
class SegmentedChoice : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedChoice(const QStringList &names, QWidget *parent = nullptr);

    int currentIndex() const;
    /// -1: none. Does not emit.
    void setCurrentIndex(int index);
    QAbstractButton *segment(int index) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Somebody chose.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(int index);
    void updateFocus();

    QList<Segment *> m_segments;
};

} // namespace mintmark
