// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Who hears whom in the window. What is done about it is in mainwindow.cpp.
#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/clipboard/clipboardkeeper.h"
#include "app/inspector/inspectorcontroller.h"
#include "app/inspector/inspectorpage.h"
#include "app/profiles/profilecontroller.h"
#include "app/profiles/profilelistpane.h"
#include "app/services.h"
#include "app/settings/settingscontroller.h"
#include "app/statusbar/windowstatusbar.h"
#include "app/tokens/tokencontroller.h"
#include "app/tokens/tokenpage.h"
#include "app/window/keyringunlocker.h"
#include "app/window/listplacement.h"
#include "app/window/windownotice.h"
#include "base/clock.h"
#include "base/ticker.h"

#include <QMenu>

#include <array>

namespace mintmark {

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto what) {
        connect((*m_actions)[id], &QAction::triggered, this, what);
    };
    on(ActionId::NewProfile, [this] { m_profiles->startNew(); });
    on(ActionId::NewFromClipboard, [this] {
        if (!m_profiles->startFromText(m_services.clipboard().text()))
            m_notice->show(BarKind::Info, tr("The clipboard says nothing about a profile."));
    });
    on(ActionId::EditProfile,
       [this] { m_profiles->edit(m_tokens->current(), ProfileField::Customer); });
    on(ActionId::DuplicateProfile, [this] { m_profiles->duplicate(m_tokens->current()); });
    on(ActionId::ReplaceSecret, [this] { m_profiles->replaceSecret(m_tokens->current()); });
    on(ActionId::PinProfile,
       [this](bool pinned) { m_profiles->setPinned(m_tokens->current(), pinned); });
    on(ActionId::DeleteProfile, [this] { m_profiles->remove(m_tokens->current()); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::Inspect, [this] {
        m_pages->showPage(Pages::Page::Inspector);
        m_pages->inspector()->focusField();
    });
    on(ActionId::InspectClipboard, [this] { inspect(m_services.clipboard().text()); });
    on(ActionId::Search, [this] {
        m_placement->setListShown(true);
        m_list->focusSearch();
    });
    on(ActionId::ToggleList, [this] { m_placement->setListShown(!m_placement->isListShown()); });
    on(ActionId::PreviousProfile, [this] { m_list->selectNext(-1); });
    on(ActionId::NextProfile, [this] { m_list->selectNext(1); });
    on(ActionId::ClearMemory, [this] { clearMemory(); });
    on(ActionId::DemoServer, [this] { startDemo(); });
    on(ActionId::About, [this] {
        m_notice->show(BarKind::Info,
                       tr("Mintmark %1, MIT licence. Qt %2.")
                           .arg(QStringLiteral(MINTMARK_VERSION), QLatin1StringView(qVersion())));
    });
    on(ActionId::Settings, [this] { openSettings(); });
    on(ActionId::Save, [this] {
        if (m_pages->page() == Pages::Page::Settings)
            m_pages->settings()->save();
        else
            m_pages->editor()->save();
    });
    on(ActionId::SaveAndFetch, [this] { m_pages->editor()->saveAndFetch(); });
    on(ActionId::PreviewRequest, [this] { m_pages->editor()->togglePreview(); });
    on(ActionId::Escape, [this] { escape(); });
    connectTokenActions();
    connectLooks();
}

void MainWindow::connectTokenActions()
{
    const auto on = [this](ActionId id, auto what) {
        connect((*m_actions)[id], &QAction::triggered, m_tokens, what);
    };
    on(ActionId::CopyToken, [this] { m_tokens->copy(CopyForm::Token); });
    on(ActionId::CopyHeader, [this] { m_tokens->copy(CopyForm::AuthorizationHeader); });
    on(ActionId::CopyForTicket, [this] { m_tokens->copyForTicket(); });
    on(ActionId::FetchNew, [this] { m_tokens->fetch(); });
    on(ActionId::Renew, [this] { m_tokens->renew(); });
    on(ActionId::Forget, [this] { m_tokens->forget(); });
    int tab = 0;
    for (const ActionId id : { ActionId::ShowClaims, ActionId::ShowChecks, ActionId::ShowToken,
                               ActionId::ShowRequests })
        on(id, [this, tab = tab++] { m_pages->token()->showTab(tab); });
}

