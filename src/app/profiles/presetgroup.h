// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/editorgroup.h"
#include "oauth/provider.h"

namespace mintmark {

/// What a preset asks for beside client id and secret: tenant, domain, realm. The draft has no
/// fields for these: who listens puts values() where they go (profiles/presetvalues.h).
class PresetGroup : public EditorGroup
{
    Q_OBJECT
public:
    explicit PresetGroup(QWidget *parent = nullptr);

    /// Rows of the preset's variables, by name; null for other names.
    EditorRow *rowOf(const QString &variable) const;
    ProviderValues values() const;
    /// Can what is in the draft be shown in these rows? Not after an address was written by hand.
    bool showsDraft() const { return m_showsDraft; }

protected:
    void loadOthers(const ProfileDraft &draft) override;

private:
    /// Shows what was pasted as the values it has.
    void takeApart(qsizetype index);

    QString m_provider;
    QList<TextRow *> m_inputs;
    QList<ProviderVariable> m_variables;
    bool m_showsDraft = true;
};

} // namespace mintmark
