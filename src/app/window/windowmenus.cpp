// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/window/windowmenus.h"

#include "app/actions.h"
#include "base/displaytext.h"
#include "profiles/profilename.h"

#include <QCoreApplication>
#include <QMenuBar>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

void addAll(QMenu *menu, const Actions &actions, std::initializer_list<ActionId> ids)
{
    for (const ActionId id : ids)
        menu->addAction(actions[id]);
}

} // namespace

void fillProfileMenu(QMenu *menu, const Actions &actions)
{
    addAll(menu, actions,
           { ActionId::EditProfile, ActionId::DuplicateProfile, ActionId::ReplaceSecret,
             ActionId::PinProfile, ActionId::DeleteProfile });
}

void buildMenus(QMenuBar *bar, const Actions &actions, QMenu *copyAs, QMenu *deleted)
{
    QMenu *profile = bar->addMenu(Text::tr("Profile"));
    addAll(profile, actions, { ActionId::NewProfile, ActionId::NewFromClipboard });
    profile->addSeparator();
    fillProfileMenu(profile, actions);
    profile->addMenu(deleted);
    profile->addSeparator();
    profile->addAction(actions[ActionId::Quit]);

    QMenu *token = bar->addMenu(Text::tr("Token"));
    token->addAction(actions[ActionId::CopyToken]);
    token->addMenu(copyAs);
    addAll(token, actions, { ActionId::FetchNew, ActionId::Renew, ActionId::Forget });
    token->addSeparator();
    addAll(token, actions,
           { ActionId::Inspect, ActionId::InspectClipboard, ActionId::CopyForTicket });

    QMenu *view = bar->addMenu(Text::tr("View"));
    addAll(view, actions, { ActionId::Search, ActionId::ToggleList });
    view->addSeparator();
    addAll(view, actions,
           { ActionId::ShowClaims, ActionId::ShowChecks, ActionId::ShowToken,
             ActionId::ShowRequests });
    view->addSeparator();
    addAll(view, actions, { ActionId::PreviousProfile, ActionId::NextProfile });
    view->addSeparator();
    view->addAction(actions[ActionId::ClearMemory]);
    view->addSeparator();
    addAll(view, actions,
           { ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark,
             ActionId::ThemeHighContrast });
    view->addSeparator();
    view->addAction(actions[ActionId::Settings]);

    QMenu *help = bar->addMenu(Text::tr("Help"));
    addAll(help, actions, { ActionId::DemoServer, ActionId::About });
}

DeletedMenu::DeletedMenu(std::function<QList<ProfileListing>()> deleted, QWidget *parent)
    : QMenu(tr("Deleted profiles"), parent), m_deleted(std::move(deleted))
{
    connect(this, &QMenu::aboutToShow, this, &DeletedMenu::fill);
    // Something to open: the entries are made when it does.
    fill();
}

void DeletedMenu::fill()
{
    clear();
    for (const ProfileListing &listing : m_deleted()) {
        QString name = tr("Bring back %1").arg(displayText(displayName(listing)).text);
        if (const QString environment = environmentName(listing.environment);
            !environment.isEmpty())
            name += u" [%1]"_s.arg(environment);
        connect(addAction(name.replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, id = listing.id] { Q_EMIT restoreRequested(id); });
    }
    if (isEmpty())
        addAction(tr("None in the last 7 days"))->setEnabled(false);
}

} // namespace mintmark
