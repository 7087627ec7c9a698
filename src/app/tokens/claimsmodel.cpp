// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/tokens/claimsmodel.h"

#include "app/tokens/claimmeaning.h"
#include "app/tokens/claimnode.h"
#include "app/tokens/claimsearch.h"
#include "app/tokens/verdictlook.h"
#include "app/widgets/plaintooltip.h"
#include "base/displaytext.h"
#include "json/writer.h"

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;
using Place = RegisteredName::Place;

namespace {

/// As far as it could be read; Missing unless it is an object.
JsonValue membersOf(const Token &token, Place place)
{
    const JsonDocument &document =
        place == Place::Claims ? token.payloadDocument() : token.headerDocument();
    const JsonValue root = document.root();
    return root.isObject() ? root : JsonValue();
}

/// The members that lie between what was lost, as one object; Missing when there are none.
JsonDocument recoveredDocument(const TokenFragments &fragments, TokenPart part)
{
    JsonWriter json;
    json.beginObject();
    for (const RecoveredMember &member : fragments.recovered) {
        if (member.part == part)
            json.member(member.name).raw(member.value);
    }
    json.endObject();
    constexpr int deepest = 128;
    return JsonDocument::parse(json.take(), { Token::maximumSize, deepest });
}

bool isWhole(const Token &token, Place place)
{
    return token.kind() != TokenKind::Malformed
        && (place == Place::Claims ? token.claims() : token.header()).exists();
}

QSet<QString> duplicateNames(const Token &token)
{
    QSet<QString> names;
    for (const JsonDocument *document : { &token.headerDocument(), &token.payloadDocument() }) {
        for (const JsonValue &member : document->duplicateMembers())
            names.insert(member.name());
    }
    return names;
}

} // namespace

ClaimsModel::ClaimsModel(QObject *parent)
    : QAbstractItemModel(parent), m_root(std::make_unique<ClaimNode>())
{ }

ClaimsModel::~ClaimsModel() = default;

void ClaimsModel::setToken(const std::shared_ptr<const Token> &token,
                           const QList<TokenCheck> &checks, const ClaimContext &context,
                           qint64 nowMs)
{
    const bool same = token == m_token || (token && m_token && *token == *m_token);
    const bool sameWords = checks == m_checks && context == m_context;
    m_checks = checks;
    m_context = context;
    if (!same) {
        beginResetModel();
        m_nowMs = nowMs;
        m_token = token;
        rebuild();
        endResetModel();
        findTimes({});
        if (const QModelIndex header = group(Place::Header); header.isValid())
            findTimes(header);
        return;
    }
    setNow(nowMs);
    if (sameWords)
        return;
    for (const QModelIndex &parent : { QModelIndex(), group(Place::Header) }) {
        if (const int rows = rowCount(parent))
            Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, MeaningColumn, parent));
    }
}

void ClaimsModel::rebuild()
{
    m_times.clear();
    m_duplicates.clear();
    m_fragments = {};
    m_recoveredClaims = {};
    m_recoveredHeader = {};
    m_root = std::make_unique<ClaimNode>();
    if (!m_token)
        return;
    m_duplicates = duplicateNames(*m_token);
    if (m_token->kind() == TokenKind::Malformed) {
        m_fragments = recoverFragments(*m_token);
        m_recoveredClaims = recoveredDocument(m_fragments, TokenPart::Payload);
        m_recoveredHeader = recoveredDocument(m_fragments, TokenPart::Header);
    }
    m_root = std::make_unique<ClaimNode>(members(Place::Claims), !isWhole(*m_token, Place::Claims));
    if (const JsonValue header = members(Place::Header); header.exists())
        m_root->addGroup(Place::Header, tr("Header"), header, !isWhole(*m_token, Place::Header));
}

/// More can be found in a damaged token than up to its first fault.
JsonValue ClaimsModel::members(Place place) const
{
    const JsonValue recovered =
        (place == Place::Claims ? m_recoveredClaims : m_recoveredHeader).root();
    return recovered.size() > 0 ? recovered : membersOf(*m_token, place);
}

void ClaimsModel::findTimes(const QModelIndex &group)
{
    ClaimNode *parent = node(group);
    for (int row = 0; row < parent->childCount(); ++row) {
        ClaimNode *child = parent->child(row);
        if (child->isValue() && isTimeClaim(child->place(), child->value()))
            m_times.append({ indexOf(child, MeaningColumn), meaning(child) });
        const QList<JsonValue> page = child->pageValues();
        if (std::any_of(page.begin(), page.end(),
                        [&](const JsonValue &value) { return isTimeClaim(child->place(), value); }))
            findTimes(indexOf(child, NameColumn));
    }
}

void ClaimsModel::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    for (TimeRow &time : m_times) {
        const QString now = meaning(node(time.index));
        if (now == time.meaning)
            continue;
        time.meaning = now;
        Q_EMIT dataChanged(time.index, time.index);
    }
}

QModelIndex ClaimsModel::group(Place place) const
{
    const int rows = m_root->childCount();
    if (place == Place::Claims || rows == 0)
        return {};
    ClaimNode *last = m_root->child(rows - 1);
    return last->kind() == ClaimNode::Kind::Group ? indexOf(last, NameColumn) : QModelIndex();
}

bool ClaimsModel::hasClaims() const
{
    return m_token && members(Place::Claims).exists();
}

