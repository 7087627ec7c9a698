// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroup.h"

#include "app/theme/metrics.h"

#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <utility>

namespace mintmark {

namespace {

/// Of the width two rows side by side share.
constexpr int firstOfPair = 21;
constexpr int secondOfPair = 19;

} // namespace

EditorGroup::EditorGroup(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::rowSpacingDense);
}

void EditorGroup::load(const ProfileDraft &draft)
{
    const QScopedValueRollback loading(m_loading, true);
    Profile profile = draft.profile;
    for (const Binding &binding : m_bindings)
        binding.row->setText(binding.member(profile));
    loadOthers(draft);
}

void EditorGroup::store(ProfileDraft &draft) const
{
    for (const Binding &binding : m_bindings)
        binding.member(draft.profile) = binding.row->text();
    storeOthers(draft);
}

QString EditorGroup::summary(const ProfileDraft &) const
{
    return {};
}

void EditorGroup::makeReachable(EditorRow *) { }

void EditorGroup::wipeSecrets() { }

void EditorGroup::loadOthers(const ProfileDraft &) { }

void EditorGroup::storeOthers(ProfileDraft &) const { }

EditorRow *EditorGroup::row(ProfileField field) const
{
    for (EditorRow *row : m_rows) {
        if (row->id() == field)
            return row;
    }
    return nullptr;
}

void EditorGroup::arrange(const QList<EditorRow *> &rows)
{
    for (EditorRow *row : rows) {
        const bool hidden = row->isHidden() && row->testAttribute(Qt::WA_WState_ExplicitShowHide);
        m_column->addWidget(row); // takes it out of where it was
        row->setVisible(!hidden); // else it would appear some time later
    }
}

void EditorGroup::addWidget(QWidget *widget)
{
    m_column->addWidget(widget);
}

TextRow *EditorGroup::addText(ProfileField field, const QString &label, TextMember member,
                              const QString &placeholder, TextRow::Kind kind)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(placeholder);
    return addTextRow(new TextRow(field, label, edit, kind), member);
}

TextRow *EditorGroup::addTextRow(TextRow *row, TextMember member)
{
    if (member)
        m_bindings.append({ row, member });
    m_rows.append(row);
    addWidget(row);
    connect(row, &EditorRow::edited, this, [this] {
        if (!m_loading)
            Q_EMIT edited();
    });
    return row;
}

EditorRow *EditorGroup::addRow(ProfileField field, const QString &label, QWidget *input)
{
    auto *row = new EditorRow(field, label, input);
    m_rows.append(row);
    addWidget(row);
    connect(row, &EditorRow::edited, this, [this] {
        if (!m_loading)
            Q_EMIT edited();
    });
    return row;
}

void EditorGroup::setBeside(EditorRow *first, EditorRow *second)
{
    auto *pair = new QBoxLayout(QBoxLayout::TopToBottom);
    pair->setSpacing(metrics::rowSpacingDense);
    m_column->insertLayout(m_column->indexOf(first), pair);
    for (EditorRow *row : { first, second }) {
        m_column->removeWidget(row);
        pair->addWidget(row, 1, Qt::AlignTop);
    }
    m_pairs.append({ second, pair });
}

void EditorGroup::setPaired(bool paired)
{
    for (const Pair &pair : std::as_const(m_pairs)) {
        pair.layout->setDirection(paired ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        pair.layout->setSpacing(paired ? metrics::space4 : metrics::rowSpacingDense);
        pair.second->setTight(paired);
        // Beside each other their fields are of one width: the first has the wider label.
        pair.layout->setStretch(0, paired ? firstOfPair : 1);
        pair.layout->setStretch(1, paired ? secondOfPair : 1);
    }
}

void EditorGroup::notifyChosen(EditorRow *row)
{
    if (m_loading)
        return;
    Q_EMIT row->edited();
    Q_EMIT row->completed();
}

} // namespace mintmark
