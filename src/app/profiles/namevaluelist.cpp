// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/namevaluelist.h"

#include "app/profiles/namevaluerow.h"
#include "app/profiles/taborder.h"
#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace mintmark {

namespace {

const SecretBytes &secretOf(const NameValueList::Secrets &secrets, const QString &name)
{
    static const SecretBytes none;
    const auto found = secrets.find(name);
    return found == secrets.end() ? none : found->second;
}

} // namespace

NameValueList::NameValueList(Kind kind, QWidget *parent)
    : QWidget(parent),
      m_kind(kind),
      m_column(new QVBoxLayout),
      m_rowsArea(new QWidget(this)),
      m_add(new ActionButton(kind == Kind::Parameters ? tr("Add parameter") : tr("Add header"),
                             ButtonRole::Ghost, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::space2);
    m_rowsArea->setLayout(m_column);
    m_rowsArea->hide();
    m_add->setGlyph(Icon::Plus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space1);
    column->addWidget(m_rowsArea);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    updateFocus();
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        NameValueRow *row = addRow({}, {});
        number();
        orderTabsByLayout(this);
        row->nameEdit()->setFocus(Qt::OtherFocusReason);
    });
}

void NameValueList::setParameters(const QList<ExtraParameter> &parameters, const Secrets &secrets)
{
    clear();
    for (const ExtraParameter &parameter : parameters)
        addRow(parameter, secretOf(secrets, parameter.name));
    number();
}

void NameValueList::setHeaders(const QList<ExtraHeader> &headers, const Secrets &secrets)
{
    clear();
    for (const ExtraHeader &header : headers)
        addRow({ header.name, header.value, ParameterType::String, header.secret },
               secretOf(secrets, header.name));
    number();
}

QList<ExtraParameter> NameValueList::parameters() const
{
    QList<ExtraParameter> result;
    for (const NameValueRow *row : m_rows) {
        if (!row->isEmpty())
            result.append(row->entry());
    }
    return result;
}

QList<ExtraHeader> NameValueList::headers() const
{
    QList<ExtraHeader> result;
    for (const ExtraParameter &entry : parameters())
        result.append({ entry.name, entry.value, entry.secret });
    return result;
}

NameValueList::Secrets NameValueList::secrets() const
{
    Secrets result;
    for (const NameValueRow *row : m_rows) {
        SecretBytes secret = row->secret();
        if (!secret.isEmpty())
            result.insert_or_assign(row->entry().name, std::move(secret));
    }
    return result;
}

void NameValueList::setTypesVisible(bool visible)
{
    m_typesVisible = visible && m_kind == Kind::Parameters;
    for (NameValueRow *row : m_rows)
        row->setTypeVisible(m_typesVisible);
}

void NameValueList::wipeSecrets()
{
    for (NameValueRow *row : m_rows)
        row->wipeSecret();
}

NameValueRow *NameValueList::addRow(const ExtraParameter &entry, const SecretBytes &secret)
{
    auto *row = new NameValueRow(m_rowsArea);
    row->setEntry(entry, secret);
    row->setTypeVisible(m_typesVisible);
    m_rows.append(row);
    m_column->addWidget(row);
    connect(row, &NameValueRow::edited, this, &NameValueList::edited);
    connect(row, &NameValueRow::removeClicked, this, [this, row] {
        removeRow(row);
        m_add->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    m_rowsArea->show();
    updateFocus();
    return row;
}

void NameValueList::removeRow(NameValueRow *row)
{
    m_rows.removeOne(row);
    m_column->removeWidget(row);
    row->hide();
    row->deleteLater();
    m_rowsArea->setVisible(!m_rows.isEmpty());
    updateFocus();
    number();
}

/// The tab key comes to what has the focus of the whole; from there it goes on, not back.
void NameValueList::updateFocus()
{
    setFocusProxy(m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.first()->nameEdit());
}

void NameValueList::clear()
{
    while (!m_rows.isEmpty()) {
        m_rows.first()->wipeSecret();
        removeRow(m_rows.first());
    }
}

void NameValueList::number()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setTitle(
            (m_kind == Kind::Parameters ? tr("Parameter %1") : tr("Header %1")).arg(i + 1));
}

} // namespace mintmark
