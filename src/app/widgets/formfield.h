// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/fieldmessage.h"

#include <QWidget>

class QGridLayout;

namespace mintmark {

class ElidingLabel;

/// A row of a form: label at the left, field, one line under it. That line shows the helper text,
/// unless there is something more urgent.
class FormField : public QWidget
{
    Q_OBJECT
public:
    /// Takes the field over. The label becomes its accessible name unless it has one.
    FormField(const QString &label, QWidget *field, QWidget *parent = nullptr);

    QWidget *field() const { return m_field; }
    /// Another name, for the field too unless it has its own.
    void setLabel(const QString &label);
    void setHelper(const QString &text, const QString &link = {});
    /// Said after the helper text.
    void setRemark(const QString &text);
    /// Fault draws the field's border too. Read to screen readers as the field's description.
    void setMessage(MessageLevel level, const QString &text, const QString &link = {});
    void clearMessage();
    FieldMessage *message() const { return m_message; }
    /// Label above the field, for narrow windows.
    void setStacked(bool stacked);
    /// The label takes no more room than it needs: for a field beside another.
    void setTight(bool tight);

Q_SIGNALS:
    void linkClicked();

private:
    void setFault(bool fault);
    void place();

    ElidingLabel *m_label;
    QWidget *m_field;
    FieldMessage *m_message;
    QGridLayout *m_grid;
    QString m_helper;
    QString m_helperLink;
    QString m_remark;
    bool m_stacked = false;
    bool m_tight = false;
};

} // namespace mintmark
