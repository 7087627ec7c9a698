// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/profilelistview.h"

#include "app/profiles/profiledelegate.h"
#include "app/profiles/profilelistmodel.h"
#include "app/theme/look.h"
#include "app/widgets/keyboardfocus.h"

#include <QContextMenuEvent>
#include <QCursor>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace mintmark {

namespace {

/// Where everything fits on a page, folding would only hide it.
constexpr int unfoldedProfiles = 15;

} // namespace

ProfileListView::ProfileListView(ProfileListModel &model, QWidget *parent)
    : QTreeView(parent), m_model(model)
{
    setAccessibleName(tr("Profiles"));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    // There is one column. SelectRows would have Qt 6.4 select another row for assistive technology:
    // it takes a row's number in its section for that in the list (measured).
    setSelectionBehavior(SelectItems);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    header()->setMinimumSectionSize(1);
    viewport()->setAttribute(Qt::WA_Hover);
    setItemDelegate(new ProfileDelegate(model, this));
    setModel(&model);
    // After the selection model has heard of the reset too, and lost everything.
    connect(&model, &QAbstractItemModel::modelReset, this, &ProfileListView::restorePlace);
    applyGround();

    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { rememberFold(index, true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { rememberFold(index, false); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (m_model.isSection(index))
            setExpanded(index, !isExpanded(index));
        else if (m_pressedSelected)
            Q_EMIT profileSelected(m_current); // brings its page back
    });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_model.isSection(index))
            activate(index);
    });
}

bool ProfileListView::isUnfolded(const QString &section) const
{
    const bool bySize = m_model.profileCount() <= unfoldedProfiles;
    const bool customer = section.startsWith(QLatin1StringView("customer:"));
    return m_folds.value(section, bySize || !customer);
}

void ProfileListView::rememberFold(const QModelIndex &index, bool unfolded)
{
    if (!m_restoring)
        m_folds[m_model.sectionKey(index)] = unfolded;
}

void ProfileListView::reset()
{
    const QScopedValueRollback restoring(m_restoring, true);
    m_scrolled = m_wasFlat || m_model.isFlat() ? 0 : verticalScrollBar()->value();
    m_wasFlat = m_model.isFlat();
    setUniformRowHeights(m_model.isFlat());
    QTreeView::reset();
    for (int row = 0; !m_model.isFlat() && row < m_model.rowCount(); ++row) {
        const QModelIndex section = m_model.index(row, 0);
        if (isUnfolded(m_model.sectionKey(section)))
            setExpanded(section, true);
    }
}

void ProfileListView::restorePlace()
{
    restoreSelection();
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(m_scrolled);
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (m_scrolled == 0 && !m_model.isFlat() && !selected.isEmpty())
        scrollTo(selected.first()); // back from a search: to what was found
}

QModelIndex ProfileListView::bestPlace(const ProfileId &id) const
{
    QModelIndex seen;
    QModelIndex last;
    const QModelIndexList places = m_model.places(id);
    for (const QModelIndex &place : places) {
        last = place;
        if (place.parent().isValid() && !isExpanded(place.parent()))
            continue;
        if (m_model.sectionKey(place) == m_section)
            return place;
        if (!seen.isValid())
            seen = place;
    }
    return seen.isValid() ? seen : last;
}

void ProfileListView::restoreSelection()
{
    const QScopedValueRollback restoring(m_restoring, true);
    const QModelIndex place = bestPlace(m_current);
    if (place.isValid())
        selectionModel()->setCurrentIndex(place, QItemSelectionModel::ClearAndSelect);
    else
        selectionModel()->clearSelection();
}

void ProfileListView::setCurrentProfile(const ProfileId &id)
{
    const bool news = id != m_current;
    m_current = id;
    if (news || !selectionModel()->hasSelection())
        restoreSelection();
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    if (!news || selected.isEmpty())
        return;
    m_section = m_model.sectionKey(selected.first());
    const QModelIndex section = selected.first().parent();
    if (section.isValid())
        setExpanded(section, true);
    scrollTo(selected.first());
}

void ProfileListView::setFirstMarked(bool marked)
{
    if (std::exchange(m_firstMarked, marked) != marked)
        viewport()->update();
}

/// As if a person had chosen it.
void ProfileListView::take(const QModelIndex &index)
{
    if (index.parent().isValid())
        setExpanded(index.parent(), true);
    const bool chosen = selectionModel()->isSelected(index);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
    if (chosen)
        Q_EMIT profileSelected(m_current);
}

void ProfileListView::activate(const QModelIndex &index)
{
    take(index);
    Q_EMIT profileActivated(m_current);
}

