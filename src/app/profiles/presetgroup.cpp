// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/presetgroup.h"

#include "profiles/pastedvalues.h"
#include "profiles/presetvalues.h"

#include <QLineEdit>

namespace mintmark {

PresetGroup::PresetGroup(QWidget *parent) : EditorGroup(parent)
{
    for (const ProfileField field : presetFields)
        m_inputs << addText(field, {}, nullptr);
    for (qsizetype i = 0; i < m_inputs.size(); ++i)
        connect(m_inputs[i], &EditorRow::completed, this, [this, i] { takeApart(i); });
}

EditorRow *PresetGroup::rowOf(const QString &variable) const
{
    for (qsizetype i = 0; i < m_variables.size(); ++i) {
        if (m_variables[i].name == variable)
            return m_inputs[i];
    }
    return nullptr;
}

ProviderValues PresetGroup::values() const
{
    ProviderValues values;
    for (qsizetype i = 0; i < m_variables.size(); ++i)
        values.insert(m_variables[i].name, cleanValue(m_variables[i], m_inputs[i]->text()));
    return values;
}

void PresetGroup::takeApart(qsizetype index)
{
    if (index >= m_variables.size())
        return;
    const ProviderVariable &variable = m_variables[index];
    const QString typed = m_inputs[index]->text();
    ProviderValues found = pastedValues(providerById(m_provider), variable.name, typed);
    if (found.isEmpty())
        found.insert(variable.name, cleanValue(variable, typed));
    bool changed = false;
    for (qsizetype i = 0; i < m_variables.size(); ++i) {
        const QString value = found.value(m_variables[i].name, m_inputs[i]->text());
        if (value == m_inputs[i]->text())
            continue;
        m_inputs[i]->setText(value);
        changed = true;
    }
    if (changed)
        Q_EMIT edited();
}

void PresetGroup::loadOthers(const ProfileDraft &draft)
{
    m_provider = draft.profile.provider;
    m_variables = providerById(draft.profile.provider)
                      .variables.first(qMin(m_inputs.size(),
                                            providerById(draft.profile.provider).variables.size()));
    const ProviderValues values = presetValues(draft.profile);
    const bool hasAddress = !draft.profile.client.tokenEndpoint.isEmpty();
    m_showsDraft = !hasAddress || presetReadsAddress(draft.profile);
    for (qsizetype i = 0; i < m_variables.size(); ++i) {
        const ProviderVariable &variable = m_variables[i];
        m_inputs[i]->setLabel(variable.label);
        m_inputs[i]->edit()->setPlaceholderText(variable.example);
        const bool isNew = !hasAddress && !values.contains(variable.name);
        m_inputs[i]->setText(isNew ? variable.value : values.value(variable.name));
    }
}

} // namespace mintmark
