// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QAbstractButton;

namespace mintmark {

class FoldHeader;

/// A part of a page that can be folded. Folded is not hidden: the head keeps saying what is set.
class FoldGroup : public QWidget
{
    Q_OBJECT
public:
    explicit FoldGroup(const QString &title, QWidget *parent = nullptr);

    /// Takes the widget over.
    void setContent(QWidget *content);
    /// In grey after the title while folded.
    void setSummary(const QString &summary);
    QString summary() const;
    bool isExpanded() const;
    void setExpanded(bool expanded);
    /// A problem inside opens the group and marks its head until it is gone.
    void setProblem(bool problem);
    QAbstractButton *header() const;

Q_SIGNALS:
    void expandedChanged(bool expanded);

private:
    FoldHeader *m_header;
    QWidget *m_content = nullptr;
};

} // namespace mintmark