void ProfileListView::step(int step)
{
    QModelIndexList rows;
    for (int top = 0; top < m_model.rowCount(); ++top) {
        const QModelIndex index = m_model.index(top, 0);
        if (!m_model.isSection(index))
            rows << index;
        for (int row = 0; row < m_model.rowCount(index); ++row)
            rows << m_model.index(row, 0, index);
    }
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    const qsizetype from =
        selected.isEmpty() ? (step > 0 ? -1 : rows.size()) : rows.indexOf(selected.first());
    if (const qsizetype to = from + step; to >= 0 && to < rows.size())
        take(rows[to]);
}

void ProfileListView::enter()
{
    setFocus(Qt::TabFocusReason);
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    QModelIndex first = selected.value(0);
    if (!first.isValid() || visualRect(first).isEmpty())
        first = m_model.index(0, 0);
    if (m_model.isSection(first))
        setCurrentIndex(isExpanded(first) ? m_model.index(0, 0, first) : first);
    else if (first.isValid())
        setCurrentIndex(first);
}

void ProfileListView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    // Not QTreeView's: it would let the style paint the selection over the whole width.
    QStyleOptionViewItem row = option;
    row.widget = this;
    row.index = index;
    const bool first = m_firstMarked && index.row() == 0 && !index.parent().isValid();
    const bool hovered =
        viewport()->underMouse() && option.rect.contains(viewport()->mapFromGlobal(QCursor::pos()));
    row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    row.state.setFlag(QStyle::State_MouseOver, hovered || first);
    row.state.setFlag(QStyle::State_HasFocus, showsKeyboardFocus(this) && index == currentIndex());
    row.state.setFlag(QStyle::State_Open, isExpanded(index));
    itemDelegate()->paint(painter, row, index);
}

QItemSelectionModel::SelectionFlags ProfileListView::selectionCommand(const QModelIndex &index,
                                                                      const QEvent *) const
{
    // Going over a head leaves the open profile selected; so does a click beside the rows.
    if (!index.isValid() || m_model.isSection(index))
        return QItemSelectionModel::NoUpdate;
    return QItemSelectionModel::ClearAndSelect;
}

void ProfileListView::selectionChanged(const QItemSelection &selected,
                                       const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    const QModelIndexList indexes = selectionModel()->selectedIndexes();
    if (m_restoring)
        return;
    if (indexes.isEmpty()) // assistive technology wanted a head
        return restoreSelection();
    m_current = m_model.profileId(indexes.first());
    m_section = m_model.sectionKey(indexes.first());
    Q_EMIT profileSelected(m_current);
}

bool ProfileListView::handleKey(const QKeyEvent &event)
{
    const QModelIndex index = currentIndex();
    const bool head = m_model.isSection(index);
    if (event.matches(QKeySequence::Copy)) {
        if (!m_current.isNull())
            Q_EMIT copyRequested(m_current);
        return true;
    }
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (head && (enter || event.key() == Qt::Key_Space)) {
        setExpanded(index, !isExpanded(index));
        return true;
    }
    if (enter && event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    if (enter && index.isValid()) {
        activate(index);
        return true;
    }
    if (event.key() == Qt::Key_Up && index.isValid() && !indexAbove(index).isValid()) {
        Q_EMIT leftAtTop();
        return true;
    }
    const Qt::KeyboardModifiers chords = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    if (!(event.modifiers() & chords) && !event.text().isEmpty() && event.text()[0].isPrint()
        && !event.text()[0].isSpace()) {
        Q_EMIT typed(event.text());
        return true;
    }
    return false;
}

void ProfileListView::keyPressEvent(QKeyEvent *event)
{
    if (handleKey(*event)) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Space) {
        event->ignore();
        return;
    }
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    QTreeView::keyPressEvent(event);
}

void ProfileListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex pressed = indexAt(event->position().toPoint());
    m_pressedSelected = selectionModel()->isSelected(pressed) && event->button() == Qt::LeftButton;
    QTreeView::mousePressEvent(event);
}

void ProfileListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // Two clicks on a head are two clicks.
    if (m_model.isSection(indexAt(event->position().toPoint())))
        mousePressEvent(event);
    else
        QTreeView::mouseDoubleClickEvent(event);
}

void ProfileListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const ProfileId id = m_model.profileId(index);
    if (id.isNull())
        return;
    const QPoint position =
        byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuRequested(id, position);
}

void ProfileListView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyGround();
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

void ProfileListView::applyGround()
{
    const QColor ground = Look::of(this).theme().sidebar;
    QPalette palette = viewport()->palette();
    if (palette.color(QPalette::Base) == ground)
        return;
    palette.setColor(QPalette::Base, ground);
    viewport()->setPalette(palette);
}

} // namespace mintmark
