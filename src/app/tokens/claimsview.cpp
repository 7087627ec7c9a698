// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimsview.h"

#include "app/theme/look.h"
#include "app/theme/metrics.h"
#include "app/tokens/claimsdelegate.h"
#include "app/tokens/claimsmodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>

#include <utility>

namespace mintmark {

using namespace Qt::StringLiterals;
using Place = RegisteredName::Place;

namespace {

constexpr int narrowestName = 140;
constexpr int widestName = 210;
constexpr int narrowestValue = 200;
constexpr int widestValue = 330;
constexpr int measuredRows = 200;
constexpr qsizetype measuredText = 60;
constexpr int iconRoom = metrics::iconSmall + 6; ///< of a claim that a check has something about

} // namespace

ClaimsView::ClaimsView(QWidget *parent)
    : QTreeView(parent), m_model(new ClaimsModel(this)), m_delegate(new ClaimsDelegate(this))
{
    setAccessibleName(tr("Claims"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(SingleSelection);
    // SelectRows would have Qt 6.4 select another row for assistive technology: it takes a row's
    // number in its group for that in the table (measured). That rows are chosen is seen to below.
    setSelectionBehavior(SelectItems);
    setEditTriggers(NoEditTriggers);
    setIndentation(metrics::space4);
    setAnimated(false);
    setMouseTracking(true);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(40);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (m_filter.isEmpty() && index == m_model->group(Place::Header))
            m_headerUnfolded = true;
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (m_filter.isEmpty() && index == m_model->group(Place::Header))
            m_headerUnfolded = false;
    });
}

void ClaimsView::setToken(const std::shared_ptr<const Token> &token,
                          const QList<TokenCheck> &checks, const ClaimContext &context,
                          qint64 nowMs)
{
    const QString chosen = currentIndex().siblingAtColumn(0).data().toString();
    const int scrolled = verticalScrollBar()->value();
    bool fresh = false;
    const auto watch =
        connect(m_model, &QAbstractItemModel::modelReset, this, [&fresh] { fresh = true; });
    m_model->setToken(token, checks, context, nowMs);
    disconnect(watch);
    if (!fresh)
        return;
    const bool unfolded = m_headerUnfolded;
    // The header folds by itself, where there are claims: its summary says what most want of it.
    setExpanded(m_model->group(Place::Header), unfolded || !m_model->hasClaims());
    m_headerUnfolded = unfolded;
    m_unfolded.clear();
    m_filtered.clear();
    applyFilter();
    placeColumns();
    const QModelIndexList found = chosen.isEmpty()
        ? QModelIndexList()
        : m_model->match(m_model->index(0, 0), Qt::DisplayRole, chosen, 1, Qt::MatchExactly);
    if (!found.isEmpty())
        setCurrentIndex(found.first());
    verticalScrollBar()->setValue(scrolled);
}

void ClaimsView::setNow(qint64 nowMs)
{
    m_model->setNow(nowMs);
}

void ClaimsView::setMeaningBelow(bool below)
{
    if (below == m_below)
        return;
    m_below = below;
    m_delegate->setMeaningBelow(below);
    setColumnHidden(ClaimsModel::MeaningColumn, below);
    placeColumns();
}

int ClaimsView::widestText(int column) const
{
    const QFontMetrics metrics(Look::of(this).font(TextStyle::Code));
    int widest = 0;
    const auto measure = [&](const QModelIndex &index) {
        const QString text = index.data().toString();
        widest = qMax(widest, metrics.horizontalAdvance(text.left(measuredText)));
    };
    for (int row = 0; row < qMin(measuredRows, m_model->rowCount()); ++row)
        measure(m_model->index(row, column));
    measure(m_model->group(Place::Header).siblingAtColumn(column)); // behind all the claims
    return widest;
}

void ClaimsView::placeColumns()
{
    const int width = viewport()->width();
    const int wantedName = widestText(ClaimsModel::NameColumn) + indentation() + metrics::space4;
    const int name = qMin(qBound(narrowestName, wantedName, widestName), width / 3);
    const int rest = width - name;
    // What values leave over makes the meanings fit into one line.
    const int wantedValue = widestText(ClaimsModel::ValueColumn) + iconRoom + metrics::space4;
    const int valueWidth =
        m_below ? rest : qMin(qBound(narrowestValue, wantedValue, widestValue), rest * 11 / 20);
    header()->resizeSection(ClaimsModel::NameColumn, name);
    header()->resizeSection(ClaimsModel::ValueColumn, valueWidth);
    if (!m_below)
        header()->resizeSection(ClaimsModel::MeaningColumn, rest - valueWidth);
    m_delegate->setWidths(valueWidth, rest - valueWidth);
    scheduleDelayedItemsLayout();
}

void ClaimsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    placeColumns();
}

