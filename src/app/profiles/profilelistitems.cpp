// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// Indexes, flags and texts of ProfileListModel; what changes them is in profilelistmodel.cpp.

#include "app/profiles/profilelistmodel.h"

#include "app/widgets/plaintooltip.h"
#include "base/displaytext.h"
#include "profiles/profilename.h"

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// internalId of what stands at the top; of rows it is their section's number and 1.
constexpr quintptr top = 0;

} // namespace

bool ProfileListModel::isSection(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() == top && !isFlat();
}

int ProfileListModel::entryOf(const QModelIndex &index) const
{
    if (!index.isValid() || isSection(index))
        return -1;
    if (isFlat())
        return m_shape.rows.value(index.row(), -1);
    return m_shape.sections[static_cast<qsizetype>(index.internalId()) - 1].rows.value(index.row(),
                                                                                       -1);
}

QString ProfileListModel::sectionKey(const QModelIndex &index) const
{
    if (!index.isValid() || isFlat())
        return {};
    return m_shape.sections[isSection(index) ? index.row() : index.parent().row()].key();
}

ListSection::Kind ProfileListModel::sectionKind(const QModelIndex &section) const
{
    return m_shape.sections[section.row()].kind;
}

const ProfileListing *ProfileListModel::listing(const QModelIndex &index) const
{
    const int entry = entryOf(index);
    return entry < 0 ? nullptr : &m_listings[entry];
}

ProfileId ProfileListModel::profileId(const QModelIndex &index) const
{
    const ProfileListing *found = listing(index);
    return found ? found->id : ProfileId();
}

RowChip ProfileListModel::chip(const QModelIndex &index) const
{
    const int entry = entryOf(index);
    return entry < 0 ? RowChip() : m_chips[entry];
}

QModelIndexList ProfileListModel::places(const ProfileId &id) const
{
    const int entry = m_byId.value(id, -1);
    QModelIndexList result;
    if (entry < 0)
        return result;
    if (const auto row = m_shape.rows.indexOf(entry); row >= 0)
        result << index(static_cast<int>(row), 0);
    for (int section = 0; section < m_shape.sections.size(); ++section) {
        const auto row = m_shape.sections[section].rows.indexOf(entry);
        if (row >= 0)
            result << index(static_cast<int>(row), 0, index(section, 0));
    }
    return result;
}

QModelIndex ProfileListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : top);
}

QModelIndex ProfileListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == top)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, top);
}

int ProfileListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(isFlat() ? m_shape.rows.size() : m_shape.sections.size());
    return isSection(parent) ? static_cast<int>(m_shape.sections[parent.row()].rows.size()) : 0;
}

Qt::ItemFlags ProfileListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (isSection(index))
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString ProfileListModel::sectionTitle(const ListSection &section) const
{
    switch (section.kind) {
    case ListSection::Kind::Recent:
        return tr("Recent");
    case ListSection::Kind::Pinned:
        return tr("Pinned");
    case ListSection::Kind::Customer:
        break;
    }
    return section.customer.isEmpty() ? tr("Without a customer")
                                      : displayText(section.customer).text;
}

QString ProfileListModel::rowTitle(const QModelIndex &index) const
{
    const ProfileListing *shown = listing(index);
    const bool customerAbove =
        !isFlat() && sectionKind(index.parent()) == ListSection::Kind::Customer;
    return displayText(customerAbove ? shown->name : displayName(*shown)).text;
}

/// "Acme · Payments Out, Sandbox, live, 7 h 42 left".
QString ProfileListModel::spoken(const QModelIndex &index) const
{
    const ProfileListing &shown = *listing(index);
    QStringList parts { displayText(displayName(shown)).text, environmentName(shown.environment),
                        chipWords(chip(index)) };
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant ProfileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (isSection(index)) {
        const ListSection &section = m_shape.sections[index.row()];
        if (role == Qt::DisplayRole)
            return sectionTitle(section);
        if (role == Qt::AccessibleTextRole)
            return tr("%1, profiles: %2")
                .arg(sectionTitle(section), QString::number(section.rows.size()));
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return rowTitle(index);
    case Qt::AccessibleTextRole:
        return spoken(index);
    case Qt::ToolTipRole:
        return plainToolTip(spoken(index));
    default:
        return {};
    }
}

} // namespace mintmark