void MainWindow::connectLooks()
{
    constexpr std::pair<ActionId, ThemeChoice> themes[] = {
        { ActionId::ThemeSystem, ThemeChoice::FollowSystem },
        { ActionId::ThemeLight, ThemeChoice::Light },
        { ActionId::ThemeDark, ThemeChoice::Dark },
        { ActionId::ThemeHighContrast, ThemeChoice::HighContrast },
    };
    for (const auto &[id, choice] : themes) {
        (*m_actions)[id]->setChecked(choice == m_services.theme().choice());
        connect((*m_actions)[id], &QAction::triggered, this, [this, choice = choice] {
            m_services.theme().setChoice(choice);
            m_services.settings().setTheme(choice);
        });
    }
    connect(&m_services.theme(), &ThemeController::themeChanged, this,
            [this] { m_actions->updateIcons(this); });
}

void MainWindow::connectParts()
{
    m_list->setActions((*m_actions)[ActionId::NewProfile], (*m_actions)[ActionId::Inspect]);
    connect(m_list, &ProfileListPane::selected, this, &MainWindow::showProfile);
    connect(m_list, &ProfileListPane::activated, this, [this](const ProfileId &id) {
        showProfile(id);
        m_placement->closeOverlay();
        m_pages->token()->focusCopy();
    });
    connect(m_list, &ProfileListPane::copyRequested, this, [this](const ProfileId &id) {
        showProfile(id);
        m_tokens->copy(CopyForm::Token);
    });
    connect(m_list, &ProfileListPane::contextMenuRequested, this,
            [this](const ProfileId &id, const QPoint &where) {
                showProfile(id);
                m_profileMenu->popup(where);
            });
    connect(m_list, &ProfileListPane::tickNeeded, this, &MainWindow::runTicker);
    connect(m_placement, &ListPlacement::narrowChanged, m_list, &ProfileListPane::setNarrow);
    connect(m_placement, &ListPlacement::listShownChanged, (*m_actions)[ActionId::ToggleList],
            &QAction::setChecked);
    connectControllers();
    connectCures();
    connectPages();
    connectStatus();
    connectSettings();
}

void MainWindow::connectControllers()
{
    connect(m_tokens, &TokenController::editRequested, m_profiles, &ProfileController::edit);
    connect(m_tokens, &TokenController::replaceSecretRequested, m_profiles,
            &ProfileController::replaceSecret);
    connect(m_tokens, &TokenController::profileRequested, this, &MainWindow::showProfile);
    connect(m_tokens, &TokenController::unlockRequested, m_unlocker, &KeyringUnlocker::unlock);
    connect(m_tokens, &TokenController::tickNeeded, this, &MainWindow::runTicker);
    connect(m_tokens, &TokenController::keepRequested, this,
            [this](const QUuid &id, const RequestChange &change) {
                m_profiles->change(
                    id, [change](Profile &profile) { applyChange(profile.client, change); });
            });
    connect(m_tokens, &TokenController::keepIssuerRequested, this,
            [this](const QUuid &id, const QString &issuer) {
                m_profiles->change(id, [issuer](Profile &profile) { profile.issuer = issuer; });
            });
    connect(m_profiles, &ProfileController::editorOpened, this,
            [this] { m_pages->showPage(Pages::Page::Editor); });
    connect(m_profiles, &ProfileController::editorLeft, this, &MainWindow::leaveEditor);
    connect(m_profiles, &ProfileController::removed, this, &MainWindow::offerUndo);
    connect(m_profiles, &ProfileController::failed, this,
            [this](const QUuid &, const Error &error) { sayError(error); });
    connect(m_profiles, &ProfileController::unlockRequested, m_unlocker, &KeyringUnlocker::unlock);
    connect(m_profiles, &ProfileController::draftKept, this,
            [this](const QUuid &id, const QString &name) {
                showRow(id);
                m_notice->show(BarKind::Info, tr("Draft of %1 kept.").arg(name),
                               { tr("Go back"), [this, id] {
                                    if (id.isNull())
                                        m_profiles->startNew();
                                    else
                                        m_profiles->edit(id, ProfileField::Customer);
                                }, 0 });
            });
    connect(m_unlocker, &KeyringUnlocker::unlocked, m_tokens, &TokenController::tryAgain);
    connect(m_unlocker, &KeyringUnlocker::failed, this, &MainWindow::sayError);
    connect(m_unlocker, &KeyringUnlocker::waiting, this, [this](const QString &text) {
        m_status->setWork(text);
        m_status->setUnlocking(!text.isEmpty());
    });
}

