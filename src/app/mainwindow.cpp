// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/mainwindow.h"

#include "app/actions.h"
#include "app/clipboard/clipboardkeeper.h"
#include "app/inspector/inspectorcontroller.h"
#include "app/inspector/inspectorpage.h"
#include "app/profiles/profilecontroller.h"
#include "app/profiles/profilelistpane.h"
#include "app/profiles/rowstate.h"
#include "app/services.h"
#include "app/settings/settingscontroller.h"
#include "app/statusbar/windowstatusbar.h"
#include "app/tokens/copymenu.h"
#include "app/tokens/tokencontroller.h"
#include "app/tokens/tokenpage.h"
#include "app/window/keyringunlocker.h"
#include "app/window/listplacement.h"
#include "app/window/windowmenus.h"
#include "app/window/windownotice.h"
#include "base/displaytext.h"
#include "profiles/profilename.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QMenuBar>

namespace mintmark {

namespace {

constexpr QSize usualSize { 1120, 720 };
constexpr QSize smallestSize { 640, 480 };

} // namespace

MainWindow::MainWindow(Services &services, QWidget *parent)
    : QMainWindow(parent),
      m_services(services),
      m_actions(new Actions(this)),
      m_list(new ProfileListPane(services.workspace().clock())),
      m_tokens(new TokenController(services.workspace(), services.clipboard(), this)),
      m_profiles(new ProfileController(services.workspace(), services.clipboard(),
                                       [this] { return m_pages->editor(); }, this)),
      m_inspector(new InspectorController(services.workspace(), services.clipboard(), this)),
      m_settings(new SettingsController(services, this)),
      m_cures(new PresetCures(services.workspace(), this)),
      m_unlocker(new KeyringUnlocker(services.workspace().keychain(), this))
{
    setWindowTitle(tr("Mintmark"));
    setMinimumSize(smallestSize);
    resize(usualSize);
    build();
    connectActions();
    connectParts();
    restoreGeometry(services.settings().geometry());
    m_placement->setListWidth(services.settings().listWidth());
    m_placement->setListShown(services.settings().isListShown());
    onListings();
    showHome();
    if (const QString warning = services.workspace().profiles().indexWarning(); !warning.isEmpty())
        m_notice->show(BarKind::Warning, warning);
}

/// The parts hide, and say so, while the window that listens is still whole.
MainWindow::~MainWindow()
{
    // Requests that are under way end with their controllers.
    disconnect(&m_services.workspace().session(), nullptr, this, nullptr);
    hide();
    delete takeCentralWidget();
}

void MainWindow::build()
{
    auto *copyAs = new CopyMenu([this] { return m_tokens->copyContext(); }, this);
    connect(copyAs, &CopyMenu::formChosen, m_tokens, &TokenController::copy);
    auto *deleted = new DeletedMenu(
        [this] { return m_services.workspace().profiles().deletedListings(); }, this);
    connect(deleted, &DeletedMenu::restoreRequested, m_profiles, &ProfileController::restore);
    buildMenus(menuBar(), *m_actions, copyAs, deleted);

    auto *fetch = new QMenu(this);
    fetch->addAction((*m_actions)[ActionId::FetchNew]);
    fetch->addAction((*m_actions)[ActionId::Renew]);
    m_profileMenu = new QMenu(this);
    fillProfileMenu(m_profileMenu, *m_actions);
    m_profileMenu->addSeparator();
    m_profileMenu->addAction((*m_actions)[ActionId::CopyForTicket]);
    m_profileMenu->addAction((*m_actions)[ActionId::Forget]);

    auto *right = new QWidget;
    m_notice = new WindowNotice;
    m_pages = new Pages(*m_actions, { copyAs, fetch, m_profileMenu }, m_services.workspace().clock(),
                        [this] { return m_services.clipboard().text(); });
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    m_placement = new ListPlacement(m_list, right);
    m_status = new WindowStatusBar;
    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_placement, 1);
    rows->addWidget(m_status);
    setCentralWidget(whole);
}

void MainWindow::showProfile(const ProfileId &id)
{
    if (!m_services.workspace().profiles().listing(id))
        return showHome();
    if (m_pages->page() == Pages::Page::Editor)
        m_pages->editor()->leave();
    if (m_pages->page() == Pages::Page::Settings && m_settings->isModified())
        m_notice->show(BarKind::Info, tr("The settings are not saved yet."),
                       { tr("Go back"), [this] { openSettings(); }, 0 });
    m_list->setCurrent(id);
    m_tokens->show(id);
    m_pages->showPage(Pages::Page::Token);
}

void MainWindow::leaveEditor(const ProfileId &id, bool fetchNow)
{
    const ProfileId shown = id.isNull() ? m_tokens->current() : id;
    m_pages->showPage(Pages::Page::Choose);
    showProfile(shown);
    m_tokens->refresh();
    if (fetchNow)
        m_tokens->fetch();
}

