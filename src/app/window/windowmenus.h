// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QMenu>

#include <functional>

class QMenuBar;

namespace mintmark {

class Actions;

/// The menu bar. `copyAs` and `deleted` are sub-menus made elsewhere.
void buildMenus(QMenuBar *bar, const Actions &actions, QMenu *copyAs, QMenu *deleted);
/// What else can be done with the profile of the page or of a row.
void fillProfileMenu(QMenu *menu, const Actions &actions);

/// *Deleted profiles*: one entry each, which brings it back.
class DeletedMenu : public QMenu
{
    Q_OBJECT
public:
    explicit DeletedMenu(std::function<QList<ProfileListing>()> deleted, QWidget *parent = nullptr);

Q_SIGNALS:
    void restoreRequested(const QUuid &id);

private:
    void fill();

    std::function<QList<ProfileListing>()> m_deleted;
};

} // namespace mintmark
