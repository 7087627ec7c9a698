// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/issuersearch.h"

#include "app/theme/metrics.h"
#include "app/widgets/actionbutton.h"
#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "oauth/servermetadata.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

QString hostOf(const QString &issuer)
{
    return displayText(QUrl(issuer).host()).text;
}

} // namespace

IssuerSearch::IssuerSearch(QWidget *parent)
    : EditorRow(ProfileField::Issuer, {}, new QWidget, parent),
      m_find(new ActionButton(tr("Find addresses from the issuer…"))),
      m_line(new QWidget),
      m_edit(new QLineEdit),
      m_ask(new ActionButton(tr("Ask")))
{
    auto *whole = new QHBoxLayout(field());
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_find);
    whole->addWidget(m_line, 1);
    whole->addStretch();
    m_edit->setAccessibleName(tr("Issuer to ask"));
    m_edit->setPlaceholderText(u"https://…"_s);
    auto *cancel = new ActionButton(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel asking the issuer"));
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::space2);
    line->addWidget(m_edit, 1);
    line->addWidget(m_ask);
    line->addWidget(cancel);
    connect(m_find, &QAbstractButton::clicked, this, &IssuerSearch::open);
    connect(m_ask, &QAbstractButton::clicked, this, &IssuerSearch::ask);
    connect(m_edit, &QLineEdit::returnPressed, this, &IssuerSearch::ask);
    connect(m_edit, &QLineEdit::textChanged, this, &IssuerSearch::sayWhom);
    connect(cancel, &QAbstractButton::clicked, this, [this] {
        Q_EMIT cancelRequested();
        reset();
        m_find->setFocus(Qt::OtherFocusReason);
    });
    connect(this, &FormField::linkClicked, this, [this] {
        reset();
        Q_EMIT undoRequested();
    });
    reset();
}

void IssuerSearch::reset()
{
    setAsking(false);
    m_line->hide();
    m_find->show();
    setHelper({});
    clearMessage();
}

void IssuerSearch::open()
{
    m_find->hide();
    m_line->show();
    m_edit->setText(m_issuer);
    m_edit->setFocus(Qt::OtherFocusReason);
    sayWhom();
    Q_EMIT opened();
}

void IssuerSearch::setAsking(bool asking)
{
    m_asking = asking;
    m_edit->setReadOnly(asking);
    m_ask->setEnabled(!asking);
}

void IssuerSearch::sayWhom()
{
    if (m_line->isHidden())
        return;
    const QString host = hostOf(m_edit->text().trimmed());
    setHelper(host.isEmpty() ? tr("The address that names the server, e.g. https://id.example.com")
                             : tr("Asks %1 what it publishes. Nothing of this profile is sent.").arg(host));
    clearMessage();
}

void IssuerSearch::ask()
{
    if (m_asking)
        return;
    const QString issuer = m_edit->text().trimmed();
    if (const Result<QStringList> addresses = metadataAddresses(issuer); !addresses) {
        const ErrorText text = errorText(addresses.error());
        return showFault(tr("%1. %2", "cause and remedy").arg(text.cause, text.remedy));
    }
    setAsking(true);
    setHelper(tr("Asking %1…").arg(hostOf(issuer)));
    clearMessage();
    Q_EMIT askRequested(issuer);
}

void IssuerSearch::showFault(const QString &text)
{
    setAsking(false);
    setMessage(MessageLevel::Fault, text);
}

void IssuerSearch::showFilled(const QString &text)
{
    reset();
    setMessage(MessageLevel::Note, text, tr("Undo"));
    m_find->setFocus(Qt::OtherFocusReason);
}

} // namespace mintmark
