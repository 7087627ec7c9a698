// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>
#include <QSpinBox>

namespace mintmark {

/// A combo box on a page that scrolls: the wheel goes to the page, a long entry makes nothing wider,
/// and typing looks an entry up whatever is in its name, spaces included.
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// An entry with something small behind it, as the standard's name: "In the body ·
    /// client_secret_post".
    void addNoted(const QString &words, const QString &note, const QVariant &value);
    /// Something small behind an entry of the list alone: what is chosen is its text.
    void setNote(int index, const QString &note);

    /// The first entry with this data (`value`); none if there is none. Does not emit activated().
    void setCurrentData(const QVariant &value);
    /// As a person does: another entry than the current one emits activated().
    void choose(int index);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    bool lookUp(const QKeyEvent *event);

    QString m_typed;
    ulong m_typedAt = 0; ///< ms, as the events count
};

/// A number on a page that scrolls.
class NumberBox : public QSpinBox
{
    Q_OBJECT
public:
    explicit NumberBox(QWidget *parent = nullptr);

    /// Qt leaves no room for the margins of the field inside.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace mintmark