void MainWindow::connectCures()
{
    connect(m_tokens, &TokenController::cureFound, m_cures, &PresetCures::count);
    connect(m_tokens, &TokenController::keepForAllRequested, m_cures, &PresetCures::apply);
    connect(m_cures, &PresetCures::counted, m_tokens, &TokenController::setCureCount);
    connect(m_cures, &PresetCures::progressed, this,
            [this](const QString &provider, qsizetype done, qsizetype total) {
                const QString text = tr("Changing %1 profiles: looked at %2 of %3.")
                                         .arg(provider).arg(done).arg(total);
                if (done > 0)
                    return m_notice->setText(text);
                m_notice->show(BarKind::Info, text, { tr("Stop"), [this] { m_cures->stop(); }, 0 });
            });
    connect(m_cures, &PresetCures::ended, this, [this](const PresetCures::Outcome &outcome) {
        sayCured(outcome, false);
        m_tokens->refresh();
    });
}

void MainWindow::connectPages()
{
    connect(m_pages, &Pages::pageChanged, this, &MainWindow::onPage);
    connect(m_pages, &Pages::tokenPageMade, m_tokens, &TokenController::setPage);
    connect(m_pages, &Pages::tokenPageMade, this, [this](TokenPage *page) {
        connect(page, &TokenPage::copyTextRequested, this, &MainWindow::sayHidden);
    });
    connect(m_pages, &Pages::inspectorMade, m_inspector, &InspectorController::setPage);
    connect(m_inspector, &InspectorController::textCopied, this, &MainWindow::sayHidden);
    connect(m_inspector, &InspectorController::profileRequested, this, &MainWindow::showProfile);
    connect(m_inspector, &InspectorController::unlockRequested, m_unlocker,
            &KeyringUnlocker::unlock);
    connect(m_unlocker, &KeyringUnlocker::unlocked, m_inspector, &InspectorController::refresh);
}

void MainWindow::connectSettings()
{
    connect(m_pages, &Pages::settingsMade, m_settings, &SettingsController::setPage);
    connect(m_settings, &SettingsController::leaveRequested, this,
            [this] { showProfile(m_tokens->current()); });
    connect(m_settings, &SettingsController::unlockRequested, m_unlocker,
            &KeyringUnlocker::unlock);
    connect(m_unlocker, &KeyringUnlocker::unlocked, m_settings, &SettingsController::refresh);
    connect(m_settings, &SettingsController::saved, this, [this](bool kept) {
        const std::array themes { ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark,
                                  ActionId::ThemeHighContrast };
        (*m_actions)[themes[static_cast<size_t>(m_services.theme().choice())]]->setChecked(true);
        m_notice->show(BarKind::Info, 
                       kept ? tr("Settings saved.")
                            : tr("The settings hold until Mintmark closes: the demo keeps none."),
                       { {}, {}, 5 });
    });
    connect(m_tokens, &TokenController::networkSettingsRequested, this, &MainWindow::openSettings);
}

void MainWindow::connectStatus()
{
    Workspace &core = m_services.workspace();
    connect(&core.keychain(), &Keychain::statusChanged, this,
            [this](const KeychainStatus &status) {
                m_status->setKeychain(status, true);
                m_list->setKeyringLocked(status.state == KeychainState::Locked);
            });
    m_status->setKeychain({}, false);
    ClipboardKeeper &clipboard = m_services.clipboard();
    connect(&clipboard, &ClipboardKeeper::changed, this, &MainWindow::onTick);
    connect(m_status, &WindowStatusBar::keepRequested, &clipboard, &ClipboardKeeper::keep);
    connect(m_status, &WindowStatusBar::clearRequested, &clipboard, &ClipboardKeeper::clearNow);
    connect(m_status, &WindowStatusBar::copyAgainRequested, this, [this] {
        if (!m_inspector->copyAgain())
            m_tokens->copyAgain();
    });
    connect(m_status, &WindowStatusBar::unlockRequested, m_unlocker, &KeyringUnlocker::unlock);
    connect(&core.ticker(), &Ticker::tick, this, &MainWindow::onTick);
    connect(&core.profiles(), &ProfileStore::listingsChanged, this, &MainWindow::onListings);
    connect(&core.session(), &TokenSession::changed, this, &MainWindow::showRow);
}

} // namespace mintmark
