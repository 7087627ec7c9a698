// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilelistpane.h"

#include "app/profiles/profilelistmodel.h"
#include "app/profiles/profilelistview.h"
#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/filterchips.h"
#include "app/widgets/searchfield.h"
#include "base/displaytext.h"

#include <QAction>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace mintmark {

namespace {

/// Keeps its own words: in a menu the same action is called "New…".
void follow(ActionButton *button, QAction *action)
{
    const auto sync = [button, action] {
        button->setHint(action->shortcut().toString(QKeySequence::NativeText));
        button->setEnabled(action->isEnabled());
    };
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, sync);
    sync();
}

} // namespace

ProfileListPane::ProfileListPane(const Clock &clock, QWidget *parent)
    : Pane(&Theme::sidebar, parent),
      m_model(new ProfileListModel(clock, this)),
      m_search(new SearchField(tr("Customer, profile or client id"), this)),
      m_filters(new FilterChips(this)),
      m_list(new ProfileListView(*m_model, this)),
      m_empty(new EmptyState(this)),
      m_stack(new QStackedLayout),
      m_newProfile(new ActionButton(tr("New profile"), ButtonRole::Ghost, this)),
      m_inspect(new ActionButton(tr("Inspect a token"), ButtonRole::Ghost, this))
{
    m_newProfile->setGlyph(Icon::Plus);
    m_inspect->setGlyph(Icon::Inspect);
    m_empty->setCompact(true);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(metrics::space3, metrics::space3, metrics::space3, metrics::space2);
    head->setSpacing(metrics::space2);
    head->addWidget(m_search);
    head->addWidget(m_filters);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(metrics::space2, metrics::space1, metrics::space3, metrics::space2);
    foot->setSpacing(0);
    foot->addWidget(m_newProfile, 0, Qt::AlignLeft);
    foot->addWidget(m_inspect, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_stack, 1);
    column->addLayout(foot);

    connectSearch();
    connectList();
    showWhatThereIs();
}

void ProfileListPane::connectSearch()
{
    connect(m_search, &QLineEdit::textChanged, m_model, &ProfileListModel::setSearch);
    connect(m_search, &QLineEdit::textChanged, this, &ProfileListPane::showWhatThereIs);
    // What Enter takes can be seen before. The list is the context: the focus may still leave the
    // field while this pane is being destroyed.
    const auto mark = [search = m_search, list = m_list, model = m_model] {
        if (search->hasFocus())
            model->prepareSearch();
        list->setFirstMarked(search->hasFocus() && !model->query().isEmpty());
    };
    connect(m_search, &QLineEdit::textChanged, m_list, mark);
    connect(m_search, &SearchField::focusChanged, m_list, mark);
    connect(m_search, &SearchField::takeRequested, this, &ProfileListPane::takeBestHit);
    connect(m_search, &SearchField::leftDownwards, m_list, &ProfileListView::enter);
    connect(m_search, &SearchField::copyRequested, this, [this] {
        if (const ProfileId id = bestHit(); !id.isNull())
            Q_EMIT copyRequested(id);
    });
    connect(m_filters, &FilterChips::chosen, this,
            [this](const QString &chip) { m_model->setFilter(filterOfChip(chip)); });
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        m_search->clear();
        m_filters->setCurrent(filterChipId(ProfileFilter::All));
        m_model->setFilter(ProfileFilter::All);
        focusSearch();
    });
}

void ProfileListPane::connectList()
{
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProfileListPane::showWhatThereIs);
    connect(m_model, &ProfileListModel::countsChanged, this, &ProfileListPane::showWhatThereIs);
    connect(m_model, &ProfileListModel::tickingChanged, this, &ProfileListPane::tickNeeded);
    connect(m_list, &ProfileListView::profileSelected, this, &ProfileListPane::selected);
    connect(m_list, &ProfileListView::profileActivated, this, &ProfileListPane::activated);
    connect(m_list, &ProfileListView::copyRequested, this, &ProfileListPane::copyRequested);
    connect(m_list, &ProfileListView::menuRequested, this, &ProfileListPane::contextMenuRequested);
    connect(m_list, &ProfileListView::leftAtTop, this, &ProfileListPane::focusSearch);
    connect(m_list, &ProfileListView::typed, m_search, &SearchField::append);
}

