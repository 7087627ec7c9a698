// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/settings/trustedlist.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "app/widgets/wraplabel.h"
#include "base/displaytext.h"

#include <QHBoxLayout>

namespace mintmark {

TrustedList::TrustedList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::space2);
    setEntries({});
}

void TrustedList::setEntries(const QList<TrustedAuthorities::Entry> &entries)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const TrustedAuthorities::Entry &entry : entries)
        addEntry(entry);
    if (entries.isEmpty()) {
        auto *none = new WrapLabel(this);
        none->setText(tr("None beside those of the system and of CA files."));
        none->setColorRole(&Theme::text2);
        m_column->addWidget(none);
    }
}

void TrustedList::addEntry(const TrustedAuthorities::Entry &entry)
{
    const CertificateDetails &certificate = entry.certificate;
    const QString host = displayText(entry.host).text;
    auto *line = new QWidget(this);
    auto *text = new WrapLabel(line);
    text->setText((entry.until == TrustedAuthorities::Until::EndOfDay
                       ? tr("“%1” for %2, until the end of today. SHA-256 %3")
                       : tr("“%1” for %2. SHA-256 %3"))
                      .arg(certificate.subject, host, certificate.sha256));
    auto *forget = new ActionButton(tr("Do not trust any more"), ButtonRole::Secondary, line);
    forget->setAccessibleName(
        tr("Do not trust %1 for %2 any more").arg(certificate.subject, host));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space2);
    row->addWidget(text, 1);
    row->addWidget(forget, 0, Qt::AlignTop);
    m_column->addWidget(line);
    connect(forget, &QAbstractButton::clicked, this,
            [this, entry] { Q_EMIT forgetRequested(entry.host, entry.certificate.sha256); });
}

} // namespace mintmark