ClaimsModel::Found ClaimsModel::find(const ClaimSearch &search, const QModelIndex &index) const
{
    ClaimNode *at = node(index);
    if (at->kind() == ClaimNode::Kind::Page)
        return isOnPage(search, *at) ? Found::Inside : Found::Nowhere;
    if (!at->isValue())
        return Found::Inside;
    if (search.fits(at->value().name()) || (at->isTopLevel() && search.fits(meaning(at))))
        return Found::Here;
    if (!search.isIn(at->value()))
        return Found::Nowhere;
    return at->hasChildren() ? Found::Inside : Found::Here;
}

/// Rows are only made of pages that have something to show.
bool ClaimsModel::isOnPage(const ClaimSearch &search, const ClaimNode &page) const
{
    const QList<JsonValue> values = page.pageValues();
    return std::any_of(values.begin(), values.end(), [&](const JsonValue &value) {
        return search.fits(value.name()) || search.isIn(value)
            || (page.isTopLevel()
                && search.fits(meaningText(page.place(), value, m_context, m_nowMs)));
    });
}

ClaimNode *ClaimsModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<ClaimNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex ClaimsModel::indexOf(ClaimNode *node, int column) const
{
    return createIndex(node->row(), column, node);
}

QModelIndex ClaimsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return indexOf(node(parent)->child(row), column);
}

QModelIndex ClaimsModel::parent(const QModelIndex &index) const
{
    ClaimNode *above = index.isValid() ? node(index)->parent() : nullptr;
    return above && above != m_root.get() ? indexOf(above, NameColumn) : QModelIndex();
}

bool ClaimsModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && node(parent)->hasChildren();
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : node(parent)->childCount();
}

int ClaimsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Claim");
    case ValueColumn:
        return tr("Value");
    case MeaningColumn:
        return tr("Meaning");
    default:
        return {};
    }
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    ClaimNode *at = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return displayed(at, index.column());
    case Qt::ToolTipRole:
        return toolTip(at, index.column());
    case Qt::AccessibleTextRole:
        return spoken(at, index.column());
    case ExactTextRole:
        return at->exactText();
    case ExactMemberRole:
        return at->exactMember();
    case EscapedRole:
        return at->isValue()
            && (index.column() == NameColumn ? at->isNameEscaped() : at->shownValue().escaped);
    case GroupRole:
        return at->kind() == ClaimNode::Kind::Group;
    case SeverityRole: {
        const QList<TokenCheck> checks = checksOf(at);
        if (checks.isEmpty())
            return {};
        const auto worst = std::max_element(
            checks.begin(), checks.end(),
            [](const TokenCheck &a, const TokenCheck &b) { return a.severity < b.severity; });
        return static_cast<int>(worst->severity);
    }
    default:
        return {};
    }
}

QString ClaimsModel::displayed(ClaimNode *node, int column) const
{
    switch (column) {
    case NameColumn:
        return node->shownName();
    case ValueColumn:
        return node->kind() == ClaimNode::Kind::Group ? headerSummary() : node->shownValue().text;
    default:
        return meaning(node);
    }
}

QString ClaimsModel::headerSummary() const
{
    QStringList parts;
    for (const auto &[name, value] :
         { std::pair("alg"_L1, m_token->algorithm()), std::pair("kid"_L1, m_token->keyId()),
           std::pair("typ"_L1, m_token->type()) }) {
        constexpr qsizetype most = 60;
        if (!value.isEmpty())
            parts << name + u' ' + displayText(value.left(most)).text;
    }
    return parts.join(u" · "_s);
}

QString ClaimsModel::meaning(ClaimNode *node) const
{
    if (node->kind() == ClaimNode::Kind::Group)
        return node->isRecovered() ? tr("Recovered, not verified") : QString();
    QString text;
    if (node->isValue() && node->isTopLevel())
        text = meaningText(node->place(), node->value(), m_context, m_nowMs);
    if (!node->isRecovered())
        return text;
    return text.isEmpty() ? tr("recovered") : tr("%1 · recovered").arg(text);
}

QList<TokenCheck> ClaimsModel::checksOf(ClaimNode *node) const
{
    QList<TokenCheck> found;
    if (!node->isValue())
        return found;
    const QString name = node->value().name();
    for (const TokenCheck &check : m_checks) {
        bool about = node->isTopLevel() && concerns(check.code, node->place(), name);
        if (check.code == CheckCode::UnsafeText)
            about = node->shownValue().escaped || node->isNameEscaped();
        else if (check.code == CheckCode::DuplicateMember)
            about = !node->value().rawName().isEmpty() && m_duplicates.contains(name);
        if (about)
            found.append(check);
    }
    return found;
}

QString ClaimsModel::toolTip(ClaimNode *node, int column) const
{
    if (node->kind() == ClaimNode::Kind::Group)
        return {};
    QStringList lines { displayed(node, column) };
    const bool named = node->isValue() && node->isTopLevel();
    if (column != NameColumn && named)
        lines << meaningDetail(node->place(), node->value(), m_nowMs);
    if (column == ValueColumn) {
        for (const TokenCheck &check : checksOf(node))
            lines << check.message;
    }
    lines.removeAll(QString());
    return plainToolTip(lines.join(u'\n'));
}

QString ClaimsModel::spoken(ClaimNode *node, int column) const
{
    QStringList words { displayed(node, column) };
    if (column == ValueColumn) {
        for (const TokenCheck &check : checksOf(node))
            words << severityWord(check.severity) + u": "_s + check.message;
    }
    if (column == MeaningColumn && node->isValue() && node->isTopLevel()
        && isTimeClaim(node->place(), node->value()))
        words << meaningDetail(node->place(), node->value(), m_nowMs);
    return words.join(u". "_s);
}

} // namespace mintmark
