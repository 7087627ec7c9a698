// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/editorgroups.h"

#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

ChecksGroup::ChecksGroup(QWidget *parent) : EditorGroup(parent)
{
    addText(ProfileField::ExpectedAudience, tr("Expected audience"),
            [](Profile &profile) -> QString & { return profile.expectedAudience; },
            tr("as requested"));
    addText(ProfileField::Issuer, tr("Issuer"),
            [](Profile &profile) -> QString & { return profile.issuer; }, u"https://…"_s);
    TextRow *keys = addText(ProfileField::JwksUri, tr("Address of its keys"),
                            [](Profile &profile) -> QString & { return profile.jwksUri; },
                            tr("as the issuer says"));
    keys->setQuietHelper(tr("Signatures are checked only with keys from here or from the issuer."));
    addText(ProfileField::IntrospectionEndpoint, tr("Introspection"),
            [](Profile &profile) -> QString & { return profile.introspectionEndpoint; },
            tr("none, or as the issuer says"));
    addText(ProfileField::RevocationEndpoint, tr("Revocation"),
            [](Profile &profile) -> QString & { return profile.revocationEndpoint; },
            tr("none, or as the issuer says"));
}

QString ChecksGroup::summary(const ProfileDraft &draft) const
{
    const Profile &profile = draft.profile;
    QString audience = tr("Audience must match");
    if (!profile.expectedAudience.isEmpty())
        audience = tr("Audience must be %1").arg(profile.expectedAudience);
    else if (profile.client.audience.isEmpty() && profile.provider != "sage-id"_L1)
        audience = tr("Audience not checked");
    QString signature = tr("signature not checked");
    if (!profile.jwksUri.isEmpty())
        signature = tr("keys from %1").arg(QUrl(profile.jwksUri).host());
    else if (!profile.issuer.isEmpty())
        signature = tr("keys from the issuer");
    return u"%1 · %2"_s.arg(audience, signature);
}

} // namespace mintmark
