// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/codeedit.h"

#include <QFontDatabase>
#include <QScopedValueRollback>
#include <QTextOption>

#include <utility>

namespace mintmark {

namespace {

constexpr int lines = 3;
constexpr int frame = 20; ///< around the lines, px

} // namespace

CodeEdit::CodeEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    QFont fixed;
    fixed.setFamilies({ QFontDatabase::systemFont(QFontDatabase::FixedFont).family() });
    setFont(fixed);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting)
            return;
        m_changed = true;
        Q_EMIT edited();
    });
}

void CodeEdit::setText(const QString &text)
{
    const QScopedValueRollback quiet(m_setting, true);
    if (text != toPlainText())
        setPlainText(text);
}

QSize CodeEdit::sizeHint() const
{
    const int height = fontMetrics().lineSpacing() * lines + frame;
    return { fontMetrics().averageCharWidth() * 20, height };
}

void CodeEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    complete();
}

void CodeEdit::insertFromMimeData(const QMimeData *source)
{
    QPlainTextEdit::insertFromMimeData(source);
    complete();
}

void CodeEdit::complete()
{
    if (std::exchange(m_changed, false))
        Q_EMIT completed();
}

} // namespace mintmark