void ClaimsView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        placeColumns();
}

void ClaimsView::setFilter(const QString &text)
{
    const ClaimSearch filter(text);
    if (filter.text() == m_filter.text())
        return;
    foldAgain();
    m_filter = filter;
    applyFilter();
}

/// What only the filter opened is closed, while the filter is still there to tell.
void ClaimsView::foldAgain()
{
    for (const QPersistentModelIndex &index : std::exchange(m_unfolded, {}))
        collapse(index);
}

void ClaimsView::applyFilter()
{
    showAllRows();
    m_found = 0;
    if (!m_filter.isEmpty())
        filterRows({});
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

void ClaimsView::showAllRows()
{
    for (const QPersistentModelIndex &parent : std::exchange(m_filtered, {})) {
        for (int row = 0; row < m_model->rowCount(parent); ++row)
            setRowHidden(row, parent, false);
    }
}

bool ClaimsView::filterRows(const QModelIndex &parent)
{
    const int before = m_found;
    m_filtered.append(parent);
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        const ClaimsModel::Found found = m_model->find(m_filter, index);
        bool shown = found == ClaimsModel::Found::Here;
        if (shown)
            ++m_found;
        if (found == ClaimsModel::Found::Inside) {
            shown = filterRows(index);
            if (shown && !isExpanded(index)) {
                m_unfolded.append(index);
                expand(index);
            }
        }
        setRowHidden(row, parent, !shown);
    }
    return m_found > before;
}

QItemSelectionModel::SelectionFlags ClaimsView::selectionCommand(const QModelIndex &index,
                                                                 const QEvent *event) const
{
    return QTreeView::selectionCommand(index, event) | QItemSelectionModel::Rows;
}

/// A cell that assistive technology chose, or took out of a row, stands for its row.
void ClaimsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    const QModelIndexList cells = selectionModel()->selectedIndexes();
    if (!cells.isEmpty() && cells.size() < m_model->columnCount())
        setCurrentIndex(cells.first().siblingAtColumn(ClaimsModel::NameColumn));
}

/// From row to row, where Qt goes from cell to cell.
QModelIndex ClaimsView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    return QTreeView::moveCursor(action, modifiers).siblingAtColumn(ClaimsModel::NameColumn);
}

void ClaimsView::enter()
{
    setFocus(Qt::OtherFocusReason);
    if (!currentIndex().isValid() || visualRect(currentIndex()).isEmpty())
        setCurrentIndex(moveCursor(MoveHome, Qt::NoModifier));
}

void ClaimsView::keyboardSearch(const QString &text)
{
    if (m_typingFilters)
        Q_EMIT typed(text);
    else
        QTreeView::keyboardSearch(text);
}

void ClaimsView::copy(int role)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const QString name = index.siblingAtColumn(ClaimsModel::NameColumn).data().toString();
    const bool group = index.data(ClaimsModel::GroupRole).toBool();
    const QString text = index.data(role).toString();
    Q_EMIT copyTextRequested(text, group ? name : tr("claim %1").arg(name));
}

void ClaimsView::copyValue()
{
    copy(ClaimsModel::ExactTextRole);
}

void ClaimsView::copyMember()
{
    copy(ClaimsModel::ExactMemberRole);
}

void ClaimsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyValue();
    else
        QTreeView::keyPressEvent(event);
}

/// The arrow stands beside the name, however many lines the value has.
void ClaimsView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    QRect line = rect;
    line.setHeight(qMin(rect.height(), ClaimsDelegate::rowHeight(Look::of(this))));
    QTreeView::drawBranches(painter, line, index);
}

void ClaimsView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = keyboard ? visualRect(currentIndex()).center()
                               : viewport()->mapFromGlobal(event->globalPos());
    if (!keyboard)
        setCurrentIndex(indexAt(at));
    if (!currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy value"), QKeySequence::Copy, this, &ClaimsView::copyValue);
    menu->addAction(tr("Copy with name"), this, &ClaimsView::copyMember);
    menu->popup(viewport()->mapToGlobal(at));
}

} // namespace mintmark