void ProfileListPane::setListings(const QList<ProfileListing> &listings)
{
    m_model->setListings(listings);
}

void ProfileListPane::setRowState(const ProfileId &id, const RowState &state)
{
    m_model->setRowState(id, state);
}

void ProfileListPane::setKeyringLocked(bool locked)
{
    m_model->setKeyringLocked(locked);
}

void ProfileListPane::setClientId(const ProfileId &id, const QString &clientId)
{
    m_model->setClientId(id, clientId);
}

void ProfileListPane::setCurrent(const ProfileId &id)
{
    m_list->setCurrentProfile(id);
}

ProfileId ProfileListPane::current() const
{
    const ProfileId id = m_list->currentProfile();
    return m_model->contains(id) ? id : ProfileId();
}

void ProfileListPane::tick()
{
    m_model->tick();
}

bool ProfileListPane::needsTick() const
{
    return isVisible() && m_model->hasTickingChip();
}

void ProfileListPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ProfileListPane::clearSearch()
{
    m_search->clear();
}

QString ProfileListPane::searchText() const
{
    return m_search->text();
}

void ProfileListPane::setActions(QAction *newProfile, QAction *inspect)
{
    follow(m_newProfile, newProfile);
    follow(m_inspect, inspect);
}

void ProfileListPane::setNarrow(bool folded)
{
    m_filters->setFolded(folded);
    m_newProfile->setHintVisible(!folded);
    m_inspect->setHintVisible(!folded);
}

void ProfileListPane::selectNext(int step)
{
    m_list->step(step);
}

ProfileId ProfileListPane::bestHit() const
{
    if (m_model->query().isEmpty())
        return current();
    return m_model->profileId(m_model->index(0, 0));
}

void ProfileListPane::takeBestHit()
{
    const ProfileId id = bestHit();
    if (id.isNull())
        return;
    m_list->setCurrentProfile(id);
    Q_EMIT selected(id);
    Q_EMIT activated(id);
}

void ProfileListPane::showWhatThereIs()
{
    m_filters->setChoices(filterChoices(m_model->counts()));
    m_filters->setVisible(m_model->profileCount() > 0);
    const bool empty = m_model->rowCount() == 0;
    if (empty)
        showEmpty();
    m_stack->setCurrentIndex(empty ? 1 : 0);
}

void ProfileListPane::showEmpty()
{
    const ProfileFilter filter = m_model->filter();
    if (m_model->profileCount() == 0) {
        m_empty->setState(Icon::Folder, tr("No profiles yet"),
                          tr("A profile is one customer, one environment, one API."));
    } else if (!m_model->query().isEmpty()) {
        QString sentence = tr("Try the customer, the API or a client id.");
        if (filter != ProfileFilter::All)
            sentence +=
                u' ' + tr("Only profiles under “%1” were searched.").arg(filterName(filter));
        m_empty->setState(Icon::Search,
                          tr("Nothing matches “%1”").arg(displayText(m_search->text()).text),
                          sentence, tr("Clear search"));
    } else {
        m_empty->setState(Icon::Search, tr("Nothing under “%1”").arg(filterName(filter)), {},
                          tr("Show all"));
    }
}

void ProfileListPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    m_model->tick(); // nobody ticked while it was hidden
    Q_EMIT tickNeeded();
}

void ProfileListPane::hideEvent(QHideEvent *event)
{
    Pane::hideEvent(event);
    Q_EMIT tickNeeded();
}

} // namespace mintmark
