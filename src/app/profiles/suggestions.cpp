// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/suggestions.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QStringListModel>

namespace mintmark {

Suggestions::Suggestions(QLineEdit *edit)
    : QObject(edit), m_model(new QStringListModel(this)), m_completer(new QCompleter(m_model, this))
{
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    edit->setCompleter(m_completer);
    connect(qApp, &QApplication::focusChanged, this, [this, edit](QWidget *, QWidget *now) {
        QAbstractItemView *popup = m_completer->popup();
        QWidget *input = edit->focusProxy() ? edit->focusProxy() : edit;
        if (!popup->isVisible() || !now || now == edit || now == input || now == popup)
            return;
        popup->hide();
        // QCompleter kept this from the field while its list was open.
        QFocusEvent out(QEvent::FocusOut, Qt::OtherFocusReason);
        QCoreApplication::sendEvent(edit, &out);
        input->update();
    });
}

void Suggestions::setTexts(const QStringList &texts)
{
    m_model->setStringList(texts);
}

QStringList Suggestions::texts() const
{
    return m_model->stringList();
}

} // namespace mintmark
