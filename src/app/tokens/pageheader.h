// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/widgets/pane.h"
#include "profiles/profile.h"

#include <optional>

class QAction;
class QHBoxLayout;
class QMenu;

namespace mintmark {

class ActionButton;
class CopyLabel;
class ElidingLabel;
class EnvironmentTag;

/// Whose token this is and of which side: title, environment, and in a caption where it comes
/// from. Production has a ground and a band of its own.
class PageHeader : public Pane
{
    Q_OBJECT
public:
    PageHeader(QAction *edit, QMenu *more, QWidget *parent = nullptr);

    /// Without `profile` (nothing loaded yet) the caption stays empty, at the same height.
    void setProfile(const ProfileListing &listing, const std::optional<Profile> &profile);
    void setNarrow(bool narrow);
    void setHintsVisible(bool visible);

Q_SIGNALS:
    void copyTextRequested(const QString &exactText, const QString &whatItIs);

private:
    ElidingLabel *m_title;
    EnvironmentTag *m_tag;
    ElidingLabel *m_caption;
    CopyLabel *m_clientId;
    ActionButton *m_edit;
    ActionButton *m_more;
};

/// "Acme · Payments Out", safe to show.
QString profileTitle(const ProfileListing &listing);

} // namespace mintmark