void MainWindow::showHome()
{
    m_tokens->show({});
    const bool empty = m_services.workspace().profiles().listings().isEmpty();
    m_pages->showPage(empty ? Pages::Page::Start : Pages::Page::Choose);
}

void MainWindow::onPage(Pages::Page page)
{
    m_actions->setProfileShown(page == Pages::Page::Token);
    m_actions->setEditorShown(page == Pages::Page::Editor);
    if (page == Pages::Page::Settings)
        (*m_actions)[ActionId::Save]->setEnabled(true);
    m_mayLoseDraft = false;
    const std::optional<ProfileListing> listing =
        m_services.workspace().profiles().listing(m_tokens->current());
    const bool named = page == Pages::Page::Token && listing;
    setWindowTitle(named ? tr("%1 – Mintmark").arg(displayText(displayName(*listing)).text) : tr("Mintmark"));
    if (listing)
        (*m_actions)[ActionId::PinProfile]->setChecked(listing->pinned);
}

void MainWindow::onListings()
{
    const ProfileStore &profiles = m_services.workspace().profiles();
    m_list->setListings(profiles.listings());
    const bool gone = !m_tokens->current().isNull() && !profiles.listing(m_tokens->current());
    const bool outdated = m_pages->page() == Pages::Page::Start && !profiles.listings().isEmpty();
    if ((gone && m_pages->page() == Pages::Page::Token) || outdated)
        showHome();
    runTicker();
}

void MainWindow::showRow(const ProfileId &id)
{
    Workspace &core = m_services.workspace();
    const SessionState &state = core.session().state(id);
    const bool hasDraft = m_pages->hasEditor() && m_pages->editor()->hasDraft(id);
    m_list->setRowState(id, rowState(state, hasDraft, core.clock().nowMs()));
    if (state.profile)
        m_list->setClientId(id, state.profile->client.clientId);
}

/// The nearest thing that can be ended.
void MainWindow::escape()
{
    const bool onToken = m_pages->page() == Pages::Page::Token;
    const bool onInspector = m_pages->page() == Pages::Page::Inspector;
    if (m_unlocker->cancel() || (onToken && m_tokens->cancelOrClose())
        || (onInspector && m_inspector->closeMessage()) || m_notice->dismiss())
        return;
    if (m_pages->page() == Pages::Page::Editor)
        m_pages->editor()->leave();
    else if (m_placement->isOverlay() && m_placement->isListShown())
        m_placement->closeOverlay();
    else if (!m_list->searchText().isEmpty())
        m_list->clearSearch();
    else if (m_pages->page() == Pages::Page::Settings)
        m_settings->leave();
    else if (onInspector)
        showProfile(m_tokens->current());
}

/// Credentials make a profile, anything else is looked at.
void MainWindow::pasteAnywhere()
{
    const QString text = m_services.clipboard().text();
    if (m_pages->page() == Pages::Page::Editor)
        m_pages->editor()->fillFromText(text);
    else if (!m_profiles->startFromText(text) && !text.trimmed().isEmpty())
        inspect(text);
}

void MainWindow::inspect(const QString &text)
{
    m_pages->showPage(Pages::Page::Inspector);
    m_inspector->inspect(text);
}

void MainWindow::openSettings()
{
    if (m_pages->page() == Pages::Page::Editor)
        m_pages->editor()->leave(); // its draft is kept
    m_pages->showPage(Pages::Page::Settings);
    m_settings->open();
    m_pages->settings()->focusNetwork();
}

void MainWindow::runTicker()
{
    const bool needed = m_tokens->needsTick() || m_list->needsTick()
        || m_services.clipboard().needsTick() || m_pages->page() == Pages::Page::Inspector;
    m_services.workspace().ticker().setRunning(needed && !isMinimized());
}

void MainWindow::onTick()
{
    m_list->tick();
    m_tokens->tick();
    m_services.clipboard().tick();
    showClipboard();
    runTicker();
}

void MainWindow::showClipboard()
{
    const ClipboardKeeper &clipboard = m_services.clipboard();
    m_status->setClipboard(clipboard.status(), clipboard.secondsLeft());
}

bool MainWindow::event(QEvent *event)
{
    const bool done = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        QTimer::singleShot(0, this, [this] {
            m_actions->updateIcons(this); // for menus: nothing that is painted first has them
            m_services.systemTheme().start();
            m_services.workspace().keychain().refreshStatus();
            m_services.workspace().profiles().sweepDeleted();
        });
    }
    return done;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_list) {
        onTick();
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        pasteAnywhere();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool stillAsked = m_mayLoseDraft && m_notice->isVisible();
    if (!m_discards && !stillAsked && askAboutUnsaved()) {
        event->ignore();
        m_mayLoseDraft = true;
        return;
    }
    m_services.settings().setGeometry(saveGeometry());
    m_services.settings().setListWidth(m_placement->listWidth());
    if (!m_placement->isOverlay())
        m_services.settings().setListShown(m_placement->isListShown());
    QMainWindow::closeEvent(event);
}

} // namespace mintmark
