// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"
#include "app/profiles/quietinputs.h"
#include "oauth/provider.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualMinValidS = 60;
constexpr int longestS = 24 * 60 * 60;

} // namespace

RenewalGroup::RenewalGroup(QWidget *parent)
    : EditorGroup(parent),
      m_policy(new ChoiceBox),
      m_minValid(new NumberBox)
{
    m_policy->addItem(tr("Repeat the request"), static_cast<int>(RenewalPolicy::Repeat));
    m_policy->addItem(tr("GET with the current token"), static_cast<int>(RenewalPolicy::Get));
    m_policy->addItem(tr("With the refresh token"), static_cast<int>(RenewalPolicy::RefreshToken));
    EditorRow *policy = addRow(ProfileField::Renewal, tr("How"), m_policy);
    m_policy->setAccessibleName(tr("How to renew"));
    connect(m_policy, &QComboBox::activated, this, [this, policy] { notifyChosen(policy); });

    addText(ProfileField::RenewalEndpoint, tr("Renewal address"),
            [](Profile &profile) -> QString & { return profile.client.renewalEndpoint; },
            tr("as the token address"));

    m_minValid->setRange(0, longestS);
    m_minValid->setSuffix(tr(" s left", "number of seconds"));
    EditorRow *minValid = addRow(ProfileField::MinValid, tr("Renew under"), m_minValid);
    minValid->setHelper(tr("At most 20 % of a token's lifetime counts."));
    connect(m_minValid, &QSpinBox::valueChanged, this, [this, minValid] { notifyChosen(minValid); });
}

QString RenewalGroup::summary(const ProfileDraft &draft) const
{
    const Profile &profile = draft.profile;
    const Provider provider = providerById(profile.provider);
    QStringList parts;
    if (profile.client.renewal == provider.defaults.renewal && !provider.renewalNote.isEmpty())
        parts << provider.renewalNote;
    else
        parts << m_policy->itemText(
            m_policy->findData(static_cast<int>(profile.client.renewal)));
    if (!profile.client.renewalEndpoint.isEmpty())
        parts << tr("own address");
    if (profile.minValidS != usualMinValidS)
        parts << tr("under %1 s left").arg(profile.minValidS);
    return parts.join(u" · "_s);
}

void RenewalGroup::loadOthers(const ProfileDraft &draft)
{
    m_policy->setCurrentData(static_cast<int>(draft.profile.client.renewal));
    m_minValid->setValue(draft.profile.minValidS);
}

void RenewalGroup::storeOthers(ProfileDraft &draft) const
{
    draft.profile.client.renewal = static_cast<RenewalPolicy>(m_policy->currentData().toInt());
    draft.profile.minValidS = m_minValid->value();
}

} // namespace mintmark
